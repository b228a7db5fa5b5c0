"""`icarmed demo`: a data base of invented people, in the shape of the published year."""

import argparse
import json
from pathlib import Path

from icarmed.commands import opening

PUBLISHED_YEAR = 2018


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command and its options."""
    parser = subparsers.add_parser("demo", help="cli.command.demo")
    parser.add_argument("--year", type=int, default=PUBLISHED_YEAR, metavar="Y", help="practice.year")
    parser.add_argument("--people", type=int, metavar="N", help="practice.people")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="practice.seed")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="practice.out")
    parser.add_argument("--json", action="store_true", help="cli.option.json")


def run(args: argparse.Namespace) -> int:
    """Makes the data base and says how it is entered."""
    from icarmed.catalogue.practice import practice_shape
    from icarmed.usecases.practice import MakePractice, make
    from icarmed.usecases.vault.folder import DataFolder

    told = opening.spoken(args)
    filled = make(DataFolder(args.out), MakePractice(args.year, args.seed, args.people, told.lang))
    shape = practice_shape()
    names = [one.sign_in for one in shape.accounts]
    if args.json:
        answer = {"data": str(args.out), "year": args.year, "people": filled.people, "visits": filled.visits}
        print(json.dumps(answer | {"practice_day": filled.practice_day.isoformat(), "accounts": names}))
        return 0
    made = {"people": filled.people, "visits": filled.visits, "year": args.year, "folder": str(args.out)}
    print(told.text("practice.made", **made))
    password = shape.access.password
    listed = ", ".join(names)
    print(told.text("practice.day", day=filled.practice_day, accounts=listed, password=password))
    return 0
