import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.reading.terms.codes import (
    ProcedureCode,
    parse_code,
    parse_codes,
    parse_diagnosis,
    parse_lettered_code,
    parse_modifiers,
    parse_ndc,
    parse_reason,
    parse_revenue_code,
    with_whole_diagnoses,
)


@pytest.mark.parametrize(
    "printed", ["9921325", "99213-25", "99213 25", "99213.25", "99213/25", "CPT 99213-25", "(99213-25)"]
)
def test_a_modifier_is_taken_off_its_code(printed: str) -> None:
    assert parse_code(printed) == ProcedureCode(code="99213", modifiers=("25",))


def test_several_modifiers_keep_their_order() -> None:
    assert parse_code("97140-GP-59") == ProcedureCode(code="97140", modifiers=("GP", "59"))
    assert parse_code("7372126RT") == ProcedureCode(code="73721", modifiers=("26", "RT"))


@pytest.mark.parametrize("printed", ["0636 / J0696", "0636/J0696", "0636|J0696", "0636 J0696"])
def test_revenue_and_procedure_code_are_two_also_where_the_stroke_between_them_was_lost(printed: str) -> None:
    assert parse_codes(printed) == ("0636", ProcedureCode(code="J0696", modifiers=()))


@pytest.mark.parametrize("printed", ["0636 2", "0123 4567", "1234 99213", "636 J0696"])
def test_only_four_figures_from_a_naught_before_a_code_are_a_revenue_code_without_a_stroke(printed: str) -> None:
    assert parse_codes(printed)[0] is None


def test_numbers_with_a_stroke_before_words_are_no_codes() -> None:
    assert parse_codes("128/82 and your weight 174 lb.") == (None, None)


@pytest.mark.parametrize("printed", ["J2405", "D0140", "0042T", "3074F", "A0427", "G0378"])
def test_codes_of_every_family_are_read(printed: str) -> None:
    assert parse_code(printed) == ProcedureCode(code=printed)


@pytest.mark.parametrize("printed", ["4501184", "7730041852", "VISIT", "12.50", "W1234", "9921", ""])
def test_what_is_no_code_stays_none(printed: str) -> None:
    assert parse_code(printed) is None


@pytest.mark.parametrize(
    ("printed", "code"), [("450", "0450"), ("0450", "0450"), ("0001", "0001"), ("45", None), ("9999", None)]
)
def test_a_revenue_code_has_four_digits(printed: str, code: str | None) -> None:
    assert parse_revenue_code(printed) == code


def test_modifiers_diagnoses_drug_and_reason_codes_are_told_apart() -> None:
    assert parse_modifiers("25, RT") == ("25", "RT")
    assert parse_diagnosis("M54.50") == "M54.50"
    assert parse_ndc("00409-4888-10") == "00409-4888-10"
    assert parse_reason("CO-45") == ("CO", "45")
    assert parse_reason("PR 3") == ("PR", "3")


@given(st.text(max_size=16))
def test_noise_never_raises(noise: str) -> None:
    for parse in (parse_code, parse_modifiers, parse_diagnosis, parse_ndc, parse_reason, parse_revenue_code):
        parse(noise)


@pytest.mark.parametrize(("text", "journey"), [("A0429RH", "RH"), ("A0428HN", "HN"), ("A0425SH", "SH")])
def test_an_ambulance_code_carries_where_from_and_where_to(text: str, journey: str) -> None:
    code = parse_code(text)

    assert code is not None
    assert (code.code, code.modifiers) == (text[:5], (journey,))


def test_no_other_code_carries_a_journey() -> None:
    assert parse_code("99213RH") is None


def test_a_zero_in_the_group_of_a_reason_is_the_letter() -> None:
    assert parse_reason("C0-45") == ("CO", "45")
    assert parse_reason("0A23") == ("OA", "23")
    assert parse_reason("C0") is None


@pytest.mark.parametrize(
    ("printed", "code"), [("Do120", "D0120"), ("Diiio", "D1110"), ("992l3", "99213"), ("DO999", None), ("Polio", None)]
)
def test_figures_that_a_reader_took_for_letters_are_read_in_known_codes_alone(printed: str, code: str | None) -> None:
    found = parse_lettered_code(printed)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("printed", "code", "modifiers"),
    [
        ("7104s", None, ()),
        ("9921s", "99215", ()),
        ("B0053", "80053", ()),
        ("8ee53", "80053", ()),
        ("992i4-25", "99214", ("25",)),
        ("J2a05-JZ-kx", None, ()),
        ("Jie40-lt", "J1040", ("LT",)),
        ("99ziz-95", "99212", ("95",)),
        ("992i4-q!", None, ()),
        ("(Lease)", None, ()),
        ("Lease", None, ()),
    ],
)
def test_letters_that_may_be_more_than_one_figure_count_where_one_known_code_comes_of_them(
    printed: str, code: str | None, modifiers: tuple[str, ...]
) -> None:
    expected = ProcedureCode(code=code, modifiers=modifiers) if code else None
    assert parse_lettered_code(printed) == expected


def test_a_code_in_parentheses_does_not_begin_with_a_small_letter() -> None:
    assert parse_code("(a0061)") == ProcedureCode(code="80061")
    assert parse_code("(A0061)") == ProcedureCode(code="A0061")
    assert parse_code("(a0428)") == ProcedureCode(code="A0428")


def test_a_point_between_two_diagnoses_parts_them() -> None:
    assert with_whole_diagnoses("Dx: E78.5.Z00.00") == "Dx: E78.5,Z00.00"
    assert with_whole_diagnoses("S61.411A") == "S61.411A"
