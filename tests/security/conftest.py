from pathlib import Path

import pytest

from tests.security.keys import House
from tests.security.keys import house as made_house


@pytest.fixture
def house(tmp_path: Path) -> House:
    return made_house(tmp_path)
