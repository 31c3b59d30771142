import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.reading.terms.dates import PrintedDate, days_in, parse_date, parse_days
from plainbill.reading.terms.years import Years


@pytest.mark.parametrize(
    "printed",
    [
        "03/17/2025", "3/17/2025", "03/17/25", "3-17-2025", "03.17.2025", "2025-03-17", "Mar 17, 2025",
        "March 17, 2025", "17-MAR-2025", "17 Mar 2025", "MAR-17-25", "March 17th, 2025", "Mar. 17, 2025",
    ],
)  # fmt: skip
def test_every_printed_form_of_a_day_is_read(printed: str) -> None:
    found = parse_date(printed)
    assert found is not None
    assert found.on(None) == datetime.date(2025, 3, 17)


@pytest.mark.parametrize(("printed", "month"), [("050CT25", 10), ("05N0V25", 11)])
def test_a_zero_in_the_name_of_a_month_is_its_letter(printed: str, month: int) -> None:
    assert parse_date(printed) == PrintedDate(month=month, day=5, year=2025)


@pytest.mark.parametrize(
    "printed", ["02/30/2025", "13/40/2025", "99213", "1-800-555-0199", "12.50", "", "03/2025", "0/0/00"]
)
def test_what_is_no_day_stays_none(printed: str) -> None:
    assert parse_date(printed) is None


def test_digits_without_marks_are_a_day_only_where_one_is_expected() -> None:
    assert parse_date("03172025") is None
    assert parse_date("03172025", dense=True) == PrintedDate(month=3, day=17, year=2025)


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31)))
def test_a_day_survives_two_digits_for_its_year(day: datetime.date) -> None:
    found = parse_date(f"{day:%m/%d/%y}")
    assert found is not None
    assert found.on(None) == day


@given(st.text(max_size=24))
def test_noise_never_raises(noise: str) -> None:
    found = parse_date(noise, dense=True)
    assert found is None or found.on(2024) is not None or found.year is not None


def test_a_day_without_year_takes_the_year_of_the_stay() -> None:
    stay = [PrintedDate(month=12, day=30, year=2024), PrintedDate(month=1, day=2, year=2025)]
    years = Years(service=stay, issued=[], others=[])
    assert years.complete(PrintedDate(month=1, day=1, year=None)) == datetime.date(2025, 1, 1)
    assert years.complete(PrintedDate(month=12, day=31, year=None)) == datetime.date(2024, 12, 31)


def test_a_day_without_year_lies_before_the_day_of_the_paper() -> None:
    years = Years(service=[], issued=[PrintedDate(month=1, day=15, year=2025)], others=[])
    assert years.complete(PrintedDate(month=12, day=28, year=None)) == datetime.date(2024, 12, 28)


def test_a_day_whose_year_nothing_tells_is_left_out() -> None:
    assert Years(service=[], issued=[], others=[]).complete(PrintedDate(month=1, day=1, year=None)) is None


@pytest.mark.parametrize(
    "text", ["13-DEC-2023-14-DEC-2023", "Dec 13, 2023 - Dec 14, 2023", "12/13/23-12/14/23", "121323-121423"]
)
def test_a_range_is_parted_where_both_sides_are_days(text: str) -> None:
    assert [day.on(None) for day in days_in(text)] == [datetime.date(2023, 12, 13), datetime.date(2023, 12, 14)]


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("01/03-01/05/25", (2025, 1, 3), (2025, 1, 5)),
        ("12/30 - 01/02/25", (2024, 12, 30), (2025, 1, 2)),
        ("01.03-01.05.2025", (2025, 1, 3), (2025, 1, 5)),
        ("010325 010525", (2025, 1, 3), (2025, 1, 5)),
        ("Sep 17-19, 2025", (2025, 9, 17), (2025, 9, 19)),
        ("Sep 30 thru Oct 2, 2025", (2025, 9, 30), (2025, 10, 2)),
    ],
)
def test_a_range_may_print_its_year_once(printed: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    days = parse_days(printed)

    assert days is not None
    assert [(day.year, day.month, day.day) for day in days] == [first, last]


@pytest.mark.parametrize("printed", ["Sep 17-19,", "Sep 17-19"])
def test_the_last_day_of_a_range_is_no_year(printed: str) -> None:
    day = parse_date(printed)

    assert day is None or day.year is None


@pytest.mark.parametrize("text", ["0ct 28, 2024", "28-0ct-2024", "0ctober 28, 2024", "0 ctober 28, 2024"])
def test_a_zero_that_begins_a_month_is_its_letter(text: str) -> None:
    assert parse_date(text) == PrintedDate(month=10, day=28, year=2024)


def test_a_word_that_begins_like_a_month_is_none_where_no_year_is_printed() -> None:
    assert [parse_date(text) for text in ("Marvexa 2", "Decadron 4", "Novolog 10", "Juneau 3")] == [None] * 4
    assert [parse_date(text) is not None for text in ("Septembr 4", "Janvary 3", "Sept 4", "12 Aug.")] == [True] * 4


def test_a_zero_of_old_style_that_was_read_as_a_letter_is_part_of_a_day_behind_its_month() -> None:
    assert parse_date("Feb o9, 2026") == parse_date("Feb 09, 2026")
    assert parse_date("March 1o") == parse_date("March 10")
    assert parse_date("May o") is None
    assert parse_date("Dec or") is None
