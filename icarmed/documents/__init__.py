"""Papers: data in, bytes of a PDF out."""
