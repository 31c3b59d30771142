"""Delete everything: one question, two answers."""

import streamlit as st

from plainbill_ui.cards import page
from plainbill_ui.explained import forget_cases
from plainbill_ui.languages import _
from plainbill_ui.markup import tag
from plainbill_ui.services import services
from plainbill_ui.visit import current_case, go, go_home


def show() -> None:
    """Ask once more, then delete."""
    case = current_case()
    if case is None:
        _show_gone()
        return
    st.html(
        page(
            tag("h1", _("Delete everything?")),
            tag(
                "p",
                _("Your photos, what we read in them and the answer are removed from this computer for good."),
                class_="pb-lead",
            ),
        )
    )
    if st.button(_("Yes, delete everything"), key="yes", type="primary", width="stretch"):
        services().store.delete_case(case.id)
        forget_cases()
        for held in ("leaving", "asked"):
            st.session_state.pop(held, None)
        st.rerun()
    if st.button(_("No, keep it"), key="no", width="stretch"):
        go_home(case)


def _show_gone() -> None:
    st.html(
        page(
            tag("h1", _("Everything is deleted")), tag("p", _("Nothing of your papers is left here."), class_="pb-lead")
        )
    )
    if st.button(_("Start again"), key="again", width="stretch"):
        go("start")
