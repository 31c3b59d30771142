"""Days printed as "Mar 06" right behind the place of service: "21 Mar 06" is no day of the year 2006."""

from tests.reading.papers import read_text

TRIP = """
    Dunmore Bay Ambulance Service         Statement date: 04/23/2024
    2769 Ridge Road
    Dunmore Bay, NM 42908
    Patient: Imogen Thistlewood           Account number: 9336-28451

    Service                               Pl  Visit Date   Diagnosis    Total Charge   Code
    Ambulance, basic life support         21 Mar 06        Z12.31           1,847.50   A0429
    Ground mileage                        21 Mar 07        S61.210A            26.00   A0425
    Oxygen                                21               S61.210A            79.04   A0422
    Total                                                                   1,952.54
"""


def test_a_number_under_its_own_head_is_no_part_of_the_day_beside_it() -> None:
    lines = read_text(TRIP).lines
    assert [(str(line.service_date), line.place_of_service) for line in lines] == [
        ("2024-03-06", "21"),
        ("2024-03-07", "21"),
        ("2024-03-07", "21"),
    ]


def test_words_wider_than_their_column_are_given_back_by_that_of_places() -> None:
    lines = read_text(
        TRIP.replace("Ambulance, basic life support         ", "Ambulance, advanced life support 2    ")
    ).lines
    assert (lines[0].description, lines[0].place_of_service) == ("Ambulance, advanced life support 2", "21")
