"""Group-bys of the yearly summary: one statement a figure, each named in the definition that it counts."""
