"""The yearly summary: what each figure counts, its tables, and what of it may be published."""
