"""The tables of descriptions: each row is well formed and plain; an editor learns which row is not."""

import re
from collections import Counter
from typing import get_args

import pytest

from plainbill.case import Group
from plainbill.describing.code_shapes import is_procedure_code
from plainbill.describing.readability import reading_grade
from plainbill.knowledge.tables import Row, read_table

DESCRIBING = ("codes", "code_families", "revenue_codes", "vague_readings", "concepts")
WITH_KEYS = (*DESCRIBING, "modifiers", "vague_words", "body_parts", "details", "dose_forms", "drugs")
HARDEST_GRADE = 7.5
LONGEST_WORD = 16
# Words of the trade that would have to be explained wherever they stand.
JARGON = re.compile(
    r"\b(adjudicat\w*|modifier|CARC|RARC|contractual|remittance|subscriber|percutaneous|bilateral|lesion|etiology"
    r"|intravenous\w*|subcutaneous|intramuscular|ambulatory|encounter|facility-based|NOS)\b",
    re.IGNORECASE,
)
ADVICE = re.compile(
    r"\b(you should pay|(?<!plans )do not pay|pay first|refuse to pay|you will not have to)\b", re.IGNORECASE
)


def text_of(row: Row) -> str:
    """What a reader sees of a row, the places for body part and level left empty."""
    plain = re.sub(r"\{of(?::([^}]*))?\}", lambda place: place.group(1) or "", row["plain"]).replace("{level}", "")
    return f"{plain} {row.get('ask', '')}".strip()


def names_in(text: str) -> frozenset[str]:
    """The names that the text itself explains: "Ketorolac, a medicine for pain", "a close copy called Zarxio"."""
    name, said, _ = text.partition(", a medicine for ")
    called = re.findall(r"called (\w+)", text)
    return frozenset(word.lower() for word in [*re.findall(r"\w+", name if said else ""), *called])


@pytest.mark.parametrize("table", WITH_KEYS)
def test_no_key_stands_twice(table: str) -> None:
    counts = Counter(row["key"] for row in read_table(table))

    assert [key for key, count in counts.items() if count > 1] == []


def test_no_abbreviation_has_two_readings_for_one_context() -> None:
    counts = Counter((row["key"], row["context"]) for row in read_table("abbreviations"))

    assert [key for key, count in counts.items() if count > 1] == []


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
def test_every_group_is_one_of_the_contract(table: str) -> None:
    assert {row["group"] for row in read_table(table)} <= set(get_args(Group))


@pytest.mark.parametrize("table", DESCRIBING)
def test_a_vague_row_says_what_to_ask(table: str) -> None:
    odd = [
        row["key"]
        for row in read_table(table)
        if row["vague"] not in ("yes", "no") or (row["vague"] == "yes") != row["ask"].startswith("Ask ")
        if not row["ask"].startswith("Look at the paper")
    ]

    assert odd == []


@pytest.mark.parametrize("table", DESCRIBING)
def test_every_text_is_one_or_two_short_sentences(table: str) -> None:
    odd = [
        row["key"]
        for row in read_table(table)
        if not text_of(row).endswith(".")
        or "  " in text_of(row)
        or len(re.findall(r"[.!?](?= [A-Z]|$)", text_of(row))) > 3
    ]

    assert odd == []


@pytest.mark.parametrize("table", DESCRIBING)
def test_every_text_can_be_read_at_twelve(table: str) -> None:
    hard = {row["key"]: reading_grade(text_of(row), names_in(text_of(row))) for row in read_table(table)}

    assert {key: grade for key, grade in hard.items() if grade > HARDEST_GRADE} == {}


@pytest.mark.parametrize("table", DESCRIBING)
def test_no_word_is_longer_than_a_reader_knows_unless_it_is_a_name(table: str) -> None:
    long = [
        word
        for row in read_table(table)
        for word in re.findall(r"[A-Za-z]+", text_of(row))
        if len(word) > LONGEST_WORD and word.lower() not in names_in(text_of(row))
    ]

    assert long == []


@pytest.mark.parametrize("table", (*DESCRIBING, "modifiers"))
def test_no_text_uses_words_of_the_trade_or_tells_people_to_pay_or_not(table: str) -> None:
    odd = [row["key"] for row in read_table(table) if JARGON.search(row["plain"]) or ADVICE.search(row["plain"])]

    assert odd == []


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
