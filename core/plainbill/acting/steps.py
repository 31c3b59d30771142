"""What to do next, in order: look at the paper, call each desk, ask for what is missing."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from plainbill.acting.parties import DESKS
from plainbill.acting.questions import Question
from plainbill.acting.texts import text
from plainbill.acting.writing import Sentence
from plainbill.case import Desk, Entry, Finding, Gap
from plainbill.case.values import NULL_IS_EMPTY, Whole

Doing = Literal["check_paper", "call", "ask_paper", "know"]
ORDER: tuple[Desk, ...] = (*DESKS, "patient", "nobody")


class Step(Entry):
    """One thing to do: `findings` are those it is about, counted from 0, and `desk` who has to act on it then."""

    doing: Doing
    desk: Desk
    said: Sentence
    findings: Annotated[tuple[Whole, ...], NULL_IS_EMPTY] = ()


def steps_of(
    findings: Sequence[Finding], questions: Sequence[Question], refused: Sequence[Question], gaps: Sequence[Gap]
) -> tuple[Step, ...]:
    """Return what to do: the papers first, then desk by desk from where a fault begins, then what is missing."""
    return (*_papers_first(findings, refused), *_by_desk(findings, questions, refused), *_missing(gaps))


def _papers_first(findings: Sequence[Finding], refused: Sequence[Question]) -> Iterator[Step]:
    doubtful = tuple(place for place, finding in enumerate(findings) if finding.reading != "confirmed")
    if doubtful:
        said = Sentence(text=text("steps", "step", "check_paper"))
        yield Step(doing="check_paper", desk="patient", said=said, findings=doubtful)
    if any(question.reading != "confirmed" for question in refused):
        yield Step(doing="check_paper", desk="patient", said=Sentence(text=text("refused", "check", "step")))


def _by_desk(findings: Sequence[Finding], questions: Sequence[Question], refused: Sequence[Question]) -> Iterator[Step]:
    """Return the step of each finding, and of each letter that refuses something once."""
    steps = [_step(place, *pair) for place, pair in enumerate(zip(findings, questions, strict=True))]
    said = dict.fromkeys(question.next_step for question in refused)
    steps += [Step(doing="call", desk="payer", said=each) for each in said]
    yield from sorted(steps, key=lambda step: ORDER.index(step.desk))


def _step(place: int, finding: Finding, question: Question) -> Step:
    doing: Doing = "know" if finding.acts_first == "nobody" else "call"
    return Step(doing=doing, desk=finding.acts_first, said=question.next_step, findings=(place,))


def _missing(gaps: Sequence[Gap]) -> Iterator[Step]:
    for ask in dict.fromkeys(gap.ask for gap in gaps):
        yield Step(doing="ask_paper", desk="patient", said=Sentence(text=ask))
