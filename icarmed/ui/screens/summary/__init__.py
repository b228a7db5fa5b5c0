"""The yearly summary: its tables, and how they leave the program."""
