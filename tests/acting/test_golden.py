"""What is written about worked cases has not changed without somebody reading the change."""

import pytest

from tests.acting.telling import GOLDEN, chosen, told


@pytest.mark.parametrize("name", chosen())
def test_what_is_written_is_what_was_blessed(name: str) -> None:
    assert told(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8"), "read the change, then `make bless`"


def test_no_golden_file_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(chosen())
