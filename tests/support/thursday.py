"""The practice Thursday by keys through the real window: what `make run` does where there is no screen.

    python -m tests.support.thursday --out build/practice [--pictures docs/guide/pictures]

Leaves slip, vaccination card, contact list, summary and pictures; exits non-zero when one is missing.
"""

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from icarmed.cli import main as icarmed
from icarmed.domain.codes import shown_patient_code
from icarmed.domain.visits import VisitState
from icarmed.ui.printing import PrintPage
from icarmed.ui.screens.board.page import BoardPage
from icarmed.ui.screens.patient.page import PatientPage
from icarmed.ui.screens.reminders.page import RemindersPage
from icarmed.ui.screens.summary.page import SummaryPage
from icarmed.ui.theme import Mode
from icarmed.usecases.due_list import due_list
from tests.support.hands import ALT, CTRL, Hands

PASSWORD = "practice"
PAPERS = ("slip.pdf", "vaccination-card.pdf", "contact-list.pdf", "summary-2018.pdf")
PICTURES = (
    "sign-in.png",
    "opening.png",
    "arrival.png",
    "board.png",
    "file.png",
    "dose.png",
    "vaccinations.png",
    "rapid-test.png",
    "slip.png",
    "reminders.png",
    "to-sign.png",
    "closing.png",
    "summary.png",
    "board-dark.png",
)
ENTER, DOWN, INSERT, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Insert, Qt.Key.Key_Escape
NEWCOMER = "Mirela Dès"
SIGN_BY_CODE = "3"


@dataclass
class Thursday:
    """One Thursday in Liège: nurse first, then the doctor; `out` gets papers, `pictures` what was seen."""

    hands: Hands
    out: Path
    pictures: Path
    known: str = ""

    def hold(self) -> None:
        """From opening to closing."""
        self.look("sign-in")
        self.hands.sign_in("infirmiere", PASSWORD)
        self.open_session()
        self.people_arrive()
        self.give_a_dose()
        self.print_the_card()
        self.record_a_rapid_test()
        self.order_tests()
        self.change_to_the_doctor()
        self.sign_and_note()
        self.end_visits()
        self.plan()
        self.close_session()
        self.draw_the_summary()

    def look(self, name: str) -> None:
        """A picture of what is in sight."""
        self.hands.look(self.pictures / f"{name}.png")

    def open_session(self) -> None:
        """Place, day, lots and kits as proposed: two keys."""
        self.hands.page(BoardPage)
        self.hands.key(Qt.Key.Key_O, CTRL)
        self.look("opening")
        self.hands.key(Qt.Key.Key_S, CTRL)
        self.hands.until(lambda: self._board().session_is_open)

    def people_arrive(self) -> None:
        """Someone whose dose is due, someone new under an alias, someone with nothing but a code."""
        self.known = self._someone_due()
        for typed, picture in ((self.known, "arrival"), (NEWCOMER, ""), ("", "")):
            before = len(self._board().rows)
            self.hands.key(INSERT)
            self.hands.write(typed)
            if picture:
                self.look(picture)
            self.hands.key(ENTER)
            self._until_rows(before + 1)
        self.look("board")

    def give_a_dose(self) -> None:
        """Open, vaccinate, say by what sign the person is known, record."""
        self.open_row(0)
        self.look("file")
        self.hands.letter("V")
        self.hands.write(SIGN_BY_CODE)
        self.look("dose")
        self.hands.key(ENTER)
        self.hands.key(Qt.Key.Key_2, ALT)
        self.look("vaccinations")

    def print_the_card(self) -> None:
        """The card of the person in the room, as it will be printed."""
        self.hands.key(Qt.Key.Key_P, CTRL)
        self.hands.key(ENTER)
        self._keep_paper("vaccination-card.pdf")

    def record_a_rapid_test(self) -> None:
        """The newcomer's finger: kit, what is seen, record."""
        self.back_to_board()
        self.open_row(1)
        self.hands.letter("R")
        self.hands.write("1")
        self.hands.write("1")
        self.look("rapid-test")
        self.hands.key(ENTER)
        # Nobody said yet by what sign she is known: the form asks, and the same key records.
        self.hands.write(SIGN_BY_CODE)
        self.hands.key(ENTER)

    def order_tests(self) -> None:
        """The panel of a new person with its slip: three keys."""
        self.hands.letter("D")
        self.hands.write("1")
        self.hands.key(Qt.Key.Key_P, CTRL)
        self.hands.page(PrintPage)
        self.look("slip")
        self._keep_paper("slip.pdf")

    def change_to_the_doctor(self) -> None:
        """The nurse locks; the doctor signs in."""
        self.lock()
        self.hands.sign_in("practice", PASSWORD)

    def sign_and_note(self) -> None:
        """What the nurse ordered under the standing order is signed; a note is written."""
        self.hands.key(Qt.Key.Key_3, CTRL)
        self.hands.page(RemindersPage)
        self.hands.key(Qt.Key.Key_3, ALT)
        self.look("to-sign")
        self.hands.key(Qt.Key.Key_S, CTRL)
        self.back_to_board()
        self.open_row(1)
        self.hands.letter("J")
        self.hands.write("Première visite. Va bien.")
        self.hands.key(ENTER, CTRL)

    def end_visits(self) -> None:
        """Types follow from what was done; the one nobody saw left."""
        for _ in range(2):
            self.back_to_board()
            self._choose_row(0)
            self.hands.letter("T")
            self.hands.key(Qt.Key.Key_S, CTRL)
        self.back_to_board()
        self._choose_row(0)
        self.hands.key(Qt.Key.Key_Delete)
        self.hands.until(lambda: all(row.state not in WAITING for row in self._board().rows))

    def plan(self) -> None:
        """Who must be reached: the list, and the paper to reach them by."""
        self.hands.key(Qt.Key.Key_3, CTRL)
        self.hands.page(RemindersPage)
        self.look("reminders")
        self.hands.key(Qt.Key.Key_P, CTRL)
        self.hands.key(ENTER)
        self._keep_paper("contact-list.pdf")

    def close_session(self) -> None:
        """The checklist, with a reason where something stands in the way."""
        self.back_to_board()
        self.hands.key(Qt.Key.Key_W, CTRL)
        self.look("closing")
        if isinstance(self.hands.app.focusWidget(), QLineEdit):
            self.hands.write("le coursier passe demain")
        self.hands.key(Qt.Key.Key_S, CTRL)
        self.hands.until(lambda: not self._board().session_is_open)

    def draw_the_summary(self) -> None:
        """The year that was published, counted anew and written as PDF."""
        self.hands.key(Qt.Key.Key_4, CTRL)
        page = self.hands.page(SummaryPage)
        page.folder.set_value(str(self.out))
        page.year.set_value(2018)
        self.hands.settle()
        self.look("summary")
        self.hands.key(Qt.Key.Key_P, CTRL)
        self.hands.settle()
        for made in self.out.glob("*2018*.pdf"):
            made.replace(self.out / "summary-2018.pdf")

    def open_row(self, number: int) -> None:
        """The file of the person on that row of the board."""
        self._choose_row(number)
        self.hands.key(ENTER)
        self.hands.page(PatientPage)
        self.hands.settle()

    def back_to_board(self) -> BoardPage:
        """The home of the window."""
        self.hands.key(Qt.Key.Key_1, CTRL)
        self.hands.settle()
        return self.hands.page(BoardPage)

    def lock(self) -> None:
        """The key that locks; whoever comes next signs in."""
        self.hands.key(Qt.Key.Key_L, CTRL)

    def _choose_row(self, number: int) -> None:
        board = self._board()
        board.focus_first()
        for one in board.lists:
            if number < len(one.lines):
                one.setFocus()
                one.choose(number)
                return
            number -= len(one.lines)

    def _until_rows(self, wanted: int) -> None:
        self.hands.until(lambda: len(self._board().rows) == wanted)

    def _board(self) -> BoardPage:
        return self.hands.page(BoardPage)

    def _someone_due(self) -> str:
        """The code of someone whose second or third dose may be given today."""
        listed = due_list(self.hands.desk())
        doses = [line for found in listed.sessions for line in found.doses]
        begun = [line for line in doses if line.anchor.startswith("doses:")]
        return shown_patient_code((begun or doses)[0].code)

    def _keep_paper(self, name: str) -> None:
        page = self.hands.page(PrintPage)
        assert page.save_to(self.out / name)
        self.hands.key(Qt.Key.Key_Left, ALT)


WAITING = frozenset({VisitState.ARRIVED, VisitState.CONSULTATION})


def hold(out: Path, pictures: Path) -> list[str]:
    """Holds a Thursday on new practice data; the names of what is missing or empty afterwards."""
    out.mkdir(parents=True, exist_ok=True)
    pictures.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="icarmed-thursday-"))
    try:
        if icarmed(["demo", "--out", str(folder / "data")], window=lambda *_: 1) != 0:
            return ["demo"]
        with Hands(folder / "data") as hands:
            Thursday(hands, out, pictures).hold()
        with Hands(folder / "data", Mode.DARK) as hands:
            hands.sign_in("infirmiere", PASSWORD)
            hands.look(pictures / "board-dark.png")
    finally:
        shutil.rmtree(folder)
    wanted = [out / name for name in PAPERS] + [pictures / name for name in PICTURES]
    return [file.name for file in wanted if not file.exists() or file.stat().st_size == 0]


def main(arguments: list[str]) -> int:
    """The command; 1 when a named file is missing or empty."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pictures", type=Path)
    asked = parser.parse_args(arguments)
    missing = hold(asked.out, asked.pictures or asked.out)
    for name in missing:
        sys.stderr.write(f"missing or empty: {name}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
