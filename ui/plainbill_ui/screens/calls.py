"""What to say: whom to call, one sheet for each desk, and the way to note what they said."""

from collections.abc import Sequence

import streamlit as st

from plainbill.acting.call_sheet_writing import write_call_sheet
from plainbill.acting.call_sheets import CallSheet
from plainbill.knowledge.languages import say_in
from plainbill.store import Call
from plainbill_ui.cards import note, page
from plainbill_ui.explained import Explained, current
from plainbill_ui.languages import _
from plainbill_ui.markup import Markup, join, tag
from plainbill_ui.visit import button_to, delete_link
from plainbill_ui.wording import CALLED, count, day_in_words
from plainbill_ui.written import write_blocks


def show() -> None:
    """Show the sheet that the address names; where there are several and it names none, ask which."""
    explained = current()
    sheets = explained.told_report.call_sheets
    place = place_of(st.query_params.get("call"), sheets)
    if place is None:
        _show_choice(explained, sheets)
    else:
        _show_sheet(explained, sheets[place], place)
    delete_link()
    with st.bottom:
        if place is not None:
            button_to("noting", _("Note what they said"), key="noting", main=True, call=str(place + 1))
        if place is not None and len(sheets) > 1:
            button_to("calls", _("Another call"), key="others")
        else:
            button_to("answer", _("Back to the answer"), key="back")


def place_of(named: str | None, sheets: Sequence[CallSheet]) -> int | None:
    """Return which sheet an address names, counted from 1 there; the only one where it names none."""
    if named is not None and named.isascii() and named.isdigit() and 1 <= int(named) <= len(sheets):
        return int(named) - 1
    return 0 if len(sheets) == 1 else None


def calls_of(sheet: CallSheet, explained: Explained) -> tuple[Call, ...]:
    """Return the calls that were made to the desk of a sheet."""
    return tuple(each for each in explained.answers.calls if (each.desk, each.office) == (sheet.desk, sheet.name))


def say_call(call: Call) -> Markup:
    """Return what was noted of a call, in the words of the person who made it."""
    rows = [
        (_("Spoke to"), call.spoke_to),
        (_("Reference number"), call.reference),
        (_("What they said"), call.promised),
    ]
    said = [join(tag("br"), tag("strong", f"{name}: "), value) for name, value in rows if value]
    return tag(
        "p", tag("strong", _("You called on {day}.").format(day=day_in_words(call.day))), *said, class_="pb-note"
    )


def _show_choice(explained: Explained, sheets: Sequence[CallSheet]) -> None:
    if not sheets:
        st.html(page(tag("h1", _("There is nobody to call")), tag("p", _("We found nothing to ask anybody about."))))
        return
    st.html(
        page(
            tag("h1", _("Whom do you want to call?")),
            tag("p", _("The order is the one that saves calls: the first can settle most."), class_="pb-lead"),
        )
    )
    for place, sheet in enumerate(sheets):
        st.html(page(tag("h2", f"{place + 1}. {_(CALLED[sheet.desk])}"), _about(sheet), *_made(sheet, explained)))
        button_to("calls", _("Show call {number}").format(number=place + 1), key=f"call_{place}", call=str(place + 1))


def _about(sheet: CallSheet) -> Markup:
    asked = len(sheet.questions) + len(sheet.check)
    return tag("p", *((tag("strong", sheet.name), ": ") if sheet.name else ()), count(asked, "question", "questions"))


def _made(sheet: CallSheet, explained: Explained) -> list[Markup]:
    return [say_call(call) for call in calls_of(sheet, explained)]


def _show_sheet(explained: Explained, sheet: CallSheet, place: int) -> None:
    with say_in(explained.language):
        writing = write_call_sheet(sheet, place)
    st.html(
        page(
            tag("h1", writing.title),
            *_made(sheet, explained),
            tag("div", write_blocks(writing.blocks), class_="pb-sheet"),
            note(_("Take your time."), _("You may read all of this out word for word. Nobody minds.")),
        )
    )
