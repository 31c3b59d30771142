"""Captions over the amounts of each service, the last of them over the key of a note."""

from tests.reading.papers import read_text

HEAD = """
Brightwater Auto Insurance                          Explanation of Reimbursement
PO Box 41, Tampa FL 33602                                   Prepared 03/12/2026

Claim 26-4410-7
Injured party Rosa Quill          Billed by
                                  Lakeside Chiropractic

"""
SUMS = """
Total charges                  125.00
Total allowed                   70.00
Applied to PIP deductible       48.10
Total paid this bill            70.00
"""


def test_the_key_of_a_note_below_the_last_caption_is_no_amount_nor_keeps_the_others_from_being_read() -> None:
    text = """
03-02-26   98940  CHIROPRACTIC 1-2 REGIONS    Qty 1     Charge   Allowed   Deductible    Paid   Expl.
                                                         65.00     48.10        48.10   48.10   X81
03-02-26   97014  ELECTRIC STIMULATION        Qty 2     Charge   Allowed   Deductible    Paid   Expl.
                                                         35.00     21.90            -   21.90   X81
03-05-26   97010  HOT PACK                    Qty 1     Charge   Allowed   Deductible    Paid   Expl.
                                                         25.00      0.00            -    0.00   B22
"""
    document = read_text(HEAD + text + SUMS)
    assert [
        (str(line.code), str(line.charge), str(line.allowed), str(line.plan_paid), [r.code for r in line.remarks])
        for line in document.lines
    ] == [
        ("98940", "65.00", "48.10", "48.10", ["X81"]),
        ("97014", "35.00", "21.90", "21.90", ["X81"]),
        ("97010", "25.00", "0.00", "0.00", ["B22"]),
    ]
    assert [str(line.deductible) for line in document.lines] == ["48.10", "None", "None"]
    assert document.payments == ()
    assert document.kind == "eob"
    assert document.totals is not None
    assert [str(document.totals.deductible), str(document.totals.plan_paid)] == ["48.10", "70.00"]


def test_a_service_without_a_note_has_no_key_below_the_caption_of_notes() -> None:
    text = """
03-02-26   98940  CHIROPRACTIC 1-2 REGIONS      Charge   Allowed    Paid   Notes
                                                 65.00     48.10   48.10
03-05-26   97010  HOT PACK                      Charge   Allowed    Paid   Notes
                                                 25.00      0.00    0.00   B22
"""
    lines = read_text(HEAD + text).lines
    assert [(str(line.charge), str(line.plan_paid), len(line.remarks)) for line in lines] == [
        ("65.00", "48.10", 0),
        ("25.00", "0.00", 1),
    ]


def test_the_caption_of_notes_may_stand_close_behind_the_one_before_it() -> None:
    text = """
03-02-26   98940  CHIROPRACTIC 1-2 REGIONS      Charge   Allowed   Paid Expl.
                                                 65.00     48.10  48.10  X81
03-05-26   97010  HOT PACK                      Charge   Allowed   Paid Expl.
                                                 25.00      0.00   0.00  B22
"""
    lines = read_text(HEAD + text).lines
    assert [(str(line.charge), str(line.plan_paid), [r.code for r in line.remarks]) for line in lines] == [
        ("65.00", "48.10", ["X81"]),
        ("25.00", "0.00", ["B22"]),
    ]
