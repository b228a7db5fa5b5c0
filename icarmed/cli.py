"""The command line: one command a story; only the one that is asked for is imported."""

import argparse
import importlib
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TextIO

from icarmed import __version__
from icarmed.catalogue.texts import languages, words
from icarmed.commands import opening
from icarmed.commands.speaking import WRONG_USAGE, speaking
from icarmed.domain.words import Words

REFUSED = 1

COMMANDS: Mapping[str, str] = {
    "init": "cli.command.init",
    "account": "cli.command.account",
    "demo": "cli.command.demo",
    "forecast": "cli.command.forecast",
    "due": "cli.command.due",
    "summary": "cli.command.summary",
    "slip": "cli.command.slip",
    "backup": "cli.command.backup",
    "restore": "cli.command.restore",
    "verify": "cli.command.verify",
    "check": "cli.command.check",
}
"""Each stands in the module of its name in `icarmed.commands`, with `register` and `run`."""

OPENING = frozenset({"due", "summary", "slip"})
"""Commands that open the data base and leave the options for that to the command line."""


def main(arguments: Sequence[str], window: Callable[[], int]) -> int:
    """Does what the arguments ask for; without a command shows the window."""
    _speak_utf8(sys.stdout, sys.stderr)
    told = words(language(arguments, os.environ))
    args = _parser(told, arguments).parse_args(arguments)
    args.lang = told.lang
    if args.command is None:
        return _window(args, window)
    return _run(args, told)


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language of `--lang`, else of the environment if it is one that is offered, else the first one."""
    offered = [one.code for one in languages() if one.offered]
    following = dict(pairwise(arguments)).get("--lang", "")
    joined = next((word.partition("=")[2] for word in arguments if word.startswith("--lang=")), "")
    variables = (environment.get(name, "") for name in ("ICARMED_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    asked = next((text for text in (following, joined, *variables) if text), "")
    code = asked[:2].lower()
    return code if code in offered else offered[0]


def _run(args: argparse.Namespace, told: Words) -> int:
    from icarmed.commands.errors import DENIED, explained

    try:
        code: int = importlib.import_module(f"icarmed.commands.{args.command}").run(args)
        sys.stdout.flush()
    except opening.WrongUsage as wrong:
        return _say(told.finding(wrong.finding), WRONG_USAGE)
    except KeyboardInterrupt:
        return _say(told.text("cli.stopped"))
    except BrokenPipeError:
        return _nobody_reads()
    except DENIED as error:
        by_code = getattr(args, "recovery_code_file", None) is not None
        return _say(explained(error, told, by_recovery_code=by_code))
    return code


def _parser(told: Words, arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Knows all commands by name, and of those that are named here everything."""
    parser = speaking(told)(prog="icarmed", description=told.text("cli.description"))
    parser.add_argument("--version", action="version", version=__version__, help="cli.option.version")
    parser.add_argument("--data", type=Path, metavar="DIR", help="cli.option.data")
    parser.add_argument(
        "--lang", choices=[one.code for one in languages() if one.offered], help="cli.option.lang"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="cli.heading.commands")
    for name, help_code in COMMANDS.items():
        if name not in arguments:
            commands.add_parser(name, help=help_code)
            continue
        importlib.import_module(f"icarmed.commands.{name}").register(commands)
        chosen = commands.choices[name]
        chosen.description = told.text(help_code)
        if name in OPENING:
            opening.add_options(chosen)
    return parser


def _window(args: argparse.Namespace, window: Callable[[], int]) -> int:
    """The window reads folder and language where every program of ours does."""
    if args.data is not None:
        os.environ["ICARMED_DATA"] = str(args.data)
    return window()


def _say(line: str, code: int = REFUSED) -> int:
    sys.stderr.write(" ".join(line.split()) + "\n")
    return code


def _nobody_reads() -> int:
    """Whoever read our answer has gone: what Python still holds goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return REFUSED


def _speak_utf8(*streams: TextIO) -> None:
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
