"""Asking a language model: what would leave is shown, every word of it, before anything does."""

import streamlit as st

from plainbill.plugins.models import Outgoing
from plainbill.store import Asking
from plainbill_ui.cards import page
from plainbill_ui.explained import Explained, current
from plainbill_ui.guessing import NotAgreed, about_to_leave, is_model_set, outgoing_card, sent_before, with_guesses
from plainbill_ui.languages import _
from plainbill_ui.markup import label, tag
from plainbill_ui.services import now, services
from plainbill_ui.visit import button_to, delete_link, go


def show() -> None:
    """Show what would leave, and ask only where somebody presses the button below it."""
    explained = current()
    if not is_model_set():
        go("charges")
    key = f"leaving_{explained.tag}"
    if key not in st.session_state:
        st.session_state[key] = about_to_leave(explained.result.case)
    leaving: tuple[Outgoing, ...] = st.session_state[key]
    st.html(
        page(
            tag("h1", _("Ask a language model?")),
            tag("p", _("It may guess what a charge is that is not clear. Nothing has left yet."), class_="pb-lead"),
            *map(outgoing_card, leaving),
            "" if leaving else tag("p", _("Nothing would leave: no charge is left to ask about.")),
            *(tag("p", each) for each in st.session_state.pop("asked", ())),
            sent_before(explained.answers.asked),
        )
    )
    said = _("Send this") if leaving else _("Show what it said before")
    if st.button(label(said), key="send", type="primary", width="stretch"):
        del st.session_state[key]
        _ask(explained, leaving)
    delete_link()
    with st.bottom:
        button_to("charges", _("No, back to the charges"), key="back")


def _ask(explained: Explained, agreed: tuple[Outgoing, ...]) -> None:
    store = services().store
    result = store.result(explained.case.id)
    assert result is not None  # a case that was read has its result
    try:
        with st.spinner(_("The model is thinking.")):
            asked, remarks = with_guesses(explained.result, agreed, services().settings)
    except NotAgreed:
        st.session_state["asked"] = (_("Something else would have left than was shown, so nothing was sent."),)
        st.rerun()
    at = now().isoformat(timespec="seconds")
    sent = tuple(Asking(at=at, model=each.model, address=each.address, text=each.text) for each in agreed)
    explained.change(lambda answers: answers.but(asked=(*answers.asked, *sent)))
    words = {each.line: each.alternatives for each in asked.translations}
    kept = tuple(each.but(alternatives=words.get(each.line, each.alternatives)) for each in result.translations)
    store.save_result(explained.case.id, result.but(translations=kept), keep_files=True)
    if remarks:
        st.session_state["asked"] = remarks
        st.rerun()
    go("charges")
