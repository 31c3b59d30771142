"""The report: all that is known of a case and what can be done about it."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from plainbill.acting.amounts import AmountInQuestion, in_question
from plainbill.acting.call_sheets import CallSheet, call_sheets
from plainbill.acting.comparison import Comparison, compare
from plainbill.acting.contacts import Contact
from plainbill.acting.counting import Deadline
from plainbill.acting.deadlines import in_order
from plainbill.acting.letters import Letter, letters_of
from plainbill.acting.papers import papers_of
from plainbill.acting.payable import Payable, payable
from plainbill.acting.questions import Question, questions_of
from plainbill.acting.refused_letters import refused_letters
from plainbill.acting.services import services_of
from plainbill.acting.steps import Step, steps_of
from plainbill.case import Asking, Case, Entry, Finding, Gap, Source, Translation
from plainbill.case.values import NULL_IS_EMPTY, Date, Text


class Report(Entry):
    """What is known of a case and what can be done about it; places of findings in it count from 0.

    `refused` are the questions about letters in which a plan refuses something, `asked` what was sent to a language
    model about the case.
    """

    today: Date | None = None
    case: Case
    translations: Annotated[tuple[Translation, ...], NULL_IS_EMPTY] = ()
    findings: tuple[Finding, ...]
    not_assessed: tuple[Gap, ...]
    questions: tuple[Question, ...]
    refused: Annotated[tuple[Question, ...], NULL_IS_EMPTY] = ()
    steps: tuple[Step, ...]
    amounts: AmountInQuestion
    payable: tuple[Payable, ...]
    deadlines: tuple[Deadline, ...]
    call_sheets: tuple[CallSheet, ...]
    letters: tuple[Letter, ...]
    comparison: Comparison
    asked: Annotated[tuple[Asking, ...], NULL_IS_EMPTY] = ()


class ActResult(Report):
    """A report and the files that were written of it, by their paths below the folder."""

    files: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What acting starts from: the case, what describing and checking said of it, and what a model was asked.

    `sources` are those of the values of the case, by their paths; there are none where the case was typed.
    """

    case: Case
    findings: tuple[Finding, ...]
    not_assessed: tuple[Gap, ...]
    translations: tuple[Translation, ...] = ()
    asked: tuple[Asking, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)


def act(
    known: Known, *, contacts: Sequence[Contact], deadlines: Sequence[Deadline], today: datetime.date | None = None
) -> Report:
    """Return what can be done about a case; the same for the same arguments.

    `contacts` and `deadlines` are those of each paper, in the order of precedence. `today` dates the letters; without
    it nothing depends on the day.
    """
    papers, findings = papers_of(known.case), known.findings
    services = services_of(papers, findings)
    questions = questions_of(findings, papers)
    letters = refused_letters(papers, known.sources)
    refused = tuple(each.question for each in letters)
    return Report(
        today=today,
        case=known.case,
        translations=known.translations,
        findings=findings,
        not_assessed=known.not_assessed,
        questions=questions,
        refused=refused,
        steps=steps_of(findings, questions, refused, known.not_assessed),
        amounts=in_question(findings, papers, services),
        payable=payable(findings, known.not_assessed, papers, services),
        deadlines=in_order(deadlines),
        call_sheets=call_sheets(findings, questions, letters, papers, contacts),
        letters=letters_of(findings, letters, papers, contacts, today),
        comparison=compare(papers, findings),
        asked=known.asked,
    )
