"""Counts whose point was lost in a photo."""

import pytest

from tests.reading.papers import read_text

BILL = """
    Foxmoor Ambulance                            Statement
    Patient Name: Ivo Quenby                     Trip Number: 55-20881

    Date        Code     #       What was done          Line total
    12/17/23    A0428    {}     Ride, planned              536.00
    12/17/23    A0427    {}     Ride, emergency          1,795.25
    12/17/23    A0425    {}     Mileage                     58.00
    12/17/23    A0422    {}     Oxygen                      40.00
    Total charges                                        2,429.25
"""


@pytest.mark.parametrize(
    ("printed", "counted"),
    [
        (("1.0 ", "1.0 ", "12.0", "10  "), [1, 1, 12, 1]),
        (("1.00", "1.00", "2.00", "100 "), [1, 1, 2, 1]),
        # Most counts have no point, or the last figure is none of the zeros behind it.
        (("1   ", "1   ", "12  ", "10  "), [1, 1, 12, 10]),
        (("1.0 ", "1.0 ", "12.0", "15  "), [1, 1, 12, 15]),
    ],
)
def test_a_count_among_others_with_a_point_has_one(printed: tuple[str, ...], counted: list[int]) -> None:
    assert [line.units for line in read_text(BILL.format(*printed)).lines] == counted
