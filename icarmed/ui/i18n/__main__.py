"""`python -m icarmed.ui.i18n`: keep the translations of the window; for those who write screens."""

import argparse
import sys
import tomllib
from pathlib import Path

from icarmed.ui.i18n import sheets
from icarmed.ui.i18n.speaking import LANGUAGES


def main(arguments: list[str]) -> int:
    """Run one of update, missing, fill, compile; 1 if something given or asked for is not there."""
    parser = argparse.ArgumentParser(prog="python -m icarmed.ui.i18n")
    parser.add_argument("act", choices=("update", "missing", "fill", "compile"))
    parser.add_argument("what", nargs="?", default="", help="a part for missing, a TOML file for fill")
    parser.add_argument("--lang", choices=LANGUAGES, default="fr")
    parser.add_argument("--home", type=Path, default=sheets.home(), help="another folder of languages")
    asked = parser.parse_args(arguments)
    folder = asked.home / asked.lang
    match asked.act:
        case "update":
            for lang in LANGUAGES:
                sheets.update(lang, asked.home / lang)
            return _say_missing(folder, "")
        case "missing":
            return _say_missing(folder, asked.what)
        case "fill":
            nowhere = sheets.fill(folder, tomllib.loads(Path(asked.what).read_text("utf-8")))
            sys.stdout.writelines(f"stands nowhere: {line}\n" for line in nowhere)
            return 1 if nowhere else 0
        case _:
            for lang in LANGUAGES:
                sheets.compile_to(sheets.folder(lang), sheets.compiled(lang))
            return 0


def _say_missing(folder: Path, part: str) -> int:
    found = sheets.missing(folder, part)
    for name, contexts in found.items():
        sys.stdout.write(f"# {name}\n")
        for context, texts in contexts.items():
            sys.stdout.write(f"[{context}]\n")
            sys.stdout.writelines(f"{_quoted(text)} = {_empty(text)}\n" for text in texts)
    return 0


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _empty(text: str) -> str:
    return '["", ""]' if "%n" in text else '""'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
