"""What leaves as files: figures as they read, and writing into a folder without touching what is there."""

from collections.abc import Mapping
from pathlib import Path

from icarmed.documents import summary as paper
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.summary.tables import Value
from icarmed.domain.words import Words


def shown(value: Value, words: Words) -> str:
    """A value as it reads on paper and on screen."""
    return paper.shown(value, words)


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder; Refused, with none written, when it is not there or holds one already."""
    if not folder.is_dir():
        raise Refused(Finding("folder_missing"))
    targets = {folder / name: content for name, content in files.items()}
    there = [target.name for target in targets if target.exists()]
    if there:
        raise Refused(*(Finding("file_exists", {"file": name}) for name in there))
    made: list[Path] = []
    try:
        for target, content in targets.items():
            with target.open("xb") as out:
                made.append(target)
                out.write(content)
    except OSError as error:
        for target in made:
            target.unlink(missing_ok=True)
        raise Refused(Finding("cannot_write")) from error
    return tuple(targets)
