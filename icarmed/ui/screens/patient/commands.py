"""The commands of a person's page: single keys that work while no field has the cursor."""

from icarmed.ui.actions import Command, Scope
from icarmed.ui.i18n import QT_TRANSLATE_NOOP

PATIENT_COMMANDS = (
    Command(
        "patient.matters",
        QT_TRANSLATE_NOOP("Commands", "Main button of a matter of today: 1 to 9"),
        "1",
        Scope.PATIENT,
        built_in=True,
    ),
    Command("patient.vaccinate", QT_TRANSLATE_NOOP("Commands", "Vaccinate"), "V", Scope.PATIENT, "syringe"),
    Command(
        "patient.order",
        QT_TRANSLATE_NOOP("Commands", "Order laboratory tests"),
        "D",
        Scope.PATIENT,
        "laboratory",
    ),
    Command(
        "patient.rapid", QT_TRANSLATE_NOOP("Commands", "Record a rapid test"), "R", Scope.PATIENT, "test"
    ),
    Command(
        "patient.result", QT_TRANSLATE_NOOP("Commands", "Enter a result"), "E", Scope.PATIENT, "document"
    ),
    Command(
        "patient.booklet",
        QT_TRANSLATE_NOOP("Commands", "Enter a vaccination booklet"),
        "C",
        Scope.PATIENT,
        "card",
    ),
    Command(
        "patient.note", QT_TRANSLATE_NOOP("Commands", "Write in the journal"), "J", Scope.PATIENT, "note"
    ),
    Command("patient.take_in", QT_TRANSLATE_NOOP("Commands", "Take the person in"), "P", Scope.PATIENT),
    Command("patient.end", QT_TRANSLATE_NOOP("Commands", "End the visit"), "T", Scope.PATIENT),
    Command(
        "patient.print",
        QT_TRANSLATE_NOOP("Commands", "Print: the card, or the request"),
        "Ctrl+P",
        Scope.PATIENT,
        "printer",
    ),
    Command(
        "patient.tabs",
        QT_TRANSLATE_NOOP("Commands", "Tabs of the file: Alt+1 to Alt+6"),
        "Alt+1",
        Scope.PATIENT,
        built_in=True,
    ),
    Command(
        "patient.record",
        QT_TRANSLATE_NOOP("Commands", "Record the open form"),
        "Return",
        Scope.PATIENT,
        built_in=True,
    ),
    Command(
        "patient.leave",
        QT_TRANSLATE_NOOP("Commands", "Leave the form or the field"),
        "Esc",
        Scope.PATIENT,
        built_in=True,
    ),
)
