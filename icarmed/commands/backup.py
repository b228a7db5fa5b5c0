"""`icarmed backup`: an encrypted copy while others work."""

import argparse
import json
from pathlib import Path

from icarmed.commands import opening


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command and its options."""
    parser = subparsers.add_parser("backup", help="cli.command.backup")
    parser.add_argument("--to", type=Path, metavar="DIR", help="cli.option.to")
    parser.add_argument("--json", action="store_true", help="cli.option.json")
    opening.add_options(parser)


def run(args: argparse.Namespace) -> int:
    """Makes the backup and says where it is."""
    from icarmed.usecases.backups import backup

    with opening.vault(args, unattended=True) as (vault, desk):
        made = backup(vault, desk, args.to).value
    told = opening.spoken(args)
    if args.json:
        answer = {
            "file": str(made.file),
            "made_at": made.manifest.made_at.isoformat(),
            "bytes": made.file.stat().st_size,
            "audit_seq": made.manifest.audit_seq,
            "removed": [str(file) for file in made.removed],
        }
        print(json.dumps(answer, ensure_ascii=False))
        return 0
    print(told.text("cli.backup.done", file=str(made.file)))
    if args.to is None:
        print(told.text("cli.backup.same_disk"))
    for file in made.removed:
        print(told.text("cli.backup.removed", file=file.name))
    return 0
