"""IcarMed: records of a free medical permanence."""

__version__ = "0.1.0"
