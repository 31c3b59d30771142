"""Amounts in all their printed forms."""

import functools
import re
from decimal import Decimal

_FORM = re.compile(
    r"""^(?P<open>[(\[])?\s*(?P<sign>[-+])?\s*(?P<currency>US\$|USD|\$|S(?=\d))?\s*(?P<inner>[-(])?\s*
    (?P<digits>\d[\d.,:' ]*\d|\d|\.\d\d)\s*(?P<close>[)\]])?\s*(?P<tail>-|CR|cr|Cr|DR|USD)?\s*
    (?P<close2>[)\]])?[*†‡§+^]*$""",
    re.VERBOSE,
)
_CENTS = re.compile(r"^(\d{1,3}(?:[.,' ]\d{3})+|\d+)\s?[.,]\s?(\d{2})$")
# "99396,25" is a code and its modifier, not an amount whose point was read as a comma.
_CODE_AND_MODIFIER = re.compile(r"^\d{5},\d{2}$")
# A number and how many of what it numbers: "Rx# 4471902, 30 tablets".
_NUMBER_AND_COUNT = re.compile(r"^\d{5,}, \d{2}$")
# A reader may part "2,886.58" behind its comma.
_BLANK_BEHIND_COMMA = re.compile(r"(?<=\d), +(?=\d{3}(?:\D|$))")
# Behind a dollar sign a reader may see the point as two, or as none: "$262:15", "$316 75".
_WITHOUT_POINT = re.compile(r"^(\d{1,3}(?:,?\d{3})*|\d+)[: ](\d{2})$")
_WHOLE = re.compile(r"^\d{1,3}(?:,\d{3})+$|^\d{1,6}$")
_LONGEST = 14
_MOST_KEPT = 1 << 15
_CODES = "EUR|GBP|CAD|AUD|CHF|MXN|JPY|NZD"
_FOREIGN = re.compile(rf"€|£|¥|₹|\b(?:{_CODES})\b|\b[CA]\$|C\$|A\$", re.IGNORECASE)
_AMOUNT = r"[-(]?\$?\d[\d,.]*[.,]\d\d\b"
# A number may begin with the letters of a currency: they have to stand at an amount, or be said of all of them.
_FOREIGN_AMOUNT = re.compile(
    rf"[€£¥₹]|(?:\b(?:EUR|GBP|MXN|JPY|NZD)|\b[CA]\$)\s*{_AMOUNT}|\d[.,]\d\d\s*(?:EUR|GBP|MXN|JPY|NZD)\b"
)
_OF_MONEY = r"(?i:amounts?|totals?|charges?|prices?|fees?|balances?|due|paid|payable)"
_OF_ALL = re.compile(
    rf"\b{_OF_MONEY}(?i:\s(?:are|is|shown|listed|stated|due))*\s(?:(?i:in)\s(?:{_CODES})\b|\((?:{_CODES})\))"
    rf"|\b{_OF_MONEY}:?\s(?:{_CODES})\s*{_AMOUNT}|\b(?i:currency):?\s(?:{_CODES})\b"
)
# Illnesses are shortened to these letters too: a word of a service beside its amount.
_PRINTED_AMOUNT = re.compile(_AMOUNT)
_AT_AMOUNT = re.compile(rf"\b(?:CAD|AUD|CHF)\s*{_AMOUNT}|\d[.,]\d\d\s*(?:CAD|AUD|CHF)\b")


def is_foreign(text: str) -> bool:
    """True where the print of a paper has amounts in another currency than US dollars."""
    if _FOREIGN_AMOUNT.search(text) is not None or _OF_ALL.search(text) is not None:
        return True
    at_amounts = len(_AT_AMOUNT.findall(text))
    return at_amounts > 0 and 2 * at_amounts >= len(_PRINTED_AMOUNT.findall(text))


@functools.lru_cache(maxsize=_MOST_KEPT)
def parse_money(text: str) -> Decimal | None:
    """Return the amount that `text` prints, with two decimals, below zero for (12.00), $(12.00), 12.00-, CR; else None.

    Whole dollars count only behind a dollar sign. Digits are never added, taken away or changed.
    """
    bare = _BLANK_BEHIND_COMMA.sub(",", _FOREIGN.sub("", text).strip())
    form = _FORM.match(bare)
    if form is None or len(form["digits"]) > _LONGEST or _NUMBER_AND_COUNT.match(form["digits"]):
        return None
    opened = form["open"] or form["inner"] == "("
    if opened != bool(form["close"] or form["close2"]) and not opened and not form["tail"]:
        return None
    amount = _amount(form["digits"], whole="$" in (form["currency"] or "") or bare != text.strip())
    if amount is None:
        return None
    negative = bool(form["open"] or form["sign"] == "-" or form["inner"] or (form["tail"] or "").upper() in {"-", "CR"})
    return -amount if negative and amount else amount


def _amount(digits: str, *, whole: bool) -> Decimal | None:
    if digits.startswith("."):
        # Mainframes print no zero before the point.
        return Decimal("0" + digits)
    cents = _CENTS.match(digits)
    if cents and (whole or not _CODE_AND_MODIFIER.match(digits)):
        return Decimal(re.sub(r"\D", "", cents[1]) + "." + cents[2])
    if whole and (unpointed := _WITHOUT_POINT.match(digits)):
        return Decimal(unpointed[1].replace(",", "") + "." + unpointed[2])
    if whole and _WHOLE.match(digits):
        return Decimal(digits.replace(",", "") + ".00")
    return None
