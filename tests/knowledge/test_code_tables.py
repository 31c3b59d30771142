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
from plainbill.describing.codes import describe_code, is_known_code
from plainbill.describing.readability import explained_names, reading_grade, words_a_sentence
from plainbill.knowledge.tables import Row, read_table

_CODES = re.compile(r"[0-9A-Z]+(-[0-9A-Z]+)?")
_DIAGNOSIS = re.compile(r"[A-TV-Z][0-9][0-9A-Z]{1,5}|U[0-9]{2,3}")
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


def codes_in(ranges: str) -> Iterator[str]:
    for codes in ranges.split():
        low, high = ends(codes)
        yield from (f"{low[0]}{number:04d}" for number in range(int(low[1:]), int(high[1:]) + 1))


def test_every_q_code_has_words_of_its_own() -> None:
    expected = set(codes_in(_Q_CODES))

    assert len(expected) == 496
    assert expected <= said("codes").keys()


@pytest.mark.parametrize("table", ["codes", "code_families"])
def test_no_two_codes_read_alike(table: str) -> None:
    counts = Counter(re.sub(r"\W+", " ", text).casefold() for text in said(table).values())

    assert [text for text, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("table", ["codes", "code_families"])
def test_every_code_is_explained_for_a_reader_of_twelve(table: str) -> None:
    grades = {key: reading_grade(text, explained_names(text)) for key, text in said(table).items()}

    assert {key: grade for key, grade in grades.items() if grade > _HARDEST_GRADE} == {}


@pytest.mark.parametrize("table", ["codes", "code_families"])
def test_no_grade_is_low_because_sentences_are_chopped(table: str) -> None:
    lengths = {key: words_a_sentence(text) for key, text in said(table).items()}

    assert {key: words for key, words in lengths.items() if words < _FEWEST_WORDS_A_SENTENCE} == {}


@pytest.mark.parametrize("table", ["codes", "code_families"])
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


# Codes at the ends and in the middle of each letter of HCPCS Level II and of each part of CPT, and the kind of thing
# that a reader is told of.
_BOUNDARIES = """
    A0021 ambulance, A0080 no ambulance, A0210 no ambulance, A0999 ambulance, A2001 wound, A2035 wound, A4100 wound,
    A4206 needles, A4232 needles, A4259 diabetes, A4310 urine, A4361 stoma, A4437 stoma, A4556 tray, A4932 dialysis,
    A5513 diabetes, A6010 dressing, A6461 dressing, A6501 burns, A6550 pump, A6610 swelling, A7049 breathing,
    A8004 helmet, A9153 vitamin, A9283 home, A9500 rays, A9800 dye, A9999 equipment,
    B4034 tube, B4149 food, B5200 vein, B9999 pump, C1052 hospital, C1713 device, C2699 rays, C5278 skin,
    C8937 picture, C9014 drug, C9364 tissue, C9507 drug, C9608 heart, C9899 treatment,
    D0100 dentist, D0364 picture, D2140 filling, D3320 root, D5110 false teeth, D7953 jaw, D8080 braces, D9999 dentist,
    E0100 cane, E0159 walker, E0165 toilet, E0199 sores, E0305 bed, E0441 oxygen, E0487 breathe, E0585 mist,
    E1028 wheelchair, E1298 wheelchair, E1637 dialysis, E1841 joint, E2100 sugar, E2510 speaks, E2633 wheelchair,
    E8002 child, G0008 vaccine, G0162 home, G0235 scan, G0379 hospital, G0419 tissue, G0470 health center, G0659 drugs,
    G1024 mark, G2066 message, G2080 opioid, G4038 mark, G6017 rays, G6058 lab, G8126 good, G9999 good,
    H0001 alcohol, H1011 family, H2041 mental health, J0120 needle, J3591 drug, J7131 fluid, J7214 clot,
    J7296 birth control, J7402 skin, J7527 organ, J7699 mist, J8999 mouth, J9999 cancer,
    K0014 wheelchair, K0108 wheelchair, K0609 heart, K0899 motor, K1037 home, L0112 neck, L0492 back, L0651 lower back,
    L1499 spine, L1690 hip, L1860 knee, L1990 ankle, L2999 leg brace, L3170 shoe, L3677 shoulder, L3766 elbow,
    L3956 wrist, L4631 boot, L5000 leg, L5999 leg, L6000 arm, L7499 arm, L8049 face, L8330 hernia, L8515 voice,
    L8699 implant, L8721 motor, L9900 brace, M0001 quality, M0250 COVID-19, M1425 good,
    P2028 lab, P3001 Pap, P7001 germs, P9010 donor, P9100 donor, P9604 fee, P9615 urine, Q0035 heart, Q4333 skin,
    Q5147 copy, Q9998 drug, R0070 X-rays, R0076 tracings, S0012 drug, S0596 glasses, S2411 surgery,
    S3890 lab, S4042 baby, S5199 home, S5571 insulin, S8092 scan, S9131 home, S9379 pump, S9454 class, S9504 germs,
    S9999 tax, T1000 nurse, T2005 ride, T2051 live, T4545 pads, T5999 seat, U0001 COVID-19, U0005 COVID-19,
    V2020 frames, V2499 lens, V2599 contact, V2632 eye, V2799 sight, V5008 hearing, V5299 hearing, V5364 speech,
    00100 head, 01999 medicine, 10004 needle, 12021 cut, 15278 wound, 19499 breast, 23929 shoulder, 27599 knee,
    29799 cast, 32999 lungs, 33999 heart, 36598 vessel, 43278 scope, 45398 scope, 49659 hernia, 53899 urine,
    55899 prostate, 58579 womb, 59899 birth, 60699 thyroid, 64999 nerves, 68899 eye, 69979 ear, 70010 head,
    76999 sound, 77799 rays, 79999 radioactive, 80047 group, 81599 genes, 84999 blood, 87999 germs, 88399 tissue,
    89398 baby, 90399 antibodies, 90759 vaccine, 90899 mental health, 91322 COVID-19, 92499 eye, 92700 hear,
    93998 sound, 95251 sugar, 96549 cancer, 97799 therapy, 98016 phone, 98986 afar, 99215 office, 99239 hospital,
    99288 emergency, 99350 live, 99397 check-up, 99437 plan, 99498 hospital, 99602 home, 99607 pharmacist,
    0001F care, 0963T trial, 0599U lab, 0020M lab
"""


BOUNDARIES = [tuple(each.strip().split(" ", 1)) for each in _BOUNDARIES.split(",")]


def families_of(code: str) -> list[Row]:
    return [row for row in read_table("code_families") if in_range(code, row["key"])]


@pytest.mark.parametrize(("code", "kind"), BOUNDARIES)
def test_every_part_of_the_code_sets_has_one_family(code: str, kind: str) -> None:
    (family,) = families_of(code)

    assert kind.casefold() in family["plain"].casefold()


@pytest.mark.parametrize("code", [code for code, _ in BOUNDARIES if not is_known_code(code)])
def test_a_code_without_an_entry_is_told_by_its_family(code: str) -> None:
    reading = describe_code(code)

    assert reading is not None
    assert reading.source.endswith(f"/{families_of(code)[0]['key']}")


@pytest.mark.parametrize("code", ["00050", "10001", "B4033", "C0999", "N0001", "U0100", "D0099", "01000"])
def test_a_code_outside_all_families_is_not_guessed(code: str) -> None:
    assert families_of(code) == []
    assert describe_code(code) is None


def test_a_family_is_told_in_one_sentence_that_says_no_more_than_the_kind_of_thing() -> None:
    odd = [row["key"] for row in read_table("code_families") if not re.fullmatch(r"[A-Z][^.;]*\.", row["plain"])]

    assert odd == []
    assert {row["vague"] for row in read_table("code_families")} == {"yes"}
