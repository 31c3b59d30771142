"""Notices that tell in a sentence what was taken off, over services that print it as excluded, with a note's key."""

from decimal import Decimal

from tests.reading.papers import read_text

TOP = """
    Verano Mutual of Ohio                         Claim notice
    THIS IS NOT A BILL                            Member: ODILE FENWICK
                                                  Claim ID: 77120224200188
"""
TOLD = """
    We took off $660.00 because of our contract. You do not have to pay this.
    We paid $295.00.
    Your share is $45.00.
"""
SERVICES = """
    Specialist visit (99214) - February 10, 2026
    Billed      Excluded amount     Plan allowed     Plan paid     Your copayment
    $300.00     $160.00 24          $140.00          $95.00        $45.00
    Nerve conduction study (95910) - February 10, 2026
    Billed      Excluded amount     Plan allowed     Plan paid     Your copayment
    $700.00     $500.00 24          $200.00          $200.00       $0.00

    24 The charge is above what we agreed with the provider.
"""


def test_what_is_excluded_was_taken_off_where_a_sentence_says_so_of_its_sum() -> None:
    lines = read_text(TOP + TOLD + SERVICES).lines
    assert [[entry.amount for entry in line.adjustments] for line in lines] == [
        [Decimal("160.00")], [Decimal("500.00")],
    ]  # fmt: skip
    assert {line.not_covered for line in lines} == {None}


def test_what_is_excluded_stays_so_where_another_sum_was_taken_off() -> None:
    lines = read_text(TOP + TOLD.replace("$660.00", "$610.00") + SERVICES).lines
    assert [line.not_covered for line in lines] == [Decimal("160.00"), Decimal("500.00")]
    assert not any(line.adjustments for line in lines)


def test_keys_of_notes_behind_amounts_in_blocks_are_remarks_of_the_service() -> None:
    document = read_text(TOP + TOLD + SERVICES)
    assert [(line.code, [remark.code for remark in line.remarks]) for line in document.lines] == [
        ("99214", ["24"]), ("95910", ["24"]),
    ]  # fmt: skip
    assert [remark.text for remark in document.remarks] == ["The charge is above what we agreed with the provider."]


def test_numbers_that_stand_apart_from_amounts_are_no_keys() -> None:
    apart = SERVICES.replace("$160.00 24 ", "$160.00     24").replace("$500.00 24 ", "$500.00     24")
    assert not any(line.remarks for line in read_text(TOP + TOLD + apart).lines)
