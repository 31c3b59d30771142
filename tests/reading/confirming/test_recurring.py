from tests.reading.papers import page_of, read_pages

BILL = """
Larkspur Clinic, LLC                 Statement Date: 05/01/2025
Patient: Ada Lombard                 Account: LC-10447

Date        Code    Description         POS    Diagnosis    Charge
04/02/2025  99213   Office visit        11     R51.9        100.00
04/02/2025  36415   Blood draw          11     R51.9         24.00
04/02/2025  81002   Urine test          {place}     {last}         18.00

Total charges                                               142.00
"""
NOTICE = """
Cedar Health Plan                    Explanation of Benefits
Patient: Ada Lombard                 Member ID: CHP10447

Date        Code    Description      Billed    Allowed   Plan paid  You owe  Notes
04/02/2025  99213   Office visit     100.00     80.00      64.00     16.00   K52
04/02/2025  36415   Blood draw        24.00     12.00      12.00      0.00   {key}

K52: Your coinsurance is part of what you owe.
B17: Your provider agreed to this price.
"""


def by(text: str) -> dict[str, tuple[str, ...]]:
    """What confirms each value of a paper."""
    (paper,) = read_pages(page_of(text))
    return {path: tuple(source.confirmed_by) for path, source in paper.sources.items()}


def test_a_diagnosis_that_several_lines_print_is_read_right() -> None:
    confirmed = by(BILL.format(place="11", last="R51.8"))
    assert [confirmed[f"lines[{i}].diagnosis_codes[0]"] for i in range(3)] == [("repeated",), ("repeated",), ()]


def test_a_place_has_to_recur_more_often_than_a_diagnosis() -> None:
    recurring, once = (by(BILL.format(place=place, last="R51.9")) for place in ("11", "22"))
    assert recurring["lines[0].place_of_service"] == ("repeated",)
    assert once["lines[0].place_of_service"] == ()


def test_a_key_on_a_line_that_the_legend_has_too_is_read_right() -> None:
    known, strange = (by(NOTICE.format(key=key)) for key in ("B17", "817"))
    assert known["lines[1].remarks[0].code"] == ("repeated",)
    assert strange.get("lines[1].remarks[0].code", ()) == ()
