"""Pages that go on at the top of a second column of print."""

from tests.reading.papers import read_text

TWO_COLUMNS = """
Osprey Pathology Lab                                        INVOICE 55-2087
                                                            Collected May 4
Bill to                                                     Blood smear               85060     22.00
Ada Lombard                                                 Stain, special, with      88312     61.00
12 Pier Road                                                two controls
Lexmoor, KY 40999                                           Consultation              88321     80.50
Invoice date June 1, 2026                                   Courier                              9.00

Collected April 2                                           All tests 2026                     247.50
Tissue exam               88305     60.00                   Paid by Lakeland Health           -100.00
Frozen section            88331     15.00                   Network reduction                  -40.00
                                                            PLEASE PAY                        $107.50

Questions about this bill are answered by our office every day from eight to five, and at any hour on our site.
"""


def test_what_stands_in_the_second_column_is_read_below_the_first() -> None:
    document = read_text(TWO_COLUMNS)
    assert [(str(line.service_date), line.code, line.description, str(line.charge)) for line in document.lines] == [
        ("2026-04-02", "88305", "Tissue exam", "60.00"),
        ("2026-04-02", "88331", "Frozen section", "15.00"),
        ("2026-05-04", "85060", "Blood smear", "22.00"),
        ("2026-05-04", "88312", "Stain, special, with two controls", "61.00"),
        ("2026-05-04", "88321", "Consultation", "80.50"),
        ("2026-05-04", None, "Courier", "9.00"),
    ]
    assert document.patient is not None
    assert document.patient.name == "Ada Lombard"


def test_the_sum_of_both_columns_is_that_of_the_charges() -> None:
    document = read_text(TWO_COLUMNS)
    assert document.totals is not None
    totals = document.totals
    assert (str(totals.charges), str(totals.adjustments), str(totals.insurance_paid), str(totals.balance_due)) == (
        "247.50",
        "40.00",
        "100.00",
        "107.50",
    )
    assert not document.payments


def test_a_table_with_two_codes_in_each_row_is_one_table() -> None:
    document = read_text("""
    Osprey Clinic              Statement            Patient: Ada Lombard

    Date          Service         Billed as    Charge     Plan says     Paid as    Allowed
    05/04/2026    Office visit    99214        180.00     lowered to    99213       90.00
    05/04/2026    Skin biopsy     11104        140.00     agreed        11104      100.00
    Total                                      320.00                              190.00
    """)
    assert [str(line.charge) for line in document.lines] == ["180.00", "140.00"]
