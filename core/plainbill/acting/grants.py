"""What a plan's letter grants: care that it approves or pays for, and a refusal that it takes back."""

import re

CARE = (
    r"(?:claims?|requests?|services?|care|tests?|drugs?|treatments?|procedures?|visits?|stay|scans?|surgery|items?"
    r"|charges?|coverage|appeals?|payment|authorization|referral|equipment|therapy|medicines?|medications?"
    r"|prescriptions?|mri|ct|x-?rays?|imaging|admission|hospitalization|injections?|infusions?|devices?|supplies"
    r"|ambulance|transport\w*|nursing|rehab\w*|operation|wheelchair|brace|bed|pump|days|nights|benefits?|approval"
    r"|consultation|evaluation|exams?|vaccines?|shots?|lab\ work|screenings?|mileage|fees?"
    r"|rides?|hours|weeks|doses?|pills|units|fittings?|lens(?:es)?|glasses|hearing\ aids?|implants?|oxygen|walker"
    r"|crutches|monitoring|biops(?:y|ies)|anesthesia|room|facility)"
)
"""What a plan grants or refuses, in small letters."""
THIS_CARE = rf"\b(?:this|that|these|those|your|the)\ (?:[\w-]+\ ){{0,4}}?{CARE}\b|\bit\b"
"""This reader's care, and not all care of a kind."""

# "That visit is covered" tells of a visit that may come.
_YOURS = rf"\b(?:this|these|your|the)\ (?:[\w-]+\ ){{0,4}}?{CARE}\b"
_GRANTED = r"(?:approved|paid|authorized|granted|covered)\b"
_GRANTS = re.compile(
    rf"""
    \bwe\ (?:have\ |are\ |had\ )?(?:also\ )?(?:approved|approving|authorized|granted)\b
    | \bwe\ (?:have\ )?(?:already\ )?paid\ (?!\$?0\b|nothing|none)
    | \bwe\ (?:can|will)\ (?:only\ )?(?:pay|cover|approve|authorize)\b | \bwe\ are\ (?:paying|covering)\b
    | \bdecided\ to\ (?:pay|cover|approve|authorize)\b | \bplan\ (?:has\ )?(?:paid|covered|approved)\b | ^approved\W
    | (?:{_YOURS}|\b(?:it|they)\b)(?:\ (?!not\b|only\b|that\b)\w+){{0,4}}?\ (?:is|are|was|were|has|have)(?:\ also)?
        (?:\ been|\ being)?\ {_GRANTED}
    | (?<!no\ )\bpayment\ (?:was|has\ been|is)\ (?:being\ )?(?:sent|issued|made)\b
    | \bwe\ (?:have\ )?(?:sent|issued|made)\ (?:you\ |the\ |a\ |your\ )*(?:payment|check)\b
    """,
    re.VERBOSE,
)
_TAKES_BACK = re.compile(
    rf"""
    \bwe\ (?:have\ |are\ |had\ )?(?:now\ |since\ |also\ )?(?:overturned|overturning|reversed|reversing|reprocessed)\b
    | \bwe\ (?:have\ |are\ |had\ )?(?:now|since)\ (?:approved|approving|authorized|granted|paid|paying|covering
        |sent|issued|made)\b
    | \b(?:will\ now|now\ will)\ (?:be\ )?(?:pay|paid|cover|covered|approve|approved|authorize)\b
    | (?:{_YOURS}|\b(?:it|they)\b)(?:\ (?!not\b|only\b|that\b)\w+){{0,4}}?\ (?:is|are|was|were|has|have)
        (?:\ been|\ being)?(?:\ now|\ since)(?:\ been|\ being)?\ {_GRANTED}
    | (?:{_YOURS}|\b(?:it|they)\b)(?:\ (?!not\b|only\b|that\b)\w+){{0,4}}?\ (?:is|are|was|were|has|have)
        (?:\ now|\ since)?(?:\ been|\ being)?\ (?:overturned|reversed|reprocessed)\b
    | (?<!not\ )\bchanged\ (?:our|the)\ (?:decision|mind)\b | \bthat\ has\ changed\b
    | \b(?:decided|ruled|found)\ in\ your\ favor\b | \b(?:denied|refused|done|decided)\ (?:by\ mistake|in\ error)\b
    | \bmistake\ when\ we\ (?:denied|refused)\b
    | ^(?![^;]*\b(?:think|believe|feel|why)\b)[^;]*\b(?:denial|refusal)\b[^;]{{0,30}}\ (?:was|is|has\ been)\ (?:wrong
        |a\ mistake|an\ error|withdrawn|cancell?ed|reversed|overturned)\b
    | \bwe\ (?:have\ )?(?:withdrawn|withdrew|cancell?ed)\ (?:our|the)\ (?:denial|decision|refusal)\b
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(r"\b(?:before|already|earlier|last (?:week|month|year))\b")
_PART = re.compile(
    r"\b(?:part|partly|partial(?:ly)?|some of|the rest|remaining|remainder|except|additional|instead|(?:\d+|\w+) of the"
    r" (?:\d+|\w+) \w+|after (?:that|this)|but not|lower dose)\b|\bthe (?:other|others|second|last|next)\b"
    r"(?! (?:requests?|decision|claim|review|notice|denial|letter|time)\b)"
)
# Words that name no care of their own, so that two of them may well be one thing.
_NO_NAME = re.compile(
    r"\b(?:a|an|the|your|this|that|these|those|our|we|you|it|its|they|them|of|for|to|in|on|at|by|with|from|and"
    r"|or|not|is|are|was|were|be|been|being|has|have|had|can|could|will|would|did|do|does|cover|covered"
    r"|covering|pay|paid|paying|approve|approved|approving|authorize|authorized|authorizing|authorization"
    r"|deny|denied|denying|refuse|refused|decline|declined|reject|rejected|decided|certify|certified"
    r"|granted|payable|necessary|plan|because|since)\b"
)
_GENERAL = re.compile(
    r"\b(?:claims?|requests?|services?|care|coverage|payment|treatment|it|this|decision|benefits|more|anything"
    r"|everything|all|any)\b"
)
_WORD = re.compile(r"[\w']+")
_DEFINITE = re.compile(r"\b(?:the|your|this|these|\d+)\b")
_ANY_ONE = re.compile(r"\b(?:pay(?: for)?|cover|approve|authorize) (?:an?|any|other people's) ")


def takes_back(clause: str) -> bool:
    """Tell whether a clause takes a refusal back, and not only a part of it; in small letters."""
    return bool(_TAKES_BACK.search(clause)) and not _PART.search(clause)


def grants(clause: str) -> bool:
    """Tell whether a clause approves this care or pays for it, or takes a refusal of a part of it back."""
    return bool((_GRANTS.search(clause) and not _BEFORE.search(clause)) or _TAKES_BACK.search(clause))


def is_of_a_part(granted: str, refused: str) -> bool:
    """Tell whether what two clauses grant and refuse are parts of one decision: they name a part, or two things."""
    if _PART.search(granted) or _PART.search(refused):
        return True
    one, other = _named(granted), _named(refused)
    if _GENERAL.search(refused) or not one or not other or not _DEFINITE.search(refused) or _ANY_ONE.search(refused):
        return False
    return not one <= other and not other <= one


def _named(clause: str) -> set[str]:
    return set(_WORD.findall(_NO_NAME.sub(" ", clause)))
