"""Boxes on a page: each leads to the row of its charge, and what is printed stays text."""

from dataclasses import replace
from html import escape

from plainbill_ui.boxes import boxed_page, first_page, link_to_box, row_id
from plainbill_ui.places import places_of_line
from tests.plainbill_ui.explanation import HOSTILE, explanation

RESULT = explanation()
LINES = RESULT.case.documents[0].lines
PLACES = {i: places_of_line(RESULT, 0, i) for i in range(len(LINES))}


def test_each_box_has_a_name_and_leads_to_its_row() -> None:
    page = boxed_page(0, LINES, PLACES, 0, RESULT.pages[0], "tag")

    assert page.count("<a ") == len(LINES)
    assert 'aria-label="Charge 3: $148.00"' in page
    assert all(f'href="#{row_id(0, i)}"' in page for i in range(len(LINES)))
    assert 'id="box-0-2"' in page
    assert 'href="#box-0-2"' in link_to_box(0, 2)
    assert 'src="/page/tag/0"' in page


def test_a_box_stands_within_the_page_and_its_pieces_within_the_box() -> None:
    here = {0: tuple(replace(PLACES[0][0], x0=x, x1=x + 195, y0=260, y1=520) for x in (195, 1170))}
    page = boxed_page(0, LINES, here, 0, RESULT.pages[0].but(width=1950, height=2600), "tag")

    assert 'style="left:10.00%;top:10.00%;width:60.00%;height:10.00%"' in page
    assert 'style="left:0.00%;top:0.00%;width:16.67%;height:100.00%"' in page
    assert 'style="left:83.33%;top:0.00%;width:16.67%;height:100.00%"' in page


def test_a_charge_on_another_page_or_on_none_has_no_box_here() -> None:
    elsewhere = {0: PLACES[0], 1: (replace(PLACES[1][0], page=1),), 2: ()}
    page = boxed_page(0, LINES, elsewhere, 0, RESULT.pages[0], "tag")

    assert [first_page(elsewhere[i]) for i in elsewhere] == [0, 1, None]
    assert page.count("<a ") == 1


def test_hostile_words_in_names_stay_text() -> None:
    # The name of a charge and of a file are all that a page with boxes says; an id has no colon.
    printed = HOSTILE.replace(":", "")
    lines = [line.but(id=printed, description=HOSTILE, code=None, charge=None) for line in LINES]
    page = boxed_page(0, lines, PLACES, 0, RESULT.pages[0].but(file=HOSTILE), "tag")

    assert page.count("<img") == 1
    assert page.count("<a ") == page.count(escape(printed)) == len(LINES)
    assert escape(HOSTILE) in page
