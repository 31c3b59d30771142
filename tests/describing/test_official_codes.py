"""Official codes: what is said of a code that only an imported list has by itself."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.case import Line, Reading
from plainbill.describing import describe_code, describe_line
from plainbill.describing.texts import with_code_in_words
from tests.describing.imported import MadeUpTables

# Letters that CMS uses, and numbers that it does not; the descriptors are made up in its manner.
DESCRIPTORS = {
    "A4599": "Moon strap, w/ buckle, incl. lock, ea",
    "A6999": "Wound cover, moon foam, sterile, pad size 16 sq. in. or less, without adhesive border, each dressing",
    "A0199": "Non-emergency transportation; moon buggy, per mile",
    "C1999": "Moon lens (implantable)",
    "E0999": "Moon walker, adjustable or fixed height, w/o wheels",
    "G9999": "Documentation of medical reason(s) for not looking at the moon (e.g., patient sleeps)",
    "J3999": "Injection, zorbexumab-abcd (moonix), 0.5 mg",
    "J7998": "Zorbex, inhalation solution, administered through DME, unit dose form, up to 10 mg",
    "L0999": "TLSO, moon type, prefabricated, includes fitting and adjustment",
    "Q2099": "Moon dust, per therapeutic dose",
    "S9888": "Care of a moon person, including administrative services; per diem",
    "T2099": "Waiver services; not otherwise specified (NOS)",
    "V2999": "Moon lens, 2.00d sphere, per lens",
    "D9998": "",
}
ENDED = datetime.date(2020, 12, 31)
ENDING = datetime.date(2026, 12, 31)
TABLES = MadeUpTables(DESCRIPTORS, {"E0999": ENDED, "L0999": ENDING})
SHORT_FORM = re.compile(
    r"(?i)(w/|\b(?:w/?o|incl|ea|sq|in\.|mg|mcg|dme|tlso|nos|e\.g|diem|inj|pt|ltd)\b(?!\.\w)|\(s\)|\d d\b)"
)


def said_of(code: str, *modifiers: str) -> Reading:
    reading = describe_code(code, modifiers, TABLES)
    assert reading is not None
    return reading


@pytest.mark.parametrize("code", [code for code in DESCRIPTORS if DESCRIPTORS[code]])
def test_a_code_of_the_imported_list_is_known(code: str) -> None:
    translation = describe_line(Line(id="1", code=code), tables=TABLES)

    assert (translation.basis, translation.vague) == ("code", False)
    assert translation.confidence >= 0.8
    assert translation.source == f"hcpcs/{code}"


@pytest.mark.parametrize("code", [code for code in DESCRIPTORS if DESCRIPTORS[code]])
def test_no_short_form_of_its_name_is_left_and_more_than_the_name_is_said(code: str) -> None:
    plain = said_of(code).plain

    assert SHORT_FORM.findall(plain) == []
    assert len(re.findall(r"[.!?](?: |$)", plain)) >= 2
    assert DESCRIPTORS[code].casefold() not in plain.casefold()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("A4599", "Moon strap, with buckle, with lock. One unit on the bill stands for one piece."),
        ("A0199", "ride that is not urgent, moon buggy. One unit on the bill stands for one mile."),
        ("J3999", "zorbexumab-abcd (moonix). One unit on the bill stands for 0.5 milligrams."),
        ("J7998", "Zorbex, fluid to breathe in, given with a device at home, ready in single doses. One unit on the"
         " bill stands for up to 10 milligrams."),
        ("S9888", "Care of a moon person, with office work. One unit on the bill stands for one day."),
    ],
)  # fmt: skip
def test_the_written_out_name_and_the_unit_stand_behind_the_family(code: str, said: str) -> None:
    family, says, rest = said_of(code).plain.partition(" The code list says: ")

    assert re.fullmatch(r"[A-Z].*\.", family)
    assert (says.strip(), rest) == ("The code list says:", said)


@pytest.mark.parametrize(
    ("code", "group"), [("J3999", "drug"), ("C1999", "supply"), ("G9999", "other"), ("Q2099", "drug")]
)
def test_the_first_words_of_a_name_tell_the_group_where_the_family_is_wide(code: str, group: str) -> None:
    assert said_of(code).group == group


def test_a_code_that_no_family_has_is_told_by_its_letter() -> None:
    assert said_of("J3999").group == "drug"
    assert said_of("V2999").plain.startswith("A thing or a test for sight or hearing. The code list says: Moon lens")


def test_a_size_is_not_taken_for_a_unit() -> None:
    assert "One unit" not in said_of("E0999").plain


def test_a_code_that_ended_says_when() -> None:
    assert "This code ended on December 31, 2020" in said_of("E0999").plain


def test_a_code_that_ends_after_its_edition_is_not_said_to_have_ended() -> None:
    assert "This code ends on December 31, 2026" in said_of("L0999").plain


def test_an_end_that_is_written_behind_the_name_is_said_as_such() -> None:
    tables = MadeUpTables({"J3999": "Injection, zorbexumab, 1 mgTerminated December 31, 2020."})

    reading = describe_code("J3999", (), tables)

    assert reading is not None
    assert reading.plain.endswith(
        "The code list says: zorbexumab. One unit on the bill stands for 1 milligram."
        " This code ended on December 31, 2020. Care after that day needs another code."
    )


@pytest.mark.parametrize("note", ["Terminated February 31, 2020", "terminated early", "Terminated 2020"])
def test_what_is_no_note_of_an_end_stays_in_the_name(note: str) -> None:
    reading = describe_code("J3999", (), MadeUpTables({"J3999": f"Injection, zorbexumab {note}"}))

    assert reading is not None
    assert note in reading.plain


def test_our_own_words_come_first_and_say_when_the_imported_list_ended_the_code() -> None:
    alone = describe_code("Q4081")
    beside = describe_code("Q4081", (), MadeUpTables({"Q4081": "Moon shot"}, {"Q4081": ENDED}))

    assert alone is not None
    assert beside is not None
    assert beside.plain.startswith(f"{alone.plain} This code ended on December 31, 2020")


def test_a_code_that_our_table_of_lives_ended_says_when() -> None:
    reading = describe_code("99241")

    assert reading is not None
    assert "This code ended on December 31, 2022" in reading.plain


def test_modifiers_are_explained_behind_the_name() -> None:
    assert said_of("L0999", "LT", "ZZ").plain.endswith("The mark LT beside it means left side.")


def test_a_name_that_was_not_kept_leaves_the_family() -> None:
    assert said_of("D9998").vague


def test_a_code_that_the_imported_list_lacks_stays_open() -> None:
    assert said_of("E0998").vague


def test_a_name_is_cut_where_nobody_would_read_on() -> None:
    tables = MadeUpTables({"T2099": "Moon walk, " + ", ".join(f"step {number} of the walk" for number in range(40))})

    reading = describe_code("T2099", (), tables)

    assert reading is not None
    assert "and more" in reading.plain
    assert len(reading.plain.split()) < 90


def test_a_code_in_the_words_of_a_line_is_found_where_the_imported_list_has_it() -> None:
    line = Line(id="1", description="J3999 ZORBEXUMAB")

    assert with_code_in_words(line, TABLES).code == "J3999"
    assert with_code_in_words(line).code is None


def test_words_that_do_not_fit_a_code_of_the_list_are_said_to_disagree() -> None:
    words = Reading(
        plain="An X-ray.", group="imaging", basis="description", confidence=0.8, vague=False, source="words/x"
    )

    translation = describe_line(Line(id="1", code="E0999"), words, TABLES)

    assert "ask which of them is right" in translation.plain
    assert [each.plain for each in translation.alternatives] == ["An X-ray."]


@given(st.text(max_size=400))
def test_whatever_a_list_says_more_than_that_is_said_or_the_code_stays_open(descriptor: str) -> None:
    reading = describe_code("T2099", (), MadeUpTables({"T2099": descriptor}))

    assert reading is not None
    assert reading.vague or " The code list says: " in reading.plain
    assert reading.vague == (reading.confidence < 0.5)
