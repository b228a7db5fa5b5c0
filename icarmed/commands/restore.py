"""`icarmed restore`: a backup in the place of what is there, which is moved aside."""

import argparse
import json
from pathlib import Path

from icarmed.commands import opening
from icarmed.commands.verify import answer, lines


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command and its options."""
    parser = subparsers.add_parser("restore", help="cli.command.restore")
    parser.add_argument("file", type=Path, metavar="FILE", help="cli.option.backup_file")
    parser.add_argument("--json", action="store_true", help="cli.option.json")
    opening.add_options(parser, recovery=True)


def run(args: argparse.Namespace) -> int:
    """Puts the backup back once it has proved sound."""
    from icarmed.usecases.restoring import restore
    from icarmed.usecases.vault.archive import read_keys

    place = opening.folder(args)
    shown = opening.credentials(args, read_keys(args.file))
    done = restore(args.file, place, shown, opening.clock())
    told = opening.spoken(args)
    if args.json:
        aside = None if done.set_aside is None else str(done.set_aside)
        document = answer(args.file, done.verified, told) | {"data": str(place.path), "set_aside": aside}
        print(json.dumps(document, ensure_ascii=False))
        return 0
    print("\n".join(lines(done.verified, told)))
    if done.set_aside is not None:
        print(told.text("cli.restore.aside", folder=str(done.set_aside)))
    print(told.text("cli.restore.done", folder=str(place.path)))
    return 0
