"""The tables of descriptions: the editors' check finds nothing in them, and their texts are short."""

import re

import pytest

from plainbill.describing.code_shapes import is_procedure_code
from plainbill.describing.readability import explained_names
from plainbill.dictionary import check_table, shown_text
from plainbill.knowledge.tables import read_table, table_names, table_text

DESCRIBING = ("codes", "code_families", "revenue_codes", "vague_readings", "concepts")
LONGEST_WORD = 16


@pytest.mark.parametrize("table", table_names())
def test_an_editor_is_told_of_no_fault(table: str) -> None:
    assert check_table(table, table_text(table)).faults == ()


def test_an_abbreviation_that_depends_on_its_context_is_tried_before_the_one_that_holds_always() -> None:
    always: set[str] = set()
    late = []
    for row in read_table("abbreviations"):
        if row["key"] in always:
            late.append(row["key"])
        if not row["context"]:
            always.add(row["key"])

    assert late == []


@pytest.mark.parametrize("table", DESCRIBING)
def test_every_text_is_one_or_two_short_sentences(table: str) -> None:
    odd = [
        row["key"]
        for row in read_table(table)
        if not shown_text(row).endswith(".")
        or "  " in shown_text(row)
        or len(re.findall(r"[.!?](?= [A-Z]|$)", shown_text(row))) > 3
    ]

    assert odd == []


@pytest.mark.parametrize("table", DESCRIBING)
def test_no_word_is_longer_than_a_reader_knows_unless_it_is_a_name(table: str) -> None:
    long = [
        word
        for row in read_table(table)
        for word in re.findall(r"[A-Za-z]+", shown_text(row))
        if len(word) > LONGEST_WORD and word.lower() not in explained_names(shown_text(row))
    ]

    assert long == []


def test_every_code_has_the_shape_of_a_code() -> None:
    assert [row["key"] for row in read_table("codes") if not is_procedure_code(row["key"])] == []


def test_families_of_codes_do_not_overlap() -> None:
    ends = sorted((re.sub(r"\d", "0", row["key"][:5]), *row["key"].split("-")) for row in read_table("code_families"))

    overlapping = [
        (first, second)
        for (shape, _, first), (next_shape, second, _) in zip(ends, ends[1:], strict=False)
        if shape == next_shape and first >= second
    ]

    assert overlapping == []


def test_the_first_set_is_large_enough_to_be_of_use() -> None:
    codes = {row["key"] for row in read_table("codes")}

    assert len(codes) >= 1200
    assert {f"Q{number}" for number in range(4001, 4052)} <= codes
