"""What a person added is put into what was read, and the case is described and checked anew where that changes it."""

import datetime
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plainbill.case import Case, ExplainResult, Fault, FaultyFile, Finding, Source, Translation, read_as
from plainbill.engine.contained import ContainedEngine
from plainbill.engine.engine import Engine
from plainbill.store import Answers, Correction, Settlement

_STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")
_DESCRIBED = ("code", "description", "revenue_code", "ndc", "modifiers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The explanation with a person's answers in it; `aside` are findings that an answer of theirs settled."""

    result: ExplainResult
    aside: tuple[Finding, ...]


def key_of(finding: Finding) -> str:
    """Return a short name of a finding that stays the same as long as it is about the same; fit for an address."""
    about = "|".join((finding.kind, *finding.lines, "", *finding.documents))
    return hashlib.sha256(about.encode()).hexdigest()[:12]


def answered(
    result: ExplainResult, answers: Answers, engine: Engine | ContainedEngine, today: datetime.date | None
) -> Answered:
    """Return the explanation with everything that a person added.

    Raises:
        FaultyFile: a correction does not fit its field.
    """
    aside = {each.finding for each in answers.settled if each.aside}
    known = _checked_anew(result, answers, engine, today)
    known = known.but(translations=tuple(_reviewed(each, answers) for each in known.translations))
    return Answered(
        result=known.but(findings=tuple(each for each in known.findings if key_of(each) not in aside)),
        aside=tuple(each for each in known.findings if key_of(each) in aside),
    )


def _checked_anew(
    result: ExplainResult, answers: Answers, engine: Engine | ContainedEngine, today: datetime.date | None
) -> ExplainResult:
    """Return the explanation with corrections and story in it; where there are none it is left as it is."""
    if not answers.corrections and not answers.story.model_dump(exclude_none=True):
        return result
    corrected = correct(result, answers.corrections)
    case = corrected.case
    told = answers.story if case.story is None else case.story.but(**_said(answers))
    corrected = corrected.but(case=case.but(story=told), translations=_described(corrected, answers, engine))
    checked = engine.check(corrected, today=today)
    return corrected.but(findings=checked.findings, not_assessed=checked.not_assessed)


def settlements_of(finding: Finding, answers: Answers) -> tuple[Settlement, ...]:
    """Return what a person answered to the questions about a finding."""
    return tuple(each for each in answers.settled if each.finding == key_of(finding))


def _said(answers: Answers) -> dict[str, object]:
    return {name: getattr(answers.story, name) for name in answers.story.model_fields_set}


def correct(result: ExplainResult, corrections: Sequence[Correction]) -> ExplainResult:
    """Return the explanation with values as a person says that the papers have them.

    Raises:
        FaultyFile: a correction does not fit its field.
    """
    if not corrections:
        return result
    case = result.case.model_dump(mode="json")
    for each in corrections:
        _put(case, each)
    sources = {path: source for path, source in result.sources.items() if path not in _unreadable(corrections)}
    for each in corrections:
        if each.path in sources:
            sources[each.path] = _confirmed(sources[each.path])
    return result.but(case=read_as(Case, case), sources=sources)


def _unreadable(corrections: Iterable[Correction]) -> frozenset[str]:
    return frozenset(each.path for each in corrections if each.value is None)


def _confirmed(source: Source) -> Source:
    return source.but(confirmed_by=tuple(dict.fromkeys((*source.confirmed_by, "person"))))


def value_at(case: Case, path: str) -> object:
    """Return what stands in a case at a path of `sources`, None where nothing does."""
    entry: object = case
    for step in _steps(path):
        if isinstance(step, int):
            entry = entry[step] if isinstance(entry, tuple) and step < len(entry) else None
        else:
            entry = getattr(entry, step, None)
    return entry


def _steps(path: str) -> list[str | int]:
    return [name or int(place) for name, place in _STEP.findall(path)]


def _put(case: object, correction: Correction) -> None:
    """Set one value by its path, or take it away; a path that leads nowhere is a fault."""
    *way, last = _steps(correction.path) or [""]
    entry = case
    try:
        for step in way:
            entry = entry[step]  # type: ignore[index]  # what a path leads to shows only when it is walked
        if correction.value is not None:
            entry[last] = _as_before(entry[last], correction.value)  # type: ignore[index]
        elif isinstance(entry, dict):
            entry.pop(last, None)
    except (KeyError, IndexError, TypeError, ValueError):
        raise FaultyFile((Fault(path=correction.path, message="is not on these papers"),)) from None


def _as_before(before: object, value: str) -> object:
    """Return a value as JSON has it: a list or a number where one stood."""
    if isinstance(before, list):
        return value.replace(",", " ").split()
    return float(value) if isinstance(before, int | float) and not isinstance(before, bool) else value


def _described(result: ExplainResult, answers: Answers, engine: Engine | ContainedEngine) -> tuple[Translation, ...]:
    """Return the plain words, those of lines that a correction changed looked up anew."""
    changed = {
        each.path.rsplit(".", 1)[0] for each in answers.corrections if each.path.rsplit(".", 1)[-1] in _DESCRIBED
    }
    words = {each.line: each for each in result.translations}
    if changed:
        anew = {each.line: each for each in engine.describe_case(result.case)}
        for place, document in enumerate(result.case.documents):
            for i, line in enumerate(document.lines):
                if f"documents[{place}].lines[{i}]" in changed:
                    words[f"{document.id}:{line.id}"] = anew[f"{document.id}:{line.id}"]
    return tuple(words.values())


def _reviewed(translation: Translation, answers: Answers) -> Translation:
    review = answers.reviews.get(translation.line or "")
    return translation if review is None else translation.but(review=review)
