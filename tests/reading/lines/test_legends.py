import pytest

from tests.reading.papers import read_text

NOTICE = """
Larchmont Health Plan                      Explanation of Benefits
Patient: Nadine Overholt       Claim number: 88120045512
Processed: 05/09/2025

Date of service   Description          Billed    Allowed   Plan paid   You owe   Notes
04/02/2025        Office visit         150.00     110.00       88.00     22.00   B7
04/02/2025        Blood draw            30.00       0.00        0.00     30.00
TOTALS                                 180.00     110.00       88.00     52.00
"""


def test_a_legend_under_its_title_is_read_also_where_no_line_carries_the_code() -> None:
    remarks = read_text(
        NOTICE
        + """
Remark codes
(B7) Your provider has agreed to this lower price.
(K2) This service is not covered. See the exclusions in your
benefit booklet.
"""
    ).remarks
    assert [(remark.code, remark.text) for remark in remarks] == [
        ("B7", "Your provider has agreed to this lower price."),
        ("K2", "This service is not covered. See the exclusions in your benefit booklet."),
    ]


def test_a_sentence_below_the_legend_is_no_part_of_the_last_wording() -> None:
    (remark,) = read_text(
        NOTICE
        + """
Notes
B7  Your provider has agreed to this lower price.
If you disagree with this decision, you can appeal.
"""
    ).remarks
    assert remark.text == "Your provider has agreed to this lower price."


def test_policies_of_processing_are_keys_of_notes_in_head_and_legend() -> None:
    document = read_text(
        """
Larchmont Dental Plan                      Explanation of Benefits
Patient: Nadine Overholt       Claim number: 88120045512
Processed: 05/09/2025

Date of     Proc    Description      Submitted   Allowed   Patient      Plan      Patient   Proc
service     code                     amount      amount    deductible   payment   pays      policy
04/02/2025  D2393   Filling             325.00    154.00        50.00     83.20     70.80   F17
04/02/2025  D1110   Cleaning            118.00     84.00         0.00     84.00      0.00
TOTALS                                  443.00    238.00        50.00    167.20     70.80

PROCESSING POLICIES
F17  A white filling on a back tooth is paid as a silver one.
"""
    )
    assert [str(line.deductible) for line in document.lines] == ["50.00", "0.00"]
    assert [remark.code for remark in document.remarks] == ["F17"]


@pytest.mark.parametrize("mark", [".", ""])
def test_a_longer_row_below_short_keys_began_a_text_of_its_own(mark: str) -> None:
    remarks = read_text(
        NOTICE.replace("B7", "B ")
        + f"""
Notes
B: Your provider has agreed to this lower price{mark}
If you disagree with what was decided or paid on this notice, you can appeal.
"""
    ).remarks
    assert [remark.text for remark in remarks] == [f"Your provider has agreed to this lower price{mark}"]


@pytest.mark.parametrize(("key", "read"), [("", 0), ("2", 1)])
def test_numbered_notes_are_no_remarks_where_no_line_carries_a_key(key: str, read: int) -> None:
    remarks = read_text(
        NOTICE.replace("22.00   B7", f"22.00   {key}")
        + """
Notes
(1) If you have another plan, send it this notice.
(2) Your provider has agreed to this lower price.
"""
    ).remarks
    assert len([remark for remark in remarks if remark.code == "2"]) == read


def test_words_under_a_title_are_no_codes() -> None:
    remarks = read_text(
        NOTICE
        + """
Notes
A deductible applies to some services of this plan.
IF YOU HAVE QUESTIONS, CALL MEMBER SERVICES.
"""
    ).remarks
    assert remarks == ()


def test_a_note_in_a_column_of_its_own_that_no_line_carries_is_kept() -> None:
    remarks = read_text(
        NOTICE
        + """
Notes for Claims Above
B7     Your provider has agreed to this lower price.
Z      We have sent your claim to your other insurer.
"""
    ).remarks
    assert [remark.code for remark in remarks] == ["B7", "Z"]


def test_a_glossary_of_codes_is_a_legend_whose_wordings_may_be_two_words() -> None:
    remarks = read_text(
        NOTICE
        + """
GLOSSARY: GROUP, REASON AND REMARK CODES
CO-45    ABOVE THE AGREED PRICE
M15      PART OF ANOTHER
"""
    ).remarks
    assert [(remark.code, remark.text) for remark in remarks] == [
        ("CO-45", "ABOVE THE AGREED PRICE"),
        ("M15", "PART OF ANOTHER"),
    ]


@pytest.mark.parametrize("blank", [" ", "     "])
def test_a_glossary_explains_groups_of_adjustments_before_their_reasons(blank: str) -> None:
    legend = """
GLOSSARY: GROUP, REASON, MOA, AND REMARK CODES
CO_Contractual obligation.
PR_Patient responsibility.
45_Charge exceeds the schedule.
MA01_Appeal rights apply to this.
"""
    remarks = read_text(NOTICE + legend.replace("_", blank)).remarks
    assert [remark.code for remark in remarks] == ["CO", "PR", "45", "MA01"]
    assert remarks[0].text == "Contractual obligation."


def test_a_year_that_begins_a_row_below_notes_is_no_code_of_one() -> None:
    legend = """
Explanation of remark codes
B7 - Your provider has agreed to this lower price.
2026 Calendar Year Deductible: $350.00 of $350.00 met.
"""
    assert [remark.code for remark in read_text(NOTICE + legend).remarks] == ["B7"]


def test_a_bullet_or_speck_before_a_code_hides_no_note() -> None:
    for bullet in ("\u00b7", "\u2022"):
        (remark,) = read_text(NOTICE + f"\n{bullet} B7: Your provider has agreed to this lower price.\n").remarks
        assert (remark.code, remark.text) == ("B7", "Your provider has agreed to this lower price.")


def test_a_line_on_hold_is_pending() -> None:
    held = NOTICE.replace("Notes", "Status").replace("B7", "HOLD - see below")
    assert [line.status for line in read_text(held).lines] == ["pending", None]


def test_notes_in_one_run_are_parted_where_an_equals_sign_stands_behind_their_codes() -> None:
    notice = NOTICE.replace("30.00\nTOTALS", "30.00   N7\nTOTALS")
    remarks = read_text(notice + "\nB7 = Network discount. Do not pay it. N7 = Not a benefit of your plan.\n").remarks
    assert [(remark.code, remark.text) for remark in remarks] == [
        ("B7", "Network discount. Do not pay it."),
        ("N7", "Not a benefit of your plan."),
    ]


def test_letters_of_notes_may_be_small_and_reasons_have_their_group() -> None:
    remarks = read_text(
        """
Medicare Summary Notice
Nadine Overholt                            Processed: 05/09/2025
Service                Approved?   Charged    Approved    Paid     You may be billed   Notes
Office visit (99213)   Yes          150.00      110.00    88.00               22.00    a
Blood count (85025)    No            30.00        0.00     0.00               30.00    b
Total                               180.00      110.00    88.00               52.00

Notes for claims above
a You have met your deductible for this year.
b Medicare does not pay for this test for the diagnosis given.
a provider may ask for another look within 120 days.
"""
    ).remarks
    assert [(remark.code, remark.text) for remark in remarks] == [
        ("a", "You have met your deductible for this year."),
        ("b", "Medicare does not pay for this test for the diagnosis given."),
    ]


def test_the_reasons_of_amounts_taken_off_have_their_wording_below() -> None:
    remarks = read_text(
        """
Larchmont Health Plan                      Explanation of Benefits
Patient: Nadine Overholt       Claim number: 88120045512
Date of service   Description          Billed    Adjustment   Reason    Allowed   Plan paid   You owe
04/02/2025        Office visit         150.00        40.00    CO-45      110.00       88.00     22.00
04/02/2025        Blood draw            30.00        10.00    CO-45       20.00       16.00      4.00
TOTALS                                 180.00        50.00               130.00      104.00     26.00

CO-45 Charge exceeds the fee that was agreed on.
"""
    ).remarks
    assert [(remark.code, remark.text) for remark in remarks] == [
        ("CO-45", "Charge exceeds the fee that was agreed on.")
    ]


REASONS = """
Silver Heron Health Plan
Explanation of Benefits
Member: Ada Lombard                 Member ID: XQ1234567
Claim number: 55120077

Service           Date          Billed    Adjustment   Reason    Plan paid    You owe
Office visit      03/02/2026    140.00    20.00        CO-45     100.00       20.00
Rapid test        03/02/2026     40.00    10.00        PR-1       30.00        0.00
Total                           180.00    30.00                  130.00       20.00
"""


def test_a_sentence_that_counts_days_explains_no_reason_of_that_number() -> None:
    below = """
You may ask for a review within
45 days after you get this notice, or call us.
1 year is the longest time to send us a claim.
"""
    assert not read_text(REASONS + below).remarks
    assert [remark.code for remark in read_text(f"{REASONS}\n45   Charge exceeds the fee schedule.").remarks] == ["45"]


@pytest.mark.parametrize(("held", "codes"), [("not a benefit", []), ("a, b", ["a", "b"])])
def test_small_letters_among_words_are_no_codes_of_notes(held: str, codes: list[str]) -> None:
    document = read_text(f"""
    Silver Heron Health Plan
    Explanation of Benefits
    Member: Ada Lombard                 Member ID: XQ1234567

    Service           Date          Billed    Not covered    Plan paid    You owe    Remarks
    Office visit      03/02/2026    140.00    20.00          100.00       20.00      {held}
    Total                           140.00    20.00          100.00       20.00
    """)
    assert [remark.code for remark in document.lines[0].remarks] == codes


def test_whom_to_ask_about_a_note_is_no_wording_of_it() -> None:
    remarks = read_text(
        NOTICE
        + """
For more about note B7:
Call us at 208-555-0101 or go to our site.
"""
    ).remarks
    assert remarks == ()
