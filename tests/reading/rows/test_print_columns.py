"""Pages that go on at the top of a second column of print."""

from dataclasses import replace

from tests.reading.papers import page_of, read_pages, read_text

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


LONG_COLUMNS = """
Osprey Pathology Lab                                                                       INVOICE 55-2087
Bill to                                                                                    Invoice date June 1, 2026
Ada Lombard
Collected April 2, 2026                                 Collected May 4, 2026
Tissue exam               88305     60.00               Blood smear               85060     22.00
Frozen section            88331     15.00               Stain, special            88312     61.00
Blood count               85025     41.00               Consultation              88321     80.50
Metabolic panel           80053     58.50               Iron                      83540     28.40
Lipid panel               80061     66.20               Ferritin                  82728     52.25
Blood draw                36415     18.00               Blood draw                36415     18.00
Hemoglobin                83036     39.75               Vitamin D                 82306    118.00

                                                        All tests                         678.60
                                                        PLEASE PAY                       $678.60
"""


def test_columns_that_stand_half_a_row_lower_than_each_other_are_two_all_the_same() -> None:
    page = page_of(LONG_COLUMNS)
    edge = min(word.box.x0 for word in page.words if word.text == "88305")
    moved = tuple(
        word if word.box.x0 < edge else replace(word, box=replace(word.box, y0=word.box.y0 + 7, y1=word.box.y1 + 7))
        for word in page.words
    )
    (paper,) = read_pages(replace(page, words=moved))
    assert [line.code for line in paper.document.lines] == [
        *("88305", "88331", "85025", "80053", "80061", "36415", "83036"),
        *("85060", "88312", "88321", "83540", "82728", "36415", "82306"),
    ]


def test_sums_below_both_columns_whose_amounts_stand_far_right_are_sums() -> None:
    document = read_text("""
Harbor Clinic
Statement    Patient: Ada Lombard     Account: 77123

Office visit         99213    140.00            Rapid test           87880     60.00
Blood draw           36415     15.00            Urinalysis           81002     20.00
Injection            96372     25.00            Vaccine admin        90471     30.00

Total charges                                                                 290.00
Insurance paid                                                               -200.00
Amount due                                                                     90.00
""")
    assert len(document.lines) == 6
    assert document.totals is not None
    sums = document.totals.charges, document.totals.insurance_paid, document.totals.balance_due
    assert [str(amount) for amount in sums] == ["290.00", "200.00", "90.00"]


def test_columns_of_other_amounts_are_those_of_one_table() -> None:
    lines = read_text("""
Meridia Health Plan
EXPLANATION OF BENEFITS
Member: Ada Lombard       Member ID: MH1122334
Claim number: 2026031177  Provider: Harbor Dental
Service billed    Code     Billed    Service allowed        Code     Plan paid
Composite 2 surf  D2392    240.00    Amalgam 2 surf         D2150    100.00
Ceramic crown     D2740    940.00    Metal crown            D2791    430.00
Total                     1180.00                                    530.00
""").lines
    assert [(str(line.charge), str(line.plan_paid)) for line in lines] == [("240.00", "100.00"), ("940.00", "430.00")]
