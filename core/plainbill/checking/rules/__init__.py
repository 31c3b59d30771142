"""The rules, grouped by who acts first; none knows another."""

from plainbill.checking.rules import hints
from plainbill.checking.rules.billing import balances, naming, repeats, sums
from plainbill.checking.rules.coding import codes, demographics, diagnosis_codes, pairs, units
from plainbill.checking.rules.info import self_pay, shares
from plainbill.checking.rules.record import Rule

__all__ = ["RULES", "Rule"]

RULES: tuple[Rule, ...] = (
    sums.RULE,
    repeats.RULE,
    balances.RULE,
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
