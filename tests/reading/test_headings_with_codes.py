"""Groups of services below a heading that prints their codes, and sums that count what they add up."""

from tests.reading.papers import read_text

PAPER = """
Ferncross Home Health, Inc.                                       INVOICE
9 Assay Park, Velmont, NJ 07899                                   Issued 06/02/2026

Client: Ada Lombard            Invoice: LHH-26-05-318

2026      Visit                         Clinician        15-min units    Charge
Skilled Nursing - G0299 - rev. 0551
May 4     Start of care                 B. Adeyemi           4           168.00
May 6     Wound care, left heel         B. Adeyemi           3           168.00
2 visits                                                                 336.00
Physical Therapy - G0151 - rev. 0421
May 5     PT evaluation                 H. Tran              4           182.00
May 7     Gait training                 H. Tran              3           182.00
2 visits                                                                 364.00
Amount due on receipt                                                    700.00
"""


def test_the_codes_of_a_heading_are_those_of_the_services_below_it() -> None:
    lines = read_text(PAPER).lines
    assert [(line.code, line.revenue_code) for line in lines] == [
        ("G0299", "0551"),
        ("G0299", "0551"),
        ("G0151", "0421"),
        ("G0151", "0421"),
    ]
    assert lines[2].description == "PT evaluation"


def test_a_sum_that_counts_what_it_adds_up_is_no_service() -> None:
    assert [str(line.charge) for line in read_text(PAPER).lines] == ["168.00", "168.00", "182.00", "182.00"]


def test_a_sum_that_was_misread_is_no_service_either() -> None:
    lines = read_text(PAPER.replace("364.00", "354.00")).lines
    assert "354.00" not in [str(line.charge) for line in lines]
