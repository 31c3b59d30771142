"""Rows that say no more than to see a note, below the amounts of a service in a block."""

from tests.reading.papers import read_text

HEAD = """
Fenland Health Plan                          Explanation of Benefits
Patient: Ines Falk        Member ID: TBH-40917
"""
NOTES = """
Notes
K12 The price is above what was agreed with the office.
M03 This care is not covered by your plan.
"""


def card(title: str, billed: str, note: str = "") -> list[str]:
    rows = [title, "05/13/2026", f"Billed             {billed:>8}", f"Plan payment       {billed:>8}"]
    return [*rows, f"You owe            {'0.00':>8}", note, "", ""]


def beside(left: list[str], right: list[str]) -> str:
    return "\n".join(f"{one:44}{other}" for one, other in zip(left, right, strict=True)) + "\n"


def test_a_note_below_a_card_is_of_the_service_above_it() -> None:
    document = read_text(
        HEAD
        + beside(card("Infusion treatment (96365)", "62.00", "See note K12"), card("Rapid test (87880)", "40.00"))
        + beside(card("Skin biopsy (11102)", "99.00"), card("Injection (96372)", "31.00", "See note M03"))
        + NOTES
    )
    told = [(line.description, line.code, [remark.code for remark in line.remarks]) for line in document.lines]
    assert told == [
        ("Infusion treatment", "96365", ["K12"]),
        ("Rapid test", "87880", []),
        ("Skin biopsy", "11102", []),
        ("Injection", "96372", ["M03"]),
    ]


def test_a_note_below_lists_of_amounts_is_of_the_service_above_it() -> None:
    block = """
Service {n}: {title}                                                        04/25/2026
Provider billed          {billed}   Member discount   16.64   Plan price    47.31
Applied to deductible     0.00   Copay             25.00   Coinsurance    0.00
Not covered               0.00   We paid           22.31   You owe       25.00
{note}
"""
    document = read_text(
        HEAD
        + block.format(n=1, title="Ear wax removal", billed="63.95", note="See note K12")
        + block.format(n=2, title="Hearing check", billed="63.95", note="")
        + NOTES
    )
    told = [(line.description, [remark.code for remark in line.remarks]) for line in document.lines]
    assert told == [("Ear wax removal", ["K12"]), ("Hearing check", [])]
