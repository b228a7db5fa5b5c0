"""Alembic scripts, shipped in the package."""
