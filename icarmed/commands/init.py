"""`icarmed init`: a new encrypted data base with its first account and its recovery sheet."""

import argparse
import json

from icarmed.commands import opening, recovery
from icarmed.domain.findings import Finding, Refused


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command and its options."""
    parser = subparsers.add_parser("init", help="cli.command.init")
    parser.add_argument("--shown-name", default="", metavar="NAME", help="cli.option.shown_name")
    add_prescriber_options(parser)
    recovery.add_options(parser)
    parser.add_argument("--json", action="store_true", help="cli.option.json")
    opening.add_options(parser)


def add_prescriber_options(parser: argparse.ArgumentParser) -> None:
    """Adds the lines that stand on the slips of who prescribes."""
    parser.add_argument("--prescriber-name", metavar="TEXT", help="cli.option.prescriber_name")
    parser.add_argument("--prescriber-address", metavar="TEXT", help="cli.option.prescriber_address")
    parser.add_argument("--prescriber-phone", metavar="TEXT", help="cli.option.prescriber_phone")
    parser.add_argument("--inami", metavar="TEXT", help="cli.option.inami")


def run(args: argparse.Namespace) -> int:
    """Makes the data base; nothing is left when the sheet could not be handed over."""
    from icarmed.usecases.vault.creating import FirstAccount, Foundation, Prescriber, create, must_be_good
    from icarmed.usecases.vault.folder import FolderState
    from icarmed.usecases.vault.sheet import new_sheet

    place = opening.folder(args)
    if place.state is not FolderState.EMPTY:
        raise Refused(Finding("folder_not_empty", {"folder": str(place.path)}))
    recovery.must_be_possible(args, place)
    name = args.account or _asked_name(args)
    prescriber = Prescriber(
        args.prescriber_name or "",
        args.prescriber_address or "",
        args.prescriber_phone or "",
        args.inami or "",
    )
    first = FirstAccount(name, args.shown_name, new_password(args, name), prescriber=prescriber)
    must_be_good(first)
    sheet, now = new_sheet(), opening.clock()
    with recovery.handed_over(args, sheet, now.astimezone().date()) as confirmed:
        create(place, first, sheet, now, Foundation(args.lang, sheet_confirmed=confirmed)).close()
    if args.json:
        written = None if args.recovery_sheet is None else str(args.recovery_sheet)
        answer = {"data": str(place.path), "account": name, "recovery_sheet": written}
        print(json.dumps(answer | {"confirmed": confirmed}, ensure_ascii=False))
    else:
        print(opening.spoken(args).text("cli.init.done", folder=str(place.path), name=name))
    return 0


def new_password(args: argparse.Namespace, name: str) -> str:
    """A password that someone chooses: typed twice where it is typed."""
    chosen = opening.password(args, "cli.ask.new_password", name=name)
    typed = args.password_file is None and not args.password_stdin
    if typed and chosen != opening.ask_secret(opening.spoken(args).text("cli.ask.again")):
        raise Refused(Finding("passwords_differ"))
    return chosen


def _asked_name(args: argparse.Namespace) -> str:
    if args.password_stdin or not opening.is_terminal():
        raise opening.WrongUsage(Finding("name_not_given"))
    return opening.ask(opening.spoken(args).text("cli.ask.name"))
