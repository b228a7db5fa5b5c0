"""`icarmed demo` and `icarmed summary` as they are typed."""

import json
from pathlib import Path

import pytest

from icarmed.cli import main


def no_window() -> int:
    raise AssertionError("a command shows no window")


def typed(*arguments: object) -> int:
    return main([str(one) for one in arguments], no_window)


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice folder of few people, and the password beside it."""
    folder = tmp_path_factory.mktemp("demo")
    assert typed("--lang", "en", "demo", "--people", 30, "--seed", 4, "--out", folder / "data") == 0
    (folder / "password").write_text("practice\n", "utf-8")
    return folder


def opened(practice: Path, *arguments: object) -> int:
    """The summary command on that folder."""
    entry = ("--data", practice / "data", "--lang", "en", "summary", "--password-file", practice / "password")
    return typed(*entry, *arguments)


def test_demo_says_how_it_is_entered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("--lang", "en", "demo", "--people", 5, "--out", tmp_path / "data") == 0
    said = capsys.readouterr().out
    assert "5 people" in said
    assert "3 Jan 2019" in said
    assert "practice, infirmiere, accueil, coordination" in said


def test_demo_answers_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("demo", "--people", 5, "--year", 2020, "--out", tmp_path / "data", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["people"], answer["year"], answer["practice_day"]) == (5, 2020, "2021-01-07")
    assert answer["accounts"] == ["admin", "practice", "infirmiere", "accueil", "coordination"]


@pytest.mark.parametrize(
    ("arguments", "code"), [(("--people", 1), 1), (("--year", 1800), 1), (("--people", "many"), 2), ((), 2)]
)
def test_demo_refuses_what_cannot_be_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[object, ...], code: int
) -> None:
    where = ("--out", tmp_path / "data") if arguments else ()
    try:
        ended = typed("demo", *arguments, *where)
    except SystemExit as exited:
        ended = int(exited.code or 0)
    assert ended == code
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert not (tmp_path / "data").exists()


def test_demo_does_not_write_over_anything(practice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("demo", "--people", 5, "--out", practice / "data") == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_summary_prints_its_tables_to_read(practice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert opened(practice, "--year", 2018) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Attendance of the permanences"
    # 30 of 519 people: 48 × 30 / 519 = 2.77 people, 382 × 30 / 519 = 22.08 visits.
    assert lines[2].split()[:3] == ["Liège", "22", "3"]


def test_summary_in_json_is_one_document_and_nothing_else(
    practice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened(practice, "--year", 2018, "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert [table["id"] for table in document["tables"]] == [
        "attendance",
        "medical_follow_ups",
        "hepatitis_b",
    ]
    liege = {row["id"]: row["values"] for row in document["tables"][0]["rows"]}["liege"]
    assert liege[:3] == [22, 3, 7.3]


def test_summary_for_publication_shows_no_small_number(
    practice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened(practice, "--year", 2018, "--for-publication", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    values = [value for table in document["tables"] for row in table["rows"] for value in row["values"]]
    assert "<5" in values
    assert not {1, 2, 3, 4} & {value for value in values if isinstance(value, int)}


def test_summary_writes_the_files_it_was_asked_for(
    practice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "folder"
    assert opened(practice, "--year", 2018, "--place", "liege", "--format", "pdf,csv", "--out", out) == 0
    written = sorted(file.name for file in out.iterdir())
    assert written == [
        "summary-2018-liege-attendance.csv",
        "summary-2018-liege-hepatitis_b.csv",
        "summary-2018-liege-medical_follow_ups.csv",
        "summary-2018-liege.pdf",
    ]
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 4
    assert all(line.startswith("Written: ") for line in said)


def test_summary_writes_every_format_unless_one_is_named(practice: Path, tmp_path: Path) -> None:
    assert opened(practice, "--year", 2018, "--out", tmp_path, "--json") == 0
    assert {file.suffix for file in tmp_path.iterdir()} == {".json", ".csv", ".xlsx", ".pdf"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--year", 2018, "--place", "nowhere"), 1),
        (("--year", 0), 1),
        (("--year", 2018, "--format", "docx"), 2),
        (("--year", 2018, "--format", "pdf"), 2),
        ((), 2),
    ],
)
def test_summary_says_in_one_line_what_it_cannot_do(
    practice: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[object, ...], code: int
) -> None:
    try:
        ended = opened(practice, *arguments)
    except SystemExit as exited:
        ended = int(exited.code or 0)
    assert ended == code
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1


def test_summary_is_refused_to_who_may_not_see_figures(
    practice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened(practice, "--account", "accueil", "--year", 2018) == 1
    assert opened(practice, "--account", "coordination", "--year", 2018) == 0
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
