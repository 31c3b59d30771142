"""Charges that the plan refused or holds, where a clinician or coder acts first."""

from collections.abc import Iterator

from plainbill.checking.drafts import Outcome
from plainbill.checking.refusals.findings import denied
from plainbill.checking.refusals.reasons import REMARKS, WORDS
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.checking.tables import REASONS

_KINDS = (
    "denied-code-combination",
    "diagnosis-does-not-support",
    "authorization-differs",
    "missing-modifier",
    "invalid-code",
    "unrecognized-service",
    "visit-level-high",
    "new-patient-established",
    "units-implausible",
    "code-mismatch",
    "demographic-code-conflict",
)


def _judge(situation: Situation) -> Iterator[Outcome]:
    yield from denied(situation, frozenset(_KINDS))


RULE = Rule(name="denied-coding", version=1, kinds=_KINDS, tables=(REASONS, REMARKS, WORDS), judge=_judge)
