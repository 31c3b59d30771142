"""The rules, grouped by who acts first; none knows another."""

from plainbill.checking.rules import hints
from plainbill.checking.rules.billing import balances, naming, repeats, sums
from plainbill.checking.rules.coding import diagnoses, levels, new_patients, screening_modifiers, unrecognized
from plainbill.checking.rules.info import self_pay, shares
from plainbill.checking.rules.payer import preventive
from plainbill.checking.rules.record import Rule

__all__ = ["RULES", "Rule"]

RULES: tuple[Rule, ...] = (
    levels.RULE,
    new_patients.RULE,
    unrecognized.RULE,
    diagnoses.RULE,
    screening_modifiers.RULE,
    preventive.RULE,
    sums.RULE,
    repeats.RULE,
    balances.RULE,
    *naming.RULES,
    *shares.RULES,
    self_pay.RULE,
    hints.RULE,
)
