"""One slip against a bare page of the same content, and how many courses are judged in a second."""

import io
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache, partial
from statistics import median

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # ships no types
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.load import THURSDAY
from bench.measure import WARM, Measure, computing, in_turn, medians
from icarmed.catalogue.texts import words
from icarmed.documents import slip
from icarmed.documents.fonts import Face, Fonts, fonts
from icarmed.domain.dates import DateRange
from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.history import DoseGiven, History
from icarmed.usecases.forecast import Case, forecast, shipped_calculator
from tests.documents.examples import usual_slip

RUNS, COURSES, TURNS = 40, 2_000, 9
SECOND_MS = 1_000
A_SECOND = 20_000
"""How many courses a second is the goal."""

PLAN = "hepb-0-1-4"
Box = tuple[float, float, float, float]
Text = tuple[str, Face, float, float, float]
LEAST_SIZE, SIDES = 4.0, 5


def measured() -> Iterator[Measure]:
    """The slip and the forecast."""
    yield _slip()
    yield from _forecast()


def _slip() -> Measure:
    french, known = words("fr"), usual_slip()
    texts, boxes = _content(slip.render(known, french))
    times = in_turn(
        [partial(_bare_page, texts, boxes)] * (RUNS + WARM),
        [partial(slip.render, known, french)] * (RUNS + WARM),
    )
    return Measure("one slip, warm", "bare reportlab page, same content", None, *medians(times), 1.2)


def _content(paper: bytes) -> tuple[list[Text], list[Box]]:
    """Each text of the first page with its face, place and size; a box for each four sides of a path."""
    texts, boxes = [], []
    with pypdfium2.PdfDocument(paper) as document:
        page = document[0]
        read = page.get_textpage()
        for one in page.get_objects():
            left, bottom, right, top = one.get_bounds()
            if one.type == pdfium.FPDF_PAGEOBJ_TEXT:
                text = read.get_text_bounded(left, bottom, right, top).replace("\r\n", " ")
                texts.append((text, _face(one), left, bottom, max(top - bottom, LEAST_SIZE)))
            elif one.type == pdfium.FPDF_PAGEOBJ_PATH:
                number = max(1, pdfium.FPDFPath_CountSegments(one.raw) // SIDES)
                width = (right - left) / number
                boxes += [(left + at * width, bottom, width / 2, top - bottom) for at in range(number)]
    assert texts
    assert boxes
    return texts, boxes


def _face(text: pypdfium2.PdfTextObj) -> Face:
    name = text.get_font().get_base_name()
    return Face.BOLD if "Bold" in name else Face.MONO if "Mono" in name else Face.REGULAR


@cache
def _faces() -> Fonts:
    """Looked for once: a bare program knows its fonts."""
    return fonts()


def _bare_page(texts: list[Text], boxes: list[Box]) -> bytes:
    paper = io.BytesIO()
    canvas, known = Canvas(paper, pagesize=A4), _faces()
    for text, face, left, bottom, size in texts:
        canvas.setFont(known.named(face, text), size)
        canvas.drawString(left, bottom, text)
    for box in boxes:
        canvas.rect(*box, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return paper.getvalue()


def _forecast() -> Iterator[Measure]:
    """Courses of none to four doses at different intervals, each judged anew."""
    calculator = shipped_calculator()
    cases = [Case(PLAN, THURSDAY, _history(number)) for number in range(COURSES)]
    plan = calculator.schedules[PLAN]

    def judge() -> None:
        for case in cases:
            assess(plan, case.history, plan.settings, case.on)

    def judge_and_place() -> None:
        for case in cases:
            forecast(calculator, case)

    yield _a_second("forecast of one course", judge, 1.0)
    yield _a_second("forecast with its sessions", judge_and_place, None)


def _a_second(work: str, act: Callable[[], None], goal: float | None) -> Measure:
    ours = median(computing(act) for _ in range(TURNS))
    return Measure(work, f"{A_SECOND} a second", None, SECOND_MS / A_SECOND, ours / COURSES, goal)


def _history(number: int) -> History:
    first = THURSDAY - timedelta(days=400 + number % 300)
    days = (0, 28 + number % 20, 130 + number % 90, 330)[: number % 5]
    return History(
        tuple(
            DoseGiven(str(at), DateRange.day(first + timedelta(day)), "engerix-b-20")
            for at, day in enumerate(days)
        )
    )
