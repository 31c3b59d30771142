"""Results for a person at a terminal."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from plainbill.case import Case, Document, ExplainResult, Finding, Gap, Line, ReadResult, Totals, Translation
from plainbill.case.values import write_money
from plainbill.cli.page import Page
from plainbill.describing import diagnoses_on, model_readings, other_readings
from plainbill.describing.words import readable

if TYPE_CHECKING:
    from plainbill.acting.questions import Question

DESKS = {
    "clinician_or_coder": "Ask the doctor's office (coding)",
    "billing_office": "Ask the billing office",
    "payer": "Ask your insurance",
    "patient": "For you to send in",
    "nobody": "Nothing wrong, good to know",
}
GUESS = "A language model guesses, and nobody has checked it:"
_LONGEST_TEXT = 200
CONFIDENCE = {"certain": "sure", "likely": "likely", "possible": "possible"}


def show_texts(texts: Sequence[str], translations: Sequence[Translation]) -> None:
    """Print each text with its plain words, and what else it may be."""
    page = Page()
    for text, translation in zip(texts, translations, strict=True):
        shown = readable(text)
        page.say(shown if len(shown) <= _LONGEST_TEXT else f"{shown[:_LONGEST_TEXT]}…", "bold")
        page.say(f"  {translation.plain}")
        for other in other_readings(translation):
            page.say(f"  Or: {other.plain}", "dim")
        for guess in model_readings(translation):
            page.say(f"  {GUESS} {guess.plain}", "dim")
    page.end()


def show_case(result: ReadResult) -> None:
    """Print the lines and totals of every paper."""
    page = Page()
    for document in result.case.documents:
        _show_document(page, document)


def show_explanation(result: ExplainResult) -> None:
    """Print every charge in plain words, what is worth a question, and what could not be judged."""
    page = Page()
    plain = {translation.line: translation for translation in result.translations}
    refusals = _refusals_in(result)
    refused = {question.document for question in refusals}
    for document in result.case.documents:
        page.heading(_title(document, is_of_plan=document.id in refused))
        for line in document.lines:
            _show_charge(page, line, plain.get(f"{document.id}:{line.id}"))
        _show_diagnoses(page, document)
        _show_totals(page, document)
    _show_findings(page, result.findings, result.not_assessed, refusals)
    page.end()


def show_findings(findings: Sequence[Finding], gaps: Sequence[Gap], judged: Case | ReadResult) -> None:
    """Print the findings by the desk that acts first, what a plan's letter refuses, and the gaps."""
    page = Page()
    _show_findings(page, findings, gaps, _refusals_in(judged))
    page.end()


def _refusals_in(judged: Case | ReadResult) -> Sequence["Question"]:
    """The questions about letters in which a plan refuses something, which no finding is about."""
    case = judged if isinstance(judged, Case) else judged.case
    if not any(document.kind == "letter" for document in case.documents):
        return ()
    from plainbill.acting.papers import papers_of
    from plainbill.acting.refused_letters import refused_letters

    sources = {} if isinstance(judged, Case) else judged.sources
    return [each.question for each in refused_letters(papers_of(case), sources)]


def _show_findings(
    page: Page, findings: Sequence[Finding], gaps: Sequence[Gap], refusals: Sequence["Question"]
) -> None:
    worth = [finding for finding in findings if finding.category != "info"]
    noun = "thing" if len(worth) == 1 else "things"
    if worth:
        page.heading(f"{len(worth)} {noun} worth a question")
    elif not refusals:
        page.heading("Nothing here is worth a question so far")
    for question in refusals:
        page.heading(question.title)
        for sentence in question.read_out:
            page.say(sentence.text)
        page.say(f"  Ask: {question.ask.text}")
        page.say(f"  Next: {question.next_step.text} `plainbill act` writes down what to say, the letter and the days.")
    for desk, title in DESKS.items():
        of_desk = [finding for finding in findings if finding.acts_first == desk]
        if of_desk:
            page.heading(title)
        for finding in of_desk:
            _show_finding(page, finding)
    if gaps:
        page.heading("What could not be judged")
    for gap in gaps:
        page.say(f"- {gap.why} {gap.ask}")


def _show_finding(page: Page, finding: Finding) -> None:
    amount = f" ({_dollars(finding.amount)})" if finding.amount is not None else ""
    page.say(f"{finding.title}{amount} - {CONFIDENCE[finding.confidence]}", "bold")
    if finding.reading == "check_photo":
        page.say("  Check the photo first: not every value it rests on is confirmed.", "yellow")
    for words in (finding.explanation, f"Ask: {finding.ask}", f"Next: {finding.next_step}"):
        page.say(f"  {words}")


def _show_charge(page: Page, line: Line, translation: Translation | None) -> None:
    printed = " ".join(part for part in (line.code, *line.modifiers, line.description) if part)
    amount = _dollars(line.charge) if line.charge is not None else "no amount"
    page.say(f"{line.id}. {printed or 'no words'} - {amount}", "bold")
    if translation is not None:
        mark = "The paper does not say enough. " if translation.vague else ""
        page.say(f"   {mark}{translation.plain}")
        for other in other_readings(translation):
            page.say(f"   Or: {other.plain}", "dim")
        for guess in model_readings(translation):
            page.say(f"   {GUESS} {guess.plain}", "dim")


def _show_diagnoses(page: Page, document: Document) -> None:
    for code, said in diagnoses_on(document).items():
        page.say(f"   diagnosis code {code}: {said}")


def _show_document(page: Page, document: Document) -> None:
    table = Table(title=Text(_title(document)), title_justify="left")
    for heading in ("line", "date", "code", "description", "units"):
        table.add_column(heading)
    table.add_column("charge", justify="right")
    for line in document.lines:
        table.add_row(*(Text(cell) for cell in _cells(line)))
    page.show(table)
    _show_totals(page, document)


def _cells(line: Line) -> tuple[str, ...]:
    code = "-".join(part for part in (line.code or line.revenue_code, *line.modifiers) if part)
    return (
        line.id,
        line.service_date.isoformat() if line.service_date else "",
        code,
        line.description or "",
        "" if line.units is None else f"{line.units:g}",
        "" if line.charge is None else write_money(line.charge),
    )


def _show_totals(page: Page, document: Document) -> None:
    for name in Totals.model_fields:
        amount = getattr(document.totals, name, None)
        if amount is not None:
            page.say(f"   {name.replace('_', ' ')}: {_dollars(amount)}")


def _dollars(amount: Decimal) -> str:
    return f"{'-' if amount < 0 else ''}${write_money(abs(amount))}"


def _title(document: Document, *, is_of_plan: bool = False) -> str:
    issuer = document.payer if document.kind == "eob" or is_of_plan else document.provider
    name = issuer.name if issuer and issuer.name else "somebody the paper does not name"
    return f"{document.kind.replace('_', ' ')} from {name}"
