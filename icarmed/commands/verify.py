"""`icarmed verify`: whether a backup opens, what it holds, and whether it is sound."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from icarmed.commands import opening
from icarmed.domain.words import Words

if TYPE_CHECKING:
    from icarmed.usecases.restoring import Verified


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command and its options."""
    parser = subparsers.add_parser("verify", help="cli.command.verify")
    parser.add_argument("file", type=Path, metavar="FILE", help="cli.option.backup_file")
    parser.add_argument("--json", action="store_true", help="cli.option.json")
    opening.add_options(parser, recovery=True)


def run(args: argparse.Namespace) -> int:
    """Says what the backup holds; 1 when something stands against it."""
    from icarmed.usecases.restoring import verify
    from icarmed.usecases.vault.archive import read_keys

    shown = opening.credentials(args, read_keys(args.file), unattended=True)
    found = verify(args.file, shown, opening.clock())
    told = opening.spoken(args)
    if args.json:
        print(json.dumps(answer(args.file, found, told), ensure_ascii=False))
    else:
        print("\n".join(lines(found, told)))
    return 1 if found.findings else 0


def answer(file: Path, found: "Verified", told: Words) -> dict[str, object]:
    """What a backup holds, as JSON."""
    return {
        "file": str(file),
        "made_at": found.manifest.made_at.isoformat(),
        "schema_revision": found.manifest.schema_revision,
        "audit_seq": found.manifest.audit_seq,
        "patients": found.counted.patients,
        "visits": found.counted.visits,
        "doses": found.counted.doses,
        "requests": found.counted.requests,
        "findings": [
            {"code": finding.code, **finding.params, "text": told.finding(finding)}
            for finding in found.findings
        ],
    }


def lines(found: "Verified", told: Words) -> list[str]:
    """What a backup holds, in words."""
    counted = found.counted
    return [
        told.text("cli.verify.made", at=found.manifest.made_at.astimezone()),
        told.text(
            "cli.verify.holds",
            patients=counted.patients,
            visits=counted.visits,
            doses=counted.doses,
            requests=counted.requests,
        ),
        *(told.finding(finding) for finding in found.findings),
        *([] if found.findings else [told.text("cli.verify.sound")]),
    ]
