"""The table of kinds says of each kind of the catalogue what it is and what it needs."""

from plainbill.case import CATALOGUE
from plainbill.knowledge.tables import read_table


def test_the_table_has_each_kind_of_the_catalogue_once_and_in_its_order() -> None:
    assert [row["kind"] for row in read_table("kinds")] == list(CATALOGUE)


def test_each_kind_is_told_in_whole_sentences() -> None:
    broken = [
        row["kind"] for row in read_table("kinds") if not (row["what"].endswith(".") and row["needs"].endswith("."))
    ]

    assert broken == []
