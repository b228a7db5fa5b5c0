"""Marks for what is translated later; lupdate knows them by name."""


def QT_TRANSLATE_NOOP(_context: str, source: str, /) -> str:  # noqa: N802 the name lupdate looks for
    """The English text itself, marked as belonging to a context; Qt's own has no types."""
    return source
