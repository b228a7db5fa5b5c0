"""Only what icarmed uses of sqlcipher3."""
