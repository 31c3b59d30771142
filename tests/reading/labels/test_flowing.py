"""Labels and values set like running text."""

from tests.reading.papers import read_text

FLOW = """
Kestrel Hill Medical Group                                           Statement
58 Mill Street

Patient: Nadine Overholt  Account: 4418823  Statement date: 04/02/2025  Dates:
03/04/2025 - 03/06/2025  Insurance company: Upland Life  Insured: Ada Overholt
Member ID: UHP-33218  Patient due: 40.00

Date         Code    Description                        Charge
03/04/2025   99213   Follow-up care                     120.00
"""


def test_what_does_not_fit_on_a_row_goes_on_at_the_left_of_the_next() -> None:
    read = read_text(FLOW)

    assert (str(read.service_from), str(read.service_to)) == ("2025-03-04", "2025-03-06")


def test_a_row_that_begins_with_a_label_of_its_own_ends_the_value_above() -> None:
    read = read_text(FLOW)

    assert read.coverage is not None
    assert (read.coverage.subscriber_name, read.coverage.member_id) == ("Ada Overholt", "UHP-33218")


def test_a_name_goes_on_below() -> None:
    read = read_text(FLOW.replace("  Insured: Ada Overholt\n", "  Insured: Ada May\nOverholt  "))

    assert read.coverage is not None
    assert read.coverage.subscriber_name == "Ada May Overholt"


def test_rows_that_end_early_are_no_running_text() -> None:
    read = read_text(
        """
Kestrel Hill Medical Group                                           Statement

Patient: Nadine Overholt  Guarantor: Ada May
Overholt Family Trust

Date         Code    Description                                      Charge
03/04/2025   99213   Follow-up care                                   120.00
"""
    )
    assert read.patient is not None
    assert read.patient.name == "Nadine Overholt"
    assert "Trust" not in str(read.model_dump(exclude={"text"}))


def test_a_label_with_its_value_below_a_full_row_stays_with_its_value() -> None:
    read = read_text("""
Meridian Oak Health Plan                                    EXPLANATION OF BENEFITS

NATIONAL PROVIDER ID : 1783539318                           Payment Total : 322.50
CLAIM PROCESSED :      May 4, 2024

Date         Code    Description         Charge   Allowed    Paid
03/04/2024   99213   Follow-up care      120.00     90.00   80.00
""")
    assert str(read.processed_date) == "2024-05-04"


def test_a_day_that_breaks_behind_a_hyphen_at_the_end_of_a_row_is_whole() -> None:
    read = read_text(FLOW.replace("Dates:\n03/04/2025 - 03/06/2025  Ins", "Dates: 04-MAR-2025 - 06-\nMAR-2025  Ins"))

    assert (str(read.service_from), str(read.service_to)) == ("2025-03-04", "2025-03-06")


def test_what_breaks_before_a_column_at_the_side_goes_on_at_the_left() -> None:
    document = read_text("""
        Quillwood Health Plan
        Explanation of benefits
        Print Date: December 10, 2026   Claim No.: 388559064487   Payment Date:     Your plan year so far
        November 20, 2026                                                           Deductible limit $750.00
                                                                                    Deductible met   $338.50
        Service           Date          Billed    Not covered    Plan paid    You owe
        Office visit      03/02/2026    140.00    20.00          100.00       20.00
    """)

    assert (str(document.document_date), str(document.processed_date)) == ("2026-12-10", "2026-11-20")


def test_the_word_that_opens_a_subject_makes_no_running_text_of_the_label_behind_it() -> None:
    letter = read_text("""
    Alder Bay Health Plan
    12 Quay Street, Bangor, ME 04401

    Re: Patient:        Ines Falk
    Member ID:          TBH-40917
    Reference claim: N3792

    We received a claim and have denied it.
    """)
    assert letter.patient is not None and letter.patient.name == "Ines Falk"
    assert letter.coverage is not None and letter.coverage.member_id == "TBH-40917"


def test_a_row_that_ends_well_before_a_column_at_the_side_is_full_too() -> None:
    document = read_text("""
        Quillwood Health Plan
        Explanation of benefits
        Patient: Ada Lombard   Claim No.: 388559064487   Benefit Plan: Quillwood           Accumulators
        Standard PPO   Payment Date: November 20, 2026                                     Deductible limit $750.00
                                                                                           Deductible met   $338.50
        Service           Date          Billed    Not covered    Plan paid    You owe
        Office visit      03/02/2026    140.00    20.00          100.00       20.00
    """)

    assert document.coverage is not None
    assert document.coverage.plan_name == "Quillwood Standard PPO"


def test_labels_that_begin_below_each_other_by_chance_are_no_column_at_the_side() -> None:
    document = read_text("""
        Kestrel Hill Medical Group                                           Statement

        Patient: Nadine Overholt   Dates: 03/04/2025   Insured: Ada Overholt Ins.
        Co.: Upland Mutual Trust   Acct #: 4418823   Statement date: 04/02/2025

        Date         Code    Description                        Charge
        03/04/2025   99213   Follow-up care                     120.00
    """)

    assert document.coverage is not None
    assert document.coverage.subscriber_name == "Ada Overholt"
    assert document.payer is not None
    assert document.payer.name == "Upland Mutual Trust"
