"""A reader of arguments that explains itself in the language of whoever asks: help texts are codes."""

import argparse
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from icarmed.domain.words import Words

_HEADINGS = {"options": "cli.heading.options", "positional arguments": "cli.heading.arguments"}
WRONG_USAGE = 2


def speaking(told: Words) -> type[argparse.ArgumentParser]:
    """The class of parsers that speak this language; a help text that is no code is shown as it stands."""

    def said(text: str) -> str:
        return told.text(text).replace("%", "%%") if told.has(text) else text

    class Formatter(argparse.HelpFormatter):
        def start_section(self, heading: str | None) -> None:
            super().start_section(said(_HEADINGS.get(heading or "", heading or "")))

        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[Any],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, told.text("cli.usage") if prefix is None else prefix)

        def _get_help_string(self, action: argparse.Action) -> str | None:
            return None if action.help is None else said(action.help)

    class Speaking(argparse.ArgumentParser):
        def __init__(self, **options: Any) -> None:
            options |= {"formatter_class": Formatter, "add_help": False, "allow_abbrev": False}
            super().__init__(**options)
            self.add_argument("-h", "--help", action="help", help="cli.option.help")

        def error(self, message: str) -> NoReturn:
            print(told.text("cli.wrong_usage", command=self.prog, problem=message), file=sys.stderr)
            raise SystemExit(WRONG_USAGE)

    return Speaking
