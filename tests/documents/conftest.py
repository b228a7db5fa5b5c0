"""Words and every paper once."""

from collections.abc import Callable, Mapping

import pytest

from icarmed.catalogue import texts
from icarmed.documents import card, recall_list, recovery_sheet, slip, summary
from icarmed.domain.words import Words
from tests.documents import examples

Maker = Callable[[Words], bytes]

PAPERS: Mapping[str, Maker] = {
    "slip": lambda words: slip.render(examples.usual_slip(), words),
    "coded slip": lambda words: slip.render(examples.coded_slip(), words),
    "long slip": lambda words: slip.render(examples.long_slip(), words),
    "card on A4": lambda words: card.render(examples.usual_card(), words),
    "card on A6": lambda words: card.render(examples.usual_card(), words, card.Paper.A6),
    "contact list": lambda words: recall_list.render(examples.recall_list(40, contacts=True), words),
    "recovery sheet": lambda words: recovery_sheet.render(examples.recovery_sheet(with_qr=True), words),
    "summary": lambda words: summary.render(examples.year_summary(wide=True), words),
}


@pytest.fixture(scope="session")
def french() -> Words:
    return texts.words("fr")


@pytest.fixture(scope="session")
def english() -> Words:
    return texts.words("en")


@pytest.fixture(params=PAPERS)
def maker(request: pytest.FixtureRequest) -> Maker:
    return PAPERS[str(request.param)]
