"""Names that print touches which nothing was read from."""

import pytest

from plainbill.reading.confirming.loose_ends import loose_ends
from plainbill.reading.layout import PageLayout, lay_out
from plainbill.reading.rows.found import Found
from tests.reading.papers import page_of, read_pages


def value(layout: PageLayout, text: str) -> Found:
    """The value whose words stand in one row of the page."""
    words = text.split()
    for row in layout.rows:
        for at in range(len(row.tokens)):
            tokens = row.tokens[at : at + len(words)]
            if [token.text for token in tokens] == words:
                return Found(value=text, tokens=tokens)
    raise LookupError(text)


def touched(page: str, **values: str) -> list[str]:
    """The paths in doubt where these values were read and nothing else was."""
    layout = lay_out(page_of(page))
    return [*loose_ends({path.replace("__", "."): value(layout, text) for path, text in values.items()}, [layout])]


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("Golden Prairie Health Plan", "Prairie Health Plan"),
        ("Golden Prairie Health Plan", "Golden Prairie Health"),
        ("Golden Prairie Health\nPlan", "Golden Prairie Health"),
        ("  Golden Prairie\n    Health Plan", "Health Plan"),
    ],
)
def test_a_name_beside_a_word_that_is_part_of_nothing_is_in_doubt(page: str, name: str) -> None:
    assert touched(page, payer__name=name) == ["payer.name"]


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("Golden Prairie Health Plan      Statement", "Golden Prairie Health Plan"),
        ("Golden Prairie Health Plan\n\n\nStatement", "Golden Prairie Health Plan"),
        ("Golden Prairie Health Plan\n676 Mill Street", "Golden Prairie Health Plan"),
        ("Golden Prairie Health Plan\n          Statement", "Golden Prairie Health Plan"),
        ("Medicare Summary Notice", "Medicare"),
    ],
)
def test_a_name_apart_from_other_words_or_above_its_street_is_not(page: str, name: str) -> None:
    assert touched(page, payer__name=name) == []


@pytest.mark.parametrize("greeting", ["Dear", "Dear Ms.", "Hello"])
def test_who_is_greeted_by_name_is_not_in_doubt(greeting: str) -> None:
    assert touched(f"{greeting} Ada Lombard,", patient__name="Ada Lombard,") == []


def test_a_word_that_another_value_took_touches_no_name() -> None:
    page = "Golden Prairie Health\nAda Lombard"
    assert touched(page, payer__name="Golden Prairie Health", patient__name="Ada Lombard") == []


def test_a_number_is_in_doubt_where_figures_stand_below_it_and_not_above_a_name() -> None:
    assert touched("XPH 1987\n3956", coverage__member_id="XPH 1987") == ["coverage.member_id"]
    assert touched("XPH 1987\nLombard", coverage__member_id="XPH 1987") == []


def test_the_words_of_a_service_are_in_doubt_where_a_word_stands_right_below_them_and_not_above() -> None:
    words = {"lines[0].description": "Physical"}
    for page, doubtful in (("Physical\nTherapy", [*words]), ("RESTORATIVE\nPhysical", [])):
        layout = lay_out(page_of(page))
        assert [*loose_ends({path: value(layout, text) for path, text in words.items()}, [layout])] == doubtful


@pytest.mark.parametrize(("below", "confirmed"), [("", ("repeated",)), ("Copper", ())])
def test_a_name_printed_twice_is_confirmed_unless_a_word_touches_it(below: str, confirmed: tuple[str, ...]) -> None:
    notice = f"""
        Larchmont Mutual Insurance Company
        Explanation of Benefits

        Plan             Insurance ID     For services to     Your provider
        Lake Standard    RBD148441435     Ada Lombard         Elm Clinic
        {below}

        Code         Date          Billed    Allowed    Plan paid   You owe
        99213        04/02/2025    100.00      80.00        60.00     20.00

        Lake Standard          Questions? Call 555-0142
    """
    (parsed,) = read_pages(page_of(notice))
    assert parsed.document.coverage is not None
    assert parsed.document.coverage.plan_name == "Lake Standard"
    assert parsed.sources["coverage.plan_name"].confirmed_by == confirmed
