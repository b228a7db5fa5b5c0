import argparse
import json
from pathlib import Path

import pytest

from icarmed.commands import slip
from icarmed.usecases.lab_requests import OrderTests, cancel_request, order_tests
from tests.documents.reading import pages
from tests.support.office import Office
from tests.usecases.lab_people import acts, person


def parsed(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    slip.register(parser.add_subparsers())
    return parser.parse_args(["slip", *arguments])


def test_the_slip_is_written_again(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ordered = order_tests(office.doctor, OrderTests(person(office), None, tests=("alt",))).value
    out = tmp_path / "slip.pdf"
    number = ordered.number
    assert slip.write(office.doctor, parsed(f"{number[:4]} {number[4:]}", "--out", str(out))) == 0
    assert "ALAT" in pages(out.read_bytes())[0]
    assert capsys.readouterr().out == f"Demande écrite dans {out}\n"
    assert acts(office.doctor, ordered.id) == [("add", 1), ("print", 1)]


def test_in_json_it_says_nothing_else(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ordered = order_tests(office.doctor, OrderTests(person(office), None, tests=("alt",))).value
    out = tmp_path / "slip.pdf"
    assert slip.write(office.doctor, parsed(ordered.number, "--out", str(out), "--json")) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer == {"request": ordered.number, "file": str(out), "bytes": len(out.read_bytes())}


def test_a_refusal_is_one_line_and_leaves_no_file(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ordered = order_tests(office.doctor, OrderTests(person(office), None, tests=("alt",))).value
    cancel_request(office.doctor, ordered.id, 1, "erreur")
    out = tmp_path / "slip.pdf"
    assert slip.write(office.doctor, parsed(ordered.number, "--out", str(out))) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Il n'y a plus rien à demander au laboratoire.\n")
    assert not out.exists()


def test_a_file_that_cannot_be_written_is_said(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ordered = order_tests(office.doctor, OrderTests(person(office), None, tests=("alt",))).value
    out = tmp_path / "nowhere" / "slip.pdf"
    assert slip.write(office.doctor, parsed(ordered.number, "--out", str(out))) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert str(out) in said.err


@pytest.mark.parametrize("arguments", [["12", "--out", "x"], ["421098765430"], ["--out", "x"]])
def test_wrong_usage_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parsed(*arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err
