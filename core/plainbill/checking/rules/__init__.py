"""The rules, grouped by who acts first; none knows another."""

from plainbill.checking.rules import denied, hints
from plainbill.checking.rules.billing import (
    balances,
    cards,
    claims,
    dates,
    estimates,
    identities,
    naming,
    payments,
    repeats,
    sums,
    surprise,
)
from plainbill.checking.rules.coding import (
    codes,
    demographics,
    diagnoses,
    diagnosis_codes,
    levels,
    new_patients,
    pairs,
    recoded,
    screening_modifiers,
    units,
    unrecognized,
)
from plainbill.checking.rules.info import self_pay, shares
from plainbill.checking.rules.payer import preventive
from plainbill.checking.rules.record import Rule

__all__ = ["RULES", "Rule"]

RULES: tuple[Rule, ...] = (
    *denied.RULES,
    levels.RULE,
    new_patients.RULE,
    unrecognized.RULE,
    diagnoses.RULE,
    screening_modifiers.RULE,
    preventive.RULE,
    sums.RULE,
    repeats.RULE,
    identities.RULE,
    cards.RULE,
    balances.RULE,
    surprise.RULE,
    *payments.RULES,
    *claims.RULES,
    dates.RULE,
    estimates.RULE,
    recoded.RULE,
    *naming.RULES,
    pairs.RULE,
    units.RULE,
    codes.RULE,
    diagnosis_codes.RULE,
    demographics.RULE,
    *shares.RULES,
    self_pay.RULE,
    hints.RULE,
)
