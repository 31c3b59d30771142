"""Review of the words: a person who gives a name approves, edits or rejects what we say of each charge."""

import streamlit as st

from plainbill.case import Line, Review, Translation
from plainbill.describing import model_readings
from plainbill.describing.readability import explained_names, reading_grade
from plainbill.dictionary import grade_faults, wording_faults
from plainbill_ui.cards import crops, page, reviewed
from plainbill_ui.downloads import download_link
from plainbill_ui.drafting import draft
from plainbill_ui.explained import Explained, current
from plainbill_ui.guessing import guesses_card, keep_for_this_machine
from plainbill_ui.languages import _
from plainbill_ui.markup import label, tag
from plainbill_ui.places import places_of_line
from plainbill_ui.services import now
from plainbill_ui.visit import button_to, delete_link, go

LONGEST_NAME = 80
LONGEST_WORDS = 600


def show() -> None:
    """Ask for a name first; then show the line that the address names, else the first that nobody reviewed."""
    explained = current()
    if explained.answers.reviewer is None:
        _ask_name(explained)
    else:
        _show_next(explained, st.query_params.get("line"))
    delete_link()
    with st.bottom:
        button_to("charges", _("Back to the charges"), key="back")


def _ask_name(explained: Explained) -> None:
    said = _("Your name stands beside each text that you check, in everything that is saved or printed.")
    st.html(page(tag("h1", _("Who checks the words?")), tag("p", said, class_="pb-lead")))
    with st.form("name", border=False):
        name = st.text_input(_("Your name"), max_chars=LONGEST_NAME, autocomplete="name")
        if st.form_submit_button(_("Begin"), type="primary", width="stretch") and name.strip():
            explained.change(lambda answers: answers.but(reviewer=" ".join(name.split())))
            st.rerun()


def _show_next(explained: Explained, named: str | None) -> None:
    words = {each.line: each for each in explained.result.translations if each.line}
    open_ = [line for line, each in words.items() if each.review is None]
    chosen = words.get(named) if named is not None else words.get(open_[0]) if open_ else None
    if chosen is None:
        _show_end(explained, len(words))
    else:
        _show_line(explained, chosen, len(open_))


def _show_line(explained: Explained, translation: Translation, left: int) -> None:
    reference = str(translation.line)
    place, number, line = _line_of(explained, reference)
    picture = crops(places_of_line(explained.result, place, number), explained.tag, _("What stands on the paper"))
    printed = " ".join(part for part in (line.code, line.description) if part)
    st.html(
        page(
            tag("p", _("{count} left to check.").format(count=left), class_="pb-quiet"),
            tag("h1", _("Are these words right?")),
            picture,
            tag("p", _("On the paper: "), tag("q", printed)) if printed else "",
            tag("p", translation.said or translation.plain, class_="pb-say"),
            tag("p", _("From: {source}").format(source=translation.source), class_="pb-quiet"),
            reviewed(translation),
            guesses_card(translation),
        )
    )
    if st.session_state.get("editing") == reference:
        _edit(explained, translation)
        return
    if st.button(label(_("Yes, they are right")), key="approve", type="primary", width="stretch"):
        _keep(explained, reference, "approved")
        go("review")
    guesses = model_readings(translation)
    for place, guess in enumerate(guesses):
        if st.button(label(_("Take the words of the language model")), key=f"take_{place}", width="stretch"):
            keep_for_this_machine(explained.result, reference, _keep(explained, reference, "edited", guess.plain))
            go("review")
    if guesses:
        said = _("If you take them, they stay on this computer with your name, for other bills too.")
        st.html(tag("p", said, class_="pb-quiet"))
    if st.button(label(_("Change the words")), key="edit", width="stretch"):
        st.session_state["editing"] = reference
        st.rerun()
    if st.button(label(_("No, they are wrong")), key="reject", width="stretch"):
        _keep(explained, reference, "rejected")
        go("review")


def _edit(explained: Explained, translation: Translation) -> None:
    """Let the words be changed; how hard they are to read is said while they are typed, and forbids nothing."""
    reference = str(translation.line)
    key = f"draft_{reference}"
    begun = translation.said or translation.plain
    typed = getattr(st.session_state.get(key), "text", None) or begun
    too_hard = set(grade_faults(typed))
    words = draft(
        begun,
        label=_("Your words"),
        grade=_grade_said(typed, too_hard=bool(too_hard)),
        flags=[_("It {fault}").format(fault=each) for each in wording_faults(typed) if each not in too_hard],
        key=key,
    )
    if st.button(label(_("Keep my words")), key="keep", type="primary", width="stretch") and words.strip():
        _keep(explained, reference, "edited", " ".join(words.split())[:LONGEST_WORDS])
        go("review")
    if st.button(label(_("Leave them as they were")), key="leave", width="stretch"):
        del st.session_state["editing"]
        st.rerun()


def _grade_said(words: str, *, too_hard: bool) -> str:
    grade = f"{max(reading_grade(words, explained_names(words)), 0):.1f}"
    if too_hard:
        return _("Reading grade {grade}. Up to 6 is easy to read: use shorter words and sentences.").format(grade=grade)
    return _("Reading grade {grade}. Up to 6 is easy to read.").format(grade=grade)


def _keep(explained: Explained, reference: str, status: str, plain: str | None = None) -> Review:
    review = Review.model_validate(
        {
            "by": explained.answers.reviewer,
            "at": now().isoformat(timespec="seconds"),
            "status": status,
            "plain": plain,
        }
    )
    explained.change(lambda answers: answers.review(reference, review))
    st.session_state.pop("editing", None)
    return review


def _line_of(explained: Explained, reference: str) -> tuple[int, int, Line]:
    """Return the index of a line's paper, its own index there, and the line."""
    return next(
        (place, number, line)
        for place, document in enumerate(explained.result.case.documents)
        for number, line in enumerate(document.lines)
        if f"{document.id}:{line.id}" == reference
    )


def _show_end(explained: Explained, count: int) -> None:
    st.html(
        page(
            tag("h1", _("All words are checked")),
            tag("p", _("You can look at each charge again and change what you said."), class_="pb-lead"),
            download_link(explained.tag, "report.json", _("Save the reviews (JSON)")) if count else "",
        )
    )
