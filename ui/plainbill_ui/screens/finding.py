"""One finding: what it is and what it rests on, where on the way it sits, and the questions that would settle it."""

import streamlit as st

from plainbill.acting.questions import Settled
from plainbill.case import Finding
from plainbill.engine.amending import settlements_of
from plainbill.store import Settlement
from plainbill_ui.cards import finding_card, note, page
from plainbill_ui.explained import Explained, current
from plainbill_ui.languages import _, lang_of, say
from plainbill_ui.markup import Markup, label, tag
from plainbill_ui.settling import answer_said, settle, settle_aside, unsettle
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
    card = finding_card(finding, explained.result, explained.tag, explained.say(finding))
    st.html(page(card, _where(finding)))
    if finding.reading == "check_photo":
        button_to("proofreading", _("Say what the paper says"), key="proofreading")
    number = explained.result.findings.index(finding)
    questions, told = (each.questions[number].settles for each in (explained.report, explained.told_report))
    if questions:
        st.html(page(tag("h2", _("What would settle it?")), tag("p", _("Only answer what you know."))))
    for place, asked in enumerate(zip(questions, told, strict=True)):
        _ask(explained, finding, asked, place)
    if finding.category != "info" and st.button(label(_("This is not so")), key="not_so", type="tertiary"):
        settle_aside(explained, finding)
        st.rerun()


def _where(finding: Finding) -> Markup:
    return (
        tag("section", tag("h2", _("Where it may have gone wrong")), draw_way(finding))
        if finding.category != "info"
        else Markup()
    )


def _ask(explained: Explained, finding: Finding, asked: tuple[Settled, Settled], place: int) -> None:
    """Ask one question; once it is answered, say what that means and offer to change the answer.

    It is given in English, which is kept, and as it is said to the visitor.
    """
    settled, told = asked
    given = next(
        (each for each in settlements_of(finding, explained.answers) if each.question == settled.question), None
    )
    if given is not None:
        _say_given(explained, given, asked, place)
        return
    st.html(page(tag("h3", told.question, class_="pb-question", lang=lang_of(told, settled))))
    for i, (meaning, said) in enumerate(zip(settled.meanings, told.meanings, strict=True)):
        if st.button(label(said.answer), key=f"answer_{place}_{i}", width="stretch"):
            settle(explained, finding, settled.question, meaning)
            st.rerun()


def _say_given(explained: Explained, given: Settlement, asked: tuple[Settled, Settled], place: int) -> None:
    settled, told = asked
    pairs = zip(settled.meanings, told.meanings, strict=True)
    means = next((said.means for meaning, said in pairs if meaning.answer == given.answer), "")
    st.html(
        page(
            tag("h3", told.question, class_="pb-question", lang=lang_of(told, settled)),
            note(_("Your answer:"), f"{answer_said(given)} {means}"),
        )
    )
    if st.button(label(_("Change this answer")), key=f"change_{place}"):
        unsettle(explained, given)
        st.rerun()


def _show_aside(explained: Explained, finding: Finding) -> None:
    given = next((each for each in settlements_of(finding, explained.answers) if each.aside), None)
    told = explained.say(finding)
    st.html(
        page(
            tag("h1", _("This is settled by your answer")),
            tag("p", told.title, class_="pb-lead", lang=lang_of(told, finding)),
            note(_("Your answer:"), answer_said(given)) if given else "",
        )
    )
    if given is not None and st.button(label(_("Change this answer")), key="change", width="stretch"):
        unsettle(explained, given)
        st.rerun()


def _show_changed(explained: Explained, key: str | None) -> None:
    """Show what an answer made of a finding that is no longer there: its answer, and what to look at instead."""
    given = [each for each in explained.answers.settled if each.finding == key]
    said = [note(_("Your answer:"), answer_said(each)) for each in given]
    gone = given[0].title if given else ""
    title = say(gone) if gone else _("What you look for is not here any more.")
    lead = tag("p", title, class_="pb-lead", lang=lang_of(title, gone))
    st.html(page(tag("h1", _("Your answer changed this")), lead, *said))
    for place, each in enumerate(given):
        if st.button(label(_("Change this answer")), key=f"change_{place}", width="stretch"):
            unsettle(explained, each)
            st.rerun()
