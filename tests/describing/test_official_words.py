"""Official words: short forms are written out, numbers and names stay, nothing is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.describing.official_words import write_out
from plainbill.knowledge.tables import read_table


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Strap, w/o buckle, ea", "Strap, without buckle, each"),
        ("Strap w/ buckle, incl lock", "Strap with buckle, with lock"),
        ("Foam, 16 sq cm", "Foam, 16 square centimeters"),
        ("Foam, 1 sq. cm", "Foam, 1 square centimeter"),
        ("Foam, per sq. in", "Foam, per square inch"),
        ("Blue dye, 15mcg", "Blue dye, 15 micrograms"),
        ("Blue dye, 1 mg", "Blue dye, 1 milligram"),
        ("Blue dye, 0.5 mg/2 ml", "Blue dye, 0.5 milligrams/2 milliliters"),
        ("Chair for DME supplier, per diem", "Chair for equipment for home supplier, per day"),
        ("Cushion, nos", "Cushion, not named further"),
        ("Ride, patient(s) seen", "Ride, patients seen"),
    ],
)
def test_short_forms_are_written_out(name: str, written: str) -> None:
    assert write_out(name) == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("very light glass (vlg) with vlg rim", "very light glass with very light glass rim"),
        ("skyrography (srg) of the moon", "skyrography of the moon"),
        ("blue dye (zorbex)", "blue dye (zorbex)"),
        ("glass made of sand (gms)", "glass made of sand"),
    ],
)
def test_letters_in_brackets_that_only_shorten_the_words_before_them_go(name: str, written: str) -> None:
    assert write_out(name) == written


@pytest.mark.parametrize(
    "name", ["Zorbexumab-abcd", "Gallium ga-68", "Level L-1 to T-9", "Q4081 and J1885", "mix-mg-9"]
)
def test_parts_of_names_and_codes_are_no_short_forms(name: str) -> None:
    assert write_out(name) == name


def test_a_hard_word_is_explained_once() -> None:
    assert write_out("catheter and catheter") == "thin tube (catheter) and thin tube"


def test_a_word_may_mean_another_thing_in_another_list() -> None:
    assert write_out("Moon accessory, discharge of dust") != write_out("Moon accessory, discharge of dust", "diagnoses")
    assert write_out("Moon accessory, discharge of dust", "diagnoses") == "Moon accessory, discharge of dust"


def test_words_that_price_lists_shorten_are_written_out_too() -> None:
    assert write_out("brush for bx") == "brush for biopsy"


def test_a_note_that_tells_a_patient_nothing_is_left_out() -> None:
    assert write_out("Moon dust (for use in a medicare-approved demonstration project)") == "Moon dust"


@pytest.mark.parametrize("row", read_table("official_words"), ids=lambda row: row["key"])
def test_every_entry_is_written_out_wherever_its_key_stands(row: dict[str, str]) -> None:
    number = "12 " if row["context"] else ""

    written = write_out(f"moon {number}{row['key']} moon", "diagnoses" if row["list"] == "diagnoses" else "codes")

    assert row["plain"] == "-" or row["plain"].split(" (")[0].removesuffix(".") in written


@given(st.text(max_size=300))
def test_any_text_can_be_written_out_and_keeps_its_numbers(text: str) -> None:
    asciis = "".join(character for character in text if character.isascii())

    assert isinstance(write_out(text), str)
    assert set(re.findall(r"\b\d{3,}\b", write_out(asciis))) <= set(re.findall(r"\d+", asciis)) | {"100", "500"}
