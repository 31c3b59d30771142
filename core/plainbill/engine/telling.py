"""The findings and gaps of an explanation, said in another language than the one they are kept in."""

import datetime
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from plainbill.case import ExplainResult, Finding, Gap
from plainbill.engine.contained import ContainedEngine
from plainbill.engine.engine import Engine
from plainbill.knowledge.languages import ENGLISH

_Said = TypeVar("_Said", Finding, Gap)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was found and could not be judged, in the words of one language and in the order that was asked for."""

    findings: tuple[Finding, ...]
    not_assessed: tuple[Gap, ...]


def tell(
    result: ExplainResult,
    findings: Sequence[Finding],
    engine: Engine | ContainedEngine,
    *,
    today: datetime.date | None,
    language: str,
) -> Told:
    """Return `findings` and the gaps of `result` as they are said in `language`.

    The case is judged in both languages, which gives the same in the same order, and what was kept in English is found
    by its words. What a plugin found, or is said in other words now, stays in English.
    """
    if language == ENGLISH:
        return Told(findings=tuple(findings), not_assessed=result.not_assessed)
    english = engine.check(result, today=today)
    said = engine.check(result, today=today, language=language)
    return Told(
        findings=_said(findings, english.findings, said.findings, _words_of),
        not_assessed=_said(result.not_assessed, english.not_assessed, said.not_assessed, _missing_in),
    )


def _said(
    kept: Sequence[_Said], english: Sequence[_Said], said: Sequence[_Said], key: Callable[[_Said], Hashable]
) -> tuple[_Said, ...]:
    by_words = {key(each): other for each, other in zip(english, said, strict=True)}
    return tuple(by_words.get(key(each), each) for each in kept)


def _words_of(finding: Finding) -> Hashable:
    about = (finding.kind, finding.documents, finding.lines, finding.amount)
    return (*about, finding.title, finding.explanation, finding.ask, finding.next_step)


def _missing_in(gap: Gap) -> Hashable:
    return (gap.document, gap.needs, gap.ask, gap.why)
