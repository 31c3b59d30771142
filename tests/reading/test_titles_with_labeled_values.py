"""Services in blocks of their own whose titles print day, code and note behind labels, and the sums of all blocks."""

from decimal import Decimal

from tests.reading.papers import read_text

HEAD = """
STONE RIDGE WORKERS                                              Benefit explanation
Welfare Fund, 15 Quarry Street, Alder Notch, NH 03999            Prepared April 2, 2026
Participant      Ada Lombard               Patient   Ada Lombard
Participant ID   SRW-0077-4193             Claim     2026 092 00418
Provider         Quarrytown Clinic         Paid on   04/01/2026
"""
BLOCKS = """
Office or other outpatient visit              Service date 03/11/2026  Code 99215
                                                                        Note GP1
Billed      Allowed    Excluded    Deductible   Copay   Coinsurance   We paid   You owe
298.00      174.50     0.00        0.00         40.00   0.00          134.50      40.00

Cardiovascular stress test                    Service date 03/11/2026  Code 93015
                                                                        Note N7
Billed      Allowed    Excluded    Deductible   Copay   Coinsurance   We paid   You owe
520.00        0.00     520.00      0.00          0.00   0.00            0.00     520.00
"""
ON_A_ROW_BELOW = """
Office or other outpatient visit
Service date 03/11/2026   Code 99215
Billed      Allowed    Excluded    Deductible   Copay   Coinsurance   We paid   You owe
298.00      174.50     0.00        0.00         40.00   0.00          134.50      40.00

Cardiovascular stress test
Service date 03/11/2026   Code 93015
Billed      Allowed    Excluded    Deductible   Copay   Coinsurance   We paid   You owe
520.00        0.00     520.00      0.00          0.00   0.00            0.00     520.00
"""
SUMS = """
Totals for this claim
818.00      174.50     520.00      0.00         40.00   0.00          134.50     560.00
"""
NOTES = """

GP1 You are not responsible for the difference between billed and allowed.
N7 A stress test needs approval in advance.
"""


def test_labels_of_a_title_say_what_its_values_are() -> None:
    lines = read_text(HEAD + BLOCKS + NOTES).lines

    assert [(line.code, line.description, str(line.service_date)) for line in lines] == [
        ("99215", "Office or other outpatient visit", "2026-03-11"),
        ("93015", "Cardiovascular stress test", "2026-03-11"),
    ]
    assert [line.remarks[0].code for line in lines] == ["GP1", "N7"]
    assert [line.patient_responsibility for line in lines] == [Decimal("40.00"), Decimal("520.00")]


def test_values_on_a_row_of_their_own_belong_to_the_title_above() -> None:
    lines = read_text(HEAD + ON_A_ROW_BELOW).lines

    assert [(line.code, line.description) for line in lines] == [
        ("99215", "Office or other outpatient visit"),
        ("93015", "Cardiovascular stress test"),
    ]


def test_a_word_of_the_title_before_a_day_or_code_is_no_label() -> None:
    blocks = ON_A_ROW_BELOW.replace("outpatient visit\n", "outpatient visit 03/11/2026\n").replace(
        "stress test\n", "stress procedure 93015\n"
    )
    bare = "\n".join(row for row in blocks.splitlines() if not row.startswith("Service date"))
    lines = read_text(HEAD + bare).lines

    assert [(line.code, line.description) for line in lines] == [
        (None, "Office or other outpatient visit"),
        ("93015", "Cardiovascular stress procedure"),
    ]


def test_the_sums_of_all_blocks_stand_below_their_words() -> None:
    totals = read_text(HEAD + BLOCKS + SUMS + NOTES).totals

    assert totals is not None
    assert (totals.charges, totals.allowed, totals.not_covered) == (Decimal(818), Decimal("174.50"), Decimal(520))
    assert (totals.plan_paid, totals.patient_responsibility) == (Decimal("134.50"), Decimal(560))


def test_amounts_of_a_single_block_are_no_sums_of_the_paper() -> None:
    assert read_text(HEAD + BLOCKS + NOTES).totals is None
