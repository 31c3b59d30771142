"""The answer: how much is worth a question, grouped by who must act, and what could not be judged."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from plainbill.acting.questions import Question
from plainbill.acting.services import Service
from plainbill.case import ExplainResult, Gap, Need, PageReport
from plainbill.engine.amending import key_of, settlements_of
from plainbill_ui.asking import next_question
from plainbill_ui.cards import in_plain_words, note, page, problem_said, short_card
from plainbill_ui.choosing import language_links
from plainbill_ui.doubts import doubts_of
from plainbill_ui.explained import Explained, current
from plainbill_ui.languages import _, lang_of
from plainbill_ui.markup import Markup, join, label, tag
from plainbill_ui.services import services
from plainbill_ui.settling import answer_said
from plainbill_ui.summary import Charges, DeskFindings, Summary, by_desk, charges_of, summarize
from plainbill_ui.terms import words_used
from plainbill_ui.visit import button_to, delete_link, go
from plainbill_ui.wording import DESKS, NEEDS, WHY_THIS_DESK, count, money


def show() -> None:
    """Show the answer."""
    explained = current()
    result = explained.result
    charges, refused = charges_of(result), explained.told_report.refused
    heading = _heading(summarize(result, explained.report.amounts), charges, refused)
    st.html(page(heading, _refused(refused)))
    doubts = doubts_of(result, explained.answers.skipped)
    if doubts:
        places = count(len(doubts), "place", "places")
        button_to("proofreading", _("Check {places} on your photo").format(places=places), key="proofreading")
    open_question = next_question(explained.answers) is not None
    button_to("story", _("Answer a few questions") if open_question else _("Change what I answered"), key="story")
    first = 1
    for group in by_desk(result.findings):
        _show_group(group, explained, first)
        first += len(group.findings)
    _show_aside(explained)
    st.html(page(_as_expected(charges, result)))
    st.html(page(_not_judged(result.not_assessed, explained.gaps)))
    _offer_more_papers(explained)
    st.html(page(_page_problems(result.pages), language_links()))
    delete_link()
    with st.bottom:
        button_to("next", _("What to do next"), key="next", main=True)
        if any(paper.lines for paper in result.case.documents):
            button_to("charges", _("See every charge in plain words"), key="charges")


def _show_group(group: DeskFindings, explained: Explained, first: int) -> None:
    """Show what one desk has to act on, numbered from `first`, each with its way to a screen of its own."""
    st.html(
        page(
            tag(
                "section",
                tag("h2", _(DESKS[group.desk])),
                tag("p", _(WHY_THIS_DESK[group.desk]), class_="pb-quiet"),
                _amount_at(group, explained),
                _phones(group, explained.result),
            )
        )
    )
    for number, finding in enumerate(group.findings, start=first):
        with st.container(key=f"finding_{number}"):
            given = [note(_("Your answer:"), answer_said(each)) for each in settlements_of(finding, explained.answers)]
            card = short_card(finding, explained.say(finding), given)
            st.html(page(tag("div", card, class_=f"pb-desk pb-desk-{group.desk}")))
            button_to(
                "finding",
                _("Look at number {number}").format(number=number),
                key=f"look_{key_of(finding)}",
                about=key_of(finding),
            )


def _amount_at(group: DeskFindings, explained: Explained) -> Markup:
    """Return how much is in question at a desk, and what of it was counted at a desk further up."""
    amounts = explained.report.amounts.by_desk
    there = next((each for each in amounts if each.desk == group.desk), None)
    # What is in question at one desk alone stands above in the heading.
    if there is None or len(amounts) == 1:
        return Markup()
    said = _("{amount} in question here.").format(amount=money(there.amount))
    before = (
        _("{amount} of it is already in an amount further up.").format(amount=money(there.counted_before))
        if there.counted_before
        else ""
    )
    return tag("p", tag("strong", said), " ", before)


def _as_expected(charges: Charges, result: ExplainResult) -> Markup:
    """Return the charges that no finding speaks of, in plain words, closed until somebody wants to see them."""
    words = {each.line: each.plain for each in result.translations}
    clear = [_clear(service, words) for service in charges.clear]
    if not clear:
        return Markup()
    quiet = _("We compared what can be compared. That is no proof that all is right.")
    shown = tag("details", tag("summary", _("Show these charges")), tag("ul", *clear))
    return tag("section", tag("h2", _("Looks as expected")), tag("p", quiet, class_="pb-quiet"), shown)


def _clear(service: Service, words: Mapping[str | None, str]) -> Markup:
    """Return a charge in plain words, else as the first paper that lists it has it, a bill where there is one."""
    document, line = next(iter(service.lines.values()))
    price = join(tag("strong", money(line.charge)), " ") if line.charge is not None else ""
    plain = words.get(f"{document.id}:{line.id}")
    printed = line.description or _("Charge {number}").format(number=line.id)
    return tag("li", price, in_plain_words(plain, "span") if plain else printed)


def _show_aside(explained: Explained) -> None:
    """Show what the person's own answers settled, each with a way to take the answer back."""
    if not explained.aside:
        return
    st.html(page(tag("h2", _("Settled by your answers"))))
    for place, finding in enumerate(explained.aside, start=1):
        told = explained.say(finding)
        st.html(page(tag("p", told.title, lang=lang_of(told, finding))))
        button_to(
            "finding",
            _("Look at settled number {number}").format(number=place),
            key=f"aside_{key_of(finding)}",
            about=key_of(finding),
        )


def _offer_more_papers(explained: Explained) -> None:
    """Offer to add a paper where all pages can be read again; what was corrected on them is asked for anew then."""
    store = services().store
    if store.count_pages(explained.case.id) == len(explained.result.pages) and st.button(
        label(_("Add another paper")), key="more", width="stretch"
    ):
        store.reopen(explained.case.id)
        go("start")


def _refused(refused: Sequence[Question]) -> Markup:
    """Return what letters of the plan refuse, in their own words."""
    if not refused:
        return Markup()
    words = [tag("li", sentence.text) for question in refused for sentence in question.read_out]
    said = _("You can ask it to look again. Go on to what to do next: a call, a letter, and the days that count.")
    is_sure = not _to_check(refused)
    check = "" if is_sure else note(_("Check the photo first."), _("We are not sure that we read it right."))
    title = _("Your plan says no in a letter") if is_sure else _("Your plan may say no in a letter")
    return tag("section", tag("h2", title), check, tag("ul", *words), tag("p", said))


def _to_check(refused: Sequence[Question]) -> int:
    """Return how many letters that refuse something have to be read by the person first."""
    return sum(question.reading != "confirmed" for question in refused)


def _heading(summary: Summary, charges: Charges, refused: Sequence[Question]) -> Markup:
    to_check = _to_check(refused)
    if summary.questions or summary.to_check:
        title, lead = _title(summary)
    elif len(refused) > to_check:
        title, lead = _("Your plan says no to something"), []
    else:
        title, lead = _title(replace(summary, to_check=to_check))
    if charges.asked and charges.clear:
        said = _("We have no question about {clear} of {all} charges.")
        lead.append(said.format(clear=len(charges.clear), all=charges.count))
    amount = tag("p", money(summary.amount), tag("span", _(" in question")), class_="pb-big") if summary.amount else ""
    return tag("div", tag("h1", title), amount, *(tag("p", each) for each in lead), class_="pb-sum")


def _title(summary: Summary) -> tuple[str, list[str]]:
    """Return the heading, and what stands below it."""
    to_check = count(summary.to_check, "thing", "things")
    if summary.questions:
        more = [_("{things} more to check on your photo first.").format(things=to_check)] if summary.to_check else []
        return _("{things} worth a question").format(things=count(summary.questions, "thing", "things")), more
    if summary.to_check:
        return _("{things} to check on your photo first").format(things=to_check), [
            _("We are not sure that we read everything right.")
        ]
    return _("We found nothing to question"), [
        _("That is no proof that all is right. See below what we could not check.")
    ]


def _phones(group: DeskFindings, result: ExplainResult) -> Markup:
    """Return the numbers to call for a desk, as printed on the papers that its findings are about."""
    if group.desk not in ("clinician_or_coder", "billing_office", "payer"):
        return Markup()
    about = {name for finding in group.findings for name in finding.documents}
    parties = [
        document.payer if group.desk == "payer" else document.provider
        for document in result.case.documents
        if document.id in about or not about
    ]
    printed = dict.fromkeys(
        f"{party.name}: {party.phone}" if party.name else party.phone for party in parties if party and party.phone
    )
    return join(*(tag("p", _("On your paper: "), tag("strong", each)) for each in printed))


def _not_judged(gaps: Sequence[Gap], told: Sequence[Gap]) -> Markup:
    if not gaps:
        return Markup()
    by_need: dict[Need, list[tuple[Gap, Gap]]] = {}
    for gap, said in zip(gaps, told, strict=True):
        by_need.setdefault(gap.needs, []).append((gap, said))
    cards = [_gap_card(need, here) for need, here in by_need.items()]
    return tag(
        "section",
        tag("h2", _("What we could not check")),
        tag("p", _("For some questions the papers were not enough. This would help:"), class_="pb-quiet"),
        *cards,
    )


def _gap_card(need: Need, gaps: Sequence[tuple[Gap, Gap]]) -> Markup:
    """Return what is missing of one kind; each gap in English, and as it is said to the visitor."""
    said = {(gap.why, gap.ask): (told.why, told.ask) for gap, told in gaps}
    lines = [
        tag("li", why, " ", tag("strong", ask), lang=lang_of((why, ask), english))
        for english, (why, ask) in said.items()
    ]
    words = words_used(NEEDS[need], *(each for pair in said for each in pair))
    return tag("article", tag("h3", _(NEEDS[need])), tag("ul", *lines), words, class_="pb-card")


def _page_problems(pages: Sequence[PageReport]) -> Markup:
    told = dict.fromkeys(
        _("{file}, page {number}: {problem}").format(file=page.file, number=page.page, problem=problem_said(problem))
        for page in pages
        for problem in page.problems
    )
    if not told:
        return Markup()
    return tag("section", tag("h2", _("About your photos")), *(note(_("Please note."), each) for each in told))
