"""A command as a value: what it is called, its key, and where it works."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from icarmed.ui.i18n.marks import QT_TRANSLATE_NOOP


class Scope(StrEnum):
    """Where a key works; keys of EVERYWHERE work in each of the others as well."""

    EVERYWHERE = "everywhere"
    BOARD = "board"
    PATIENTS = "patients"
    PATIENT = "patient"
    REMINDERS = "reminders"
    LABORATORY = "laboratory"
    CARE = "care"
    SUMMARY = "summary"
    STOCK = "stock"
    SETTINGS = "settings"
    FORM = "form"
    LIST = "list"

    @property
    def text(self) -> str:
        """Its heading on the page of keys."""
        return QCoreApplication.translate("Scope", _SCOPES[self])


_SCOPES = {
    Scope.EVERYWHERE: QT_TRANSLATE_NOOP("Scope", "Everywhere"),
    Scope.BOARD: QT_TRANSLATE_NOOP("Scope", "Permanence"),
    Scope.PATIENTS: QT_TRANSLATE_NOOP("Scope", "Patients"),
    Scope.PATIENT: QT_TRANSLATE_NOOP("Scope", "A patient's file"),
    Scope.REMINDERS: QT_TRANSLATE_NOOP("Scope", "Reminders"),
    Scope.LABORATORY: QT_TRANSLATE_NOOP("Scope", "Laboratory"),
    Scope.CARE: QT_TRANSLATE_NOOP("Scope", "Care"),
    Scope.SUMMARY: QT_TRANSLATE_NOOP("Scope", "Summary"),
    Scope.STOCK: QT_TRANSLATE_NOOP("Scope", "Stock"),
    Scope.SETTINGS: QT_TRANSLATE_NOOP("Scope", "Settings"),
    Scope.FORM: QT_TRANSLATE_NOOP("Scope", "In a form"),
    Scope.LIST: QT_TRANSLATE_NOOP("Scope", "In a list"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """`code` is dotted and unique; `source` the English text; `keys` portable as Qt writes them, or empty.

    `built_in`: the key is taken by a part itself (lists, fields) and only told on the page of keys.
    """

    code: str
    source: str
    keys: str = ""
    scope: Scope = Scope.EVERYWHERE
    icon: str = ""
    built_in: bool = False

    @property
    def text(self) -> str:
        """What it is called, in the language of the window."""
        return QCoreApplication.translate("Commands", self.source)
