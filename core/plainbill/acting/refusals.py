"""Whether a plan's letter refuses something, by its own words."""

import datetime
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from plainbill.acting.grants import CARE, THIS_CARE, grants, is_of_a_part, takes_back
from plainbill.acting.statements import plain, statements
from plainbill.case import Document
from plainbill.reading.terms.dates import parse_date

_REFUSED = r"(?:denied|refused|declined|rejected|disallowed)\b"
# How plans' model notices word a refusal: 42 CFR 422.568(e) and 438.404, 29 CFR 2560.503-1(g) ask for such a sentence.
_REFUSES = re.compile(
    rf"""
    \bwe\b [^;]{{0,120}}? \b(?:can|could|will|did)\ not\ (?:\w+\ ){{0,2}}?(?:approve|cover|pay|authorize|certify)\b
    | \bwe\b [^;]{{0,60}}? \b(?:unable|not\ able)\ to\ (?:\w+\ )?(?:approve|cover|pay|authorize|certify)\b
    | \bwe\b [^;]{{0,60}}? \bdecided\ (?:to\ (?:\w+\ )?(?:deny|refuse|decline)|not\ to\ (?:approve|cover|pay))\b
    | \bwe\ (?:have\ |are\ )?(?:\w+ly\ )?(?:denied|refused|declined|rejected|denying|refusing|declining)\b
    | \b(?:plan|program|policy)\ (?:can|could|will|did)\ not\ (?:\w+\ )?(?:approve|cover|pay|authorize)\b
    | \b(?:{CARE}|it|this|these)\b [^;]{{0,160}}? \b(?:was|were|been)\ (?:being\ )?(?:\w+ly\ )?{_REFUSED}
    | \b(?:{CARE}|it|this|these)\b [^;]{{0,160}}? \b(?:was|were|been)\ not\ (?:\w+\ ){{0,2}}?(?:approved|covered
        |authorized|certified|payable|necessary)\b
    | ^(?:important\ )?(?:notice\ of\ )?(?:an?\ )?(?:adverse\ (?:\w+\ )?determination|denial|non-?coverage)\b
    | \b(?:this|letter|notice)\ is\ (?:\w+\ ){{0,4}}?(?:adverse\ (?:\w+\ )?determination|denial)\b
    | \bwe\ (?:have\ |must\ |are\ )?(?:\w+\ to\ )?(?:uphold|upheld|upholding|affirmed)\ (?:our|the|this)\b
    | \b(?:denial|decision|determination)\b [^;]{{0,60}}? \b(?:is|was|been)\ (?:upheld|affirmed)\b
    | \b(?:remains?|stays?)\ (?:denied|not\ (?:covered|approved|authorized|payable))\b
    | \b(?:decision|determination)\b [^;]{{0,40}}? \bis\ to\ (?:deny|refuse|decline)\b
    | \bdenial\ of\ (?:your\ |the\ |medical\ )(?:\w+\ )?(?:coverage|payment|claim|benefits?|services?|request)\b
    """,
    re.VERBOSE,
)
# Care that no list names: "your colonoscopy was denied". An office or a card that was refused something is none.
_NAMED = re.compile(
    r"\b(?:the|your) (?!(?:[\w'/-]+ ){0,3}?(?:hospital|clinic|doctor|provider|pharmacy|card|bank|loan|entry|access"
    r"|refund|license|policy|plan|person|driver|school|offer|food|rate|cost) )(?:[\w'/-]+ ){1,6}?"
    rf"(?:was|were|has been|have been) (?:{_REFUSED}|not (?:approved|covered|authorized)\b)"
    r"(?=\W*$|,? (?:because|since|as|under|for|due|at|on|by (?:us|our|this|the) )|[.,;])"
)
_RULE = re.compile(
    rf"\b(?:is|are) (?:being )?(?:\w+ly )?{_REFUSED}"
    r"|\b(?:is|are) not (?:\w+ ){0,2}?(?:approved|covered|authorized|payable|necessary)\b"
    r"|\b(?:we|plan|program|policy) (?:do|does) not (?:\w+ )?(?:approve|cover|pay|authorize)\b"
)
# What may happen, waits for something, or is somebody else's doing is no refusal of this letter's.
_OPEN = re.compile(
    r"""
    \b(?:if|unless|until|whether|should|may\ be|might|could\ be|would|whenever|when)\b
    | \b(?:some|certain|many|most|any|no|none|neither|nothing)\b [^,;]{0,60}? \b(?:is|are|was|were|been)\b
    | \b(?:denied|refused|declined|rejected)\ (?:nothing|no|none)\b
    | \b(?:not|never|nor)\ (?:\w+\ )?(?:denied|refused|declined|rejected)\b
    | \b(?:denied|refused|declined|rejected|covered|approved|paid)\ by\ (?!us\b|our\b|this\b|mistake\b)
    | \byour\ (?:\w+\ )?(?:insur\w*|carrier|plan)\ (?:\w+\ )?(?:has\ |have\ )?(?:denied|refused|declined|rejected)\b
    """,
    re.VERBOSE,
)
# A copy of a claim, an earlier letter's doing, or a paper that asks for no care.
_OTHER = re.compile(
    r"\bduplicate|\b(?:already|previously) (?:been )?(?:paid|processed)\b|\bsame claim\b"
    r"|\b(?:last (?:week|month|year)|earlier|previously|at first|in time|ago)\b"
    r"|\brequest (?:to|for) (?:(?:a|an|the) )?(?:change|cancel|switch|move|transfer|join|leave|new|replacement)\w*\b"
    r"|\b(?:application|enroll\w*|membership|registration|payment plan|loan|address|password|account)\b"
)
_WHY = re.compile(r"\b(?:because|since|as (?:the|it|this|your))\b.*")
_NOT_AFTER = r"(?<!you )(?<!say )(?<!means )(?<!inform )(?<!decided )(?<!regret )"
_ASIDE = re.compile(
    rf"\b(?:which|why|what|who|{CARE}(?: {_NOT_AFTER}that)?) we (?:have |had )?(?:\w+ly )?(?:{_REFUSED}|(?:did"
    rf"|could|can) not \w+)"
    r"|\b(?:(?<!after )(?<!beyond )that|which|who) (?:is|are|was|were) (?:not (?:\w+ )?\w+|denied|refused|declined)"
)
_CUT = re.compile(r"[;:]\s+|,? (?:but|so)\s+|,? and (?=(?:you|we|your|if|the|this)\b)|, (?=you (?:may|can)\b)")
_ON = re.compile(
    r"\b(?:on|of|dated|from)\s+([A-Za-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
_DECIDED = re.compile(rf"(?:{_REFUSED}|not (?:\w+ )?(?:approved?|covered?|authorized?|pay|paid))[^,;]{{0,40}}$|^\W*$")
# A decision that grants one part and refuses another in one sentence.
_IN_PART = re.compile(
    r"""
    \b(?:approved|paid|covered|authorized|granted|denied|refused)\ (?:only\ )?in\ part\b
    | \bpartial(?:ly)?\ (?:approv|den|refus|cover|paid|pay|authori)\w*
    | \bpart\ of\ (?:your|the|this)\ (?:\w+\ ){1,3}?(?:was|is|were|has\ been)\ (?:denied|refused|not\ \w+)
    | \b(?:approved?|paid|covered?|authorized?|pay\ for)\b [^;]{0,160} \b(?:and|but)\ (?:we\ )?(?:denied|refused
        |declined|not\ for|not\ the|(?:did|can|could|will)\ not)\b
    | \b(?:approved?|paid|covered?|authorized?|pay\ for)\b [^;]{0,160} \bexcept\b [^;]{0,160} \bwe\ (?:denied
        |refused|(?:did|can|could|will)\ not)\b
    | \basked\ for\b [^;]{0,80} \b(?:we|plan)\ (?:can|could|will)\ (?:only\ )?(?:approve|cover|authorize|pay)\b
    | ^denied(?:\ \w+)?:\ (?!none|no\b|0\b|\W*$)
    """,
    re.VERBOSE,
)
# Beside what a letter grants, any other thing of this reader's that it names may be what it refuses.
_BESIDE = re.compile(
    r"\b(?:the|your|line) (?:[\w'-]+ ){1,6}?(?:is|are|was|were)"
    r" (?:denied|refused|not (?:approved|covered|authorized|paid))"
)
_NOTHING = re.compile(r"\b(?:nothing|none|no \w+) (?:[\w ]+ )?(?:was|were|is|has been|have been) (?:denied|refused)")
_PROVIDERS = re.compile(
    r"\bour (?:\w+ )?(?:billing (?:office|department|team)|patients?|practice|clinic|hospital|physicians?"
    r"|patient accounts)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What a plan's letter refuses: the sentences that say so as printed, none where only its lines do.

    `in_part` where the letter grants another part of what was asked for.
    """

    words: tuple[str, ...]
    in_part: bool


def refusal_of(letter: Document) -> Refusal | None:
    """Return what a letter refuses; None where it is no plan's own, refuses nothing, or takes its refusal back.

    What it says only of other cases, of other plans, of an earlier day or until something has come is no refusal. A
    letter that asks for money, or speaks of its own billing office, is a provider's, whatever plan it names.
    """
    asks = letter.totals is not None and letter.totals.balance_due is not None
    if letter.kind != "letter" or letter.payer is None or not letter.payer.name or asks:
        return None
    said = (*statements(letter), *(note.text for note in letter.remarks if note.text))
    dated = letter.document_date or letter.processed_date
    clauses = [clause for each in said for clause in _clauses(plain(each)) if not _is_open(clause)]
    if any(_PROVIDERS.search(plain(each)) for each in said) or any(map(takes_back, clauses)):
        return None
    granted = [clause for clause in clauses if grants(clause)]
    is_whole = any(_NOTHING.search(plain(each)) for each in said)
    words = tuple(each for each in said if _is_refusal(each, dated) and not (is_whole and _is_in_part(each)))
    if not words and granted:
        words = tuple(each for each in said if _is_beside(plain(each)) and not _is_aside(each, dated))
    statuses = {line.status for line in letter.lines}
    if not words and "denied" not in statuses:
        return None
    in_part = "paid" in statuses or any(map(_is_in_part, words)) or _is_of_a_part(granted, words)
    return Refusal(words=words, in_part=in_part) if in_part or not granted else None


def _is_of_a_part(granted: Sequence[str], words: Sequence[str]) -> bool:
    parts = [part for each in words for part in _clauses(plain(each)) if _says_no(part) or _is_beside(part)]
    refused = [_WHY.sub("", part) for part in parts]
    return any(is_of_a_part(*pair) for pair in itertools.product(granted, refused))


def _is_refusal(printed: str, dated: datetime.date | None) -> bool:
    if _is_aside(printed, dated):
        return False
    return _is_in_part(printed) or any(map(_says_no, _clauses(plain(printed))))


def _is_aside(printed: str, dated: datetime.date | None) -> bool:
    return bool(_OTHER.search(plain(printed))) or _is_of_another_day(printed, dated)


def _is_in_part(printed: str) -> bool:
    said = plain(printed)
    return bool(_IN_PART.search(said)) and not _is_open(said)


def _is_beside(said: str) -> bool:
    return bool(_BESIDE.search(said)) and not _is_open(said)


def _clauses(said: str) -> list[str]:
    return [_ASIDE.sub("", clause) for clause in _CUT.split(said)]


def _says_no(clause: str) -> bool:
    """Tell whether a clause refuses this care outright; the reasons it gives are set aside."""
    outright = _WHY.sub("", clause)
    if _OPEN.search(outright):
        return False
    return bool(
        _REFUSES.search(outright)
        or _NAMED.search(outright)
        or (_RULE.search(outright) and re.search(THIS_CARE, outright))
    )


def _is_open(clause: str) -> bool:
    return bool(_OPEN.search(_WHY.sub("", clause)))


def _is_of_another_day(printed: str, dated: datetime.date | None) -> bool:
    """Tell whether a sentence says that it was decided on another day than that of the letter."""
    for found in _ON.finditer(printed):
        day = parse_date(found[1])
        if _DECIDED.search(plain(printed[: found.start()])) and (day is None or day.on(None) != dated):
            return True
    return False
