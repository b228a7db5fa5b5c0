import argparse
import io
import json
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from icarmed.commands import forecast

Answer = Callable[..., tuple[int, str, str]]
CASES_TODAY = date(2026, 11, 23)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Answer:
    """The command with these arguments: exit code, standard output, standard error."""

    def run(*arguments: str, typed: str = "", **set_by_caller: object) -> tuple[int, str, str]:
        parser = argparse.ArgumentParser()
        forecast.register(parser.add_subparsers())
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        args = parser.parse_args(["forecast", *arguments])
        for name, value in set_by_caller.items():
            setattr(args, name, value)
        code = forecast.run(args)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def answered(command: Answer, *arguments: str) -> Any:
    code, out, err = command(*arguments, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def batch(command: Answer, *cases: object) -> Any:
    code, out, err = command("--json", "-", typed=json.dumps(cases), today=CASES_TODAY)
    assert (code, err) == (0, "")
    return json.loads(out)


# interfaces.md, the example as printed.
EXAMPLE = {
    "schedule": "hepb-0-1-4",
    "on": "2026-11-23",
    "status": "in_progress",
    "doses": [
        {"date": "2026-01-05", "valid": True, "number": 1, "reason": None},
        {"date": "2026-01-20", "valid": False, "number": None, "reason": "too_early"},
    ],
    "next": {
        "number": 2,
        "earliest": "2026-02-17",
        "recommended": "2026-02-17",
        "late_from": "2026-03-19",
        "late": True,
        "earliest_session": {"date": "2026-11-26", "place": "liege"},
        "session": {"date": "2026-11-26", "place": "liege"},
    },
    "flags": [],
}


def test_the_example_of_the_guide_is_answered_as_printed(command: Answer) -> None:
    arguments = ("--schedule", "hepb-0-1-4", "--born", "1990", "--dose", "2026-01-05", "--dose", "2026-01-20")
    assert answered(command, *arguments, "--on", "2026-11-23") == EXAMPLE


def test_the_example_may_come_in_a_batch_and_in_any_order_of_doses(command: Answer) -> None:
    doses = [{"date": "2026-01-20", "product": "engerix-b-20"}, {"date": "2026-01-05", "cvx": "43"}]
    case = {"schedule": "hepb-0-1-4", "born": "1990-05", "doses": doses, "on": "2026-11-23", "place": "liege"}
    assert batch(command, case, {**case, "on": None}) == [EXAMPLE, EXAMPLE]


def test_an_empty_batch_has_an_empty_answer(command: Answer) -> None:
    assert batch(command) == []


def test_someone_unknown_is_asked_to_begin_on_that_day_and_is_not_late(command: Answer) -> None:
    (found,) = batch(command, {})
    assert (found["status"], found["doses"], found["flags"]) == ("unknown", [], [])
    assert found["next"]["number"] == 1
    assert found["next"]["earliest"] == found["next"]["recommended"] == "2026-11-23"
    assert (found["next"]["late_from"], found["next"]["late"]) == (None, False)


def test_awaiting_serology_tells_from_when_to_when(command: Answer) -> None:
    doses = [argument for on in ("2026-06-01", "2026-07-01", "2026-10-01") for argument in ("--dose", on)]
    found = answered(command, *doses, "--on", "2026-11-23")
    assert (found["status"], found["next"]) == ("awaiting_serology", None)
    assert found["serology"] == {"from": "2026-10-29", "until": "2027-01-01"}


def test_serology_may_be_given_by_option_or_in_a_batch(command: Answer) -> None:
    doses = [{"date": on} for on in ("2024-01-10", "2024-02-10", "2024-06-10")]
    titres = [120, 120.5, "120", ">1000"]
    cases = [
        {"doses": doses, "serology": [{"test": "anti_hbs", "date": "2024-08-01", "value": value}]}
        for value in titres
    ]
    assert {found["status"] for found in batch(command, *cases)} == {"immune_vaccine"}
    options = ("--hbsag", "2024-01-10:neg", "--anti-hbc", "2024-01-10:pos", "--anti-hbs", "2024-01-10:<2")
    assert answered(command, *options)["status"] == "to_clarify"
    (infected,) = batch(command, {"serology": [{"test": "hbsag", "date": "2024-08-01", "value": "positive"}]})
    assert (infected["status"], infected["next"]) == ("infected", None)


def test_refusal_and_contraindication_are_flags_that_stop_the_proposal(command: Answer) -> None:
    found = answered(
        command, "--dose", "2026-01-05", "--declined", "2026-02-10", "--contraindicated", "2026-02-11"
    )
    assert (found["status"], found["flags"], found["next"]) == (
        "in_progress",
        ["declined", "contraindicated"],
        None,
    )
    (batched,) = batch(command, {"doses": [{"date": "2026-01-05"}], "declined": "2026-02-10"})
    assert batched["flags"] == ["declined"]


def test_settings_of_a_case_are_followed(command: Answer) -> None:
    case = {"doses": [{"date": "2026-01-01"}, {"date": "2026-01-27"}]}
    strict = {
        "settings": {"grace_days": 0, "after_early_dose_3": "from_early_dose", "serology_wanted": False}
    }
    usual, chosen = batch(command, case, {**case, **strict})
    assert [dose["valid"] for dose in usual["doses"]] == [True, True]
    assert [dose["valid"] for dose in chosen["doses"]] == [True, False]


def test_a_dose_that_cannot_be_verified_is_shown_with_where_it_would_lead(command: Answer) -> None:
    found = answered(
        command,
        "--dose",
        "2025",
        "--dose",
        "2026-05-04:heplisav-b:declared",
        "--dose",
        "2026-06-01::declared",
    )
    assert [dose["reason"] for dose in found["doses"]] == ["unverifiable"] * 3
    assert [dose["date"] for dose in found["doses"]] == ["2025", "2026-05-04", "2026-06-01"]
    assert found["next"]["number"] == 1
    assert [counted["status"] for counted in found["if_counted"]] == ["in_progress", "in_progress"]
    assert not any("doses" in counted for counted in found["if_counted"])


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ({"schedule": "hepb-0-1-6"}, "hepb-0-1-6"),
        ({"place": "namur"}, "namur"),
        ({"doses": [{"date": "2026-01-05", "cvx": "21"}]}, "CVX 21"),
        ({"doses": [{"date": "2026-01-05", "product": "x"}]}, "Vaccin inconnu : x"),
        ({"doses": [{"date": "05/01/2026"}]}, "Cas 1"),
        ({"doses": [{"product": "engerix-b-20"}]}, "'date'"),
        ({"doses": [{"date": 2026}]}, "2026"),
        ({"doses": [{"date": "2026-01-05", "declared": "yes"}]}, "yes"),
        ({"doses": ["2026-01-05"]}, "not an object"),
        ({"serology": [{"test": "hbsag", "date": "2026-01-05", "value": True}]}, "True"),
        ({"serology": [{"test": "hbsag", "date": "2026-01-05", "value": "perhaps"}]}, "perhaps"),
        ({"serology": [{"test": "anti_hbs", "date": "2026-01-05", "value": "high"}]}, "high"),
        ({"settings": {"grace_days": -1}}, "-1"),
        ({"settings": {"grace_days": True}}, "True"),
        ({"settings": {"gracedays": 1}}, "gracedays"),
        ({"dose": []}, "unknown: dose"),
        ([], "not an object"),
    ],
)
def test_a_case_that_cannot_be_answered_refuses_the_batch_in_one_line(
    command: Answer, case: object, told: str
) -> None:
    code, out, err = command("--json", "-", typed=json.dumps([case]), today=CASES_TODAY)
    assert (code, out) == (1, "")
    assert told in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("typed", ["", "{}", "[", "3"])
def test_what_is_not_an_array_is_refused(command: Answer, typed: str) -> None:
    code, out, err = command("--json", "-", typed=typed)
    assert (code, out, err.count("\n")) == (1, "", 1)


def test_a_schedule_that_is_not_shipped_is_refused(command: Answer) -> None:
    code, out, err = command("--schedule", "hepb-0-7-21", "--json", lang="en")
    assert (code, out, err) == (1, "", "Unknown vaccination schedule: hepb-0-7-21\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--dose", "tomorrow"),
        ("--dose", "2026-01-05:unheard-of"),
        ("--dose", "2026-01-05:engerix-b-20:seen"),
        ("--dose", "2026-01-05:engerix-b-20:declared:twice"),
        ("--hbsag", "2026-01-05:maybe"),
        ("--anti-hbs", "2026-01-05"),
        ("--born", "19"),
        ("--on", "2026-02-30"),
    ],
)
def test_wrong_usage_ends_with_2(
    command: Answer, arguments: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command(*arguments)
    assert ended.value.code == 2
    assert arguments[1] in capsys.readouterr().err


def test_in_words_every_day_is_explained(command: Answer) -> None:
    arguments = (
        "--dose",
        "2026-10-15",
        "--dose",
        "2026-11-02",
        "--anti-hbs",
        "2026-10-15:<2",
        "--on",
        "2026-12-31",
    )
    code, out, err = command(*arguments)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "hepb-0-1-4, le 31/12/2026",
        "Vaccination en cours",
        "Lecture incomplète : il manque l'AgHBs et les anti-HBc",
        "15/10/2026  dose 1, valable",
        "02/11/2026  trop tôt de 10 j, ne compte pas",
        "Dose 2 : possible dès le 30/11/2026",
        "  28 jours après la dose trop tôt du 02/11/2026",
        "conseillée dès le 30/11/2026",
        "  28 jours après la dose trop tôt du 02/11/2026",
        "en retard depuis le 30/12/2026",
        "séance proposée : jeudi 31 décembre 2026, Liège",
    ]


def test_in_words_also_what_waits_what_stops_and_what_is_not_proven(command: Answer) -> None:
    _, out, _ = command("--dose", "2019", "--declined", "2026-01-01", "--on", "2026-12-03", lang="en")
    assert out.splitlines() == [
        "hepb-0-1-4, on 3 Dec 2026",
        "No dose and no serology known",
        "declined",
        "2019  unverifiable, does not count by itself",
        "If the unverifiable doses are counted: Vaccination in progress",
        "If the unverifiable doses are counted: Vaccination in progress",
    ]
    complete = [argument for on in ("2026-06-01", "2026-07-01", "2026-10-01") for argument in ("--dose", on)]
    _, out, _ = command(*complete, "--on", "2026-11-23", lang="en")
    assert out.splitlines()[-1] == "anti-HBs to be measured between 29 Oct 2026 and 1 Jan 2027"
    _, out, _ = command("--place", "verviers", "--on", "2026-11-23", lang="en")
    assert out.splitlines()[-1] == "no session within 400 days"


def test_without_a_day_it_is_asked_about_today(command: Answer) -> None:
    _, out, _ = command("--json", today=date(2026, 12, 3))
    assert json.loads(out)["on"] == "2026-12-03"
    _, out, _ = command("--json")
    assert date.fromisoformat(json.loads(out)["on"]) > date(2025, 1, 1)
