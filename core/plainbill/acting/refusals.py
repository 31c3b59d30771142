"""Whether a plan's letter refuses something, by its own words."""

import datetime
import re
from collections.abc import Iterable

from plainbill.acting.statements import plain, statements
from plainbill.case import Document
from plainbill.reading.dates import parse_date

_REFUSED = r"(?:denied|refused|declined|rejected|disallowed)\b"
_CARE = (
    r"(?:claims?|requests?|services?|care|tests?|drugs?|treatments?|procedures?|visits?|stay|scans?|surgery|items?"
    r"|charges?|coverage|appeals?|payment|authorization|referral|equipment|therapy|medicines?|medications?"
    r"|prescriptions?|mri|ct|x-?rays?|imaging|admission|hospitalization|injections?|infusions?|devices?|supplies"
    r"|ambulance|transport\w*|nursing|rehab\w*|operation|wheelchair|brace|bed|pump|days|nights|benefits?|approval"
    r"|consultation|evaluation|exams?|vaccines?|shots?|lab work|screenings?)"
)
# What holds of all care of a kind is a rule of the plan; of this care it is a refusal.
_THIS = rf"\b(?:this|that|these|those|your|the) (?:[\w-]+ ){{0,4}}?{_CARE}\b|\bit\b"
# How plans' model notices word a refusal: 42 CFR 422.568(e) and 438.404, 29 CFR 2560.503-1(g) ask for such a sentence.
_REFUSES = re.compile(
    rf"""
    \bwe\b [^;]{{0,120}}? \b(?:can|could|will|did)\ not\ (?:\w+\ ){{0,2}}?(?:approve|cover|pay|authorize|certify)\b
    | \bwe\b [^;]{{0,60}}? \b(?:unable|not\ able)\ to\ (?:\w+\ )?(?:approve|cover|pay|authorize|certify)\b
    | \bwe\b [^;]{{0,60}}? \bdecided\ (?:to\ (?:\w+\ )?(?:deny|refuse|decline)|not\ to\ (?:approve|cover|pay))\b
    | \bwe\ (?:have\ |are\ )?(?:\w+ly\ )?(?:denied|refused|declined|rejected|denying|refusing|declining)\b
    | \b(?:plan|program|policy)\ (?:can|could|will|did)\ not\ (?:\w+\ )?(?:approve|cover|pay|authorize)\b
    | \b(?:{_CARE}|it|this|these)\b [^;]{{0,160}}? \b(?:was|were|been)\ (?:being\ )?(?:\w+ly\ )?{_REFUSED}
    | \b(?:{_CARE}|it|this|these)\b [^;]{{0,160}}? \b(?:was|were|been)\ not\ (?:\w+\ ){{0,2}}?(?:approved|covered
        |authorized|certified|payable|necessary)\b
    | ^(?:important\ )?(?:notice\ of\ )?(?:an?\ )?(?:adverse\ (?:\w+\ )?determination|denial|non-?coverage)\b
    | \b(?:this|letter|notice)\ is\ (?:\w+\ ){{0,4}}?(?:adverse\ (?:\w+\ )?determination|denial)\b
    | \bdenial\ of\ (?:your\ |the\ |medical\ )(?:\w+\ )?(?:coverage|payment|claim|benefits?|services?|request)\b
    """,
    re.VERBOSE,
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
    rf"\b(?:which|why|what|who|{_CARE}(?: {_NOT_AFTER}that)?) we (?:have |had )?(?:\w+ly )?(?:{_REFUSED}|(?:did"
    rf"|could|can) not \w+)"
    r"|\b(?:that|which|who) (?:is|are|was|were) (?:not (?:\w+ )?\w+|denied|refused|declined)"
)
_CUT = re.compile(r"[;:]\s+|,? (?:but|so)\s+|,? and (?=(?:you|we|your|if|the|this)\b)|, (?=you (?:may|can)\b)")
_ON = re.compile(
    r"\b(?:on|of|dated|from)\s+([A-Za-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
_DECIDED = re.compile(rf"(?:{_REFUSED}|not (?:\w+ )?(?:approved?|covered?|authorized?|pay|paid))[^,;]{{0,40}}$|^\W*$")
_GRANTED = r"(?:approved|paid|authorized|overturned|reversed|granted|covered|reprocessed)\b"
_GRANTS = re.compile(
    rf"""
    \bwe\ (?:have\ |are\ |had\ )?(?:now\ |since\ |also\ )?(?:approved|approving|authorized|overturned|reversed
        |granted|reprocessed)\b
    | \bwe\ (?:have\ )?(?:now\ |since\ |already\ )?paid\ (?!\$?0|nothing|none)
    | \b(?:we\ will|will\ now)\ (?:now\ )?(?:pay|cover|approve|authorize)\b | \bwe\ are\ (?:now\ )?(?:paying|covering)\b
    | (?:{_THIS}|\bthey\b)(?:\ (?!not\b|only\b|that\b)\w+){{0,4}}?\ (?:is|are|was|were|has|have)(?:\ now|\ since
        |\ also)?
        (?:\ been|\ being)?(?:\ now|\ since)?\ {_GRANTED}
    | \bwill\ now\ be\ (?:paid|covered|approved)\b | \bchanged\ (?:our|the)\ (?:decision|mind)\b
    | \b(?:decided|ruled|found)\ in\ your\ favor\b | \b(?:denied|refused|done|decided)\ (?:by\ mistake|in\ error)\b
    | ^(?![^;]*\b(?:think|believe|feel|why)\b)[^;]*\b(?:denial|refusal)\b[^;]{{0,30}}\ (?:was|is
        |has\ been)\ (?:wrong|a\ mistake|an\ error|withdrawn|cancell?ed
        |reversed|overturned)\b
    | \bwe\ (?:have\ )?(?:withdrawn|withdrew|cancell?ed)\ (?:our|the)\ (?:denial|decision|refusal)\b
    | (?<!no\ )\bpayment\ (?:was|has\ been|is)\ (?:being\ )?(?:sent|issued|made)\b
    | \bwe\ (?:have\ )?(?:now\ )?(?:sent|issued|made)\ (?:you\ |the\ |a\ |your\ )*(?:payment|check)\b
    """,
    re.VERBOSE,
)
_PROVIDERS = re.compile(
    r"\bour (?:\w+ )?(?:billing (?:office|department|team)|patients?|practice|clinic|hospital|physicians?"
    r"|patient accounts)\b"
)


def refuses(letter: Document) -> bool:
    """Tell whether a letter is a plan's own and refuses something, and takes nothing of it back.

    What it says only of other cases, of other plans, of an earlier day or until something has come is no refusal. A
    letter that asks for money, or speaks of its own billing office, is a provider's, whatever plan it names.
    """
    asks = letter.totals is not None and letter.totals.balance_due is not None
    if letter.kind != "letter" or letter.payer is None or not letter.payer.name or asks:
        return False
    notes: Iterable[str] = (note.text for note in letter.remarks if note.text)
    said = (*statements(letter), *notes)
    if any(_PROVIDERS.search(plain(each)) or _grants(plain(each)) for each in said):
        return False
    dated = letter.document_date or letter.processed_date
    return any(line.status == "denied" for line in letter.lines) or any(_is_refusal(each, dated) for each in said)


def _is_refusal(printed: str, dated: datetime.date | None) -> bool:
    said = plain(printed)
    return not _OTHER.search(said) and not _is_of_another_day(printed, dated) and any(map(_says_no, _clauses(said)))


def _clauses(said: str) -> list[str]:
    return [_ASIDE.sub("", clause) for clause in _CUT.split(said)]


def _says_no(clause: str) -> bool:
    """Tell whether a clause refuses this care outright; the reasons it gives are set aside."""
    outright = _WHY.sub("", clause)
    if _OPEN.search(outright):
        return False
    return bool(_REFUSES.search(outright) or (_RULE.search(outright) and re.search(_THIS, outright)))


def _grants(said: str) -> bool:
    return any(_GRANTS.search(clause) and not _OPEN.search(_WHY.sub("", clause)) for clause in _clauses(said))


def _is_of_another_day(printed: str, dated: datetime.date | None) -> bool:
    """Tell whether a sentence says that it was decided on another day than that of the letter."""
    for found in _ON.finditer(printed):
        day = parse_date(found[1])
        if _DECIDED.search(plain(printed[: found.start()])) and (day is None or day.on(None) != dated):
            return True
    return False
