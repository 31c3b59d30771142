"""Services that stand in blocks of their own, each with its title, and the labels or heads of its amounts."""

from decimal import Decimal

from tests.reading.papers import read_text

BLOCKS = """
Brightwater Vision Plan                 how your visit was covered
Member ID: BWV-30117          Processed: 06/11/2025
Date of service: 06/02/2025

Contact lens fitting 92310
Retail price    Discount     Allowed     Copay     Brightwater paid    You pay
$120.00         -$30.00      $90.00      $20.00    $70.00              $20.00

Single lenses, pair V2100
Retail price    Discount     Allowed          Copay      Brightwater paid     You pay
$110.00         -$10.00      $100.00          -          $60.00               $40.00

Scratch coating V2760
Retail price  Discount    Allowed     Copay   Brightwater paid   You pay
$40.00        -$15.00     $25.00      $5.00   $20.00             $5.00
"""
BESIDE = """
Harbor Mutual                      Explanation of benefits
Member: Ada Lombard      Member ID: HM-20441      Processed: 05/09/2025
Provider: Quarrytown Clinic

Service               Pricing                     Your plan              Your share
Sleep study           Billed         $900.00      Plan paid   $480.00    Deductible   $100.00
Apr 02, 2025          Plan discount -$300.00                             Coinsurance   $20.00
                      Allowed        $600.00                             What you owe $120.00

Blood count           Billed          $40.00      Plan paid    $20.00    Coinsurance    $5.00
Apr 02, 2025          Plan discount  -$15.00                             What you owe   $5.00
                      Allowed         $25.00

Claim total           Billed         $940.00      Plan paid   $500.00    Deductible   $100.00
                      Plan discount -$315.00                             Coinsurance   $25.00
                      Allowed        $625.00                             What you owe $125.00
"""


def test_a_head_over_every_service_makes_one_table() -> None:
    lines = read_text(BLOCKS).lines
    assert [(line.code, line.description) for line in lines] == [
        ("92310", "Contact lens fitting"),
        ("V2100", "Single lenses, pair"),
        ("V2760", "Scratch coating"),
    ]
    assert [line.charge for line in lines] == [120, 110, 40]
    assert [line.copay for line in lines] == [20, None, 5]
    # The sums of all blocks tell what the plan paid under a head that names only the plan.
    assert [line.plan_paid for line in lines] == [70, 60, 20]
    assert [line.patient_responsibility for line in lines] == [20, 40, 5]


def test_one_block_alone_is_no_table_of_such_blocks() -> None:
    one = BLOCKS[: BLOCKS.index("Single")]
    assert read_text(one).lines == ()


def test_labeled_amounts_beside_a_title_are_one_line() -> None:
    notice = read_text(BESIDE)
    study, count = notice.lines
    assert (study.description, str(study.service_date), study.charge) == ("Sleep study", "2025-04-02", Decimal(900))
    assert [study.allowed, study.plan_paid, study.deductible, study.coinsurance] == [600, 480, 100, 20]
    assert (study.adjustments[0].amount, study.patient_responsibility) == (Decimal(300), Decimal(120))
    assert count.description == "Blood count"
    assert [count.charge, count.deductible, count.plan_paid] == [40, None, 20]
    assert notice.totals is not None
    assert [notice.totals.charges, notice.totals.plan_paid] == [940, 500]


RENTED = """
Fernhill Home Oxygen
Customer no. FH-2211      Billed May 15, 2025
Ada Lombard

Oxygen concentrator - rental month 4 of 36   E1390 RR
Dates                       Quantity   Our charge   Plan paid   Plan discount   Your share
05/02/25 to 06/01/25        1          180.00       90.00       60.00           30.00

Nasal cannula   A4615 NU
Dates       Quantity   Our charge   Plan paid   Plan discount   Your share
05/02/25    4          12.00        6.00        2.00            4.00

Your share, this bill                 34.00
"""


def test_a_head_over_every_service_may_say_when_and_how_often() -> None:
    first, second = read_text(RENTED).lines
    assert (first.code, first.modifiers, first.description) == (
        "E1390",
        ("RR",),
        "Oxygen concentrator - rental month 4 of 36",
    )
    assert (str(first.service_date), str(first.service_date_to)) == ("2025-05-02", "2025-06-01")
    assert (second.code, second.description, second.units, second.service_date_to) == (
        "A4615",
        "Nasal cannula",
        4,
        None,
    )
    assert [first.charge, first.plan_paid, first.patient_responsibility] == [180, 90, 30]
    assert [second.charge, second.plan_paid, second.patient_responsibility] == [12, 6, 4]


def test_a_head_over_several_services_under_a_heading_is_that_of_a_table() -> None:
    another = "05/09/25                    2          18.00        9.00        6.00            3.00"
    listed = RENTED.replace("\n\nNasal", f"\n{another}\n\nNasal")
    assert [line.charge for line in read_text(listed).lines][:2] == [180, 18]


SCREEN = """
Juneberry Orthopedics
For Winifred  Visit on Feb 17, 2026
Claim number PC-26-0221
Services (3)

Office visit, established patient            v
99214
Billed       Plan rate    Paid         Your part
$248.00      $141.12      $111.12      $30.00

Drain or inject a large joint                v
20610-RT
Billed       Plan rate    Paid         Your part
$265.00      $72.45       $57.96       $14.49

Triamcinolone, 10 mg \u00d7 4                    v
J3301
Billed       Plan rate    Paid         Your part
$60.00       $8.84        $7.07        $1.77
""".replace(" v\n", " \u2304\n")


def test_a_code_alone_stands_between_the_words_of_a_service_and_its_head() -> None:
    lines = read_text(SCREEN).lines
    assert [(line.code, line.modifiers, line.description, line.units) for line in lines] == [
        ("99214", (), "Office visit, established patient", None),
        ("20610", ("RT",), "Drain or inject a large joint", None),
        ("J3301", (), "Triamcinolone, 10 mg", 4),
    ]
    assert [str(line.patient_responsibility) for line in lines] == ["30.00", "14.49", "1.77"]
