"""How a command opens the data base: which folder, as whom, with which password, at what time."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from icarmed import paths
from icarmed.catalogue.texts import words
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.words import Words

if TYPE_CHECKING:
    from icarmed.security.keyset import KeySet
    from icarmed.usecases.story import Desk
    from icarmed.usecases.vault.credentials import Credentials
    from icarmed.usecases.vault.folder import DataFolder
    from icarmed.usecases.vault.opened import Vault

_LARGEST_SECRET = 10_000
_PRACTICE = "practice"


class WrongUsage(Exception):
    """The command was not given what it needs: exit 2, with the sentence of the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def add_options(parser: argparse.ArgumentParser, *, recovery: bool = False) -> None:
    """Adds what says which data base is opened and as whom."""
    group = parser.add_argument_group("cli.opening.title")
    group.add_argument("--data", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="cli.option.data")
    group.add_argument("--account", metavar="NAME", default=None, help="cli.option.account")
    group.add_argument("--password-file", type=Path, metavar="FILE", help="cli.option.password_file")
    group.add_argument("--password-stdin", action="store_true", help="cli.option.password_stdin")
    if recovery:
        group.add_argument(
            "--recovery-code-file", type=Path, metavar="FILE", help="cli.option.recovery_code_file"
        )


def spoken(args: argparse.Namespace) -> Words:
    """The words of the language that the command answers in."""
    return words(getattr(args, "lang", None) or "fr")


def clock() -> datetime:
    """What the clock of this computer says; practice data have their own day."""
    return datetime.now(UTC)


def folder(args: argparse.Namespace) -> "DataFolder":
    """The data folder that was named, or the user's own."""
    from icarmed.usecases.vault.folder import DataFolder

    return DataFolder(getattr(args, "data", None) or paths.data_folder())


@contextmanager
def vault(args: argparse.Namespace, *, unattended: bool = False) -> "Iterator[tuple[Vault, Desk]]":
    """The data base opened as the options say, at the moment of the clock or of practice.

    `unattended` commands may open it with the keyring of this computer where nobody is there to ask.
    """
    place = folder(args)
    must_exist(place)
    shown = credentials(args, place.keys.read(), unattended=unattended)
    with entered(args, shown) as opened:
        yield opened


@contextmanager
def entered(args: argparse.Namespace, shown: "Credentials") -> "Iterator[tuple[Vault, Desk]]":
    """As `vault`, with what was shown already."""
    from icarmed.usecases.vault.entering import enter
    from icarmed.usecases.vault.moment import moment

    with enter(folder(args), shown, clock()) as opened:
        at = moment(opened.database, clock())
        yield opened, opened.desk(at.now, at.today)


@contextmanager
def desk(args: argparse.Namespace) -> "Iterator[Desk]":
    """As `vault`, for commands that need nothing but the stories."""
    with vault(args) as (_, opened):
        yield opened


def must_exist(place: "DataFolder") -> None:
    """Refused, with the folder's name, when there is no data base in it."""
    if not place.data_base.exists():
        raise Refused(Finding("no_data_base", {"folder": str(place.path)}))


def credentials(args: argparse.Namespace, keys: "KeySet", *, unattended: bool = False) -> "Credentials":
    """What the options show: the recovery code, this computer's keyring, or an account and its password."""
    from icarmed.usecases.vault.credentials import ByDevice, ByPassword, ByRecoveryCode, device_is_known

    code_file: Path | None = getattr(args, "recovery_code_file", None)
    if code_file is not None:
        return ByRecoveryCode(first_line(code_file))
    nobody = not (args.account or args.password_file or args.password_stdin or is_terminal())
    if unattended and nobody and device_is_known(keys):
        return ByDevice()
    name = args.account or _only_account(keys)
    return ByPassword(name, password(args, "cli.ask.password", name=name))


def password(args: argparse.Namespace, asking: str, **params: str) -> str:
    """The password from the file, from the next line of standard input, or asked at the terminal."""
    if args.password_file is not None:
        return first_line(args.password_file)
    if args.password_stdin:
        return next_line()
    if not is_terminal():
        raise WrongUsage(Finding("password_not_given"))
    return ask_secret(spoken(args).text(asking, **params))


def next_line() -> str:
    """The next line of standard input, without its end."""
    line = sys.stdin.readline()
    if not line:
        raise WrongUsage(Finding("password_not_given"))
    return line.rstrip("\r\n")


def ask(question: str) -> str:
    """What is typed at the terminal."""
    print(question, end=" ", file=sys.stderr, flush=True)
    return next_line()


def ask_secret(question: str) -> str:
    """What is typed at the terminal without being shown."""
    return getpass.getpass(f"{question} ")


def is_terminal() -> bool:
    """Whether someone can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def names_of(keys: "KeySet") -> Sequence[str]:
    """The sign-in names of those who may open it."""
    from icarmed.security.slots import SlotKind

    return [slot.holder.name for slot in keys.of_kind(SlotKind.ACCOUNT) if not slot.disabled]


def _only_account(keys: "KeySet") -> str:
    """The only account; of practice data, the one that is named so."""
    names = names_of(keys)
    if len(names) == 1 or _PRACTICE in names:
        return names[0] if len(names) == 1 else _PRACTICE
    raise WrongUsage(Finding("account_not_given"))


def first_line(path: Path) -> str:
    """The first line of a small file that holds a secret."""
    with path.open("rb") as file:
        data = file.read(_LARGEST_SECRET)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(Finding("secret_not_text", {"file": os.fspath(path)})) from None
    return text.partition("\n")[0].rstrip("\r")
