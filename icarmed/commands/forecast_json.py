"""The calculator in JSON: cases as they are asked, answers as they are given (user guide, "Commands")."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from icarmed.catalogue.schedules import products, products_by_cvx
from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.sessions import Session
from icarmed.domain.vaccination.assessment import Assessment
from icarmed.domain.vaccination.forecast import Next
from icarmed.domain.vaccination.history import DoseGiven, Found, History, Marker, Sample, Statement, Titre
from icarmed.domain.vaccination.judge import JudgedDose
from icarmed.domain.vaccination.schedule import EarlyDose
from icarmed.domain.vaccination.status import Status
from icarmed.domain.vaccination_acts import StatementKind
from icarmed.usecases.forecast import Case, Choices, Forecast

Json = dict[str, Any]

DEFAULT_SCHEDULE = "hepb-0-1-4"
UNSPECIFIED = "hepatitis-b-unspecified"

_FOUND = {
    "neg": Found.NEGATIVE,
    "negative": Found.NEGATIVE,
    "pos": Found.POSITIVE,
    "positive": Found.POSITIVE,
    "inconclusive": Found.INCONCLUSIVE,
}
_CASE = frozenset(
    {"schedule", "born", "doses", "declined", "contraindicated", "serology", "on", "place", "settings"}
)
_DOSE = frozenset({"date", "product", "cvx", "declared"})
_SAMPLE = frozenset({"test", "date", "value"})
_SETTINGS = frozenset({"grace_days", "after_early_dose_3", "late_after_days", "serology_wanted"})


def read_cases(text: str, today: date) -> tuple[Case, ...]:
    """The cases of a JSON array; Refused with `case_unreadable`, naming the first one that cannot be read."""
    try:
        rows = json.loads(text, parse_float=Decimal)
    except ValueError as error:
        raise Refused(Finding("cases_unreadable", {"detail": str(error)})) from error
    if not isinstance(rows, list):
        raise Refused(Finding("cases_unreadable", {"detail": "not an array"}))
    cases: list[Case] = []
    for number, row in enumerate(rows, 1):
        try:
            cases.append(_case(row, today))
        except (ValueError, TypeError, KeyError) as error:
            raise Refused(Finding("case_unreadable", {"number": number, "detail": str(error)})) from error
    return tuple(cases)


def known_product(code: str) -> str:
    """The code of a product, if it is shipped; Refused otherwise."""
    if code not in products():
        raise Refused(Finding("product_unknown", {"product": code}))
    return code


def result(marker: Marker, text: str) -> Found | Titre:
    """A result as it is written: `neg`, `pos`, or a titre such as `<2`; ValueError for anything else."""
    if marker is Marker.ANTI_HBS:
        return Titre.parse(text)
    if text not in _FOUND:
        msg = f"neither neg nor pos: {text!r}"
        raise ValueError(msg)
    return _FOUND[text]


def history(
    doses: Iterable[DoseGiven], samples: Iterable[Sample], statements: Iterable[Statement]
) -> History:
    """Facts that came without ids, numbered as they came."""
    return History(
        tuple(replace(dose, id=f"{number:04}") for number, dose in enumerate(doses)),
        tuple(replace(sample, id=f"{number:04}") for number, sample in enumerate(samples)),
        tuple(statements),
    )


def _case(row: object, today: date) -> Case:
    case = _object(row, _CASE)
    statements = [
        Statement(kind, date.fromisoformat(case[kind]))
        for kind in (StatementKind.DECLINED, StatementKind.CONTRAINDICATED)
        if case.get(kind) is not None
    ]
    doses, samples = case.get("doses") or (), case.get("serology") or ()
    return Case(
        schedule=_text(case.get("schedule", DEFAULT_SCHEDULE)),
        on=date.fromisoformat(case["on"]) if case.get("on") is not None else today,
        history=history(map(_dose, doses), map(_sample, samples), statements),
        born=DateRange.parse(case["born"]) if case.get("born") is not None else None,
        place=_text(case["place"]) if case.get("place") is not None else None,
        choices=_choices(case.get("settings") or {}),
    )


def _object(row: object, known: frozenset[str]) -> Json:
    if not isinstance(row, dict):
        msg = "not an object"
        raise TypeError(msg)
    unknown = sorted(row.keys() - known)
    if unknown:
        msg = f"unknown: {', '.join(unknown)}"
        raise ValueError(msg)
    return row


def _text(value: object) -> str:
    if not isinstance(value, str):
        msg = f"not a text: {value!r}"
        raise TypeError(msg)
    return value


def _dose(row: object) -> DoseGiven:
    dose = _object(row, _DOSE)
    cvx, code = dose.get("cvx"), dose.get("product")
    if cvx is None:
        product = known_product(UNSPECIFIED if code is None else _text(code))
    elif cvx in products_by_cvx():
        product = products_by_cvx()[cvx].code
    else:
        raise Refused(Finding("product_unknown", {"product": f"CVX {cvx}"}))
    return DoseGiven(
        "", DateRange.parse(_text(dose["date"])), product, declared=_flag(dose.get("declared", False))
    )


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        msg = f"neither true nor false: {value!r}"
        raise TypeError(msg)
    return value


def _sample(row: object) -> Sample:
    sample = _object(row, _SAMPLE)
    marker, value = Marker(sample["test"]), sample["value"]
    if marker is Marker.ANTI_HBS and isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Sample("", marker, date.fromisoformat(sample["date"]), Titre(Decimal(value)))
    return Sample("", marker, date.fromisoformat(sample["date"]), result(marker, _text(value)))


def _choices(row: object) -> Choices:
    chosen = _object(row, _SETTINGS)
    early, wanted = chosen.get("after_early_dose_3"), chosen.get("serology_wanted")
    return Choices(
        grace_days=_days(chosen.get("grace_days")),
        after_early_dose_3=None if early is None else EarlyDose(early),
        late_after_days=_days(chosen.get("late_after_days")),
        serology_wanted=None if wanted is None else _flag(wanted),
    )


def _days(value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        msg = f"not a number of days: {value!r}"
        raise ValueError(msg)
    return value


def answer(found: Forecast) -> Json:
    """One answer; with unverifiable doses `if_counted` says where it would stand with them, at both ends."""
    given: Json = {
        "schedule": found.schedule,
        "on": found.on.isoformat(),
        "status": found.assessment.status.value,
    }
    given["doses"] = [_judged(dose) for dose in found.assessment.doses]
    given |= _assessed(found.assessment, found.on)
    if given["next"] is not None:
        given["next"] |= {
            "earliest_session": _session(found.earliest_session),
            "session": _session(found.session),
        }
    if found.assessment.counted:
        given["if_counted"] = [_assessed(counted, found.on) for counted in found.assessment.counted]
    return given


def _assessed(assessment: Assessment, on: date) -> Json:
    upcoming, window = assessment.next, assessment.serology
    given: Json = {
        "status": assessment.status.value,
        "next": None if upcoming is None else _next(upcoming, on),
        "flags": [flag.value for flag in assessment.flags],
    }
    if window is not None and assessment.status is not Status.COMPLETE:
        given["serology"] = {"from": window.since.isoformat(), "until": window.until.isoformat()}
    return given


def _judged(judged: JudgedDose) -> Json:
    return {
        "date": str(judged.dose.on),
        "valid": judged.valid,
        "number": judged.number,
        "reason": None if judged.valid else judged.verdict.value,
    }


def _next(upcoming: Next, on: date) -> Json:
    """A dose wanted at once, from no known day, is wanted on the day asked about."""
    return {
        "number": upcoming.number,
        "earliest": (upcoming.earliest or on).isoformat(),
        "recommended": (upcoming.recommended or on).isoformat(),
        "late_from": None if upcoming.late_from is None else upcoming.late_from.isoformat(),
        "late": upcoming.late(on),
    }


def _session(session: Session | None) -> Json | None:
    return None if session is None else {"date": session.on.isoformat(), "place": session.place}
