"""`icarmed due`: what is due, late or waiting, as the nurse's list."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from icarmed.catalogue.texts import words
from icarmed.domain.codes import shown_patient_code
from icarmed.domain.findings import Refused
from icarmed.domain.words import Words

if TYPE_CHECKING:
    from icarmed.domain.sessions import Session
    from icarmed.usecases.due_list import DueList, ListedDue
    from icarmed.usecases.story import Desk


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command and its options."""
    parser = subparsers.add_parser("due", help="cli.command.due")
    parser.add_argument("--until", type=_day, metavar="D", help="cli.due.until")
    parser.add_argument("--place", metavar="P", help="cli.due.place")
    parser.add_argument("--names", action="store_true", help="cli.due.names")
    parser.add_argument("--json", action="store_true", help="cli.option.json")


def run(args: argparse.Namespace) -> int:
    """Opens the data base and answers."""
    from icarmed.commands import opening

    with opening.desk(args) as desk:
        return answer(desk, args)


def answer(desk: "Desk", args: argparse.Namespace) -> int:
    """Answers on standard output; 1 with one line on standard error when the request is refused."""
    from icarmed.usecases.due_list import due_list, named_due_list

    told = words(getattr(args, "lang", None) or "fr")
    try:
        found = (named_due_list if args.names else due_list)(desk, args.until, args.place)
    except Refused as refused:
        print("; ".join(told.finding(finding) for finding in refused.findings), file=sys.stderr)
        return 1
    if args.json:
        entries = [entry(line, told, names=args.names) for line in found.lines]
        print(json.dumps(entries, ensure_ascii=False))
    else:
        print("\n".join(text_lines(found, told, names=args.names)))
    return 0


def entry(line: "ListedDue", told: Words, *, names: bool) -> dict[str, object]:
    """One line as interfaces.md writes it; `name` only when names were asked for."""
    found: dict[str, object] = {
        "patient": shown_patient_code(line.code),
        "rule": line.rule.rule.id,
        "anchor": line.anchor,
        "task": _task(line, told),
        "due": line.due.isoformat(),
        "overdue_from": None if line.overdue_from is None else line.overdue_from.isoformat(),
        "late": line.late,
        "session": _session(line.session),
        "channel": line.channel.value,
    }
    return found | {"name": line.shown_name} if names else found


def text_lines(found: "DueList", told: Words, *, names: bool) -> Iterator[str]:
    """The list to read."""
    yield told.text("due.head", until=found.until, place=found.place, count=len(found.lines))
    if not found.lines:
        yield told.text("due.nothing")
    for line in found.lines:
        code = shown_patient_code(line.code)
        named = names and line.shown_name is not None
        person = told.text("due.person", code=code, name=line.shown_name or "") if named else code
        session = told.text(f"due.channel.{line.channel}")
        if line.session is not None:
            session = told.text("due.session", day=line.session.on, place=line.session.place)
        yield told.text(
            "due.line",
            person=person,
            task=_task(line, told),
            due=line.due,
            state=told.text(f"rules.state.{line.state}"),
            session=session,
        )


def _task(line: "ListedDue", told: Words) -> str:
    from icarmed.domain.reminders.wording import task_text

    return task_text(told, line.task, line.params)


def _session(session: "Session | None") -> dict[str, str] | None:
    return None if session is None else {"date": session.on.isoformat(), "place": session.place}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        msg = f"{text!r} is not a day"
        raise argparse.ArgumentTypeError(msg) from error
