"""How the rows of the board read: when, who, with whom, and what is open for them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from icarmed.domain.codes import shown_patient_code
from icarmed.domain.dates import completed_years
from icarmed.domain.reminders.vocabulary import ChipKind as Act
from icarmed.domain.visits import FollowUpType, VisitState
from icarmed.ui.i18n import QT_TRANSLATE_NOOP
from icarmed.ui.parts import Chip, ChipKind
from icarmed.ui.tables import Line
from icarmed.usecases.board import BoardRow

ZONE = ZoneInfo("Europe/Brussels")
_PRESSING = frozenset({Act.TO_CONFIRM, Act.REVIEW})
_ACTS = {
    Act.TO_CONFIRM: QT_TRANSLATE_NOOP("Board", "to confirm"),
    Act.REVIEW: QT_TRANSLATE_NOOP("Board", "doctor's opinion"),
    Act.RESULT: QT_TRANSLATE_NOOP("Board", "result to hand over"),
    Act.REPEAT_TEST: QT_TRANSLATE_NOOP("Board", "test to repeat"),
    Act.VACCINE: QT_TRANSLATE_NOOP("Board", "vaccine"),
    Act.BLOOD_TEST: QT_TRANSLATE_NOOP("Board", "blood test"),
    Act.CALL_LAB: QT_TRANSLATE_NOOP("Board", "laboratory to call"),
    Act.DRESSING: QT_TRANSLATE_NOOP("Board", "dressing"),
    Act.PILLBOX: QT_TRANSLATE_NOOP("Board", "pill box"),
}
_TYPES = {
    FollowUpType.GENERAL: QT_TRANSLATE_NOOP("Board", "general"),
    FollowUpType.SCREENING: QT_TRANSLATE_NOOP("Board", "screening"),
    FollowUpType.VACCINATION: QT_TRANSLATE_NOOP("Board", "vaccination"),
    FollowUpType.ADDICTION: QT_TRANSLATE_NOOP("Board", "addiction"),
    FollowUpType.WOUND: QT_TRANSLATE_NOOP("Board", "wound care"),
    FollowUpType.VIOLENCE: QT_TRANSLATE_NOOP("Board", "violence"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Board", text)


def type_text(kind: FollowUpType) -> str:
    """A type of follow-up in the language of the window."""
    return _tr(_TYPES[kind])


def local_time(at: datetime) -> str:
    """The hour in Belgium."""
    return f"{at.astimezone(ZONE):%H:%M}"


def line_of(row: BoardRow, today: date, *, sees_chips: bool) -> Line:
    """The line of one visit."""
    code = shown_patient_code(row.code)
    return Line(
        key=row.visit,
        lead=local_time(row.arrived_at),
        title=row.shown_name or code,
        detail=" · ".join(_details(row, today)),
        chips=_chips(row, sees_chips=sees_chips),
        shaded=row.shown_name is not None,
    )


def _details(row: BoardRow, today: date) -> list[str]:
    details = []
    if row.shown_name is not None:
        details.append(shown_patient_code(row.code))
    if row.born is not None:
        years = str(completed_years(row.born, today))
        text = (
            QCoreApplication.translate("Board", "%1 years old")
            if row.born.exact
            else QCoreApplication.translate("Board", "about %1 years old")
        )
        details.append(text.replace("%1", years))
    if row.languages:
        details.append(", ".join(row.languages))
    if row.state is VisitState.CONSULTATION:
        details.append(_with_whom(row))
    if row.state is VisitState.LEFT_UNSEEN:
        details.append(QCoreApplication.translate("Board", "left unseen"))
    return details


def _with_whom(row: BoardRow) -> str:
    match row.with_doctor, row.with_nurse:
        case True, True:
            return QCoreApplication.translate("Board", "with doctor and nurse")
        case True, False:
            return QCoreApplication.translate("Board", "with the doctor")
        case _:
            return QCoreApplication.translate("Board", "with the nurse")


def _chips(row: BoardRow, *, sees_chips: bool) -> tuple[Chip, ...]:
    if not sees_chips:
        return ()
    if row.state is VisitState.DONE:
        return tuple(Chip(ChipKind.DONE, type_text(kind)) for kind in row.types)
    if row.state is VisitState.LEFT_UNSEEN:
        return ()
    if not row.chips:
        return (Chip(ChipKind.NEXT, QCoreApplication.translate("Board", "nothing waiting")),)
    pressing = sorted(row.chips, key=lambda act: act not in _PRESSING)
    return tuple(
        Chip(ChipKind.ALARM if act in _PRESSING else ChipKind.DUE, _tr(_ACTS[act])) for act in pressing
    )
