"""What became of each charge on labeled rows below it, as on a portal's bill."""

from plainbill.case import Document
from tests.reading.papers import read_text

PORTAL = """
Larkspur Family Medicine
310 Tannery St, Quince, SC 29998
Visit on Mar 18, 2026
Patient: Ada Lombard

Charges
Outpatient visit, 20-29 min                               $188.00
Procedure code 99213 | Performed Mar 18, 2026
    Insurance adjustments                         -$74.15
    Insurance payments                            -$88.85
    Your responsibility                            {first}
Electrocardiogram, complete                                $96.00
Procedure code 93000 | Performed Mar 18, 2026
    Insurance adjustments                         -$61.40
    Insurance payments                            -$27.68
    Your responsibility                             {second}
Collection of blood by needle                              $24.00
Procedure code 36415 | Performed Mar 18, 2026
    Insurance adjustments                         -$15.10
    Insurance payments                             -$8.90
    Your responsibility                             $0.00

                                          Total billed                 $308.00
                                          Insurance adjustments       -$150.65
                                          Insurance paid              -$125.43
                                          You paid                     -$25.00
                                          Amount due                     $6.92
"""


def portal(first: str = "$25.00", second: str = "$6.92") -> Document:
    return read_text(PORTAL.format(first=first, second=second))


def test_labeled_amounts_below_each_service_are_its_own() -> None:
    document = portal()
    assert [
        (line.code, str(line.charge), str(line.plan_paid), str(line.patient_responsibility)) for line in document.lines
    ] == [
        ("99213", "188.00", "88.85", "25.00"),
        ("93000", "96.00", "27.68", "6.92"),
        ("36415", "24.00", "8.90", "0.00"),
    ]
    assert [[str(each.amount) for each in line.adjustments] for line in document.lines] == [
        ["74.15"],
        ["61.40"],
        ["15.10"],
    ]


def test_sums_below_the_last_service_are_those_of_the_paper() -> None:
    totals = portal().totals
    assert totals is not None
    assert (str(totals.adjustments), str(totals.insurance_paid), str(totals.balance_due)) == (
        "150.65",
        "125.43",
        "6.92",
    )


def test_code_and_day_below_a_service_leave_its_words_alone() -> None:
    line = portal().lines[0]
    assert (line.description, str(line.service_date)) == ("Outpatient visit, 20-29 min", "2026-03-18")


def test_labeled_amounts_that_do_not_add_up_are_no_services_own() -> None:
    assert [line.patient_responsibility for line in portal("$29.00", "$8.92").lines] == [None] * 3


def test_two_services_with_their_codes_below_are_a_list_and_a_button_is_none_of_it() -> None:
    document = read_text("""
Larkspur Digestive Health
Visit: Mar 27, 2026
Patient: Ada Lombard

Colonoscopy with biopsy                  $2,140.00
CPT 45380
Discounts                               -$1,388.20
Insurance paid                            -$601.44
You owe                                    $150.36
Moderate sedation, 15 min                  $188.00
CPT 99152
Discounts                                 -$122.00
Insurance paid                             -$52.80
You owe                                     $13.20
Total charges                            $2,328.00
Balance                                    $163.56
                   Pay $163.56
""")
    assert [(line.code, str(line.charge), str(line.patient_responsibility)) for line in document.lines] == [
        ("45380", "2140.00", "150.36"),
        ("99152", "188.00", "13.20"),
    ]
