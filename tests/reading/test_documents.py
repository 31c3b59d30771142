import json
from pathlib import Path
from typing import Any

import pytest

from plainbill.reading.page import PageWords
from tests.reading.papers import FIXTURES, TEXTS, page_of, printed_pages, read_pages, read_text, values_of

PRINTED = sorted(path.stem for path in (FIXTURES / "truth").glob("*.json") if (FIXTURES / "words" / path.name).exists())

BILL = """
Larkspur Clinic, LLC
4 Rose Street
Elmgrove, NM 87999

Patient: Ada Lombard          Account: LC-10447
Statement Date: 05/01/2025

Date        Code       Description                 Qty     Charge
{rows}

Total charges                                              {total}
"""


@pytest.mark.parametrize("text", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_paper_of_another_layout_reads_as_somebody_checked_it(text: Path) -> None:
    expected = json.loads(text.with_suffix(".json").read_text(encoding="utf-8"))
    assert values_of(read_text(text.read_text(encoding="utf-8"))) == expected


@pytest.mark.parametrize("paper", PRINTED)
def test_the_printed_words_of_a_fixture_read_as_its_truth(paper: str) -> None:
    truth = json.loads((FIXTURES / "truth" / f"{paper}.json").read_text(encoding="utf-8"))
    read = [values_of(parsed.document) for parsed in read_pages(*printed_pages(paper))]
    assert [_as_printed(one, printed) for one, printed in zip(read, truth["documents"], strict=True)] == truth[
        "documents"
    ]


def _as_printed(read: dict[str, Any], printed: dict[str, Any]) -> dict[str, Any]:
    """The paper without the day that its head prints on its lines, where the truth has it at the head alone."""
    if not printed.get("lines") or any("service_date" in line for line in printed["lines"]):
        return read
    lines = [
        {name: value for name, value in line.items() if value != read.get("service_from")} for line in read["lines"]
    ]
    return {**read, "lines": lines}


def bill(*rows: str, total: str = "100.00") -> str:
    """A small bill with these rows."""
    return BILL.format(rows="\n".join(rows), total=total)


def test_every_value_has_a_source_whose_text_stands_on_the_page() -> None:
    (parsed,) = read_pages(page_of(bill("04/02/2025  99213-25   Office visit                1       100.00")))
    charge = parsed.sources["lines[0].charge"]
    assert charge.text == "100.00"
    assert charge.page == 0
    assert {"lines[0].modifiers[0]", "lines[0].units", "lines[0].description", "patient.name", "totals.charges"} <= set(
        parsed.sources
    )


def test_a_line_printed_twice_is_two_lines() -> None:
    row = "04/02/2025  99213      Office visit                1       100.00"
    assert len(read_text(bill(row, row, total="200.00")).lines) == 2


def test_units_that_are_not_printed_stay_absent() -> None:
    (line,) = read_text(bill("04/02/2025  99213      Office visit                        100.00")).lines
    assert line.units is None


def test_a_payment_between_charges_is_no_line() -> None:
    document = read_text(
        bill(
            "04/02/2025  99213      Office visit                1       100.00",
            "04/05/2025             Payment - check 1204                 -40.00",
            "04/09/2025  36415      Blood draw                  1        12.00",
        )
    )
    assert [line.code for line in document.lines] == ["99213", "36415"]
    assert [(str(payment.amount), payment.kind) for payment in document.payments] == [("40.00", "patient_payment")]


def test_a_reversed_charge_keeps_its_sign() -> None:
    document = read_text(bill("04/02/2025  99213      Office visit               -1      (100.00)"))
    (line,) = document.lines
    assert (str(line.charge), line.units) == ("-100.00", -1)


def test_a_wrapped_description_belongs_to_the_service_above() -> None:
    document = read_text(
        bill(
            "04/02/2025  99213      Office visit for a         1       100.00",
            "                       known patient",
            "04/02/2025  36415      Blood draw                 1        12.00",
            total="112.00",
        )
    )
    assert [line.description for line in document.lines] == ["Office visit for a known patient", "Blood draw"]


def test_the_hospitals_own_item_number_is_neither_code_nor_description() -> None:
    document = read_text(bill("04/02/2025             4501184 Dressing kit        1       100.00"))
    (line,) = document.lines
    assert (line.code, line.description) == (None, "Dressing kit")


def test_an_amount_in_another_currency_is_a_problem_of_the_page() -> None:
    (parsed,) = read_pages(page_of(bill("04/02/2025  99213      Office visit                1       €100.00")))
    assert [problem.kind for problem in parsed.problems] == ["foreign_currency"]


def test_a_page_without_words_is_no_paper() -> None:
    assert read_pages(page_of("")) == []


def test_a_shop_receipt_is_no_medical_paper() -> None:
    assert read_pages(*printed_pages("grocery-receipt")) == []


def test_a_page_of_text_alone_gives_no_value_that_is_not_printed() -> None:
    page: PageWords = page_of("Patient care matters to us. Our hospital and clinic doctors treat you.")
    for parsed in read_pages(page):
        assert not parsed.document.lines
        assert parsed.document.totals is None


def test_a_number_that_begins_like_a_currency_is_none() -> None:
    paper = bill("04/02/2025  99213      Office visit                1       100.00")
    (parsed,) = read_pages(page_of(paper + "\nControl number: GBP-9917"))
    assert parsed.problems == ()


def test_of_two_columns_of_words_one_may_hold_codes_and_modifiers_alone() -> None:
    document = read_text("""
Nightease Medical, LLC               Statement Date: 05/01/2026
Patient: Ada Lombard                 Account: LC-10447

Date        Item           Description            Billed
03/01/26    E0601 RR KH    CPAP device, rental    148.00
03/01/26    A7030 NU       Full face mask         231.00
""")
    assert [(line.code, line.modifiers, line.description) for line in document.lines] == [
        ("E0601", ("RR", "KH"), "CPAP device, rental"),
        ("A7030", ("NU",), "Full face mask"),
    ]


def test_a_late_fee_among_the_charges_is_a_fee_and_no_service() -> None:
    document = read_text(
        bill(
            "04/02/2025  99213      Office visit                1       100.00",
            "05/01/2025             LATE FEE                             15.00",
        )
    )
    assert ([line.code for line in document.lines], str(document.fees)) == (["99213"], "15.00")


@pytest.mark.parametrize("second", ["10.00", "15.00"])
def test_several_late_fees_are_charges_of_their_own(second: str) -> None:
    document = read_text(
        bill(
            "04/02/2025  99213      Office visit                1       100.00",
            "05/01/2025             LATE FEE                             15.00",
            f"06/01/2025             LATE FEE                             {second}",
        )
    )
    assert ([str(line.charge) for line in document.lines], document.fees) == (["100.00", "15.00", second], None)


def test_a_region_of_interest_is_a_service() -> None:
    document = read_text(
        bill(
            "04/02/2025  99213      Office visit                1       100.00",
            "05/01/2025             Scan, region of interest    1        15.00",
        )
    )
    assert [str(line.charge) for line in document.lines] == ["100.00", "15.00"]


def test_the_date_of_a_letter_is_not_the_day_of_the_services_it_lists() -> None:
    document = read_text("""
Rowan Tree Midwifery & Women's Care
January 5, 2026


Dear Ms. Quill,
Thank you for asking what your care may cost. This is our good faith estimate.

59400    Routine obstetric care       4,200.00
76805    Obstetric ultrasound           385.00
80055    Obstetric lab panel            240.00
Estimated total                       4,825.00
""")
    assert [(line.code, line.service_date) for line in document.lines] == [
        ("59400", None),
        ("76805", None),
        ("80055", None),
    ]


def test_a_row_with_one_amount_that_cannot_be_read_keeps_the_others() -> None:
    document = read_text("""
EXPLANATION OF BENEFITS
Member Ida Quill          Member ID  KQ5501882

Service date  Service                    Other plan   Billed    Plan paid
11/19/2024    Cholesterol panel (80061)  \u65e5.00        76.00     57.14
11/19/2024    Blood draw (36415)         0.00         23.00      3.52
""")
    assert [(line.code, str(line.charge), str(line.plan_paid)) for line in document.lines] == [
        ("80061", "76.00", "57.14"),
        ("36415", "23.00", "3.52"),
    ]


@pytest.mark.parametrize(
    ("words", "foreign"),
    [
        ("Stress test for CAD", False),
        ("Screening (AUD), seen in CHF clinic", False),
        ("Office visit\nTotal due: CAD 100.00", True),
        ("Office visit\nAll amounts are shown in CAD.", True),
        ("Office visit\nAmount (CHF)", True),
        ("Claim EUR 100.00", True),
    ],
)
def test_an_illness_with_the_letters_of_a_currency_is_none(words: str, foreign: bool) -> None:
    paper = bill("04/02/2025  99213      Office visit                1       100.00")
    (parsed,) = read_pages(page_of(f"{paper}\n\n04/02/2025 93015 {words} 120.00\n04/02/2025 93015 Test 120.00"))
    assert bool(parsed.problems) is foreign
