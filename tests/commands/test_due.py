"""`icarmed due` on an open data base."""

import argparse
import json
import re
from datetime import date

import pytest

from icarmed.commands import due
from icarmed.domain.codes import normal_patient_code
from tests.support.office import Office
from tests.usecases.lab_people import person
from tests.usecases.test_reminders import dose, reactive


def parsed(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    due.register(parser.add_subparsers())
    return parser.parse_args(["due", *arguments])


@pytest.fixture
def nadia(office: Office) -> str:
    """Someone with a dose due and a reactive test, by the anchor of the dose."""
    patient = person(office)
    given = dose(office, patient, "2026-10-15")
    reactive(office, patient, date(2026, 11, 19))
    return f"doses:{given}"


def test_in_json_each_line_has_what_the_guide_says(
    office: Office, nadia: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert due.answer(office.nurse, parsed("--json")) == 0
    out = capsys.readouterr().out
    hiv, vaccine = json.loads(out)
    keys = ["patient", "rule", "anchor", "task", "due", "overdue_from", "late", "session", "channel"]
    assert list(hiv) == list(vaccine) == keys
    assert re.fullmatch(r".{3}-.{4}", vaccine["patient"])
    assert normal_patient_code(vaccine["patient"]) is not None
    assert {key: vaccine[key] for key in keys[1:]} == {
        "rule": "HBV-04",
        "anchor": nadia,
        "task": "Vacciner contre l'hépatite B, dose 2",
        "due": "2026-11-15",
        "overdue_from": "2026-12-15",
        "late": False,
        "session": {"date": "2026-12-03", "place": "liege"},
        "channel": "next_visit",
    }
    assert (hiv["rule"], hiv["late"], hiv["session"]) == ("HIV-01", True, None)
    assert "Nadia" not in out


def test_names_only_when_asked_for(office: Office, nadia: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert due.answer(office.nurse, parsed("--json", "--names")) == 0
    assert {line["name"] for line in json.loads(capsys.readouterr().out)} == {"Nadia"}
    assert due.answer(office.nurse, parsed("--names")) == 0
    assert capsys.readouterr().out.count("Nadia") == 2
    assert due.answer(office.nurse, parsed()) == 0
    assert "Nadia" not in capsys.readouterr().out


def test_as_a_list_it_reads(office: Office, nadia: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert due.answer(office.nurse, parsed("--until", "2026-12-10")) == 0
    head, hiv, vaccine = capsys.readouterr().out.splitlines()
    assert head == "Dû au 10/12/2026 · liege · 2 lignes"
    assert hiv.endswith("dû le 19/11/2026   en retard   au prochain passage")
    assert vaccine.endswith("dû le 15/11/2026   à faire   séance du 03/12/2026, liege")


def test_nothing_due_is_said(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert due.answer(office.nurse, parsed()) == 0
    assert capsys.readouterr().out.splitlines()[1] == "Rien n'est dû à cette date."
    assert due.answer(office.nurse, parsed("--json")) == 0
    assert capsys.readouterr().out == "[]\n"


def test_who_may_not_read_it_and_a_place_that_is_not_known_are_refused_in_one_line(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert due.answer(office.coordinator, parsed("--json")) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Votre rôle ne permet pas ce geste.\n")
    assert due.answer(office.nurse, parsed("--place", "atlantis")) == 1
    assert capsys.readouterr().err == "Lieu inconnu : atlantis\n"


def test_a_day_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parsed("--until", "tomorrow")
    assert ended.value.code == 2
    assert "'tomorrow' is not a day" in capsys.readouterr().err
