"""`icarmed check`: the data base, its trace, its keys, and what is derived from it."""

import argparse
import json

from icarmed.commands import opening


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command and its options."""
    parser = subparsers.add_parser("check", help="cli.command.check")
    parser.add_argument("--json", action="store_true", help="cli.option.json")
    opening.add_options(parser, recovery=True)


def run(args: argparse.Namespace) -> int:
    """Says what was found; 1 when that is anything."""
    from icarmed.usecases.checking import check

    with opening.vault(args, unattended=True) as (vault, desk):
        report = check(vault, desk)
    told = opening.spoken(args)
    if args.json:
        found = [
            {"code": finding.code, **finding.params, "text": told.finding(finding)}
            for finding in report.findings
        ]
        answer = {
            "ok": report.all_is_well,
            "findings": found,
            "audit_rows": None if report.counted is None else report.counted.audit_rows,
            "backup": None if report.backup is None else str(report.backup),
        }
        print(json.dumps(answer, ensure_ascii=False))
    else:
        for finding in report.findings:
            print(told.finding(finding))
        if report.counted is not None:
            print(
                told.text("cli.check.looked", rows=report.counted.audit_rows, people=report.counted.patients)
            )
        if report.backup is None:
            print(told.text("cli.check.no_backup"))
        if report.all_is_well:
            print(told.text("cli.check.well"))
    return 0 if report.all_is_well else 1
