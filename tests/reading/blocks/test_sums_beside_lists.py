"""Summaries of hospitals that print what was paid and who owes what right of the list of charges."""

from tests.reading.papers import read_text

BILL = """
Riverbend Regional Medical Center                             HOSPITAL BILL
Patient Name: Linnea Castellanos      Account Number: RB2609918

SUMMARY OF YOUR CHARGES                 YOUR INSURANCE                      YOUR SHARE
Room and care - 2 days    $5,980.00     Paid by Buckeye     $9,112.50       Deductible    $1,500.00
Pharmacy                  $1,211.40     Discount            $8,245.18       Coinsurance     $404.22
Lab tests                 $2,087.00                                         Copay             $0.00
CT scan                   $4,415.00     Total              $17,357.68       Total         $1,904.22
Operating room            $5,568.50
Total                    $19,261.90

Amount due: $1,904.22
"""


def test_the_charges_left_of_the_sums_are_the_services() -> None:
    document = read_text(BILL)
    assert [(line.description, str(line.charge)) for line in document.lines] == [
        ("Room and care - 2 days", "5980.00"),
        ("Pharmacy", "1211.40"),
        ("Lab tests", "2087.00"),
        ("CT scan", "4415.00"),
        ("Operating room", "5568.50"),
    ]


def test_the_sums_right_of_them_are_those_of_the_paper() -> None:
    totals = read_text(BILL).totals
    assert totals is not None
    assert [str(totals.charges), str(totals.insurance_paid), str(totals.adjustments), str(totals.balance_due)] == [
        "19261.90",
        "9112.50",
        "8245.18",
        "1904.22",
    ]


def test_services_beside_services_are_no_sums() -> None:
    document = read_text(BILL.replace("Deductible ", "Recovery   ").replace("Copay    ", "Dressings"))
    assert "5980.00" not in [str(line.charge) for line in document.lines]


def test_an_amount_alone_beside_a_charge_is_that_of_a_box() -> None:
    boxed = BILL.replace(
        "Lab tests                 $2,087.00                       ",
        "Lab tests                 $2,087.00        $1,904.22      ",
    )
    assert len(read_text(boxed).lines) == 5
