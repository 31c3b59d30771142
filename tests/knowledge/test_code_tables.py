"""The tables of codes, pairs, units, lives and ages: each entry is well formed, in order, and says where it is from."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from typing import get_args

import pytest

from plainbill.case import Group
from plainbill.checking.codes.lookups import ceilings, demographic, in_range, life, modifiers_with, partners
from plainbill.describing.code_shapes import is_procedure_code
from plainbill.describing.readability import reading_grade
from plainbill.knowledge.tables import Row, read_table

_CODES = re.compile(r"[0-9A-Z]+(-[0-9A-Z]+)?")
_DIAGNOSIS = re.compile(r"[A-TV-Z][0-9][0-9A-Z]{1,5}|U[0-9]{2,3}")
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_HARDEST_GRADE = 6.0
_FEWEST_WORDS_A_SENTENCE = 6
# The Q codes in CMS's list of early 2025, those included that ended before.
_Q_CODES = """
    Q0035 Q0081 Q0083-Q0085 Q0091-Q0092 Q0111-Q0115 Q0138-Q0139 Q0144 Q0155 Q0161-Q0164 Q0166-Q0167 Q0169
    Q0173-Q0175 Q0177 Q0180-Q0181 Q0220-Q0222 Q0239-Q0240 Q0243-Q0245 Q0247 Q0249 Q0477-Q0504 Q0506-Q0521
    Q1004-Q1005 Q2004 Q2009 Q2017 Q2026 Q2028 Q2034-Q2043 Q2049-Q2050 Q2052-Q2056 Q3001 Q3014 Q3027-Q3028 Q3031
    Q4001-Q4051 Q4074 Q4081-Q4082 Q4100-Q4108 Q4110-Q4143 Q4145-Q4206 Q4208-Q4222 Q4224-Q4242 Q4244-Q4310
    Q4334-Q4353 Q5001-Q5010 Q5101-Q5136 Q5139-Q5146 Q9001-Q9004 Q9950-Q9951 Q9953-Q9970 Q9972-Q9989 Q9991-Q9998
"""
ROLES = {"separate", "repeat", "side", "part", "helper", "again", "both"}


def ends(codes: str) -> tuple[str, str]:
    low, _, high = codes.partition("-")
    return low, high or low


def is_ordered(codes: str) -> bool:
    low, high = ends(codes)
    return bool(_CODES.fullmatch(codes)) and len(low) == len(high) and low <= high


@pytest.mark.parametrize("table", ["service_pairs", "unit_ceilings", "code_life"])
def test_an_entry_holds_from_a_day_to_a_later_one(table: str) -> None:
    for row in read_table(table):
        days = [datetime.date.fromisoformat(row[name]) for name in ("valid_from", "valid_to") if row[name]]
        assert days == sorted(days)


@pytest.mark.parametrize(
    "table", ["service_pairs", "modifier_roles", "unit_ceilings", "code_life", "demographic_codes"]
)
def test_no_entry_stands_twice(table: str) -> None:
    counts = Counter(
        tuple(value for name, value in row.items() if name not in ("source", "date")) for row in read_table(table)
    )

    assert [entry for entry, count in counts.items() if count > 1] == []


def test_pairs_are_of_two_codes_with_a_plain_reason() -> None:
    rows = read_table("service_pairs")
    codes = [code for row in rows for name in ("column_one", "column_two") for code in ends(row[name])]

    assert all(is_procedure_code(code) for code in codes)
    assert all(is_ordered(row[name]) for row in rows for name in ("column_one", "column_two"))
    assert all(
        re.fullmatch(r"[0-9]{5}-[0-9]{5}", code) for row in rows for code in row.values() if re.match(r"\w{5}-", code)
    )
    assert {row["rescue"] for row in rows} == {"any", "separate", "repeat", "none"}
    assert {row["where"] for row in rows} == {"", "clinician"}
    assert not [
        row["reason"] for row in rows if re.search(r"[0-9,.]", row["reason"]) or not row["reason"][:1].isupper()
    ]
    assert len({(row["column_one"], row["column_two"]) for row in rows}) == len(rows) >= 350


def test_no_pair_holds_both_ways_and_no_code_holds_itself() -> None:
    pairs = {(one, two) for one, found in partners().items() for two in found}

    assert not [pair for pair in pairs if pair[0] == pair[1] or pair[::-1] in pairs]


def test_a_range_of_a_pair_is_spread_over_its_codes() -> None:
    assert {f"9920{n}" for n in range(2, 10)} | {f"9921{n}" for n in range(6)} <= partners()["20610"].keys()
    assert not {"99201", "99216"} & partners()["20610"].keys()
    assert partners()["99382"]["99213"]["column_one"] == "99381-99397"
    assert partners()["G0438"]["99213"]["column_one"] == "G0438"


def test_modifiers_have_known_roles() -> None:
    rows = read_table("modifier_roles")

    assert {role for row in rows for role in row["role"].split()} == ROLES
    assert all(re.fullmatch(r"[0-9A-Z]{2}", row["modifier"]) for row in rows)
    assert modifiers_with("repeat") == {"59", "91", "XE", "XS", "XP", "XU"}
    assert modifiers_with("repeat") < modifiers_with("separate")
    assert modifiers_with("part") == {"26", "TC"}
    assert modifiers_with("again") == {"76", "77"}
    assert modifiers_with("both") == {"50"}


def test_ceilings_are_counts_and_say_what_a_unit_is() -> None:
    for row in read_table("unit_ceilings"):
        assert is_ordered(row["codes"])
        assert row["most"] == "" or int(row["most"]) >= 1
        assert row["unit"] and not re.search(r"[0-9]", row["unit"])
        assert (row["by"], row["basis"]) in {("day", "ours"), ("line", "ours"), ("day", "mue")}
        assert (row["basis"] == "mue") == ("second quarter of 2026" in row["source"])


def test_a_ceiling_drawn_from_a_published_one_is_wide() -> None:
    assert not [row["codes"] for row in read_table("unit_ceilings") if row["basis"] == "mue" and int(row["most"]) < 3]
    assert len(read_table("unit_ceilings")) >= 400


def only_ceiling(code: str) -> Row:
    (row,) = ceilings(code)
    return row


def test_a_ceiling_for_a_code_goes_before_that_of_its_range() -> None:
    assert only_ceiling("99213")["codes"] == "99202-99215"
    assert only_ceiling("P9016")["codes"] == "P9010-P9100"
    assert only_ceiling("Q4081")["most"] == ""
    assert {(row["by"], row["most"]) for row in ceilings("20610")} == {("day", "4"), ("line", "2")}
    assert ceilings("99216") == ()


def test_no_code_has_two_ceilings_of_one_sort() -> None:
    counts = Counter((row["codes"], row["by"]) for row in read_table("unit_ceilings"))
    ranges = sorted(ends(row["codes"]) for row in read_table("unit_ceilings") if "-" in row["codes"])

    assert [entry for entry, count in counts.items() if count > 1] == []
    assert not [(one, two) for one, two in zip(ranges, ranges[1:], strict=False) if _overlap(one, two)]


def _overlap(one: tuple[str, str], two: tuple[str, str]) -> bool:
    return (
        len(one[1]) == len(two[0])
        and one[1][0] == two[0][0]
        and one[1][-1].isalpha() == two[0][-1].isalpha()
        and (one[1] >= two[0])
    )


def test_lives_are_of_codes_and_each_says_something() -> None:
    for row in read_table("code_life"):
        shaped = is_procedure_code(row["code"]) if row["system"] == "procedure" else _DIAGNOSIS.fullmatch(row["code"])
        assert shaped
        assert row["system"] in ("procedure", "diagnosis")
        assert bool(row["valid_from"] or row["valid_to"]) != (row["header"] == "yes")
        assert row["header"] in ("", "yes")
        assert row["header"] == "" or row["system"] == "diagnosis"


def test_diagnosis_codes_change_in_october_april_or_january() -> None:
    rows = [row for row in read_table("code_life") if row["system"] == "diagnosis"]

    assert {row["valid_to"][5:] for row in rows} == {"", "09-30"}
    assert {row["valid_from"][5:] for row in rows} == {"", "10-01", "04-01", "01-01"}


def test_no_code_has_two_lives() -> None:
    rows = read_table("code_life")

    assert len({(row["system"], row["code"]) for row in rows}) == len(rows) >= 750
    assert life("procedure", "99201") is not None
    assert life("diagnosis", "99201") is None
    assert life("diagnosis", "M545") is not None


def test_a_description_leaves_the_day_on_which_a_code_ended_to_the_table_of_lives() -> None:
    assert not [row["key"] for row in read_table("codes") if re.search(r"code (has )?end(ed|s)", row["plain"])]


def test_demographic_entries_name_a_sex_or_an_age() -> None:
    for row in read_table("demographic_codes"):
        assert is_ordered(row["codes"])
        assert row["system"] in ("procedure", "diagnosis")
        assert row["sex"] in ("", "F", "M")
        assert row["unit"] in ("", "years", "days")
        assert bool(row["unit"]) == bool(row["age_from"]) == bool(row["age_to"])
        assert row["sex"] or row["unit"]
        assert not row["unit"] or int(row["age_from"]) <= int(row["age_to"])
        assert row["about"] and not re.search(r"[0-9,.]", row["about"])


def test_no_code_is_for_both_sexes_only() -> None:
    codes = [row["key"] for row in read_table("codes")]

    assert not [code for code in codes if len({row["sex"] for row in demographic("procedure", code)} - {""}) > 1]


def test_check_ups_cover_every_age_without_a_gap() -> None:
    for first in ("9938", "9939"):
        bands = [demographic("procedure", f"{first}{n}")[0] for n in range(1, 8)]
        assert [int(band["age_from"]) for band in bands][1:] == [int(band["age_to"]) + 1 for band in bands][:-1]


@pytest.mark.parametrize(
    ("code", "codes", "is_in"),
    [
        ("99202", "99202-99215", True),
        ("99215", "99202-99215", True),
        ("99201", "99202-99215", False),
        ("99216", "99202-99215", False),
        ("G0402", "G0402", True),
        ("G0403", "G0402", False),
        ("0005T", "0001F-9999F", False),
        ("00055", "0001F-9999F", False),
        ("K0005", "E0100-L9999", True),
        ("E0105", "E0100-E8002", True),
        ("9920F", "99202-99215", False),
        ("00015", "0001F-9999F", False),
        ("0001F", "0001F-9999F", True),
        ("9921", "99202-99215", False),
        ("992100", "99202-99215", False),
        ("", "99202-99215", False),
    ],
)
def test_a_code_lies_in_a_range_of_its_own_shape(code: str, codes: str, is_in: bool) -> None:
    assert in_range(code, codes) is is_in


@pytest.mark.parametrize(
    ("code", "is_for"),
    [
        ("N40", "M"),
        ("N401", "M"),
        ("N399", None),
        ("N53", "M"),
        ("N54", None),
        ("R9720", "M"),
        ("R972", "M"),
        ("R97", None),
    ],
)
def test_a_diagnosis_is_found_by_its_first_characters(code: str, is_for: str | None) -> None:
    assert [row["sex"] for row in demographic("diagnosis", code)] == ([is_for] if is_for else [])
    assert demographic("procedure", code) == ()


def said(table: str) -> dict[str, str]:
    """What a reader is told, by the key of the entry."""
    return {row["key"]: f"{row['plain']} {row.get('ask', '')}".strip() for row in read_table(table)}


def names_in(text: str) -> frozenset[str]:
    """The names that a text explains itself: "Ketorolac, a medicine for pain", "a skin substitute called Apligraf"."""
    before, is_medicine, _ = text.partition(", a medicine for ")
    names = [*_WORD.findall(before if is_medicine else ""), *re.findall(rf"\bcalled ({_WORD.pattern})", text)]
    return frozenset(name.lower() for name in names)


def words_a_sentence(text: str) -> float:
    return len(_WORD.findall(text)) / max(1, len(re.findall(r"[.!?]+(?:\s|$)", text)))


def codes_in(ranges: str) -> Iterator[str]:
    for codes in ranges.split():
        low, high = ends(codes)
        yield from (f"{low[0]}{number:04d}" for number in range(int(low[1:]), int(high[1:]) + 1))


def test_every_q_code_has_words_of_its_own() -> None:
    expected = set(codes_in(_Q_CODES))

    assert len(expected) == 496
    assert expected <= said("codes").keys()


@pytest.mark.parametrize("table", ["codes"])
def test_no_two_codes_read_alike(table: str) -> None:
    counts = Counter(re.sub(r"\W+", " ", text).casefold() for text in said(table).values())

    assert [text for text, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("table", ["codes"])
def test_every_code_is_explained_for_a_reader_of_twelve(table: str) -> None:
    grades = {key: reading_grade(text, names_in(text)) for key, text in said(table).items()}

    assert {key: grade for key, grade in grades.items() if grade > _HARDEST_GRADE} == {}


@pytest.mark.parametrize("table", ["codes"])
def test_no_grade_is_low_because_sentences_are_chopped(table: str) -> None:
    lengths = {key: words_a_sentence(text) for key, text in said(table).items()}

    assert {key: words for key, words in lengths.items() if words < _FEWEST_WORDS_A_SENTENCE} == {}


@pytest.mark.parametrize("table", ["codes"])
def test_codes_are_in_a_group_of_the_contract(table: str) -> None:
    assert {row["group"] for row in read_table(table)} <= set(get_args(Group))


@pytest.mark.parametrize("code", ["Q5104", "Q4166", "Q9963"])
def test_a_code_that_differs_by_name_or_strength_alone_says_so(code: str) -> None:
    telling = {"Q5104": "Renflexis", "Q4166": "Cytal", "Q9963": "350 to 399 mg"}

    assert [key for key, text in said("codes").items() if telling[code] in text] == [code]


def test_skin_substitutes_say_what_they_are_and_what_a_unit_is() -> None:
    products = {key: text for key, text in said("codes").items() if re.match(r"Q4[1-3]", key)}

    assert len(products) == 226
    assert not [key for key, text in products.items() if "kin substitute" not in text or "heal" not in text]
    assert [key for key, text in products.items() if "One unit on the bill is" not in text] == ["Q4100"]
