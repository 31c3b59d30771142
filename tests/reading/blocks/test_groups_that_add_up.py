"""Services in groups, each with a heading, its items, and captioned sums of the group."""

from decimal import Decimal

from tests.reading.papers import read_text

BILL = """
Sandhill Regional Hospital                                       Account SRH 4410 208
40 Dune Road, Sandhill, NM 87999                                 Statement 05/14/2026

Ansel Pruitt, your total is
$290.00

Procedure on 04/09/2026. Three providers cared for you.

S   Sandhill Day Surgery   Facility                                            $160.00
    Claim 26-0881450-A
    Knee scope with trimming, facility   29881                        $3,000.00
    Recovery room   Rev 0710                                          $400.00
    Charged        Discount       Plan paid
    $3,400.00      ($1,800.00)    ($1,440.00)

I   Ivo Brandt, MD   Surgeon                                                   $90.00
    Claim 26-0881450-B
    Knee scope with trimming   29881-RT                               $1,200.00
    Charged        Discount       Plan paid
    $1,200.00      ($600.00)      ($510.00)

P   Petra Okoro, CRNA   Anesthesia                                             $40.00
    Claim 26-0881450-C
    Anesthesia for knee scope   01400-QZ                              $700.00
    Charged        Discount       Plan paid
    $700.00        ($300.00)      ($360.00)

                                       All charges                    $5,300.00
                                       Plan discounts                 ($2,700.00)
                                       Plan payments                  ($2,310.00)
                                       Total to pay                   $290.00
"""


def row(*values: object) -> list[object]:
    """Values to compare, whatever their types."""
    return list(values)


def test_items_that_add_up_to_the_sums_of_their_groups_are_the_services() -> None:
    lines = read_text(BILL).lines
    assert [row(line.code, line.revenue_code, line.charge) for line in lines] == [
        row("29881", None, 3000),
        row(None, "0710", 400),
        row("29881", None, 1200),
        row("01400", None, 700),
    ]


def test_who_heads_a_group_gave_its_care_and_none_of_another() -> None:
    lines = read_text(BILL).lines
    assert [line.rendering_provider for line in lines] == [None, None, "Ivo Brandt, MD", "Petra Okoro, CRNA"]
    assert [line.claim_number for line in lines] == [
        "26-0881450-A",
        "26-0881450-A",
        "26-0881450-B",
        "26-0881450-C",
    ]


def test_sums_below_captions_that_recur_are_of_parts() -> None:
    totals = read_text(BILL).totals
    assert totals is not None
    assert row(totals.charges, totals.adjustments, totals.insurance_paid) == row(5300, 2700, 2310)


def test_a_share_that_an_earlier_balance_and_a_fee_raise_to_what_is_due_is_the_patients() -> None:
    more = "Your share of this stay                        $290.00\n"
    more += "                                       Carried over from last bill    $40.00\n"
    more += "                                       Late fee                       $5.00\n"
    more += "                                       Total to pay                   $335.00"
    text = BILL.replace("Total to pay                   $290.00", more).replace("is\n$290.00", "is\n$335.00")
    document = read_text(text)
    assert document.totals is not None
    assert row(document.totals.patient_responsibility, document.totals.balance_due) == row(290, 335)
    assert row(document.previous_balance, document.fees) == row(40, 5)


def test_sums_of_parts_alone_are_no_totals() -> None:
    totals = read_text(BILL[: BILL.index("                                       All charges")]).totals
    assert totals is not None
    assert row(totals.adjustments, totals.insurance_paid) == row(None, None)


def test_the_clinician_of_a_group_is_not_that_of_the_next_one() -> None:
    text = """
Sandhill Day Surgery
Good faith estimate
Patient: Ansel Pruitt     Estimate number: GFE-4410

SURGEON
Ivo Brandt, MD
Knee scope with trimming                              $1,200.00
Service code 29881 RT, quantity 1
Check-up after surgery                                $150.00
Service code 99213, quantity 1
Subtotal                                              $1,350.00
ANESTHESIA
Dune Anesthesia Partners
Anesthesia for knee scope                             $700.00
Service code 01400 QZ, quantity 1
Subtotal                                              $700.00
Estimated total                                       $2,050.00
"""
    lines = read_text(text).lines
    assert [line.rendering_provider for line in lines] == ["Ivo Brandt, MD", "Ivo Brandt, MD", None]


LIST = """
Sandhill Regional Hospital
Patient: Ansel Pruitt        Hospital account: 4410-208
Bill date: May 14, 2026

Laboratory 2 items                                    $190.00
Blood count                                           $96.00
CPT 85025   Rev code 0305   Apr 9   Qty 1
Troponin level                                        $94.00
CPT 84484   Rev code 0301   Apr 9   Qty 1
Pharmacy 3 items                                      $171.50
Heparin, 1,000 units                                  $42.50
HCPCS J1644   Rev code 0636   Apr 9   Qty 5
"""


def test_a_heading_that_counts_items_on_the_next_page_too_is_no_service() -> None:
    lines = read_text(LIST).lines
    assert [line.charge for line in lines] == [Decimal("96.00"), Decimal("94.00"), Decimal("42.50")]


def test_who_saw_the_patient_is_named_without_the_words_before_it() -> None:
    text = """
Sandhill Health
Patient: Ansel Pruitt        Account number: 4410-208
Statement date: May 14, 2026

Office visit                               Thu, Apr 9, 2026
Sandhill Family Medicine                   Seen by Ivo Brandt, MD
Office visit, returning patient            $236.00
CPT/HCPCS 99214-25
Joint injection, right knee                $184.00
CPT/HCPCS 20610-RT
"""
    assert {line.rendering_provider for line in read_text(text).lines} == {"Ivo Brandt, MD"}


def test_a_day_below_its_own_caption_is_not_that_of_what_was_taken_off_below() -> None:
    text = """
Sandhill Imaging
40 Dune Road, Sandhill, NM 87999

Wednesday, May 20, 2026
Knee scan, without dye                                $300.00
73721 RT
X-ray of knee                                         $80.00
73562 RT

BILL FOR
Ansel Pruitt
BILL DATE
Jun 14, 2026
The math
This bill's scans                                     $380.00
Negotiated discount                                   -$180.00
Left to pay                                           $200.00
"""
    document = read_text(text)
    assert not document.payments
    assert document.patient is not None
    assert row(document.patient.name, str(document.document_date)) == row("Ansel Pruitt", "2026-06-14")
    assert document.totals is not None
    assert row(document.totals.adjustments, document.totals.balance_due) == row(180, 200)


def test_a_service_that_says_how_many_tests_it_was_is_one() -> None:
    text = """
Sandhill Allergy Clinic
Patient: Ansel Pruitt        Account number: 4410-208
Statement date: May 14, 2026

Office visit                                          $140.00
CPT 99213   03/02/2026
Allergy skin tests, 40 tests                          $320.00
Blood draw                                            $20.00
CPT 36415   03/02/2026
Total charges                                         $480.00
"""
    assert [line.charge for line in read_text(text).lines] == [Decimal(140), Decimal(320), Decimal(20)]


def test_sums_that_stand_again_on_a_part_to_return_are_those_of_the_paper() -> None:
    captions = "Total charges     Payments      Amount due\n"
    text = f"""
Sandhill Health
40 Dune Road
Sandhill, NM 87999
Ansel Pruitt                                     Account SH-4410

{captions}280.00            210.00        70.00

Sandhill Clinic, your visit in April
{captions}180.00            130.00        50.00

Sandhill Imaging, your scan in April
{captions}100.00             80.00        20.00

Please return this part
{captions}280.00            210.00        70.00
"""
    totals = read_text(text).totals
    assert totals is not None
    assert row(totals.charges, totals.balance_due) == row(280, 70)
