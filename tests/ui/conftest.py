"""What every test of the window has: an office, an application that is dressed, a pseudo-language."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from icarmed.domain.words import Words
from icarmed.ui import theme
from tests.support.office import database, empty_file, office
from tests.ui.pseudo import pseudo_language

__all__ = ["database", "dressed", "empty_file", "office", "pseudo"]


@pytest.fixture(autouse=True)
def dressed(request: pytest.FixtureRequest) -> None:
    """The theme, for every test that has an application."""
    if {"qtbot", "qapp"} & set(request.fixturenames):
        app = request.getfixturevalue("qapp")
        theme.dress(app, theme.Mode.LIGHT)


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[Words]:
    """The language of ⟦ ⟧, for this test."""
    with pseudo_language(qapp) as words:
        yield words
