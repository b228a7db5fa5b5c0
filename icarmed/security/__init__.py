"""Keys, passwords and the table of roles."""
