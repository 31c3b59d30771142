"""Every charge in plain words, beside the piece of the photo where it stands."""

from collections.abc import Iterator

import streamlit as st

from plainbill.case import Line, Translation
from plainbill.engine.amending import key_of
from plainbill_ui.boxes import boxed_page, first_page, link_to_box, row_id
from plainbill_ui.cards import crops, diagnoses_of, in_plain_words, note, otherwise, page, reviewed
from plainbill_ui.explained import Explained, current
from plainbill_ui.guessing import guesses_card, is_model_set
from plainbill_ui.languages import N_, _, lang_of
from plainbill_ui.markup import Markup, join, tag
from plainbill_ui.places import places_of_line
from plainbill_ui.summary import desk_of
from plainbill_ui.terms import words_used
from plainbill_ui.visit import button_to, delete_link
from plainbill_ui.wording import GROUPS, money, paper_name

VAGUE = (N_("Not clear."), N_("The paper does not say what this was."))


def show() -> None:
    """Show every charge of every paper."""
    explained = current()
    result = explained.result
    papers = [_paper(explained, i) for i, document in enumerate(result.case.documents) if document.lines]
    nothing = "" if papers else tag("p", _("No single charges stand on these papers."), class_="pb-lead")
    st.html(page(tag("h1", _("What is each charge?")), nothing, *papers))
    if result.translations:
        button_to("review", _("Check the words, as somebody who knows them"), key="review")
    if is_model_set():
        button_to("guesses", _("Ask a language model about what is not clear"), key="guesses")
    delete_link()
    with st.bottom:
        button_to("answer", _("Back to the answer"), key="back")


def _paper(explained: Explained, place: int) -> Markup:
    document = explained.result.case.documents[place]
    total = document.totals.balance_due if document.totals is not None else None
    return tag(
        "section",
        tag("h2", _("On the {paper}").format(paper=paper_name(document))),
        tag("p", _("It asks you to pay "), tag("strong", money(total)), ".") if total is not None else "",
        *_rows(explained, place),
        diagnoses_of(document),
    )


def _rows(explained: Explained, paper: int) -> Iterator[Markup]:
    """Yield the charges of a paper in its order, each page before the first charge that stands on it."""
    result = explained.result
    document = result.case.documents[paper]
    places = {i: places_of_line(result, paper, i) for i in range(len(document.lines))}
    words = {each.line: each for each in result.translations}
    shown: set[int] = set()
    for i, line in enumerate(document.lines):
        begins = first_page(places[i])
        if begins is not None and begins not in shown:
            shown.add(begins)
            yield boxed_page(paper, document.lines, places, begins, result.pages[begins], explained.tag)
        reference = f"{document.id}:{line.id}"
        picture = crops(places[i], explained.tag, _alt(line)) or _as_printed(line)
        pictured = join(picture, link_to_box(paper, i)) if places[i] else picture
        asked = _asked_about(explained, reference)
        yield _charge(line, words.get(reference), pictured, asked, row_id(paper, i))


def _charge(line: Line, translation: Translation | None, picture: Markup, asked: Markup, name: str) -> Markup:
    group = GROUPS[translation.group] if translation is not None else GROUPS["other"]
    heading = [tag("h3", f"{line.id}. {_(group)}")]
    if line.charge is not None:
        heading.append(tag("p", money(line.charge), class_="pb-amount"))
    return tag(
        "article",
        tag("div", *heading, class_="pb-head"),
        picture,
        _plain(translation),
        words_used(translation.said) if translation is not None and translation.said else "",
        asked,
        id=name,
        tabindex="-1",
        class_="pb-card",
    )


def _asked_about(explained: Explained, reference: str) -> Markup:
    """Return what is worth a question about a charge, each with its way there."""
    about = [each for each in explained.result.findings if reference in each.lines and desk_of(each) != "nobody"]
    links = [
        tag(
            "a",
            told.title,
            href=f"/finding?about={key_of(each)}",
            target="_self",
            class_="pb-way-on",
            lang=lang_of(told, each),
        )
        for each in about
        for told in [explained.say(each)]
    ]
    return tag("p", tag("strong", _("Worth a question:")), *links) if links else Markup()


def _plain(translation: Translation | None) -> Markup:
    if translation is None:
        return note(*map(_, VAGUE))
    words = in_plain_words(translation.said, class_="pb-plain") if translation.said else ""
    plain = join(words, reviewed(translation), guesses_card(translation), otherwise(translation))
    return join(note(*map(_, VAGUE)), plain) if translation.vague and translation.said == translation.plain else plain


def _as_printed(line: Line) -> Markup:
    """Return what the paper says where there is no picture of it."""
    printed = " ".join(part for part in (line.code, line.description) if part)
    return tag("p", _("On the paper: "), tag("q", printed)) if printed else Markup()


def _alt(line: Line) -> str:
    said = (line.code, line.description, money(line.charge) if line.charge is not None else None)
    return _("On the paper: ") + ", ".join(part for part in said if part)
