"""Rules: pure values and functions; no files, no clock, no Qt, no SQL."""
