"""The table of diagnoses: each is a code with one plain sentence, and says where it comes from."""

import re
from collections import Counter

from plainbill.describing.readability import explained_names, reading_grade, words_a_sentence
from plainbill.knowledge.tables import read_table

ROWS = read_table("diagnoses")
_CODE = re.compile(r"[A-TV-Z][0-9][0-9A-Z](?:[0-9A-Z]{1,4})?|U[0-9]{2,3}")
_HARDEST_GRADE = 6.0
_FEWEST_WORDS = 6
_TALK = re.compile(r"\b(unspecified|encounter|disorder|chronic|acute|syndrome|bilateral|neoplasm|lesion|NOS)\b", re.I)


def test_an_editor_finds_key_words_source_date_and_reviewer() -> None:
    assert {tuple(row) for row in ROWS} == {("key", "plain", "source", "date", "reviewed")}


def test_the_commonest_diagnoses_are_there() -> None:
    keys = {row["key"] for row in ROWS}

    assert len(keys) >= 600
    assert {"I10", "E11", "E119", "E785", "M545", "J069", "N390", "R079", "Z0000", "Z1231", "Z23"} <= keys


def test_every_key_is_a_diagnosis_code_without_its_dot_and_stands_once() -> None:
    counts = Counter(row["key"] for row in ROWS)

    assert [key for key in counts if not _CODE.fullmatch(key)] == []
    assert [key for key, count in counts.items() if count > 1] == []
    assert list(counts) == sorted(counts)


def test_two_diagnoses_read_alike_only_where_one_is_the_head_of_the_other() -> None:
    first: dict[str, str] = {}
    alike = [
        (head, row["key"])
        for row in ROWS
        if (head := first.setdefault(row["plain"].casefold(), row["key"])) != row["key"]
    ]

    assert [pair for pair in alike if not pair[1].startswith(pair[0])] == []


def test_every_diagnosis_is_one_plain_sentence_of_six_words_or_more() -> None:
    odd = [
        row["key"]
        for row in ROWS
        if not re.fullmatch(r"[A-Z][^.;!?]*\.", row["plain"]) or words_a_sentence(row["plain"]) < _FEWEST_WORDS
    ]

    assert odd == []


def test_every_diagnosis_can_be_read_at_twelve() -> None:
    grades = {row["key"]: reading_grade(row["plain"], explained_names(row["plain"])) for row in ROWS}

    assert {key: grade for key, grade in grades.items() if grade > _HARDEST_GRADE} == {}


def test_no_diagnosis_is_told_in_the_words_of_the_code_list() -> None:
    assert [row["key"] for row in ROWS if _TALK.search(row["plain"])] == []


def test_the_side_of_the_body_is_told_apart() -> None:
    plain = {row["key"]: row["plain"] for row in ROWS}

    assert plain["M25561"].replace("right", "left") == plain["M25562"]
    assert not [key for key, text in plain.items() if re.search(r"\bright\b", text) and re.search(r"\bleft\b", text)]
