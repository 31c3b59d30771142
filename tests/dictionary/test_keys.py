"""Keys: one that stands twice, or that no look-up would find, is told."""

import pytest

from plainbill.dictionary.keys import key_faults
from plainbill.knowledge.tables import Entry


def told(table: str, *keys: str) -> list[tuple[int, str]]:
    entries = [Entry(line=line, row={"key": key}) for line, key in enumerate(keys, start=2)]
    return [(entry.line, said) for entry, said in key_faults(table, entries)]


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("codes", "a6402"),
        ("codes", "A 6402"),
        ("codes", "9921"),
        ("code_families", "A6010"),
        ("code_families", "A6461-A6010"),
        ("code_families", "A6010 - A6461"),
        ("modifiers", "2"),
        ("modifiers", "rt"),
        ("revenue_codes", "450"),
        ("revenue_codes", "045X"),
        ("concepts", "Knee brace"),
        ("drugs", "tylenol"),
    ],
)
def test_a_key_that_no_look_up_would_find_is_told(table: str, key: str) -> None:
    ((line, said),) = told(table, key)

    assert line == 2
    assert said.startswith("key: ")
    assert "; write " in said


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("codes", "A6402"),
        ("codes", "0001F"),
        ("code_families", "A6010-A6461"),
        ("modifiers", "25"),
        ("revenue_codes", "045x"),
        ("concepts", "*ECTOMY"),
        ("glossary", "claim"),
        ("mine", "whatever it is"),
    ],
)
def test_a_key_that_is_found_is_not_told(table: str, key: str) -> None:
    assert told(table, key) == []


def test_a_key_that_stands_twice_is_told_once_with_the_line_of_the_first() -> None:
    assert told("modifiers", "25", "26", "25") == [(4, "has the key of line 2; keep one of the two")]


def test_one_key_may_stand_in_two_lists_and_a_row_for_whole_families_needs_none() -> None:
    rows = [
        {"key": "lateral", "list": "codes"},
        {"key": "lateral", "list": "diagnoses"},
        {"key": "", "codes": "J"},
        {"key": "lateral", "list": "codes"},
    ]
    entries = [Entry(line=line, row=row) for line, row in enumerate(rows, start=2)]

    assert [(entry.line, what[:16]) for entry, what in key_faults("official_words", entries)] == [
        (5, "has the key of l")
    ]
