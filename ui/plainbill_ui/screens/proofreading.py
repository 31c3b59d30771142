"""Did we read it right? One place at a time: the piece of the photo above, what we read below."""

import streamlit as st

from plainbill.case import FaultyFile
from plainbill.engine.amending import correct
from plainbill.store import Correction
from plainbill_ui.cards import crops, note, page
from plainbill_ui.doubts import Doubt, doubts_of
from plainbill_ui.explained import Explained, current
from plainbill_ui.languages import _
from plainbill_ui.markup import Markup, label, tag
from plainbill_ui.places import places_to_judge
from plainbill_ui.typing_in import NotUnderstood, shown_to_change, typed_value
from plainbill_ui.visit import button_to, delete_link
from plainbill_ui.whole import whole_pages
from plainbill_ui.wording import count, money


def show() -> None:
    """Show the next value to look at."""
    explained = current()
    doubts = doubts_of(explained.result, explained.answers.skipped)
    if doubts:
        _show_doubt(explained, doubts[0], len(doubts))
    else:
        _show_end(explained)
    delete_link()
    with st.bottom:
        button_to("answer", _("Show me the answer"), key="back", main=not doubts)


def _show_doubt(explained: Explained, doubt: Doubt, left: int) -> None:
    where = _("On the {paper}").format(paper=_(doubt.paper))
    if doubt.line:
        where = _("On the {paper}, charge {number}").format(paper=_(doubt.paper), number=doubt.line)
    said = shown_to_change(doubt.value)
    st.html(
        page(
            tag("h1", _("Did we read this right?")),
            tag("p", f"{where}: ", tag("strong", doubt.name), class_="pb-lead"),
            crops(places_to_judge(doubt.source), explained.tag, _("What stands on the paper"))
            or tag("p", doubt.source.text),
            whole_pages(places_to_judge(doubt.source), explained.result, explained.tag),
            tag("p", _("We read:")),
            tag("p", said, class_="pb-big"),
            _closing(doubt),
        )
    )
    if st.button(label(_("Yes, that is what the paper says")), key="right", type="primary", width="stretch"):
        _keep(explained, Correction(path=doubt.path, value=written(doubt.value)))
    _offer_proposal(explained, doubt)
    _offer_change(explained, doubt, said)
    if st.button(label(_("Nobody can read this")), key="unreadable", width="stretch"):
        _keep(explained, Correction(path=doubt.path))
    if st.button(label(_("Skip this one")), key="skip", type="tertiary"):
        explained.change(lambda answers: answers.but(skipped=(*answers.skipped, doubt.path)))
        st.rerun()
    st.html(
        page(
            tag(
                "p",
                _("{places} left to look at.").format(places=count(left, "place", "places")),
                class_="pb-quiet",
            )
        )
    )


def _closing(doubt: Doubt) -> Markup:
    """Return what would close a sum of the paper, which is a reason to look closely and none to change anything."""
    if doubt.closing is None:
        return Markup()
    said = _("The sum on the paper would fit if this were {amount}. Only the photo can tell.")
    return note(_("Look closely."), said.format(amount=money(doubt.closing)))


def _offer_proposal(explained: Explained, doubt: Doubt) -> None:
    if doubt.closing is None:
        return
    said = _("No, the paper says {amount}").format(amount=money(doubt.closing))
    if st.button(label(said), key="closing", width="stretch"):
        _keep(explained, Correction(path=doubt.path, value=str(doubt.closing)))


def _offer_change(explained: Explained, doubt: Doubt, said: str) -> None:
    with st.form(f"change_{doubt.path}", border=False):
        typed = st.text_input(_("No, it says:"), value=said, max_chars=400)
        if not st.form_submit_button(_("Use what I typed"), width="stretch"):
            return
    try:
        new = Correction(path=doubt.path, value=typed_value(doubt.value, typed))
        correct(explained.result, (new,))
    except NotUnderstood as reason:
        st.html(page(note(_("Please note."), str(reason))))
    except FaultyFile:
        st.html(page(note(_("Please note."), _("That cannot stand here. Look at the paper once more."))))
    else:
        _keep(explained, new)


def written(value: object) -> str:
    """Return a value as a correction holds it."""
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _keep(explained: Explained, correction: Correction) -> None:
    explained.change(lambda answers: answers.correct(correction))
    st.rerun()


def _show_end(explained: Explained) -> None:
    made = len(explained.answers.corrections)
    said = _("Thank you. We checked everything anew with what you said.") if made else _("There is nothing to look at.")
    st.html(page(tag("h1", _("That is all")), tag("p", said, class_="pb-lead")))
    skipped = explained.answers.skipped
    if skipped and st.button(label(_("Look at what I skipped")), key="again", width="stretch"):
        explained.change(lambda answers: answers.but(skipped=()))
        st.rerun()
