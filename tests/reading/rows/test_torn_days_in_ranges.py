"""Days whose first figure a reader tore off, behind a label."""

from plainbill.reading.rows.atoms import Atom, atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.rows.torn_values import torn_days
from tests.reading.papers import page_of


def _atoms(text: str) -> tuple[Atom, ...]:
    (row,) = rows_of(page_of(text))
    return atoms_of(row)


def _days(text: str) -> list[str] | None:
    found = torn_days(_atoms(text))
    if found is None or not isinstance(found.value, tuple):
        return None
    return [f"{day.year}-{day.month}-{day.day}" for day in found.value]


def test_one_day_and_two_are_whole() -> None:
    assert _days("1   1/02/2024") == ["2024-11-2"]
    assert _days("1   1/02/2024   to   1   1/15/2024") == ["2024-11-2", "2024-11-15"]
    assert _days("1   1/02/2024   to   12/15/2024") == ["2024-11-2", "2024-12-15"]


def test_where_more_stands_there_nothing_is_told() -> None:
    assert _days("1   1/02/2024   W934911971") is None
