"""A service without a day or a code that costs by chance what those above it do together."""

from tests.reading.papers import read_text

BILL = """
    Larkspur Medical Group
    100 Main Street
    Lexmoor, KY 40999
    Patient: Ada Lombard

    Date          Description                 Charge
    03/02/2026    Room and board              100.00
    03/03/2026    Room and board              100.00
    03/04/2026    Room and board              100.00
                  Pharmacy                    300.00
{}
"""


def charges(*below: str) -> list[str]:
    return [str(line.charge) for line in read_text(BILL.format("\n".join(below))).lines]


def test_a_service_that_the_total_counts_is_no_sum() -> None:
    laboratory = "                  Laboratory                   50.00"
    total = "                  Total                       {}"
    assert charges(laboratory, total.format("650.00")) == ["100.00"] * 3 + ["300.00", "50.00"]
    assert charges(total.format("600.00")) == ["100.00"] * 3 + ["300.00"]


def test_a_sum_by_other_words_is_no_service() -> None:
    assert charges("                  Balance due                 300.00") == ["100.00"] * 3


def test_a_last_service_that_the_amount_due_counts_is_no_sum() -> None:
    due = "                  Amount due                  600.00"
    assert charges(due) == ["100.00"] * 3 + ["300.00"]
