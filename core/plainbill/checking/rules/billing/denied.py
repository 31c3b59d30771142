"""Charges that the plan refused or holds, where the billing office acts first."""

from collections.abc import Iterator

from plainbill.checking.drafts import Outcome
from plainbill.checking.refusals.findings import denied
from plainbill.checking.refusals.reasons import REMARKS, WORDS
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.checking.tables import REASONS

_KINDS = (
    "duplicate-line",
    "member-id-mismatch",
    "authorization-missing",
    "referral-missing",
    "wrong-payer",
    "late-filing",
    "documentation-requested",
    "provider-enrollment",
    "surprise-balance-bill",
    "date-mismatch",
)


def _judge(situation: Situation) -> Iterator[Outcome]:
    yield from denied(situation, frozenset(_KINDS))


RULE = Rule(name="denied-billing", version=1, kinds=_KINDS, tables=(REASONS, REMARKS, WORDS), judge=_judge)
