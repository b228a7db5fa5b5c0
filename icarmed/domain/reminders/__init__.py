"""What is due for a person: rules are data, the engine is pure."""
