"""Adjustments printed as group, reason and amount ("CO-45 120.00"), one or several beside each other."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.terms.accents import without_accents
from plainbill.reading.terms.codes import is_remark_code, parse_code, parse_reason
from plainbill.reading.terms.money import parse_money

_LABEL = re.compile(
    r"^(?:line\s)?(?:adj(?:s|mt|ustment|ustments)?|ca[s5]|carc|reasons?|reduced(?:\sby)?|reductions?)(?:\scodes?)?$",
    re.IGNORECASE,
)
_BETWEEN = frozenset({";", "|", "/", ",", ":", "-", "\u00b7", "&", "+"})
_SHARES = {"deductible": "deductible", "coinsurance": "coinsurance", "copay": "copay", "copayment": "copay"}
# "ADJCO-45", "CASCO-253", and "CA5 CO-45" as readers see it.
_GLUED_LABEL = re.compile(r"^(?:adj(?:ustments?)?|ca[s5]):?(?=(?:CO|PR|OA|PI|CR)-?[A-Z]?\d)", re.IGNORECASE)
_GLUED = (
    re.compile(r"^(CO|PR|OA|PI|CR)-?([A-Z]?\d{1,3})(\$\d[\d,]*\.\d{2})$"),
    re.compile(r"^(CO|PR|OA|PI|CR)-?(\d)(\d\.\d{2})$"),
)
# How every adjustment begins; most rows have none, and are asked about from each of their words on.
_BEGINS = re.compile(r"^[\s,;:()]*(?:C[O0R]|PR|[O0]A|PI|ADJ|CA[S5])")
# "your copay", "coinsurance 20%", "20% coinsurance".
# How adjustments and their labels begin, and the signs that may stand before these.
_FIRST_OF_REASONS = frozenset({"CO", "C0", "CR", "PR", "OA", "0A", "PI", "AD", "CA"})
_FIRST_OF_LABELS, _MARKS = frozenset({"LI", "AD", "CA", "RE"}), " ,;:()#."
_PERCENT = re.compile(r"^\(?\d{1,3}%\)?$")
_ASIDE = re.compile(r"^your | ?\(?\d{1,3}%\)? ?")
_ANNOUNCES = frozenset({"remark", "remarks", "rarc"})
_LONGEST_CODE = 3
_MOST_WORDS = 3
_LONGEST_LABEL = 3
_PARTS = ("group", "reason", "amount")
_MOST_KEPT = 1 << 14
SHARE_OF_REASON = {"1": "deductible", "2": "coinsurance", "3": "copay"}
"""Which of their shares patients owe for a reason of the group PR."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One adjustment by its fields, how many atoms print it, and the cost share that its words call it."""

    fields: dict[str, Found]
    taken: int
    share: str | None = None


def reason_at(atoms: Sequence[Atom]) -> Reason | None:
    """The adjustment that the atoms begin with: its codes, the amount behind them and remark codes behind that."""
    if not atoms or not _may_begin(atoms[0].text, _FIRST_OF_REASONS):
        return None
    begins = [without_accents(atom.text) for atom in atoms[:_LONGEST_CODE]]
    if not _BEGINS.match("".join(begins).upper()):
        return None
    for size in range(1, len(begins) + 1):
        text = _GLUED_LABEL.sub("", "".join(begins[:size]))
        if (codes := parse_reason(text)) is not None:
            break
    else:
        return _glued(atoms)
    fields = {"group": from_atoms(codes[0], atoms[:size]), "reason": from_atoms(codes[1], atoms[:size])}
    taken = size
    ahead, words = _past_words(atoms, taken)
    if ahead < len(atoms) and (amount := _amount_at(atoms[ahead])) is not None:
        fields["amount"] = from_atoms(amount, [atoms[ahead]])
        taken = ahead + 1
    share = _SHARES.get(_ASIDE.sub("", words.lower()).replace("-", "")) if "amount" in fields else None
    if "amount" in fields:
        taken += _meaning_behind(atoms[taken:])
    number = 0
    while (ahead := _past_marks(atoms, taken)) < len(atoms) and is_remark_code(atoms[ahead].text):
        fields[f"remarks[{number}]"] = from_atoms(atoms[ahead].text.strip(",;:()"), [atoms[ahead]])
        taken, number = ahead + 1, number + 1
    return Reason(fields=fields, taken=taken, share=share)


def _amount_at(atom: Atom) -> Decimal | None:
    """The amount, also where a reader put to it the mark that parts it from the next reason: "$37.35;"."""
    return parse_money(atom.text.removesuffix(";")) if atom.text.endswith(";") else atom.money


@functools.lru_cache(maxsize=_MOST_KEPT)
def _may_begin(text: str, beginnings: frozenset[str]) -> bool:
    """False where the first two marks behind signs are plain and none of these: most words are told apart by them."""
    plain = text.lstrip(_MARKS)[:2]
    return len(plain) < 2 or not plain.isascii() or plain.upper() in beginnings


def _meaning_behind(atoms: Sequence[Atom]) -> int:
    """How many words behind an amount say what the reason means, and announce a remark: "information is missing"."""
    said = 0
    while said < len(atoms) and atoms[said].kind == "text" and atoms[said].text.strip(",.;()/&-").isalpha():
        said += 1
    words = [atom.text.lstrip("(") for atom in atoms[:said]]
    remarked = said < len(atoms) and is_remark_code(atoms[said].text)
    if remarked and words and words[-1].lower().strip(":.") in _ANNOUNCES:
        words.pop()
    return said if all(word.islower() for word in words) else 0


def _glued(atoms: Sequence[Atom]) -> Reason | None:
    """A reason with no blank behind, where its end is sure: "PR2$12.16" and "PR27.80" are, "CO4578.00" is not."""
    # An amount below zero is no digit of a reason: "CO -10.00".
    below_zero = len(atoms) > 1 and atoms[1].money is not None and atoms[1].text.startswith("-")
    for size in (1,) if below_zero else (1, 2):
        text = "".join(atom.text for atom in atoms[:size]).strip(",;")
        for form in _GLUED:
            if (match := form.match(text)) and (amount := parse_money(match[3])) is not None:
                own = atoms[:size]
                fields = {"group": match[1], "reason": match[2], "amount": amount}
                return Reason(fields={name: from_atoms(value, own) for name, value in fields.items()}, taken=size)
    return None


def label_length(atoms: Sequence[Atom]) -> int:
    """How many atoms announce adjustments ("ADJ", "Reason codes:"), 0 where none do or no adjustment follows."""
    if not atoms or not _may_begin(atoms[0].text, _FIRST_OF_LABELS):
        return 0
    for size in range(min(_LONGEST_LABEL, len(atoms) - 1), 0, -1):
        words = without_accents(" ".join(atom.text for atom in atoms[:size])).strip(" :#.")
        if _LABEL.match(words):
            past = _past_marks(atoms, size)
            return past if reason_at(atoms[past:]) is not None else 0
    return 0


def is_reason_row(atoms: Sequence[Atom]) -> bool:
    """True where a row prints nothing but adjustments by group and reason: they belong to the service above."""
    atoms = codes_first(atoms)
    rest = atoms[label_length(atoms) :]
    if not rest:
        return False
    first = True
    while rest:
        reason = reason_at(rest)
        if reason is None:
            # A blank cell may be printed as a dash beside the codes.
            if first or not (rest[0].kind == "dash" or rest[0].text in _BETWEEN):
                return False
            rest = rest[1:]
            continue
        first = False
        rest = rest[reason.taken :]
    return True


def names_before_reasons(atoms: Sequence[Atom]) -> bool:
    """True where words alone, no code and no day, stand before adjustments by group and reason to the end of a row."""
    begun = (i for i, atom in enumerate(atoms) if _may_begin(atom.text, _FIRST_OF_REASONS))
    named = next((i for i in begun if reason_at(atoms[i:]) is not None), 0)
    words = atoms[:named]
    plain = all(atom.kind in {"text", "dash"} and parse_code(atom.text) is None for atom in words)
    return bool(words) and plain and any(a.text.isalpha() for a in words) and is_reason_row(atoms[named:])


def ends_in_a_reason(atoms: Sequence[Atom]) -> bool:
    """True where group, reason and the amount right behind them end a row, whatever stands before them."""
    begun = (i for i, atom in enumerate(atoms) if _may_begin(atom.text, _FIRST_OF_REASONS))
    found = ((i, reason_at(atoms[i:])) for i in begun)
    return any(
        reason is not None
        and "amount" in reason.fields
        and i + reason.taken == len(atoms)
        and atoms[-2:-1] != ()
        and set(atoms[-2].tokens) <= set(reason.fields["reason"].tokens)
        for i, reason in found
    )


def written_off(rows: Sequence[Sequence[Atom]]) -> Decimal | None:
    """What rows of reasons take off a charge and nobody owes; None where there are none, or others too.

    Shares of the patient (PR-1 to PR-3) take nothing off; a refusal that leaves all to the patient is another matter.
    """
    amounts = [_amount_off(reason) for atoms in rows for reason in _reasons_of(codes_first(atoms))]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if amounts and len(known) == len(amounts) else None


def _reasons_of(atoms: Sequence[Atom]) -> Iterator[Reason]:
    rest = atoms[label_length(atoms) :]
    while rest:
        reason = reason_at(rest)
        if reason is not None:
            yield reason
        rest = rest[reason.taken if reason is not None else 1 :]


def _amount_off(reason: Reason) -> Decimal | None:
    group, code, amount = (reason.fields[name].value if name in reason.fields else None for name in _PARTS)
    if group == "PR":
        return Decimal(0) if code in SHARE_OF_REASON else None
    return amount if isinstance(amount, Decimal) else None


def codes_first(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """The atoms of a row with its one amount behind the codes, also where its column stands before theirs."""
    if len(atoms) > 1 and atoms[0].money is not None and all(atom.money is None for atom in atoms[1:]):
        return [*atoms[1:], atoms[0]]
    return atoms


def _past_words(atoms: Sequence[Atom], at: int) -> tuple[int, str]:
    """Where the amount may stand that a few words name ("PR-3 copay 40.00"), and the words."""
    start = at = _past_marks(atoms, at)
    while at < min(start + _MOST_WORDS, len(atoms)) and _is_word(atoms[at].text):
        at += 1
    words = " ".join(atom.text for atom in atoms[start:at])
    at = _past_marks(atoms, at)
    return at, words


def _is_word(text: str) -> bool:
    return text.replace("-", "").isalpha() or _PERCENT.match(text) is not None


def _past_marks(atoms: Sequence[Atom], at: int) -> int:
    while at < len(atoms) and atoms[at].text in _BETWEEN | {"$"}:
        at += 1
    return at
