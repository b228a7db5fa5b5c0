"""The two windows whose start is compared, a process each."""
