"""The recovery sheet from the command line: to a file named on purpose, or straight to a printer."""

import argparse
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from icarmed.commands import opening
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.words import Words

if TYPE_CHECKING:
    from icarmed.usecases.vault.folder import DataFolder
    from icarmed.usecases.vault.sheet import NewSheet

_PRINTER = "lp"
_TRIES = 3
_ONLY_OURS = 0o600


def add_options(parser: argparse.ArgumentParser) -> None:
    """Adds where the sheet goes."""
    parser.add_argument("--recovery-sheet", type=Path, metavar="FILE", help="cli.option.recovery_sheet")


def must_be_possible(args: argparse.Namespace, place: "DataFolder") -> None:
    """Refused for a file that would keep the code beside what it opens, or where it would be found."""
    target: Path | None = args.recovery_sheet
    if target is None:
        if not opening.is_terminal() or args.password_stdin:
            raise opening.WrongUsage(Finding("sheet_not_given"))
        if shutil.which(_PRINTER) is None:
            raise opening.WrongUsage(Finding("sheet_without_printer"))
        return
    real = Path(os.path.realpath(target))
    inside = real.is_relative_to(os.path.realpath(place.path))
    if inside or real.parent == _home() or any(real.is_relative_to(usual) for usual in _usual_folders()):
        raise Refused(Finding("sheet_in_usual_folder", {"file": str(target)}))


@contextmanager
def handed_over(args: argparse.Namespace, sheet: "NewSheet", on: date) -> Iterator[bool]:
    """The sheet printed or written, and at a terminal two groups typed back; whether they were.

    When what follows fails, the file is taken away again: its code would open nothing.
    """
    from icarmed.documents.recovery_sheet import RecoverySheet, render

    told = opening.spoken(args)
    pdf = render(RecoverySheet(sheet.code, on), told)
    target: Path | None = args.recovery_sheet
    if target is None:
        _print(pdf)
    else:
        _write(target, pdf)
    try:
        confirmed = not args.password_stdin and opening.is_terminal()
        if confirmed:
            _type_back(sheet, told)
        yield confirmed
    except BaseException:
        if target is not None:
            target.unlink(missing_ok=True)
        raise


def _write(target: Path, pdf: bytes) -> None:
    """Never over a file that is there, readable by its owner only, on the disk before going on."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_OURS)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        target.unlink(missing_ok=True)
        raise


def _print(pdf: bytes) -> None:
    """The sheet goes through the printer's own queue; no file of ours holds it."""
    program = shutil.which(_PRINTER)
    if program is None:
        raise opening.WrongUsage(Finding("sheet_without_printer"))
    ended = subprocess.run([program, "-s"], input=pdf, capture_output=True, check=False)  # noqa: S603 no shell
    if ended.returncode:
        raise Refused(Finding("sheet_not_printed"))


def _type_back(sheet: "NewSheet", told: Words) -> None:
    for _ in range(_TRIES):
        first, second = (opening.ask(told.text("cli.ask.group", number=number)) for number in sheet.groups)
        if sheet.confirmed_by((first, second)):
            return
    raise Refused(Finding("recovery_groups_differ"))


def _home() -> Path:
    return Path(os.path.realpath(Path.home()))


def _usual_folders() -> Iterator[Path]:
    """The folders of a person that are looked into, searched and copied to other computers."""
    for folder in (
        platformdirs.user_desktop_dir(),
        platformdirs.user_documents_dir(),
        platformdirs.user_downloads_dir(),
        platformdirs.user_pictures_dir(),
        platformdirs.user_videos_dir(),
        platformdirs.user_music_dir(),
    ):
        real = Path(os.path.realpath(folder))
        if real != _home():
            yield real
