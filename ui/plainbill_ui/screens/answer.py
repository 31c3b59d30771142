"""The answer: how much is worth a question, grouped by who must act, and what could not be judged."""

from collections.abc import Sequence

import streamlit as st

from plainbill.case import ExplainResult, Gap, PageReport
from plainbill_ui.cards import finding_card, note, page
from plainbill_ui.markup import Markup, join, tag
from plainbill_ui.pictures import case_tag
from plainbill_ui.services import services
from plainbill_ui.summary import DeskFindings, Summary, by_desk, summarize
from plainbill_ui.terms import words_used
from plainbill_ui.visit import delete_link, go, require
from plainbill_ui.wording import DESKS, NEEDS, WHY_THIS_DESK, count, money


def show() -> None:
    """Show the answer."""
    case = require("done")
    result = services().store.result(case.id)
    if result is None:  # pragma: no cover - a case that is done has its result
        return
    tag_of_case = case_tag(case.id)
    st.html(
        page(
            _heading(summarize(result)),
            *(_group(group, result, tag_of_case) for group in by_desk(result.findings)),
            _not_judged(result.not_assessed),
            _page_problems(result.pages),
        )
    )
    delete_link()
    with st.bottom:
        if st.button("See every charge in plain words", key="charges", type="primary", width="stretch"):
            go("charges")


def _heading(summary: Summary) -> Markup:
    title, lead = _title(summary)
    clear = summary.charges - summary.charges_asked_about
    if summary.charges > 1:
        asked = f"any of the {clear}" if clear == summary.charges else f"{clear} of {summary.charges}"
        lead.append(f"We have no question about {asked} charges." if clear else "")
    amount = tag("p", money(summary.amount), tag("span", " in question"), class_="pb-big") if summary.amount else ""
    return tag("div", tag("h1", title), amount, *(tag("p", each) for each in lead if each), class_="pb-sum")


def _title(summary: Summary) -> tuple[str, list[str]]:
    """Return the heading, and what stands below it."""
    to_check = count(summary.to_check, "thing", "things")
    if summary.questions:
        more = [f"{to_check} more to check on your photo first."] if summary.to_check else []
        return f"{count(summary.questions, 'thing', 'things')} worth a question", more
    if summary.to_check:
        return f"{to_check} to check on your photo first", ["We are not sure that we read everything right."]
    return "We found nothing to question", ["That is no proof that all is right. See below what we could not check."]


def _group(group: DeskFindings, result: ExplainResult, tag_of_case: str) -> Markup:
    cards = [finding_card(finding, result, tag_of_case) for finding in group.findings]
    return tag(
        "section",
        tag("h2", DESKS[group.desk]),
        tag("p", WHY_THIS_DESK[group.desk], class_="pb-quiet"),
        _phones(group, result),
        *cards,
        class_=f"pb-desk pb-desk-{group.desk}",
    )


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
    return join(*(tag("p", "On your paper: ", tag("strong", each)) for each in printed))


def _not_judged(gaps: Sequence[Gap]) -> Markup:
    if not gaps:
        return Markup()
    by_need: dict[str, list[Gap]] = {}
    for gap in gaps:
        by_need.setdefault(NEEDS[gap.needs], []).append(gap)
    cards = [_gap_card(need, here) for need, here in by_need.items()]
    return tag(
        "section",
        tag("h2", "What we could not check"),
        tag("p", "For some questions the papers were not enough. This would help:", class_="pb-quiet"),
        *cards,
    )


def _gap_card(need: str, gaps: Sequence[Gap]) -> Markup:
    said = dict.fromkeys((gap.why, gap.ask) for gap in gaps)
    lines = [tag("li", why, " ", tag("strong", ask)) for why, ask in said]
    words = words_used(need, *(each for pair in said for each in pair))
    return tag("article", tag("h3", need), tag("ul", *lines), words, class_="pb-card")


def _page_problems(pages: Sequence[PageReport]) -> Markup:
    told = dict.fromkeys(
        f"{page.file}, page {page.page}: {problem.text}" for page in pages for problem in page.problems
    )
    if not told:
        return Markup()
    return tag("section", tag("h2", "About your photos"), *(note("Please note.", each) for each in told))
