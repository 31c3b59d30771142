"""The question of a finding: what to read out, what to ask, and what each answer would mean."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field

from plainbill.acting.papers import LineIn, Papers, code_of, named_first, read_out
from plainbill.acting.parties import desk_to_call
from plainbill.acting.texts import actions_of, text
from plainbill.acting.values import day, joined, of_document, say
from plainbill.acting.writing import Sentence
from plainbill.case import DESK_OF, Answer, Desk, Document, Entry, Finding, Move
from plainbill.case.findings import Reading
from plainbill.case.values import NULL_IS_EMPTY, Number, Text, Truth, Whole
from plainbill.knowledge.languages import translated

MOST_LINES = 12
"""How many lines of a finding are read out; the rest is counted."""

_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_DOLLARS = re.compile(r"\$(\d{4,})(?=\.\d{2}\b)")
# A plan refuses such a line for another one, and as a rule does not name it.
_WITH_ANOTHER = frozenset({"denied-code-combination"})
_NOT_DAYS = ("number", "code", "id", "name", "description", "text")


class Meaning(Entry):
    """What one answer would mean; `sets` are the story fields to write down before checking anew."""

    answer: Text
    means: Text
    sets: Annotated[dict[Text, Truth | Number | Text], Field(title="Sets")] | None = None


class Settled(Entry):
    """A question that settles a finding, with the meaning of each of its answers."""

    question: Text
    meanings: Annotated[tuple[Meaning, ...], NULL_IS_EMPTY] = ()


class Question(Entry):
    """What to ask about one finding; `finding` counts from 0 in the findings of the report.

    A question about a plan's letter that refuses something has no finding, and names the letter in `document`.
    """

    finding: Whole | None = None
    document: Text | None = None
    desk: Desk
    title: Text
    reading: Reading
    read_out: tuple[Sentence, ...]
    ask: Sentence
    next_step: Sentence
    settles: Annotated[tuple[Settled, ...], NULL_IS_EMPTY] = ()


def question_about(place: int, finding: Finding, papers: Papers) -> Question:
    """Return the question of a finding, which is the one at `place`."""
    return Question(
        finding=place,
        desk=desk_to_call(finding),
        title=in_words(finding, finding.title),
        reading=finding.reading,
        read_out=lines_to_read(finding, papers),
        ask=Sentence(text=in_words(finding, finding.ask), facts=finding.evidence),
        next_step=Sentence(text=in_words(finding, finding.next_step), facts=finding.evidence),
        settles=tuple(
            Settled(question=each.question, meanings=tuple(map(_meaning, each.answers))) for each in finding.settles
        ),
    )


def in_words(finding: Finding, said: str) -> str:
    """Return words of a finding with its days and dollars as a person reads them; other figures stay as they are."""
    days = {fact.value for fact in finding.evidence if not fact.field.endswith(_NOT_DAYS)}
    said = _ISO_DAY.sub(lambda found: _day(found[0]) if found[0] in days else found[0], said)
    return _DOLLARS.sub(lambda found: f"${int(found[1]):,}", said)


def _day(written: str) -> str:
    try:
        return day(datetime.date.fromisoformat(written))
    except ValueError:
        return written


def lines_to_read(finding: Finding, papers: Papers) -> tuple[Sentence, ...]:
    """Return the lines of a finding as they are read out to a desk; its papers where it rests on no line."""
    lines = papers.lines_of(finding)
    if not lines:
        return tuple(paper_to_read(paper) for paper in papers.of(finding))
    said = [read_out(paper, line) for paper, line in lines[:MOST_LINES]]
    if len(lines) > MOST_LINES:
        said.append(Sentence(text=text("papers", "line", "more").format(count=len(lines) - MOST_LINES)))
    if finding.kind in _WITH_ANOTHER:
        said += _beside(lines)
    return tuple(said)


def _beside(lines: Sequence[LineIn]) -> Iterator[Sentence]:
    """The other codes of a paper for the day of a line: which of them it does not go with, the paper does not say."""
    refused = {(paper.id, line.id) for paper, line in lines}
    papers = {(paper.id, line.service_date): paper for paper, line in lines if line.service_date}
    for (name, served), paper in papers.items():
        same_day = [line for line in paper.lines if line.service_date == served and (name, line.id) not in refused]
        codes = joined(code_of(paper, line) for line in same_day)
        sentence = say(text("papers", "line", "beside"), {"codes": codes})
        if sentence is not None and len(same_day) <= MOST_LINES:
            yield sentence


def paper_to_read(paper: Document) -> Sentence:
    """Return a whole paper as it is read out: its name, and what it asks where it asks for money."""
    place = named_first(paper)
    said = say(text("papers", "paper", "asks"), {"place": place, "asked": of_document(paper, "totals.balance_due")})
    return said or Sentence(text=text("papers", "paper", "alone").format(place=place.text), facts=place.facts)


def _meaning(answer: Answer) -> Meaning:
    return Meaning(answer=answer.answer, means=_means(answer.moves_to), sets=answer.sets)


def _means(moves_to: Move | str) -> str:
    if isinstance(moves_to, str):
        return text("calls", "means", moves_to)
    desk = text("calls", "means", DESK_OF[moves_to.category])
    return f"{text('calls', 'means', 'moved').format(name=translated(actions_of(moves_to.kind).name))} {desk}"


def questions_of(findings: Sequence[Finding], papers: Papers) -> tuple[Question, ...]:
    """Return the question of every finding, in their order."""
    return tuple(question_about(place, finding, papers) for place, finding in enumerate(findings))
