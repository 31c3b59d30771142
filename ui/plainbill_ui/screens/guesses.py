"""Asking a language model: what would leave is shown, every word of it, before anything does."""

import streamlit as st

from plainbill.case import Case, ExplainResult
from plainbill.plugins.models import Outgoing
from plainbill.store import CaseGone
from plainbill_ui.cards import page
from plainbill_ui.explained import Explained, current
from plainbill_ui.guessing import NotAgreed, about_to_leave, is_model_set, outgoing_card, sent_before, with_guesses
from plainbill_ui.languages import _
from plainbill_ui.markup import label, tag
from plainbill_ui.services import services
from plainbill_ui.visit import button_to, delete_link, go


def show() -> None:
    """Show what would leave, and ask only where somebody presses the button below it."""
    explained = current()
    if not is_model_set():
        go("charges")
    leaving = _leaving(explained.result.case)
    st.html(
        page(
            tag("h1", _("Ask a language model?")),
            tag("p", _lead(before=bool(explained.answers.asked)), class_="pb-lead"),
            *map(outgoing_card, leaving),
            "" if leaving else tag("p", _("Nothing would leave.")),
            *(tag("p", each) for each in st.session_state.pop("asked", ())),
            sent_before(explained.answers.asked, explained.tag),
        )
    )
    said = _("Send this") if leaving else _("Ask without sending anything")
    if st.button(label(said), key="send", type="primary", width="stretch"):
        del st.session_state["leaving"]
        _ask(explained, leaving)
    delete_link()
    with st.bottom:
        button_to("charges", _("No, back to the charges"), key="back")


def _lead(*, before: bool) -> str:
    if before:
        return _("It may guess what a charge is that is not clear. What was sent before stands below.")
    return _("It may guess what a charge is that is not clear. Nothing has left yet.")


def _leaving(case: Case) -> tuple[Outgoing, ...]:
    """Return what asking about the case as it is now would send, worked out once for the screen."""
    held: tuple[Case, tuple[Outgoing, ...]] | None = st.session_state.get("leaving")
    if held is None or held[0] != case:
        held = st.session_state["leaving"] = (case, about_to_leave(case))
    return held[1]


def _ask(explained: Explained, agreed: tuple[Outgoing, ...]) -> None:
    try:
        with st.spinner(_("The model is thinking.")):
            asked, remarks, sent = with_guesses(explained.result, agreed, services().settings)
    except NotAgreed:
        st.session_state["asked"] = (_("Something else would have left than was shown, so nothing was sent."),)
        st.rerun()
    before = {each.line: each.plain for each in explained.result.translations}
    after = {each.line: each.alternatives for each in asked.translations}

    def with_asked(result: ExplainResult) -> ExplainResult:
        # Where the papers were read anew while the model was thinking, a line may be another.
        kept = (
            each.but(alternatives=after[each.line]) if before.get(each.line) == each.plain else each
            for each in result.translations
        )
        return result.but(translations=tuple(kept))

    try:
        explained.change(lambda answers: answers.but(asked=(*answers.asked, *sent)))
        services().store.change_result(explained.case.id, with_asked)
    except CaseGone:
        go("start")
    if remarks:
        st.session_state["asked"] = remarks
        st.rerun()
    go("charges")
