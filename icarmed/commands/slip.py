"""`icarmed slip`: the laboratory slip of a request again, as a PDF."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from icarmed.catalogue.texts import words
from icarmed.domain.codes import normal_request_number
from icarmed.domain.findings import Refused

if TYPE_CHECKING:
    from icarmed.usecases.story import Desk


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command and its options."""
    parser = subparsers.add_parser("slip", help="the laboratory slip of a request again, as a PDF")
    parser.add_argument(
        "request", type=_number, metavar="REQUEST", help="the request number as it stands on the slip"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the PDF to write")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(args: argparse.Namespace) -> int:
    """Opens the data base and writes the slip."""
    from icarmed.commands.opening import desk as opened

    with opened(args) as desk:
        return write(desk, args)


def write(desk: "Desk", args: argparse.Namespace) -> int:
    """Writes the slip to `--out`; 1 with one line on standard error when that cannot be done."""
    from icarmed.usecases.slips import slip_of_number

    told = words(getattr(args, "lang", None) or "fr")
    try:
        made = slip_of_number(desk, args.request, told.lang)
        args.out.write_bytes(made)
    except Refused as refused:
        print("; ".join(told.finding(finding) for finding in refused.findings), file=sys.stderr)
        return 1
    except OSError:
        print(told.text("lab.slip_not_written", file=str(args.out)), file=sys.stderr)
        return 1
    if args.json:
        print(json.dumps({"request": args.request, "file": str(args.out), "bytes": len(made)}))
    else:
        print(told.text("lab.slip_written", file=str(args.out)))
    return 0


def _number(text: str) -> str:
    number = normal_request_number(text)
    if number is None:
        msg = f"{text!r} is not a request number"
        raise argparse.ArgumentTypeError(msg)
    return number
