"""Charges that the plan refused or holds, where the plan or its member acts first."""

from collections.abc import Iterator

from plainbill.checking.drafts import Outcome
from plainbill.checking.refusals.findings import denied
from plainbill.checking.refusals.reasons import REMARKS, WORDS
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.checking.tables import REASONS

_KINDS = (
    "authorization-required",
    "medical-necessity",
    "not-covered",
    "experimental",
    "benefit-limit",
    "not-eligible",
    "out-of-network",
    "coordination-of-benefits",
    "payer-pending",
    "denied-unspecified",
)


def _judge(situation: Situation) -> Iterator[Outcome]:
    yield from denied(situation, frozenset(_KINDS))


RULE = Rule(name="denied-payer", version=1, kinds=_KINDS, tables=(REASONS, REMARKS, WORDS), judge=_judge)
