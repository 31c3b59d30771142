"""Last days of services below their first ones."""

import datetime

from tests.reading.papers import read_text

NOTICE = """
    HOLLOW PINE BEHAVIORAL HEALTH NETWORK         EXPLANATION OF BENEFITS
    Member: Ada Lombard         Provider: Larch Recovery Center
    Member ID: SBH0091277W       Claim: 24-1007-55310
    Date processed: 10/14/2024

    {}    Procedure             Units  Billed     Contract   Member   Benefit
    service                                             amount     copay    paid
    09/03/2024  H0015                 9      2,250.00   1,440.00    90.00   1,350.00
                Intensive outpatient
    09/{}/2024  program

    09/04/2024  90837                 1        220.00     138.00    20.00     118.00
                Psychotherapy 60 min

    09/23/2024  H0015                 3        750.00     480.00    30.00     450.00
                Intensive outpatient
    09/27/2024  program
    Total billed                                                             3,220.00
"""


def days_of(text: str) -> list[tuple[datetime.date | None, datetime.date | None]]:
    return [(line.service_date, line.service_date_to) for line in read_text(text).lines]


def test_a_day_below_the_first_is_the_last_where_the_head_speaks_of_several() -> None:
    text = NOTICE.format("Dates of", "20")

    first, other, third = days_of(text)
    assert first == (datetime.date(2024, 9, 3), datetime.date(2024, 9, 20))
    assert other == (datetime.date(2024, 9, 4), None)
    assert third == (datetime.date(2024, 9, 23), datetime.date(2024, 9, 27))
    assert read_text(text).lines[0].description == "Intensive outpatient program"


def test_a_day_below_the_first_is_not_the_last_where_the_head_speaks_of_one() -> None:
    assert [last for _, last in days_of(NOTICE.format("Date of ", "20"))] == [None, None, None]


def test_an_earlier_day_below_the_first_is_not_the_last() -> None:
    assert days_of(NOTICE.format("Dates of", "01"))[0] == (datetime.date(2024, 9, 3), None)
