"""Reminders: who must be reached, what waits for a signature, what waits for a result."""
