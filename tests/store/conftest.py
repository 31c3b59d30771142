"""A store of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plainbill.store import Store


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the store's file will be; neither it nor its folder is there yet."""
    return tmp_path / "private" / "cases.sqlite"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    """An empty store."""
    opened = Store.open(f"sqlite:///{database}")
    yield opened
    opened.close()
