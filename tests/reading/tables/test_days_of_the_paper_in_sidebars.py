"""Bills with a sidebar left of the services, whose captions stand over days of the paper, between services."""

from datetime import date

from tests.reading.papers import read_text

BILL = """
Alder Anesthesia Group           Bill for Ada Lombard
41 Beacon Ct                     Surgery on 05/12/26 at Elm Surgical Hospital.
Portland, ME 04199

                 Clinician      Code     Description           Units    Charge
                 R. Marsh MD    01402    Anes total knee       14.0     $1,540.00
{caption}
                 R. Marsh MD    64447    Nerve block           1.0        $560.00
06/30/26
                 T. Quill       01402    Anes total knee       14.0     $1,120.00
                 Total                                                  $3,220.00
"""


def days(caption: str) -> set[date | None]:
    return {line.service_date for line in read_text(BILL.format(caption=caption)).lines}


def test_a_day_below_the_caption_of_one_of_the_paper_heads_no_services() -> None:
    assert date(2026, 6, 30) not in days("Statement")
