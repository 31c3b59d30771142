"""A narrow column at the side of a page that goes its own way, and columns of one table that do not."""

from dataclasses import replace

import pytest

from plainbill.reading.heads.side_columns import rows_with_sides_apart
from plainbill.reading.page import PageWords
from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import page_of, read_pages

SIDE = """
Elmgrove Infusion
8 Slate Street
Elmgrove, NM 87999

Patient
Ada Lombard
Account
EI-10447
Issued
05/01/2025
Ordered by
A. Finch, MD
Balance due
$360.00
"""
MAIN = """
What this invoice covers

Hydration, first hour                     $180.00
96360

Hydration, each added hour                $120.00
96361

Ketorolac 15 mg                            $60.00
J1885

Charges                                   $360.00

Call us with any question you have about this.
"""


def beside(left: str, right: str, *, wide: int, pitch: float) -> PageWords:
    """Two texts side by side, the rows of the left one further apart by that factor."""
    placed = [
        replace(word, box=replace(word.box, y0=word.box.y0 * pitch, y1=word.box.y0 * pitch + 16))
        for word in page_of(left).words
    ]
    placed += [
        replace(word, box=replace(word.box, x0=word.box.x0 + wide, x1=word.box.x1 + wide))
        for word in page_of(right).words
    ]
    return replace(page_of(left), words=tuple(placed))


def printed(page: PageWords) -> list[str]:
    return [" ".join(token.text for token in row.tokens) for row in rows_with_sides_apart(page, rows_of(page))]


def test_the_rows_of_a_bar_at_the_left_stand_before_all_others() -> None:
    rows = printed(beside(SIDE, MAIN, wide=260, pitch=1.3))
    assert rows[: len(SIDE.split("\n\n")[0].splitlines()) - 1] == [
        "Elmgrove Infusion",
        "8 Slate Street",
        "Elmgrove, NM 87999",
    ]
    assert rows.index("$360.00") < rows.index("Hydration, first hour $180.00")


def test_what_a_bar_says_and_the_services_beside_it_are_both_read() -> None:
    (parsed,) = read_pages(beside(SIDE, MAIN, wide=260, pitch=1.3))
    document = parsed.document
    assert document.patient is not None and document.patient.name == "Ada Lombard"
    assert [(line.code, str(line.charge)) for line in document.lines] == [
        ("96360", "180.00"),
        ("96361", "120.00"),
        ("J1885", "60.00"),
    ]


@pytest.mark.parametrize("slope", [0.0, 0.03])
def test_a_column_of_one_table_stays_in_its_rows(slope: float) -> None:
    names = "\n".join(
        f"Service number {name}" for name in ("one", "two", "three", "four", "five", "six", "seven", "eight")
    )
    amounts = "\n".join(f"03/0{i}/2025     Office of Dr. Finch     1     {i}0.00" for i in range(1, 8))
    page = beside(names, amounts, wide=260, pitch=1.0)
    leaning = tuple(
        replace(word, box=replace(word.box, y0=word.box.y0 + slope * word.box.x0, y1=word.box.y1 + slope * word.box.x0))
        for word in page.words
    )
    page = replace(page, words=leaning)
    assert rows_with_sides_apart(page, rows_of(page)) == rows_of(page)


def test_a_column_of_a_table_whose_head_goes_on_beside_it_stays_in_its_rows() -> None:
    page = beside("Date\n" + SIDE, "Service                 Charge\n" + MAIN, wide=260, pitch=1.3)
    assert rows_with_sides_apart(page, rows_of(page)) == rows_of(page)


CARDS = """




Amount due
$360.00
Pay by May 30, 2025





Patient
Ada Lombard
Account number
EI-10447
Statement date
May 1, 2025





Total charges  $410.00
Plan discount  -$50.00
You owe        $360.00
"""
GROUPS = """
Elmgrove Infusion                                        8 Slate Street
Your visit on April 3, 2025
Every service from this visit

Infusions                                 $300.00

Hydration, first hour                     $180.00
Code 96360

Hydration, each added hour                $120.00
Code 96361 - Quantity 2

Medicines                                 $110.00

Ketorolac 15 mg                            $60.00
Code J1885 - Quantity 1

Saline 1000 mL                             $50.00
Code J7030 - Quantity 1
"""


def with_cards() -> PageWords:
    """Groups of services beside cards, whose rows stand between those of the groups."""
    page = beside(GROUPS, CARDS, wide=560, pitch=1.0)
    at = {word: 9 * (word.box.y0 < 220) + 5 * (word.box.y0 > 400) for word in page.words if word.box.x0 >= 560}
    words = (
        replace(word, box=replace(word.box, y0=word.box.y0 + at.get(word, 0), y1=word.box.y1 + at.get(word, 0)))
        for word in page.words
    )
    return replace(page, words=tuple(words))


def test_cards_below_each_other_are_one_column() -> None:
    rows = printed(with_cards())
    assert rows.index("8 Slate Street") < rows.index("Infusions $300.00")
    assert rows.index("Code J7030 - Quantity 1") < rows.index("Amount due") < rows.index("Patient")
    assert rows.index("Patient") < rows.index("Total charges $410.00")


def test_what_is_taken_off_below_the_day_of_a_card_is_no_payment_of_that_day() -> None:
    (parsed,) = read_pages(with_cards())
    document = parsed.document
    assert [str(line.charge) for line in document.lines] == ["180.00", "120.00", "60.00", "50.00"]
    assert document.totals is not None
    assert [document.totals.charges, document.totals.adjustments, document.totals.balance_due] == [410, 50, 360]
    assert not document.payments


def test_a_bar_at_the_left_that_names_no_office_stands_behind_the_one_that_does() -> None:
    side = SIDE.replace("Elmgrove Infusion\n8 Slate Street\nElmgrove, NM 87999\n", "At a glance\n2025\n")
    rows = printed(beside(side, "Elmgrove Infusion Clinic\n" + MAIN, wide=260, pitch=1.3))
    assert rows.index("Elmgrove Infusion Clinic") < rows.index("At a glance")


def test_a_head_over_the_whole_width_stands_above_a_bar_and_what_is_beside_it() -> None:
    side = SIDE.replace("Elmgrove Infusion\n8 Slate Street\nElmgrove, NM 87999\n", "")
    page = beside(side, MAIN, wide=260, pitch=1.3)
    lowered = [replace(word, box=replace(word.box, y0=word.box.y0 + 60, y1=word.box.y1 + 60)) for word in page.words]
    head = page_of("\nElmgrove Infusion Clinic, 8 Slate Street, Elmgrove, NM 87999").words
    rows = printed(replace(page, words=(*head, *lowered)))
    assert rows[0].startswith("Elmgrove Infusion Clinic, 8 Slate Street")
    assert rows.index("Ada Lombard") < rows.index("$360.00") < rows.index("Hydration, first hour $180.00")


CHARGED = """
Room and board                           $5,210.00
Pharmacy                                 $1,180.00
Laboratory                               $2,060.00
Supplies                                   $730.00
Radiology                                  $640.00
Emergency room                           $1,970.00
Respiratory care                           $310.00
Charges for this stay                   $12,100.00
"""
PLAN = """
Your payment plan

You agreed to pay $150.00 each month in
the next installments:

02/28/2026                        150.00
03/28/2026                        150.00

Installments are part of the new balance
and no extra charge.
"""


def test_a_box_nearly_as_wide_as_the_list_beside_it_goes_its_own_way() -> None:
    wide = [word.box.x1 for word in page_of(CHARGED).words]
    rows = printed(beside(CHARGED, PLAN, wide=int(max(wide)) + 60, pitch=1.3))
    assert "Pharmacy $1,180.00" in rows
    assert "02/28/2026 150.00" in rows
