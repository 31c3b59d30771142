"""One finding: what it is and what it rests on, where on the way it sits, and the questions that would settle it."""

from collections.abc import Sequence

import streamlit as st

from plainbill.acting.questions import Meaning, Settled
from plainbill.case import Finding
from plainbill.engine.amending import settlements_of
from plainbill.store import Settlement
from plainbill_ui.cards import finding_card, note, page
from plainbill_ui.explained import Explained, current
from plainbill_ui.languages import _
from plainbill_ui.markup import Markup, label, tag
from plainbill_ui.settling import settle, settle_aside, unsettle
from plainbill_ui.visit import button_to, delete_link, go
from plainbill_ui.way import draw_way


def show() -> None:
    """Show the finding that the address names, or what became of it."""
    explained = current()
    key = _named()
    if key is None:
        go("answer")
    finding = explained.finding(key)
    if finding is None:
        _show_changed(explained, key)
    elif finding in explained.aside:
        _show_aside(explained, finding)
    else:
        _show(explained, finding)
    delete_link()
    with st.bottom:
        if finding in explained.result.findings and finding is not None and finding.acts_first != "nobody":
            button_to("calls", _("What to say when you call"), key="calls", main=True)
        button_to("answer", _("Back to the answer"), key="back")


def _named() -> str | None:
    """Return the key in the address, else the last one: the back button leads to an address without it first."""
    key = st.query_params.get("about") or st.session_state.get("about")
    st.session_state["about"] = key
    return key


def _show(explained: Explained, finding: Finding) -> None:
    st.html(page(finding_card(finding, explained.result, explained.tag), _where(finding)))
    if finding.reading == "check_photo":
        button_to("proofreading", _("Say what the paper says"), key="proofreading")
    question = explained.report.questions[explained.result.findings.index(finding)]
    if question.settles:
        st.html(page(tag("h2", _("What would settle it?")), tag("p", _("Only answer what you know."))))
    for place, settled in enumerate(question.settles):
        _ask(explained, finding, settled, place)
    if finding.category != "info" and st.button(label(_("This is not so")), key="not_so", type="tertiary"):
        settle_aside(explained, finding)
        st.rerun()


def _where(finding: Finding) -> Markup:
    return (
        tag("section", tag("h2", _("Where it may have gone wrong")), draw_way(finding))
        if finding.category != "info"
        else Markup()
    )


def _ask(explained: Explained, finding: Finding, settled: Settled, place: int) -> None:
    """Ask one question; once it is answered, say what that means and offer to change the answer."""
    given = next(
        (each for each in settlements_of(finding, explained.answers) if each.question == settled.question), None
    )
    if given is not None:
        _say_given(explained, given, settled.meanings, place)
        return
    st.html(page(tag("h3", settled.question, class_="pb-question")))
    for i, meaning in enumerate(settled.meanings):
        if st.button(label(meaning.answer), key=f"answer_{place}_{i}", width="stretch"):
            settle(explained, finding, settled.question, meaning)
            st.rerun()


def _say_given(explained: Explained, given: Settlement, meanings: Sequence[Meaning], place: int) -> None:
    means = next((each.means for each in meanings if each.answer == given.answer), "")
    st.html(
        page(
            tag("h3", given.question or "", class_="pb-question"),
            note(_("Your answer:"), f"{given.answer} {means}"),
        )
    )
    if st.button(label(_("Change this answer")), key=f"change_{place}"):
        unsettle(explained, given)
        st.rerun()


def _show_aside(explained: Explained, finding: Finding) -> None:
    given = next((each for each in settlements_of(finding, explained.answers) if each.aside), None)
    st.html(
        page(
            tag("h1", _("This is settled by your answer")),
            tag("p", finding.title, class_="pb-lead"),
            note(_("Your answer:"), given.answer) if given else "",
        )
    )
    if given is not None and st.button(label(_("Change this answer")), key="change", width="stretch"):
        unsettle(explained, given)
        st.rerun()


def _show_changed(explained: Explained, key: str | None) -> None:
    """Show what an answer made of a finding that is no longer there: its answer, and what to look at instead."""
    given = [each for each in explained.answers.settled if each.finding == key]
    said = [note(_("Your answer:"), each.answer) for each in given]
    title = given[0].title if given else _("What you look for is not here any more.")
    st.html(page(tag("h1", _("Your answer changed this")), tag("p", title, class_="pb-lead"), *said))
    for place, each in enumerate(given):
        if st.button(label(_("Change this answer")), key=f"change_{place}", width="stretch"):
            unsettle(explained, each)
            st.rerun()
