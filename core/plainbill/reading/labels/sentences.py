"""Values that stand in a sentence: "Your account number is 40172", "Please pay $35.00 by June 4"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from plainbill.reading.labels.values import value_in
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.dates import parse_date

_PAPER = r"(?:statement|bill|invoice|notice|letter|estimate|summary|quote|explanation)"
_INSURERS = r"\b(?:plan|insurance|insurer|health|mutual|medicare|medicaid|hmo|ppo)"
# A sentence that was broken in front of its value: so few words stand before the value in its row.
_FEW_WORDS = 3
_FEWEST_DIGITS = 4
_LETTERS = re.compile(r"^[A-Z]{2,4}$")
_NEXT_ROW = 2.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A value, the words of the sentence that announce it, and the field it belongs to."""

    field: str
    label: tuple[Token, ...]
    value: Found


@dataclass(frozen=True, slots=True)
class _Rule:
    field: str
    kind: Literal["date", "money", "number"]
    before: re.Pattern[str]


def _rule(field: str, kind: Literal["date", "money", "number"], before: str) -> _Rule:
    return _Rule(field, kind, re.compile(rf"(?:{before})$", re.IGNORECASE))


_RULES = (
    _rule(
        "due_date",
        "date",
        r"\b(?:payment|balance|amount|bill|account|and|it)\s(?:is|was|becomes)\sdue(?:\sin\sfull)?(?:\sby|\son|\son\sor\sbefore)?"
        # What is offered where one pays early is not due then.
        r"|(?<!\bif\s)(?<!\bwhen\s)(?<!\bif\syou\s)\b(?:pay|payment|remit|remitted|paid)\b.{0,40}\s(?:by|before|no\slater\sthan|on\sor\sbefore)"
        r"|\bplease\s(?:let\sus\shave|send|settle)\s(?:it|this|that|them|the\s(?:balance|amount|sum))\s(?:by|before)",
    ),
    _rule(
        "processed_date",
        "date",
        r"\b(?:decision|decided|processed|processing|finalized|adjudicated)\b[^.]{0,40}\son|\bdecision\s(?:is\s)?dated"
        r"|\bwe\s(?:have\s)?paid\s(?:(?!\b(?:visits?|services?|care|stay|seen|received|treat\w+|surgery)\b).){3,80}\son"
        r"|\bclaims?\b[^.]{0,20}\b(?:finished|completed)(?:\son)?"
        r"|(?<!payment\s)(?<!payments\s)(?<!refund\s)\b(?:processed|finalized|adjudicated)",
    ),
    _rule(
        "document_date",
        "date",
        rf"\b(?:issued|prepared|mailed|printed|dated|generated|created)(?:\son)?|"
        rf"\b(?:prepared|issued)\sfor\s.{{3,60}}\son|\b{_PAPER}\b[^.]{{0,30}}\s(?:as\sof|is\sfrom)|"
        # The day behind a title: "Statement of benefits, 12/08/2026".
        r"^(?:statement|explanation|notice|summary|report)\sof\s(?:\w+\s){0,2}"
        r"(?:(?:benefits?|claims?|payments?|account),?|(?:services|charges),)",
    ),
    _rule(
        "account",
        "number",
        r"\b\w+\s(?:to|on|about|with|for|concerns|regarding|quote|mention|your|the|our)\s(?:\w+\s)?"
        r"(?<!guarantor\s)(?<!billing\s)(?<!statement\s)(?:account|acct\.?)(?:\s(?:number|no\.?|\#))?(?:\sis)?"
        r"|^your\saccount(?:\snumber|\sno\.?)?\sis|\b(?:use|quote|cite|give|mention|reference)\saccount(?:\s(?:number|no\.?|\#))?"
        # The title of a paper: "Statement of June 29, 2026 for Ada Lombard, account 4471-20".
        r"|^(?:statement|bill|invoice|summary|itemization)\s(?:of|for)\b[^.;]{3,70}\s(?:account|acct\.?)(?:\s(?:number|no\.?|\#))?"
        # The subject of a letter.
        r"|^(?:re|regarding|subject):?\s(?:your\s)?(?:account|acct\.?)(?:\snumber|\sno\.?|\s\#)?:?",
    ),
    _rule(
        "claim_number",
        "number",
        r"\b\w+\s(?:to|about|with|for|of|concerns|regarding|explains|on|your|the|our)\s(?:\w+\s)?"
        r"claim(?:\s(?:number|no\.?|\#))?(?:\sis)?|^your\sclaim(?:\snumber|\sno\.?)?\sis"
        r"|\b(?:finished|processed|completed|reviewed|decided|received|handled|settled)\sclaim(?:\s(?:number|no\.?|\#))?",
    ),
    _rule(
        "coverage.member_id",
        "number",
        r"\bmember\s(?:id|number|identification)(?:\snumber|\sno\.?)?\sis"
        # Behind the name of who was sent the claim: "to Larch Health Plan (ID LH4471882)".
        r"|\bclaim\b[^().]{0,30}\sto\s[^().]{3,60}\s\((?:member\s)?id(?:\snumber|\sno\.?|\s\#)?:?",
    ),
    _rule("provider.tax_id", "number", r"\bfederal\stax\s(?:id|no\.?|number)(?:\snumber)?(?:\sis|:)?"),
    _rule(
        "total_charges",
        "money",
        r"\b(?:claims|services|visits|bills)\b[^.$]{0,30}\b(?:together|in\sall|in\stotal)\b[:,]?"
        r"\s(?:(?:was|were|you\swere)\s)?(?:charged|billed)"
        r"|\bthe\stotal\sof\s(?:the|all|all\sthe|your|our|these)\scharges\s(?:is|was|comes\sto|came\sto)"
        r"|\b(?:all|the|your|our)\scharges\s(?:come|came|add\sup|added\sup|amount|amounted)\sto",
    ),
    _rule(
        "total_insurance_paid",
        "money",
        rf"(?:^|[.;,]\s|\band\s|\byour\s)[^.;,$]*{_INSURERS}\s(?:has\s|have\s)?paid",
    ),
    _rule("total_adjustments", "money", r"\bwe\s(?:have\s)?(?:taken|took|written|wrote)\soff"),
    _rule(
        "total_owed",
        "money",
        r"\byou\s(?:now\s|still\s)?owe\b|\b(?:patient|member|you)\smay\sbe\sbilled$"
        r"|\bthe\samount\s(?:that\s)?you\s(?:may\s)?(?:have|need)\sto\spay\b[^.$]{0,50}\sis$",
    ),
    _rule(
        "balance_due",
        "money",
        r"\b(?:please\s(?:pay|remit|send)|(?:amount|balance|total)\s(?:now\s)?(?:due|owed)\sis|(?:amount|balance|total)\s(?:due|owed)\sat\sthis\stime:?|your\s(?:current\s|new\s)?balance\sis"
        r"|\bthe\s(?:balance|amount)\s(?:that\s)?you\s(?:now\s|still\s)?owe\sis)"
        r"(?:\sthe\s(?:amount|balance|sum)\sof)?",
    ),
)
# What was paid and taken off another time, or for something else, and what is yet to come.
_SUMS_OF_THE_CARE = frozenset({"total_charges", "total_insurance_paid", "total_adjustments"})
_OF_ANOTHER = re.compile(
    r"\b(?:last|previous|prior|earlier|another|other|until|once|when|unless|whether|before|each|every|a\s(?:year|month)\sago|families|patients|people|those"
    r"|(?:visits?|claims?|stay|bill)\s(?:in|of|from)\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)\b",
    re.IGNORECASE,
)
# An account to pay to or from is not the patient's.
_OF_A_BANK = re.compile(r"\b(?:bank|transfer|wire|routing|checking|savings|spending|ach|deposit)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?;]\s")
_NOT_THE_BALANCE = re.compile(
    r"\bif\b|minimum|at\sleast|monthly|per\smonth|installment|last\s(?:bill|statement)", re.IGNORECASE
)


def said(rows: Sequence[Sequence[Cell]], taken: frozenset[Token]) -> Iterator[Said]:
    """Return the values that sentences announce; `taken` is what labels have read already."""
    found = [*_every(rows, taken)]
    for each in found:
        alike = (other.value.value == each.value.value for other in found if other.field == each.field)
        # Of what several paid none is the sum.
        if each.field not in _SUMS_OF_THE_CARE or all(alike):
            yield each


def _every(rows: Sequence[Sequence[Cell]], taken: frozenset[Token]) -> Iterator[Said]:
    for i, row in enumerate(rows):
        for cell in row:
            opening = _opening(rows, i, cell)
            for at, atom in enumerate(cell.atoms):
                if at + len(opening) and not taken & set(atom.tokens):
                    yield from _announced(opening, cell.atoms, at)


def _opening(rows: Sequence[Sequence[Cell]], row: int, cell: Cell) -> tuple[Atom, ...]:
    """The words of the row above where the sentence began there."""
    for above in rows[row - 1] if row else ():
        near = 0 < cell.y - above.y < _NEXT_ROW * cell.height and abs(above.x0 - cell.x0) < cell.height
        if near and len(above.atoms) > _FEW_WORDS and all(atom.kind == "text" for atom in above.atoms[-2:]):
            return above.atoms
    return ()


def _announced(opening: Sequence[Atom], atoms: Sequence[Atom], at: int) -> Iterator[Said]:
    words = [*(opening if at <= _FEW_WORDS else ()), *atoms[:at]]
    before = " ".join(atom.text for atom in words)
    for rule in _RULES:
        if rule.before.search(before) is None:
            continue
        if rule.field in _SUMS_OF_THE_CARE and _OF_ANOTHER.search(_SENTENCE.split(before)[-1]):
            continue
        if rule.field == "account" and _OF_A_BANK.search(before):
            continue
        value = _value(rule, atoms[at:])
        if value is not None and not (rule.kind == "money" and _NOT_THE_BALANCE.search(before)):
            yield Said(field=rule.field, label=tuple(t for atom in words for t in atom.tokens), value=value)
            return


def _value(rule: _Rule, atoms: Sequence[Atom]) -> Found | None:
    first = atoms[0]
    if rule.kind == "date":
        day = first.date or parse_date(first.text.rstrip(".,"), dense=True)
        return from_atoms(day, [first]) if day is not None else None
    if rule.kind == "money":
        return from_atoms(first.money, [first]) if first.money is not None else None
    # A few letters may stand apart before the digits: "account QM 4471-0092".
    size = 2 if _LETTERS.match(first.text) and len(atoms) > 1 else 1
    if sum(map(str.isdigit, atoms[size - 1].text)) < _FEWEST_DIGITS:
        return None
    return value_in((*atoms[: size - 1], _without_comma(atoms[size - 1])), "number")


def _without_comma(atom: Atom) -> Atom:
    """Return the atom without the comma or parenthesis that goes on with the sentence behind a number."""
    return replace(atom, text=re.sub(r"\)[.,;]?$", "", atom.text.rstrip(",;")))
