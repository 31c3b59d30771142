"""A few questions that only the person can answer, one at a time; each can be skipped."""

import datetime
from decimal import Decimal

import streamlit as st

from plainbill.case import Paid
from plainbill_ui.asking import QUESTIONS, Asked, ask_again, next_question, skip, tell
from plainbill_ui.cards import in_plain_words, note, page
from plainbill_ui.explained import Explained, current
from plainbill_ui.languages import _
from plainbill_ui.markup import label, tag
from plainbill_ui.services import today
from plainbill_ui.typing_in import NotUnderstood, typed_money
from plainbill_ui.visit import button_to, delete_link
from plainbill_ui.wording import money


def show() -> None:
    """Show the next question."""
    explained = current()
    following = next_question(explained.answers)
    if following is None:
        _show_end(explained)
    else:
        _show_question(explained, *following)
    delete_link()
    with st.bottom:
        button_to("answer", _("Show me the answer"), key="back", main=following is None)


def _show_question(explained: Explained, number: int, asked: Asked) -> None:
    said = _("Question {number} of {count}").format(number=number, count=len(QUESTIONS))
    st.html(
        page(
            tag("p", said, class_="pb-quiet"),
            tag("h1", _(asked.heading)),
            tag("p", _(asked.why), class_="pb-lead"),
        )
    )
    if asked.field == "unrecognized":
        _ask_lines(explained)
    elif asked.field == "paid":
        _ask_paid(explained)
    for place, (answer, value) in enumerate(asked.answers.items()):
        if st.button(label(_(answer)), key=f"{asked.field}_{place}", width="stretch"):
            _tell(explained, asked.field, value)
    if st.button(label(_("I do not know, or I would rather not say")), key=f"skip_{asked.field}", type="tertiary"):
        explained.change(lambda answers: skip(answers, asked.field))
        st.rerun()


def _tell(explained: Explained, name: str, value: object) -> None:
    explained.change(
        lambda answers: tell(answers, name, value) if value != () else skip(tell(answers, name, value), name)
    )
    st.rerun()


def _ask_lines(explained: Explained) -> None:
    """Ask about each charge in plain words; its words stand above the box that marks it, and are no label."""
    words = {each.line: each.plain for each in explained.result.translations}
    marked = []
    with st.form("lines", border=False):
        for document in explained.result.case.documents:
            for line in document.lines if document.kind in ("bill", "eob") else ():
                reference = f"{document.id}:{line.id}"
                said = in_plain_words(words[reference], "span") if reference in words else line.description or ""
                price = tag("strong", money(line.charge)) if line.charge is not None else ""
                st.html(page(tag("p", price, " ", said)))
                number = (
                    f"{document.id.removeprefix('d')}.{line.id}"
                    if len(explained.result.case.documents) > 1
                    else line.id
                )
                if st.checkbox(
                    label(_("I do not recognize charge {number}").format(number=number)), key=f"mark_{reference}"
                ):
                    marked.append(reference)
        if st.form_submit_button(_("Go on"), type="primary", width="stretch"):
            _tell(explained, "unrecognized", tuple(marked))


def _ask_paid(explained: Explained) -> None:
    with st.form("paid", border=False):
        typed = st.text_input(_("How much, in dollars?"), max_chars=20)
        day = st.date_input(
            _("On which day? Leave it empty if you do not know."), value=None, max_value=today(), format="MM/DD/YYYY"
        )
        given = st.form_submit_button(_("I paid this"), type="primary", width="stretch")
    if given:
        _keep_paid(explained, typed, day)
    if st.button(label(_("No, nothing yet")), key="paid_nothing", width="stretch"):
        _tell(explained, "paid", ())


def _keep_paid(explained: Explained, typed: str, day: datetime.date | None) -> None:
    try:
        amount = Decimal(typed_money(typed))
    except NotUnderstood as reason:
        st.html(page(note(_("Please note."), str(reason))))
        return
    _tell(explained, "paid", (Paid(amount=amount, date=day),))


def _show_end(explained: Explained) -> None:
    st.html(
        page(
            tag("h1", _("Thank you, that is all")),
            tag("p", _("We checked everything anew with what you said."), class_="pb-lead"),
        )
    )
    if st.button(label(_("Ask me again")), key="again", width="stretch"):
        explained.change(ask_again)
        st.rerun()
