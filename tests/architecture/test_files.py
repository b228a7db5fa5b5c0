"""What no file of the project may hold, and what each must."""

import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from icarmed.domain.analyses import is_loinc
from tests.architecture.project import PACKAGE, RESOURCES, ROOT, files_under, modules, shown

SOURCES = [
    file
    for file in files_under(ROOT)
    if file.suffix not in {".png", ".pdf", ".qm", ".ico", ".ttf", ".pyc", ".db", ".zip", ".xlsx"}
    and not file.name.startswith(".coverage")
]

# Written in pieces, so that this file does not name what it looks for.
OUTSIDE = re.compile(
    r"""(?<![\w.])(?:\.\./)+shared\b|(?<![\w./])/(?:work|root|tmp|home/[a-z])\b""".replace(
        "work", "wor" + "k"
    )
)
REGISTRIES = re.compile(
    "|".join(
        re.escape(host)
        for host in (
            "py" + "pi.org",
            "python" + "hosted.org",
            "npm" + "js.org",
            "anaconda" + ".org",
            "crates" + ".io",
            "deb.deb" + "ian.org",
        )
    )
)
SOFT = re.compile(
    "TO" + "DO|FIX" + "ME|#\\s*XX" + "X|NotImplemented" + "Error|except Excep" + "tion|pragma: no co" + "ver"
)
LOINC_LIKE = re.compile(r"\b\d{4,5}-\d\b")


def found(pattern: re.Pattern[str], text: str) -> list[str]:
    """The lines in which a pattern stands."""
    return [line.strip() for line in text.splitlines() if pattern.search(line)]


def test_there_are_files_to_look_at() -> None:
    assert ROOT / "pyproject.toml" in SOURCES
    assert ROOT / ".ci" / "run" in SOURCES


def test_no_file_names_a_place_outside_the_project() -> None:
    named = {
        shown(file): found(OUTSIDE, file.read_text("utf-8")) for file in SOURCES if file != Path(__file__)
    }
    assert {name: lines for name, lines in named.items() if lines} == {}


def test_no_file_names_the_host_of_a_package_registry() -> None:
    named = {shown(file): found(REGISTRIES, file.read_text("utf-8")) for file in SOURCES}
    assert {name: lines for name, lines in named.items() if lines} == {}


@pytest.mark.parametrize(
    "line", ["open('../shared/data.csv')", "cd /root/x", "see /tmp/x", '"../../shared/design"']
)
def test_a_place_outside_is_seen(line: str) -> None:
    assert found(OUTSIDE, line)


@pytest.mark.parametrize(
    "line", ["resources/shared/x", "and/or", "tests/tmp/x", "tmp_path / 'a'", "homework"]
)
def test_a_place_inside_is_not(line: str) -> None:
    assert not found(OUTSIDE, line)


@pytest.mark.parametrize("file", modules("icarmed", "tests", "bench", "packaging"), ids=shown)
def test_nothing_is_put_off(file: Path) -> None:
    assert found(SOFT, file.read_text("utf-8")) == []


@pytest.mark.parametrize("file", modules("icarmed", "tests", "bench"), ids=shown)
def test_every_silenced_check_names_its_rule_and_a_reason(file: Path) -> None:
    silenced = found(re.compile(r"#\s*(?:noqa|type:\s*ignore)"), file.read_text("utf-8"))
    given = re.compile(r"#\s*(?:noqa:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|type:\s*ignore\[[\w, -]+\])[\s#:-]+\w+")
    assert [line for line in silenced if "re.compile" not in line and not given.search(line)] == []


@pytest.mark.parametrize("file", sorted(RESOURCES.rglob("*.toml")), ids=shown)
def test_every_file_of_data_parses(file: Path) -> None:
    assert tomllib.loads(file.read_text("utf-8"))


def test_every_picture_and_translation_parses() -> None:
    for file in [*RESOURCES.rglob("*.svg"), *RESOURCES.rglob("*.ts")]:
        assert ET.parse(file).getroot().tag, shown(file)  # noqa: S314 our own files


def test_every_loinc_code_that_is_shipped_has_a_right_check_digit() -> None:
    codes = {
        code
        for file in [*RESOURCES.rglob("*.toml"), *PACKAGE.rglob("*.py")]
        for code in LOINC_LIKE.findall(file.read_text("utf-8"))
    }
    assert len(codes) > 20
    assert [code for code in sorted(codes) if not is_loinc(code)] == []


def test_packaging_is_no_package() -> None:
    """The name is also that of a library that ours need."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENCE").read_text("utf-8")
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in text
    articles = [int(number) for number in re.findall(r"^    (\d+)\. [A-Z]", text, re.MULTILINE)]
    assert articles == list(range(1, 16))
    assert text.rstrip().endswith("EUPL version.")
    assert "\n    Appendix\n" in text


def test_every_locked_package_has_hashes_and_an_exact_version() -> None:
    for lock in (ROOT / "requirements.lock", ROOT / "packaging" / "uv.lock.txt"):
        lines = lock.read_text("utf-8").replace("\\\n", " ").splitlines()
        wanted = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
        assert wanted
        assert [line[:60] for line in wanted if "==" not in line or "--hash=sha256:" not in line] == []
