"""The data folder as one thing: made, opened by a person, locked, its keys changed, its time."""
