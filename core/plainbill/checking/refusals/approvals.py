"""Approvals that the papers print: a number, and for which services."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainbill.checking.evidence import Fact, on_line, on_paper
from plainbill.checking.identity import clean, identifier, may_be_same_patient, same_provider
from plainbill.checking.papers import LineAt, Paper, Papers
from plainbill.knowledge.tables import read_table

# A code standing by itself: not a part of a longer number.
_CODE = re.compile(r"(?<![\w-])(?:[0-9]{4}[0-9ftu]|[a-v][0-9]{4})(?![\w-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """An approval that has a number; `codes` are the procedure codes it names, none where it names none."""

    codes: frozenset[str]
    facts: tuple[Fact, ...]


class Approvals:
    """The approvals that are printed anywhere in a case."""

    def __init__(self, papers: Papers) -> None:
        self._papers = papers

    @functools.cached_property
    def _elsewhere(self) -> list[tuple[Paper, Approval]]:
        return [(paper, approval) for paper in self._papers.papers for approval in _on_other_paper(paper)]

    def for_charge(self, paper: Paper, at: LineAt | None) -> tuple[Approval, ...]:
        """Return those for a charge of an EOB's patient: on the line, on the EOB, on other papers."""
        return tuple(_on_own_paper(paper, at)) + tuple(
            approval for other, approval in self._elsewhere if other is not paper and _may_be_for(paper, other)
        )


def _on_own_paper(paper: Paper, at: LineAt | None) -> Iterator[Approval]:
    """A number on the plan's own paper is the one that the claim carried."""
    if at is not None and at.line.authorization_number:
        facts = on_line(at, "authorization_number")
        yield Approval(codes=frozenset(), facts=facts)
    elif paper.document.authorization_number:
        facts = on_paper(paper, "authorization_number")
        yield Approval(codes=frozenset(), facts=facts)


def _may_be_for(paper: Paper, other: Paper) -> bool:
    """A plan's letter often names no provider; a bill or another EOB is about its own provider only."""
    here, there = paper.document, other.document
    if there.kind == "eob" or not may_be_same_patient(here.patient, there.patient):
        return False
    if there.provider is None or here.provider is None:
        return there.kind != "bill"
    return same_provider(here.provider, there.provider) or there.kind == "letter"


def _on_other_paper(other: Paper) -> Iterator[Approval]:
    text = clean(other.document.text)
    if any(row["words"] in text for row in read_table("refused_approvals")):
        return
    numbers = [(at.line.authorization_number, on_line(at, "authorization_number")) for at in other.lines]
    numbers.append((other.document.authorization_number, on_paper(other, "authorization_number")))
    known = [(number, facts) for number, facts in numbers if number]
    if not known:
        return
    printed = {identifier(code) for code in _CODE.findall(text)} - {identifier(number) for number, _ in known}
    codes = {at.code for at in other.lines if at.code} | printed
    facts = [fact for _, found in known for fact in found]
    if other.document.kind in ("letter", "other"):
        facts += [fact for at in other.lines for fact in on_line(at, "code")]
        facts += on_paper(other, "text") if not other.lines else ()
    else:
        codes = set()  # a bill lists what was done, not what was approved
    yield Approval(codes=frozenset(codes), facts=tuple(facts))
