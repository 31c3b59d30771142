"""Tables: entries come back by column, and every fault of a table is named at once."""

import pytest

from plainbill.knowledge.tables import FaultyTable, parse_table


def test_an_entry_is_read_by_the_names_of_its_columns() -> None:
    rows = parse_table("made_up", "key\tplain\tsource\tdate\nIV\tinto a vein\tour reading\t2025-01-31\n")

    assert [dict(row) for row in rows] == [
        {"key": "IV", "plain": "into a vein", "source": "our reading", "date": "2025-01-31"}
    ]


def test_notes_and_empty_lines_are_no_entries() -> None:
    rows = parse_table("made_up", "# for editors\nkey\tsource\tdate\n\n# more\nIV\tours\t2025-01-31\n")

    assert [row["key"] for row in rows] == ["IV"]


def test_a_cell_left_out_at_the_end_of_a_line_is_empty() -> None:
    rows = parse_table("made_up", "source\tdate\treviewed\nours\t2025-01-31\n")

    assert rows[0]["reviewed"] == ""


def test_every_fault_is_named_with_its_line() -> None:
    with pytest.raises(FaultyTable) as caught:
        parse_table("made_up", "key\tsource\tdate\nA\t\t2025-01-31\nB\tours\t2025-02-30\nC\tours\t2025-01-31\tx\n")

    assert len(caught.value.faults) == 3
    assert [fault.split(":")[0] for fault in caught.value.faults] == ["line 2", "line 3", "line 4"]


def test_a_table_without_provenance_is_refused() -> None:
    with pytest.raises(FaultyTable, match="has no column 'source'"):
        parse_table("made_up", "key\tdate\nIV\t2025-01-31\n")


def test_a_table_without_a_header_is_refused() -> None:
    with pytest.raises(FaultyTable, match="has no header"):
        parse_table("made_up", "\n# nothing\n")


def test_rows_cannot_be_changed_by_a_caller() -> None:
    rows = parse_table("made_up", "key\tsource\tdate\nIV\tours\t2025-01-31\n")

    with pytest.raises(TypeError):
        rows[0]["key"] = "PO"  # type: ignore[index]  # the point of the test
