"""The pieces that several screens are made of: crops of the photo, marks, a charge, a finding."""

from collections.abc import Iterable, Mapping, Sequence

from plainbill.case import Document, Evidence, ExplainResult, Finding, Problem, Translation
from plainbill.describing import diagnoses_on, name_diagnoses, other_readings
from plainbill.knowledge.languages import ENGLISH
from plainbill_ui.facts import field_name, value_shown
from plainbill_ui.languages import _, lang_of, language, say_plainly
from plainbill_ui.markup import Markup, join, tag
from plainbill_ui.places import Place, is_doubtful, places_of_facts
from plainbill_ui.terms import words_used
from plainbill_ui.whole import whole_pages
from plainbill_ui.wording import ADVICE, PAPERS, SURE, TROUBLE, money

# What evidence names as its document where the person said it.
STORY = "story"
# Height in CSS pixels at which one row of print is shown: its letters are then 16 px or more.
ROW_HEIGHT = 30


def crops(places: Iterable[Place], tag_of_case: str, alt: str) -> Markup:
    """Return the pieces of the photo side by side, wrapping where the screen is narrow."""
    pieces = [
        tag(
            "img",
            src=f"/page/{tag_of_case}/{place.page}/{place.x0}-{place.y0}-{place.x1}-{place.y1}",
            alt=alt if first else "",
            loading="lazy",
            style=_shown_at(place),
        )
        for first, place in zip(_first_then_not(), places, strict=False)
    ]
    return tag("div", *pieces, class_="pb-crops") if pieces else Markup()


def _first_then_not() -> Iterable[bool]:
    yield True
    while True:
        yield False


def _shown_at(place: Place) -> str:
    """Return the size of a piece; its shape is known before it comes, so that nothing moves below a thumb."""
    width, height = place.x1 - place.x0, place.y1 - place.y0
    return f"width:{round(width * ROW_HEIGHT / place.row_height)}px;aspect-ratio:auto {width}/{height}"


def note(mark: str, text: str) -> Markup:
    """Return a short note that begins with a mark in words."""
    return tag("p", tag("strong", mark), " ", text, class_="pb-note")


def say_trouble(problem: Problem) -> Markup:
    """Return what is wrong with a photo, and what to do about it."""
    advice = _(ADVICE[problem.kind]) if problem.kind in ADVICE else tag("span", problem.text, lang=ENGLISH)
    return tag("p", tag("strong", _(TROUBLE[problem.kind])), " ", advice)


def problem_said(problem: Problem) -> str:
    """Return what is wrong with a photo in one sentence or two; in English with what only that photo has."""
    if language() == ENGLISH:
        return problem.text
    return " ".join(_(said[problem.kind]) for said in (TROUBLE, ADVICE) if problem.kind in said)


def finding_card(finding: Finding, result: ExplainResult, tag_of_case: str, told: Finding | None = None) -> Markup:
    """Return one finding in full: what it is, what to ask, what to do, and what it rests on; `told` has its words."""
    said = told or finding
    lang = lang_of(said, finding)
    parts = [tag("h1", said.title, lang=lang)]
    if finding.amount is not None:
        parts.append(tag("p", money(finding.amount), tag("span", _(" in question")), class_="pb-big"))
    if finding.reading == "check_photo":
        parts.append(_to_check(finding, result, tag_of_case))
    parts += [tag("p", said.explanation, lang=lang), tag("p", _(SURE[finding.confidence]))]
    if finding.reading != "check_photo":
        parts.append(_why(finding, result, tag_of_case))
    if finding.category != "info":
        parts += [_labeled(_("What to ask"), said.ask, lang), _labeled(_("Next step"), said.next_step, lang)]
    return join(*parts, _words(finding))


def short_card(finding: Finding, told: Finding, marks: Iterable[Markup] = ()) -> Markup:
    """Return one finding in short: what it is as `told` says it, how much it is about, and what to do first."""
    heading = [tag("h3", told.title, lang=lang_of(told, finding))]
    if finding.amount is not None:
        heading.append(tag("p", money(finding.amount), class_="pb-amount"))
    check = (
        note(_("Check the photo first."), _("We are not sure that we read it right."))
        if finding.reading == "check_photo"
        else ""
    )
    return tag("article", tag("div", *heading, class_="pb-head"), check, *marks, class_="pb-card")


def _to_check(finding: Finding, result: ExplainResult, tag_of_case: str) -> Markup:
    """Return the values of a finding that nothing confirms, beside the pieces of the photo they were read from."""
    doubtful = [fact for fact in finding.evidence if is_doubtful(result, fact)] or finding.evidence
    return join(
        note(
            _("Is this what your paper says?"),
            _("Nothing else confirms that we read it right: check the photo first, then call."),
        ),
        _facts(doubtful, result, tag_of_case),
    )


def _labeled(label: str, text: str, lang: str) -> Markup:
    return (
        tag("p", tag("strong", label), tag("br"), tag("span", text, lang=lang), class_="pb-said") if text else Markup()
    )


def _words(finding: Finding) -> Markup:
    asked = [] if finding.category == "info" else [finding.ask, finding.next_step]
    settling = [settling.question for settling in finding.settles]
    return words_used(finding.title, finding.explanation, *asked, *settling)


def _why(finding: Finding, result: ExplainResult, tag_of_case: str) -> Markup:
    """Return the pieces of the papers that a finding rests on."""
    facts = _facts(finding.evidence, result, tag_of_case)
    return join(tag("h2", _("Why we think so")), facts) if facts else Markup()


def _facts(facts: Sequence[Evidence], result: ExplainResult, tag_of_case: str) -> Markup:
    """Return facts with their pieces of the photo, those about one charge, or one paper, together."""
    about: dict[tuple[str, str | None], list[Evidence]] = {}
    for fact in dict.fromkeys(facts):
        about.setdefault((fact.document, fact.line), []).append(fact)
    shown = [_facts_about(document, line, here, result, tag_of_case) for (document, line), here in about.items()]
    whole = whole_pages(places_of_facts(result, facts), result, tag_of_case)
    return join(tag("ul", *shown, class_="pb-facts"), whole) if shown else Markup()


def _facts_about(
    document: str, line: str | None, facts: Sequence[Evidence], result: ExplainResult, tag_of_case: str
) -> Markup:
    paper = next((PAPERS[each.kind] for each in result.case.documents if each.id == document), "paper")
    where = _where(document, line, paper)
    said = "; ".join(f"{field_name(fact.field)} {value_shown(fact.value, fact.field)}" for fact in facts)
    picture = crops(places_of_facts(result, facts), tag_of_case, _("On the paper: ") + said)
    codes = [code for fact in facts if fact.field.startswith("diagnosis_codes") for code in fact.value.split()]
    return tag("li", tag("strong", where), " ", said, picture, diagnoses(name_diagnoses(codes)))


def _where(document: str, line: str | None, paper: str) -> str:
    if document == STORY:
        return _("You said:")
    if line is None:
        return _("On the {paper}").format(paper=_(paper)) + ":"
    return _("On the {paper}, charge {number}").format(paper=_(paper), number=line) + ":"


def in_plain_words(words: str, kind: str = "p", class_: str = "") -> Markup:
    """Return plain words of a charge as they are said to the visitor, in an element of this kind."""
    told = say_plainly(words)
    attributes = {"class_": class_} if class_ else {}
    if told == words and language() != ENGLISH:
        attributes["lang"] = ENGLISH
    return tag(kind, told, **attributes)


def diagnoses(named: Mapping[str, str]) -> Markup:
    """Return what diagnosis codes stand for, one below the other, without weight of their own."""
    return join(
        *(
            tag("p", tag("strong", code), ": ", in_plain_words(said, "span"), class_="pb-quiet")
            for code, said in named.items()
        )
    )


def diagnoses_of(document: Document) -> Markup:
    """Return what the diagnosis codes of a paper stand for, closed: they say why there was care, and are no charge."""
    named = diagnoses_on(document)
    return tag("details", tag("summary", _("The illness codes on this paper")), diagnoses(named)) if named else Markup()


def reviewed(translation: Translation) -> Markup:
    """Return who reviewed the words of a charge, and what they said of them; nothing where nobody did."""
    review = translation.review
    if review is None:
        return Markup()
    said = {
        "approved": _("{name} checked these words."),
        "edited": _("{name} wrote these words."),
        "rejected": _("{name} says that our words for this are wrong."),
    }
    return tag("p", said[review.status].format(name=review.by), class_="pb-quiet")


def otherwise(translation: Translation) -> Markup:
    """Return what else a charge may be, closed, so that a code and words that disagree are both seen."""
    others = [in_plain_words(each.plain) for each in other_readings(translation)]
    return tag("details", tag("summary", _("What else it may be")), *others) if others else Markup()


def page(*parts: str) -> Markup:
    """Return the parts of one screen in the frame that the style sheet knows."""
    return tag("div", join(*parts), class_="pb", lang=language())
