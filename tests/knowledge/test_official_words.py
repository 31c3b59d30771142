"""The tables of official words, kinds and diagnoses: each row is well formed and plain."""

import re
from collections import Counter
from typing import get_args

import pytest

from plainbill.case import Group
from plainbill.describing.readability import reading_grade
from plainbill.knowledge.tables import read_table

HARDEST_GRADE = 7.5


def test_no_official_word_is_written_out_in_two_ways() -> None:
    counts = Counter(
        (row["key"], row["context"], listed)
        for row in read_table("official_words")
        for listed in ([row["list"]] if row["list"] else ["codes", "diagnoses"])
    )

    assert [key for key, count in counts.items() if count > 1] == []


def test_every_official_word_is_found_as_it_is_compared() -> None:
    odd = [
        row["key"]
        for row in read_table("official_words")
        if row["key"] != " ".join(row["key"].lower().split())
        or row["context"] not in ("", "number")
        or not row["plain"]
    ]

    assert odd == []


def test_no_word_is_written_out_as_itself() -> None:
    same = [row["key"] for row in read_table("official_words") if row["key"] == row["plain"] and not row["context"]]

    assert same == []


def test_kinds_name_codes_and_groups_that_exist() -> None:
    odd = [
        row["key"]
        for row in read_table("official_kinds")
        if not re.fullmatch(r"[A-CE-V]\d*(?: [A-CE-V]\d*)*", row["codes"])
        or row["group"] not in get_args(Group)
        or row["drop"] not in ("yes", "no")
        or row["key"] != row["key"].lower()
    ]

    assert odd == []


@pytest.mark.parametrize("table", ["official_kinds", "diagnosis_chapters", "diagnoses"])
def test_every_text_can_be_read_at_twelve(table: str) -> None:
    hard = {row["key"]: reading_grade(row["plain"]) for row in read_table(table)}

    assert {key: grade for key, grade in hard.items() if grade > HARDEST_GRADE} == {}


@pytest.mark.parametrize("table", ["official_kinds", "diagnosis_chapters", "diagnoses"])
def test_every_text_is_a_sentence(table: str) -> None:
    odd = [row["key"] for row in read_table(table) if not re.fullmatch(r"[A-Z].*\.", row["plain"])]

    assert odd == []


def test_chapters_of_diagnoses_follow_each_other() -> None:
    ends = [row["key"].split("-") for row in read_table("diagnosis_chapters")]

    assert all(first <= last for first, last in ends)
    assert all(last < first for (_, last), (first, _) in zip(ends, ends[1:], strict=False))


def test_no_diagnosis_stands_twice_or_with_its_dot() -> None:
    keys = [row["key"] for row in read_table("diagnoses")]

    assert len(keys) == len(set(keys))
    assert [key for key in keys if not re.fullmatch("[A-Z][0-9A][0-9AB][0-9A-Z]{0,4}", key)] == []
