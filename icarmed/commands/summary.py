"""`icarmed summary`: the tables of a year, to read, in JSON, or as files."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from icarmed.commands import opening
from icarmed.domain.findings import Finding

if TYPE_CHECKING:
    from icarmed.domain.summary.tables import Table, YearSummary
    from icarmed.usecases.story import Desk

FORMATS = ("json", "csv", "xlsx", "pdf")
_GAP = "  "


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command and its options."""
    parser = subparsers.add_parser("summary", help="cli.command.summary")
    parser.add_argument("--year", type=int, required=True, metavar="Y", help="summary_command.year")
    parser.add_argument("--place", metavar="P", help="summary_command.place")
    parser.add_argument("--for-publication", action="store_true", help="summary_command.for_publication")
    parser.add_argument("--format", type=_formats, metavar="F,…", help="summary_command.format")
    parser.add_argument("--out", type=Path, metavar="DIR", help="summary_command.out")
    parser.add_argument("--json", action="store_true", help="cli.option.json")


def run(args: argparse.Namespace) -> int:
    """Opens the data base and answers."""
    if args.format and args.out is None:
        raise opening.WrongUsage(Finding("summary_needs_out"))
    with opening.desk(args) as desk:
        return answer(desk, args)


def answer(desk: "Desk", args: argparse.Namespace) -> int:
    """Writes the files to `--out`, if it is given; says the tables, or which files were written."""
    from icarmed.usecases import summary as stories

    told = opening.spoken(args)
    order = stories.AskSummary(args.year, args.place, args.for_publication)
    formats = [stories.Format(one) for one in args.format or FORMATS] if args.out else []
    made = stories.export(desk, order, told, formats).value
    written = [] if args.out is None else _written(args.out, made.files)
    if args.json:
        print(stories.as_json(made.summary))
    elif written:
        print("\n".join(told.text("summary_command.written", file=str(file)) for file in written))
    else:
        print("\n".join(_lines(made.summary)))
    return 0


def _written(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


def _formats(text: str) -> tuple[str, ...]:
    asked = tuple(one.strip() for one in text.split(","))
    unknown = [one for one in asked if one not in FORMATS]
    if unknown:
        raise argparse.ArgumentTypeError(", ".join(unknown))
    return asked


def _lines(summary: "YearSummary") -> Iterator[str]:
    for table in summary.tables:
        yield table.title
        yield from _grid(table)
        yield from table.notes
        yield ""


def _grid(table: "Table") -> Iterator[str]:
    """Columns under their headings, numbers to the right."""
    head = ["", *(column.label for column in table.columns)]
    body = [[row.label, *("–" if one is None else str(one) for one in row.values)] for row in table.rows]
    widths = [max(len(line[at]) for line in (head, *body)) for at in range(len(head))]
    for label, *values in (head, *body):
        cells = [value.rjust(width) for value, width in zip(values, widths[1:], strict=True)]
        yield _GAP.join([label.ljust(widths[0]), *cells]).rstrip()
