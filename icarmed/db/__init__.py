"""The encrypted data base: schema, statements, and the mapping of rows to values."""
