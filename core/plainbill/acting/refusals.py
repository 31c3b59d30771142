"""Whether a plan's letter refuses something, by its own words."""

import re
from collections.abc import Iterable

from plainbill.acting.statements import plain, statements
from plainbill.case import Document

# How plans' model notices word a refusal: 42 CFR 422.568(e) and 438.404, 29 CFR 2560.503-1(g) ask for such a sentence.
_REFUSES = re.compile(
    r"""
    \bwe\b [^;]{0,120}? \b(?:can|could|will|did)\ not\ (?:\w+\ ){0,2}?(?:approve|cover|pay|authorize|certify)\b
    | \bwe\b [^;]{0,60}? \b(?:unable|not\ able)\ to\ (?:\w+\ )?(?:approve|cover|pay|authorize|certify)\b
    | \bwe\b [^;]{0,60}? \bdecided\ (?:to\ (?:\w+\ )?(?:deny|refuse|decline)|not\ to\ (?:approve|cover|pay))\b
    | \bwe\ (?:have\ |are\ )?(?:\w+ly\ )?(?:denied|refused|declined|rejected|denying|refusing|declining)\b
    | \b(?:plan|program|policy)\ (?:can|could|will|did)\ not\ (?:\w+\ )?(?:approve|cover|pay|authorize)\b
    | \b(?:is|are|was|were|been)\ (?:being\ )?(?:\w+ly\ )?(?:denied|refused|declined|rejected|disallowed)\b
    | \b(?:was|were|been)\ not\ (?:\w+\ ){0,2}?(?:approved|covered|authorized|certified|payable|necessary)\b
    | \bnotice\ of\ (?:\w+\ )?(?:adverse|denial|non-?coverage)\b
    | \badverse\ (?:benefit\ |coverage\ |organization\ )?determination\b
    | \bdenial\ (?:notice|letter)\b
    | \bdenial\ of\ (?:your\ |a\ |the\ )?(?:\w+\ )?(?:coverage|payment|claim|benefits?|services?|request)\b
    """,
    re.VERBOSE,
)
# What holds of all care of a kind is a rule of the plan; of this care it is a refusal.
_RULE = re.compile(
    r"\b(?:is|are) not (?:\w+ ){0,2}?(?:approved|covered|authorized|payable|necessary)\b"
    r"|\b(?:we|plan|program|policy) (?:do|does) not (?:\w+ )?(?:approve|cover|pay|authorize)\b"
)
_THIS = re.compile(
    r"\b(?:this|that|these|those|your|the) (?:\w+ ){0,3}?(?:claims?|requests?|services?|care|tests?|drugs?|treatments?"
    r"|procedures?|visits?|stay|scans?|surgery|items?|charges?)\b"
)
# What may happen, waits for something, or is somebody else's doing is no refusal of this letter's.
_OPEN = re.compile(
    r"""
    \b(?:if|unless|until|whether|should|may\ be|might|could\ be|would|whenever)\b
    | \bwhen\b | \b(?:some|certain|many|most|any)\ (?:\w+\ )?(?:services|claims|requests|drugs|items|care)\b
    | \b(?:not|never|nor)\ (?:\w+\ )?(?:denied|refused|declined|rejected)\b
    | \bby\ (?:your|the|another|other)\ (?:\w+\ ){0,2}?(?:insur\w*|plan|carrier|payer|medicare|medicaid)\b
    | \byour\ (?:\w+\ )?(?:insur\w*|carrier|plan)\ (?:\w+\ )?(?:has\ |have\ )?(?:denied|refused|declined|rejected)\b
    """,
    re.VERBOSE,
)
_ASIDE = re.compile(r"\b(?:that|which|who) (?:is|are|was|were) (?:not (?:\w+ )?\w+|denied|refused|declined)")
_GRANTS = re.compile(
    r"""
    \boverturn | \brevers(?:e|ed|ing)\b | \bin\ your\ favor\b | \bchanged\ (?:our|the)\ (?:decision|mind)\b
    | (?<!not\ )\b(?:is|are|was|were|been|now|have|we)\ approved?\b | \b(?:we\ will|will\ now)\ pay\b
    | \b(?:denied|refused|done|decided)\ (?:by\ mistake|in\ error)\b
    | \bpayment\ (?:was|has\ been|is)\ (?:sent|issued|made)\b
    | \bwe\ (?:have\ )?(?:now\ )?(?:sent|issued|made|reprocessed)\b
    | \b(?:has|have)\ (?:now\ )?(?:been\ )?paid\b | \bwill\ (?:now\ )?be\ paid\b
    """,
    re.VERBOSE,
)
_ANSWERS = re.compile(
    r"""
    \b(?:your|the|this)\ (?:\w+\ ){0,2}?(?:appeal|grievance|reconsideration)\b [^;]{0,80}?
        \b(?:denied|declined|upheld|uphold|not\ approved|decided)\b
    | \buph(?:eld|old)\b | \bdecision\ (?:on|about|of)\ (?:your|the|this)\ (?:\w+\ )?(?:appeal|grievance)\b
    | \breviewed\ your\ (?:\w+\ )?(?:appeal|grievance)\b | \bappeal\ (?:decision|determination|resolution)\b
    | \bfinal\ (?:internal\ )?adverse\b | \bden(?:y|ied)\ your\ (?:\w+\ )?(?:appeal|grievance)\b
    """,
    re.VERBOSE,
)
_LAST = re.compile(
    r"\bfinal (?:internal )?(?:adverse|decision|determination|denial)\b|\bno (?:more|further) appeals?\b"
)


def refuses(letter: Document) -> bool:
    """Tell whether a letter is a plan's own and refuses something, and takes nothing of it back.

    What it says only of other cases, of other plans or until something has come is no refusal. A letter that asks for
    money is a provider's or a collector's, whatever plan it names.
    """
    asks = letter.totals is not None and letter.totals.balance_due is not None
    if letter.kind != "letter" or letter.payer is None or not letter.payer.name or asks:
        return False
    said = _said(letter)
    denied = any(line.status == "denied" for line in letter.lines)
    return (denied or any(map(_is_refusal, said))) and not any(map(_GRANTS.search, said))


def _is_refusal(said: str) -> bool:
    return bool(_REFUSES.search(said) or (_RULE.search(said) and _THIS.search(said)))


def answers_appeal(letter: Document) -> bool:
    """Tell whether a letter is the answer to an appeal, and so not the first no."""
    return any(map(_ANSWERS.search, _said(letter)))


def is_last_no(letter: Document) -> bool:
    """Tell whether a letter says that its plan has no further no to give."""
    return any(map(_LAST.search, _said(letter)))


def _said(letter: Document) -> list[str]:
    """What the letter says outright, its notes as well."""
    notes: Iterable[str] = (note.text for note in letter.remarks if note.text)
    each = (_ASIDE.sub("", plain(said)) for said in (*statements(letter), *notes))
    return [said for said in each if not _OPEN.search(said)]
