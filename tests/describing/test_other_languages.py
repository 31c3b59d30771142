"""Plain words of charges in another language: the commonest are there, whole, and with the facts of the English."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import plainbill.describing
from plainbill.describing.codes import describe_code, describe_revenue_code
from plainbill.describing.other_languages import plain_words
from plainbill.describing.vague_lines import unknown_words_reading
from plainbill.knowledge.languages import CATALOGUES, ENGLISH, WORDS, languages, say_in
from plainbill.knowledge.tables import read_table

OTHERS = [name for name in languages() if name != ENGLISH]
SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9])")
PLACE = re.compile(r"\{[^{}]*\}")
# What is put together from the tables of medicines, forms and parts of the body.
COMPOSED = {
    "A CT scan of the belly.", "A set of things for your care.", "Acetaminophen, a medicine for pain and fever.",
    "Care after that day needs another code.", "Docusate, a medicine for hard stool.", "It is given as a capsule.",
    "It is given as a tablet.", "It is given from a small bottle.", "Oxycodone, a medicine for strong pain.",
    "Propofol, a medicine for putting you to sleep.", "Putting in medicine or dye by needle (vein).",
    "Rocuronium, a medicine for loose muscles in surgery.", "The paper does not say more.",
    "Time in the room where nurses watch you wake up (the first).", "X-ray pictures of the shoulder.",
}  # fmt: skip
# Visits, emergency rooms, the tests and pictures that most bills have, shots, therapy, ambulance and dentist.
COMMON = (
    "99202 99203 99204 99205 99211 99212 99213 99214 99215 99221 99222 99223 99231 99232 99233 99238 99239 99281 99282 "
    "99283 99284 99285 99291 99385 99386 99395 99396 G0438 G0439 G0463 80048 80053 80061 81001 81003 82306 83036 84443 "
    "84484 85025 85610 87086 87635 87804 87880 88305 36415 70450 71046 72148 73560 73610 73630 74177 76700 76830 76856 "
    "77067 93000 93005 93306 94640 96360 96365 96372 96374 90471 90686 90715 11102 12001 17000 20610 43239 45378 45380 "
    "45385 G0121 59400 66984 69210 90834 90837 97110 97140 97161 00812 01967 J1885 J2405 J0696 J1100 J7030 A0425 A0427 "
    "A0429 E0114 E0601 L4361 D0120 D0274 D1110 D2392 D2740 D7140"
)  # fmt: skip


@pytest.fixture(params=OTHERS)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with say_in(request.param):
        yield request.param


def catalogue(language: str) -> dict[str, str]:
    with (CATALOGUES / language / "LC_MESSAGES" / f"{WORDS}.po").open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file) if each.id}


def said_in_english() -> set[str]:
    """Every sentence that the tables and the module on codes and words say of a charge, places left out empty."""
    tables = (
        "codes", "modifiers", "groups", "vague_readings", "diagnosis_chapters", "revenue_codes", "code_families",
        "concepts", "diagnoses",
    )  # fmt: skip
    rows = [row for table in tables for row in read_table(table)]
    cells = [PLACE.sub("", row[column]) for row in rows for column in ("plain", "ask") if column in row]
    source = (Path(plainbill.describing.__file__).parent / "agreement.py").read_text(encoding="utf-8")
    own = [each.strip() for each in re.findall(r'f"\{\w+\.plain\} ([^"]+)"', source)]
    return {*cells, *COMPOSED, *(sentence for cell in (*cells, *own) for sentence in SENTENCE_END.split(cell))}


@pytest.mark.parametrize("code", COMMON.split())
def test_the_commonest_codes_are_translated(language: str, code: str) -> None:
    reading = describe_code(code)

    assert reading is not None
    assert plain_words(reading.plain) != reading.plain


def test_more_than_five_hundred_entries_are_translated(language: str) -> None:
    assert sum(plain_words(row["plain"]) != row["plain"] for row in read_table("codes")) > 500


@pytest.mark.parametrize("name", OTHERS)
def test_every_translated_sentence_is_still_said(name: str) -> None:
    assert set(catalogue(name)) - said_in_english() == set()


@pytest.mark.parametrize("name", OTHERS)
def test_every_translation_holds_the_same_figures(name: str) -> None:
    figures = re.compile(r"\d[\d,.]*\d|\d")

    wrong = {
        english: said
        for english, said in catalogue(name).items()
        if sorted(figures.findall(english)) != sorted(figures.findall(said)) or not said
    }

    assert wrong == {}


@pytest.mark.parametrize("code", ["0250", "0300", "0320", "0360", "0450", "0636"])
def test_departments_of_a_hospital_are_translated(language: str, code: str) -> None:
    reading = describe_revenue_code(code)

    assert reading is not None
    assert plain_words(reading.plain) != reading.plain


@pytest.mark.parametrize("name", OTHERS)
def test_every_illness_of_the_table_is_translated(name: str) -> None:
    assert {row["plain"] for row in read_table("diagnoses")} <= catalogue(name).keys()


def test_marks_behind_a_code_are_said_too() -> None:
    reading = describe_code("73610", ("RT", "59"))
    assert reading is not None

    with say_in("es"):
        said = plain_words(reading.plain)

    assert said.endswith("(RT: lado derecho; 59: aparte de los otros servicios de ese día).")


def test_a_mark_that_is_not_translated_leaves_all_in_english() -> None:
    said = "X-rays of the ankle, three pictures or more. They look for broken bones or wear (ZZ: no mark at all)."

    with say_in("es"):
        assert plain_words(said) == said


def test_words_of_which_a_part_is_not_translated_stay_in_english_as_a_whole() -> None:
    said = "It is used at home. Nobody has translated this sentence."

    with say_in("es"):
        assert plain_words(said) == said


def test_what_nobody_can_read_is_said_in_the_language() -> None:
    with say_in("es"):
        assert plain_words(unknown_words_reading("GLORBIX").plain).startswith("Nuestras tablas no conocen")


def test_in_english_words_stay_as_they_are() -> None:
    assert plain_words("It is used at home.") == "It is used at home."
