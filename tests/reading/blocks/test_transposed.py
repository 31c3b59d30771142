"""Tables on their side: a column for every service, a labeled row for every amount."""

import pytest

from tests.reading.papers import read_text

SUMMARY = """
Meadowcross Health Plan                              claim summary
                                                     Not a bill
Patient      Ada Lombard          Claim ID   MX-0091-772041
Member ID    H40771220            Provider   Saltgrass Clinic

Service                     Office visit     Chest X-ray    Lung function test    Claim total
Procedure code                     99203           71046                 94060
Date of service               03/30/2026      03/30/2026            03/31/2026
Amount your provider billed      $198.00         $132.00               $286.00        $616.00
Your plan's discount              $71.40          $88.20               $174.60        $334.20
Amount allowed                   $126.60          $43.80               $111.40        $281.80
Copay                             $40.00           $0.00                 $0.00         $40.00
Paid by your plan                 $86.60          $43.80               $111.40        $241.80
What you may owe                  $40.00           $0.00                 $0.00         $40.00
"""


def test_each_column_is_a_service() -> None:
    lines = read_text(SUMMARY).lines
    assert [(line.code, line.description, str(line.service_date)) for line in lines] == [
        ("99203", "Office visit", "2026-03-30"),
        ("71046", "Chest X-ray", "2026-03-30"),
        ("94060", "Lung function test", "2026-03-31"),
    ]
    assert [(str(line.charge), str(line.plan_paid), str(line.copay)) for line in lines] == [
        ("198.00", "86.60", "40.00"),
        ("132.00", "43.80", "0.00"),
        ("286.00", "111.40", "0.00"),
    ]


def test_the_last_column_holds_the_sums() -> None:
    totals = read_text(SUMMARY).totals
    assert totals is not None
    assert (str(totals.charges), str(totals.allowed), str(totals.patient_responsibility)) == (
        "616.00",
        "281.80",
        "40.00",
    )


def test_codes_side_by_side_without_amounts_below_are_no_table() -> None:
    assert not read_text(SUMMARY[: SUMMARY.index("Amount your")]).lines


NOTICE = """
Fernhill Health                                      Your claim
                                                     Not a bill
Patient      Imogen Thackeray     Claim ID   FH-2210-40

                           Skin biopsy,      Wound closure     Tissue exam by
                           one spot                            pathologist
Date of care               05/04/2026        05/04/2026        05/06/2026
Procedure code             11102             12031 59          88305 26
Your provider charged      $310.00           $280.00           $140.00
Fernhill member savings    $160.00           $120.00           $60.00
Price after savings        $150.00           $160.00           $80.00
Fernhill paid              $150.00           $0.00             $64.00
Goes to your deductible                      $160.00
Your 20% coinsurance                                           $16.00
Your cost                  $0.00             $160.00           $16.00


     $730.00          $340.00           $214.00          $176.00
   all charges        savings        Fernhill paid      your cost
"""


def test_words_that_wrap_and_days_stand_over_the_codes() -> None:
    lines = read_text(NOTICE).lines
    assert [(line.code, line.modifiers, line.description, str(line.service_date)) for line in lines] == [
        ("11102", (), "Skin biopsy, one spot", "2026-05-04"),
        ("12031", ("59",), "Wound closure", "2026-05-04"),
        ("88305", ("26",), "Tissue exam by pathologist", "2026-05-06"),
    ]


def test_a_row_may_hold_amounts_of_some_services_alone() -> None:
    lines = read_text(NOTICE).lines
    assert [(str(line.deductible), str(line.coinsurance), str(line.patient_responsibility)) for line in lines] == [
        ("None", "None", "0.00"),
        ("160.00", "None", "160.00"),
        ("None", "16.00", "16.00"),
    ]


def test_what_savings_leave_of_each_charge_is_allowed() -> None:
    lines = read_text(NOTICE).lines
    assert [(str(line.allowed), str(line.adjustments[0].amount)) for line in lines] == [
        ("150.00", "160.00"),
        ("160.00", "120.00"),
        ("80.00", "60.00"),
    ]


def test_sums_over_their_words_are_the_totals() -> None:
    totals = read_text(NOTICE).totals
    assert totals is not None
    assert (str(totals.charges), str(totals.adjustments), str(totals.plan_paid)) == ("730.00", "340.00", "214.00")
    assert str(totals.patient_responsibility) == "176.00"


DECISION = """
Fernhill Health                                      Your claim
                                                     Not a bill
Patient      Imogen Thackeray     Claim ID   FH-2210-40

                           Sleep study       Nose mask         Phone visit,      All services
                           at home           fitting           follow-up
Date                       05/04/2026        05/11/2026        05/20/2026
Procedure code             95806             94660             99442-95
Provider billed            $900.00           $140.00           $80.00            $1,120.00
Plan discount              $300.00           $60.00                              $360.00
Not covered                                                    $80.00            $80.00
Allowed by plan            $600.00           $80.00            $0.00             $680.00
Deductible                 $150.00                                               $150.00
Copay
Coinsurance                $90.00            $16.00                              $106.00
Plan paid                  $360.00           $64.00            $0.00             $424.00
What you owe               $240.00           $16.00            $80.00            $336.00
Notes                                                          N4

N4 Phone visits are covered only with a partner of your plan.
"""


def test_amounts_of_some_services_beside_their_sum_are_theirs() -> None:
    lines = read_text(DECISION).lines
    assert [(str(line.deductible), str(line.coinsurance), str(line.not_covered)) for line in lines] == [
        ("150.00", "90.00", "None"),
        ("None", "16.00", "None"),
        ("None", "None", "80.00"),
    ]


def test_rows_below_one_without_any_amount_are_of_the_table() -> None:
    document = read_text(DECISION)
    assert [str(line.patient_responsibility) for line in document.lines] == ["240.00", "16.00", "80.00"]
    assert document.totals is not None
    assert str(document.totals.coinsurance) == "106.00"
    assert document.totals.copay is None


def test_words_that_all_wrap_are_read_from_both_rows() -> None:
    lines = read_text(DECISION).lines
    assert [line.description for line in lines] == [
        "Sleep study at home",
        "Nose mask fitting",
        "Phone visit, follow-up",
    ]


def test_a_row_of_notes_says_which_service_they_are_of() -> None:
    lines = read_text(DECISION).lines
    assert [[remark.code for remark in line.remarks] for line in lines] == [[], [], ["N4"]]


def test_an_amount_where_no_sum_was_seen_before_is_of_no_service() -> None:
    text = DECISION.replace("$1,120.00", "")
    assert [line.deductible for line in read_text(text).lines] != ["150.00", None, None]
    assert all(line.coinsurance is None for line in read_text(text).lines)


def test_a_label_names_the_reason_and_the_letters_of_a_sum_once_for_all_services() -> None:
    text = DECISION.replace("Plan discount   ", "Discount (CO-45)").replace(
        "Plan paid           ", "F. Plan paid (C-D-E)"
    )
    lines = read_text(text).lines
    assert [[(each.group, each.reason) for each in line.adjustments] for line in lines][:2] == [[("CO", "45")]] * 2
    assert [str(line.plan_paid) for line in lines] == ["360.00", "64.00", "0.00"]


def test_the_days_of_services_side_by_side_are_not_those_of_the_paper() -> None:
    document = read_text(DECISION.replace("05/11/2026", "05/04/2026").replace("05/20/2026", "05/04/2026"))
    assert [str(line.service_date) for line in document.lines] == ["2026-05-04"] * 3
    assert document.service_from is None


LEFT = """
Fernhill Health                                      Your claim
Issued 05/20/2026                                    Not a bill
Patient      Imogen Thackeray     Claim ID   FH-2210-40
Who treated you      Orchard Street Clinic, out of network

Service            Skin biopsy Repair of a wound    Tissue exam Allergy skin tests      All four
Procedure code           11102             12031          88305              95004
Date of service     05/04/2026        05/04/2026     05/06/2026         05/06/2026
Amount charged         $310.00           $280.00        $140.00             $90.00       $820.00
Not covered            $160.00           $120.00          $0.00             $90.00       $370.00
Amount we accept       $150.00           $160.00        $140.00              $0.00       $450.00
We paid                $100.00           $160.00        $112.00              $0.00       $372.00
You may be asked for $210.00           $120.00         $28.00             $90.00       $448.00
"""


def test_what_is_left_of_charges_is_told_by_what_is_taken_off_or_paid() -> None:
    lines = read_text(LEFT).lines
    assert [line.allowed for line in lines] == [150, 160, 140, 0]
    assert [line.patient_responsibility for line in lines] == [210, 120, 28, 90]
    totals = read_text(LEFT).totals
    assert totals is not None
    assert [totals.charges, totals.allowed, totals.patient_responsibility] == [820, 450, 448]


def test_words_close_beside_each_other_are_parted_by_the_codes_below_them() -> None:
    assert [line.description for line in read_text(LEFT).lines] == [
        "Skin biopsy",
        "Repair of a wound",
        "Tissue exam",
        "Allergy skin tests",
    ]


def test_who_treated_is_named_without_the_badge_of_a_network() -> None:
    provider = read_text(LEFT).provider
    assert provider is not None
    assert provider.name == "Orchard Street Clinic"


@pytest.mark.parametrize("label", ["You save", "Provider takes off", "You can't be billed"])
def test_what_is_taken_off_is_not_owed_though_it_is_all_that_the_plan_did_not_pay(label: str) -> None:
    document = read_text(LEFT.replace("You may be asked for", f"{label:<20}"))
    assert {line.patient_responsibility for line in document.lines} == {None}
    assert document.totals is None or document.totals.patient_responsibility is None


def test_savings_besides_what_is_not_covered_are_not_what_is_allowed() -> None:
    document = read_text("""
Meadowcross Health Plan                              claim summary
Patient      Ada Lombard          Claim ID   MX-0091-772041

Service             Office visit    Strep test    Claim total
Procedure code      99213           87880
Amount billed       140.00          40.00         180.00
Not covered          20.00          10.00          30.00
Plan savings        120.00          30.00         150.00
You owe              20.00          10.00          30.00
""")
    assert [line.allowed for line in document.lines] == [None, None]
    assert [line.adjustments[0].amount for line in document.lines] == [120, 30]


WRAPPED = """
Fernbrook Benefit Plans                              Explanation of Benefits
                                                     Processed on 01/30/2026
Patient      Ada Lombard          Claim      26-009-4471
Member ID    F40771220            Supplier   Saltgrass Home Medical

                     CPAP device        Nasal mask      Filter, disposable      Claim total

Service date          01/09/2026        01/09/2026              01/09/2026

HCPCS /                 E0601 NU          A7034 NU                A7038 NU
modifier

Supplier's             $1,150.00           $210.00                  $18.00        $1,378.00
charge

Network savings         -$512.00          -$118.00                                 -$630.00

Amount allowed           $638.00            $92.00                                  $730.00

Applied to               $638.00            $41.00                                  $679.00
deductible

Plan payment               $0.00            $51.00                   $0.00           $51.00

Status                      PAID              PAID            PENDING (PX)

Your                     $638.00            $41.00                   $0.00          $679.00
responsibility

PX -    We have asked the supplier for the delivery slip.
"""


def test_labels_that_wrap_below_their_values_are_read_whole() -> None:
    lines = read_text(WRAPPED).lines
    assert [(line.code, line.description, str(line.charge)) for line in lines] == [
        ("E0601", "CPAP device", "1150.00"),
        ("A7034", "Nasal mask", "210.00"),
        ("A7038", "Filter, disposable", "18.00"),
    ]
    assert [str(line.deductible) for line in lines] == ["638.00", "41.00", "None"]
    assert [str(line.patient_responsibility) for line in lines] == ["638.00", "41.00", "0.00"]


def test_a_row_of_decisions_ends_no_table_and_has_the_keys_of_notes() -> None:
    document = read_text(WRAPPED)
    assert [line.status for line in document.lines] == ["paid", "paid", "pending"]
    assert [remark.code for remark in document.lines[2].remarks] == ["PX"]
    assert [(remark.code, remark.text) for remark in document.remarks] == [
        ("PX", "We have asked the supplier for the delivery slip.")
    ]
