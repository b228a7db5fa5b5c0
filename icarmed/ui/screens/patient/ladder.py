"""From the vaccination sheet to what stands on the ladder and beside it."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from icarmed.db.vaccination import DoseRow
from icarmed.domain.vaccination.assessment import Assessment
from icarmed.domain.vaccination.history import Found, Marker, Sample, Titre
from icarmed.domain.vaccination.judge import JudgedDose, Verdict
from icarmed.domain.words import Words
from icarmed.ui.parts import Step, StepState
from icarmed.ui.screens.patient.words import SITES, answer_text, partial_day, product_text, said
from icarmed.usecases.files import Planned, VaccinationSheet

translate = QCoreApplication.translate
_COUNTS = frozenset({Verdict.VALID, Verdict.VALID_WITH_GRACE})
_SAMPLES = 3


def steps_of(words: Words, sheet: VaccinationSheet, today: date) -> tuple[Step, ...]:
    """Every dose given, as judged, then the next one and the one after it."""
    judged = {one.dose.id: one for one in sheet.assessment.doses}
    steps = [_given(words, dose, judged.get(str(dose.id))) for dose in sheet.doses]
    if sheet.next is not None:
        steps.append(_next(words, sheet.next, today))
    if sheet.after_next is not None:
        steps.append(_after(words, sheet.after_next))
    return tuple(steps)


def dose_title(words: Words, dose: DoseRow, judged: JudgedDose | None) -> str:
    """A dose by its number, or by what it is when it does not count."""
    if judged is None:
        return product_text(words, dose.product)
    if judged.number is not None:
        return translate("VaccineLadder", "dose %1").replace("%1", str(judged.number))
    match judged.verdict:
        case Verdict.TOO_EARLY:
            return translate("VaccineLadder", "too early")
        case Verdict.EXTRA:
            return translate("VaccineLadder", "one more")
        case Verdict.SUB_STANDARD:
            return translate("VaccineLadder", "not up to standard")
        case _:
            return translate("VaccineLadder", "not verifiable")


def verdict_text(words: Words, judged: JudgedDose) -> str:
    """What the dose is worth, in the words of the rules."""
    days = judged.shortfall.days if judged.shortfall is not None else 0
    return words.text(f"verdict.{judged.verdict.value}", number=judged.number or 0, days=days)


def explanations(words: Words, sheet: VaccinationSheet) -> list[str]:
    """Why each dose that does not count does not, and what the next days are counted from."""
    judged = {one.dose.id: one for one in sheet.assessment.doses}
    lines: list[str] = []
    for dose in sheet.doses:
        one = judged.get(str(dose.id))
        if one is not None and one.verdict not in _COUNTS:
            lines.append(f"{partial_day(words, dose.on)} : {_because(words, one)}")
    if sheet.next is not None:
        lines += _why_next(words, sheet.next)
    lines += [_counted(words, one) for one in sheet.assessment.counted]
    return lines


def serology_lines(words: Words, sheet: VaccinationSheet) -> list[str]:
    """The latest samples of each marker, and which of them are shown but not used."""
    unused = {one.sample.id: one for one in sheet.assessment.unused}
    lines: list[str] = []
    for marker in Marker:
        mine = sorted((one for one in sheet.samples if one.marker is marker), key=lambda one: one.on)
        for sample in mine[-_SAMPLES:][::-1]:
            text = (
                f"{words.text(f'analyses.{marker.value}')} {_value(words, sample)} ({words.day(sample.on)})"
            )
            if sample.id in unused:
                again = words.day(unused[sample.id].repeat_from)
                text += " · " + translate("VaccineLadder", "not used, repeat from %1").replace("%1", again)
            lines.append(text)
    return lines


def _given(words: Words, dose: DoseRow, judged: JudgedDose | None) -> Step:
    counts = judged is not None and judged.verdict in _COUNTS
    where = " ".join(part for part in (dose.lot, said(SITES[dose.site]) if dose.site else "") if part)
    lines = [partial_day(words, dose.on), where or product_text(words, dose.product)]
    if dose.place:
        lines.append(dose.place)
    if dose.declared:
        lines.append(translate("VaccineLadder", "said, without proof"))
    if judged is not None and judged.shortfall is not None:
        lines += _short(words, judged)
    if dose.override_reason:
        lines.append(translate("VaccineLadder", "in spite of: %1").replace("%1", dose.override_reason))
    return Step(
        StepState.GIVEN if counts else StepState.INVALID, dose_title(words, dose, judged), tuple(lines)
    )


def _short(words: Words, judged: JudgedDose) -> list[str]:
    """By how much it came too early: days after the dose before, and how many it takes."""
    short, on = judged.shortfall, judged.dose.on.exact
    if short is None or on is None:
        return []
    after = (on - short.since).days
    first = (
        translate("VaccineLadder", "%1 d after %2")
        .replace("%1", str(after))
        .replace("%2", words.day(short.since))
    )
    return [first, translate("VaccineLadder", "it takes %1").replace("%1", str(after + short.days))]


def _next(words: Words, planned: Planned, today: date) -> Step:
    dose = planned.dose
    title = translate("VaccineLadder", "dose %1").replace("%1", str(dose.number))
    if dose.earliest is None or dose.earliest <= today:
        since = translate("VaccineLadder", "may be given now")
        lines = [
            since
            if dose.earliest is None
            else translate("VaccineLadder", "since %1").replace("%1", words.day(dose.earliest))
        ]
        if dose.recommended is not None and dose.recommended > today:
            lines.append(
                translate("VaccineLadder", "advised from %1").replace("%1", words.day(dose.recommended))
            )
        if dose.late_from is not None:
            text = (
                translate("VaccineLadder", "late since %1")
                if dose.late(today)
                else translate("VaccineLadder", "late from %1")
            )
            lines.append(text.replace("%1", words.day(dose.late_from)))
        return Step(StepState.DUE, title, tuple(lines))
    return Step(StepState.LATER, title, tuple(_window(words, planned)))


def _after(words: Words, planned: Planned) -> Step:
    title = translate("VaccineLadder", "dose %1").replace("%1", str(planned.dose.number))
    return Step(
        StepState.LATER,
        title,
        (*_window(words, planned), translate("VaccineLadder", "if the dose before is given then")),
    )


def _window(words: Words, planned: Planned) -> list[str]:
    """Possible from, advised from, proposed: the session when there is one, else the day."""
    dose, lines = planned.dose, []
    first = planned.earliest_session.on if planned.earliest_session is not None else dose.earliest
    if first is not None:
        lines.append(translate("VaccineLadder", "possible %1").replace("%1", words.long_day(first)))
    if dose.recommended is not None:
        lines.append(translate("VaccineLadder", "advised from %1").replace("%1", words.day(dose.recommended)))
    if planned.session is not None and planned.session.on != first:
        lines.append(
            translate("VaccineLadder", "proposed %1").replace("%1", words.long_day(planned.session.on))
        )
    if dose.late_from is not None:
        lines.append(translate("VaccineLadder", "late from %1").replace("%1", words.day(dose.late_from)))
    return lines


def _why_next(words: Words, planned: Planned) -> list[str]:
    dose, lines = planned.dose, []
    title = translate("VaccineLadder", "dose %1").replace("%1", str(dose.number))
    if dose.earliest is not None:
        possible = translate("VaccineLadder", "possible from %1").replace("%1", words.day(dose.earliest))
        lines.append(f"{title}, {possible} : {words.finding(dose.why_earliest)}")
    if dose.recommended is not None and dose.recommended != dose.earliest:
        advised = translate("VaccineLadder", "advised from %1").replace("%1", words.day(dose.recommended))
        lines.append(f"{title}, {advised} : {words.finding(dose.why_recommended)}")
    return lines


def _because(words: Words, judged: JudgedDose) -> str:
    text = verdict_text(words, judged)
    return " · ".join([text, *_short(words, judged)]) if judged.shortfall is not None else text


def _counted(words: Words, counted: Assessment) -> str:
    return words.text("calculator.if_counted", status=words.finding(counted.because))


def _value(words: Words, sample: Sample) -> str:
    match sample.result:
        case Titre(value=value, comparator=comparator):
            shown = "" if comparator.value == "=" else f"{comparator.value} "
            return f"{shown}{value} UI/L"
        case Found():
            return answer_text(words, sample.result.value)
