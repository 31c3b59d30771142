"""Charges that the plan refused or holds: one rule for each desk that acts first."""

import functools
from collections.abc import Iterator

from plainbill.checking.drafts import Outcome
from plainbill.checking.refusals.findings import denied
from plainbill.checking.refusals.notes import REMARKS, WORDS
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.checking.tables import REASONS

_KINDS = {
    "coding": """denied-code-combination diagnosis-does-not-support authorization-differs missing-modifier invalid-code
        unrecognized-service visit-level-high new-patient-established units-implausible code-mismatch
        demographic-code-conflict""",
    "billing": """duplicate-line member-id-mismatch authorization-missing referral-missing wrong-payer late-filing
        documentation-requested provider-enrollment surprise-balance-bill date-mismatch""",
    "payer": """authorization-required medical-necessity not-covered experimental benefit-limit not-eligible
        out-of-network coordination-of-benefits payer-pending denied-unspecified""",
}


def _judge(situation: Situation, *, kinds: frozenset[str]) -> Iterator[Outcome]:
    yield from denied(situation, kinds)


RULES = tuple(
    Rule(
        name=f"denied-{desk}",
        version=1,
        kinds=tuple(kinds.split()),
        tables=(REASONS, REMARKS, WORDS),
        judge=functools.partial(_judge, kinds=frozenset(kinds.split())),
    )
    for desk, kinds in _KINDS.items()
)
