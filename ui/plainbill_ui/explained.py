"""What is known of the visitor's case: what was read, with what they answered, and what can be done about it.

All of it is there twice: in English, which is what is kept and exported, and as it is said to the visitor.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from plainbill.acting import Known, Report
from plainbill.case import ExplainResult, Finding, Gap, parse_json, read_as
from plainbill.engine.amending import answered, key_of
from plainbill.engine.telling import Told, tell
from plainbill.knowledge.languages import ENGLISH
from plainbill.settings import published_tables_file
from plainbill.store import Answers, StoredCase
from plainbill_ui.languages import language
from plainbill_ui.pictures import case_tag, forget_pictures
from plainbill_ui.services import services, today
from plainbill_ui.visit import current_case, go_home, require

# Cases that are held in memory: a tap on a screen that shows the same case again works nothing out anew.
REMEMBERED = 32


@dataclass(frozen=True, kw_only=True)
class Explained:
    """One case as all screens see it; `aside` are findings that an answer settled.

    `told` has the findings and gaps of `result`, then those aside, in the words of `language`, each at the same place.
    """

    case: StoredCase
    answers: Answers
    result: ExplainResult
    aside: tuple[Finding, ...] = ()
    language: str = ENGLISH
    told: Told | None = None

    @property
    def tag(self) -> str:
        """What stands for the case in addresses."""
        return case_tag(self.case.id)

    @cached_property
    def report(self) -> Report:
        """What can be done about the case, in English."""
        return self._act(self.result.findings, self.result.not_assessed, ENGLISH)

    @cached_property
    def told_report(self) -> Report:
        """What can be done about the case, as it is said to the visitor; each thing at the place it has in `report`."""
        if self.told is None:
            return self.report
        return self._act(self.told.findings[: len(self.result.findings)], self.told.not_assessed, self.language)

    def _act(self, findings: tuple[Finding, ...], gaps: tuple[Gap, ...], language: str) -> Report:
        result = self.result
        known = Known(
            case=result.case,
            findings=findings,
            not_assessed=gaps,
            translations=result.translations,
            asked=self.answers.asked,
            sources=result.sources,
        )
        return services().engine.act(known, today=today(), language=language)

    def say(self, finding: Finding) -> Finding:
        """Return a finding of the case as it is said to the visitor."""
        if self.told is None:
            return finding
        own = (*self.result.findings, *self.aside)
        return next((said for each, said in zip(own, self.told.findings, strict=True) if each == finding), finding)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What could not be judged, as it is said to the visitor."""
        return self.result.not_assessed if self.told is None else self.told.not_assessed

    def finding(self, key: str | None) -> Finding | None:
        """Return the finding with this key, None where there is none any more."""
        return next((each for each in (*self.result.findings, *self.aside) if key_of(each) == key), None)

    def change(self, change: Callable[[Answers], Answers]) -> None:
        """Keep what the person added."""
        services().store.change_answers(self.case.id, change)


def current() -> Explained:
    """Return the visitor's case where it was read; else show the screen that fits, and stop."""
    explained = explained_of(require("done"), language())
    if explained is None:  # pragma: no cover - deleted elsewhere at this moment
        go_home(current_case())
        raise AssertionError("another screen was shown")
    return explained


def explained_of(case: StoredCase, language: str) -> Explained | None:
    """Return a case that was read with everything the person added, said in `language`; None where it was not read."""
    written = services().store.written(case.id)
    if written is None:
        return None
    explained = _work_out(case, *written, today(), language, _tables_as_they_are())
    if services().store.written(case.id) is None:
        # Deleted elsewhere while it was worked out: nothing of it may stay in memory.
        forget_cases()
        return None
    return explained


@lru_cache(maxsize=REMEMBERED)
def _work_out(
    case: StoredCase,
    written_result: str,
    written_answers: str,
    day: datetime.date,
    language: str,
    tables: tuple[int, int],
) -> Explained:
    result = read_as(ExplainResult, parse_json(written_result.encode()))
    answers = read_as(Answers, parse_json(written_answers.encode()))
    known = answered(result, answers, services().engine, day)
    own = (*known.result.findings, *known.aside)
    told = None if language == ENGLISH else tell(known.result, own, services().engine, today=day, language=language)
    return Explained(case=case, answers=answers, result=known.result, aside=known.aside, language=language, told=told)


def _tables_as_they_are() -> tuple[int, int]:
    """Return what changes when published tables are imported while the screen runs."""
    try:
        found = published_tables_file().stat()
    except FileNotFoundError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


def forget_cases() -> None:
    """Let go of cases and pictures held in memory; to be called when one is deleted."""
    forget_pictures()
    _work_out.cache_clear()
