"""Whether a plan's letter answers an appeal, and whether it is the plan's last word.

A first no speaks of an appeal too, but only as of something that is still to come. A letter that tells of the reader's
appeal as of something that has happened is an answer.
"""

import re

from plainbill.acting.statements import plain, statements
from plainbill.case import Document

_NOUN = r"(?:appeal|grievance|reconsideration|redetermination|second look)\b(?!['s]* (?:rights?|forms?|process|rules?))"
_YOURS = re.compile(
    rf"\b(?:your|the|this|our|an?) (?:[\w-]+ ){{0,4}}?{_NOUN}|\b(?:outcome|results?|decision|answer|response) (?:of|on|to|about)"
    rf" (?:\w+ )?{_NOUN}|\bappeals? (?:committee|panel|board|team|unit|department)\b"
)
_HAPPENED = re.compile(
    r"\b(?:\w{2,}ed|(?:writ|deny|review|uphold|clos|dismiss|reject|declin|answer)ing|was|were|has|have|had|got|came|met|sent|made|took|answers|thank|results?|outcome)\b"
)
_OFFERED = re.compile(
    r"""
    \b(?:(?:if|unless|until|when|whenever|once|who\ (?:look|decide|review)s?|how|rights|right\ to|because\ you|nobody
        |no\ one)\b|(?:after|before)\ (?!(?:\w+\ )?review))
    | \b(?:you|members?|we|someone|somebody|representative|doctor|provider|appeals?)\ (?:also\ )?
        (?:may|must|can(?!\ not)|should|will(?!\ not)|want|wish|need|have\ (?:the|a|to|until|up|\d))\b
    | \b(?:appeal|reconsideration|redetermination)\ (?:has\ to|needs?\ to)\b | \bmust\ be\b
    | \b(?:to|not|may|can|must|should)\ (?:file|send|request|ask|start|make|submit|appeal)\b
    | (?:^|,\ |\bor\ |\band\ )(?:please\ |you\ )?(?:send|mail|fax|file|submit|write|call|include|ask|attach|sign|use|put|give|tell|fill|keep)\b
    """,
    re.VERBOSE,
)
_YOU_DID = re.compile(
    r"\b(?:you|your (?:doctor|provider|representative)) (?:have |had |recently )?(?:appealed\b|(?:asked|filed|sent|requested"
    rf"|submitted|made|wrote)\b[^;]{{0,40}}?(?:{_NOUN}|\b(?:look|review)\b[^;]{{0,40}} (?:again|decision\b)|\banother look\b))"
)
_STANDS = re.compile(
    r"\b(?:original|earlier|previous|first|initial|prior) (?:decision|denial|determination)[^;]{0,20}? (?:stands?"
    r"|(?:is|was|has been|have been) (?:\w+ )?(?:correct|right|confirmed|maintained))\b"
    r"|\b(?:decision|denial|determination)\b[^;]{0,60}? (?:(?:is|was|has been) (?:upheld|affirmed)|(?:has|did|does) not changed?\b"
    r"|remains?|stays|stands)\b"
    r"|\bwe (?:\w+ ){0,2}?(?:to )?(?:uphold|upheld|upholding|affirm|affirmed|stand by|maintain)\b"
    r"|\bwe (?:still (?:can|will|do) not|continue to deny|again|will not change|(?:did|have) not changed? (?:our|the))\b"
    r"|\bwe (?:have )?(?:\w+ )?(?:looked|reviewed|considered|checked)\b[^;]{0,60}? again\b|\b(?:did not|do not) change it\b"
)
_HEADING = re.compile(
    rf"^(?:re|regarding|about|subject|concerning|in the matter of)\b:? (?!how|your right)[^.;]{{0,60}}?{_NOUN}"
    r"|^(?:notice of )?(?:your |an |the |our )?(?:[\w-]+[ -](?:level|stage) |level \w+ )?(?:appeal|reconsideration"
    r"|redetermination) (?:decision|determination|resolution|outcome|response|denial)(?: notice| letter)?(?:\W*$| dear\b)"
    r"|\b(?:this|here) (?:letter |notice )?is (?:\w+ ){0,4}(?:appeal|reconsideration|redetermination)"
    r" (?:decision|determination|answer)\b"
    rf"|^(?:\w+ )?(?:decision|answer|response|determination) (?:on|about|of|to|for) (?:your|the|an) (?:[\w-]+ ){{0,3}}{_NOUN}\W*$"
    rf"|\bthis (?:letter|notice)?\b[^;]{{0,40}}? (?:answers?|responds|response|reply|answer|decision|outcome|result)"
    rf" (?:to|of|on|about|your|an)\b[^;]{{0,40}}?{_NOUN}"
    rf"|\bin (?:response|reply|answer) to (?:your|an|the) (?:[\w-]+ ){{0,4}}?{_NOUN}"
)
_FINAL = r"final (?:\w+ ){0,2}?(?:adverse|decision|determination|denial)\b"
_LAST = re.compile(
    rf"\bthis (?:letter |notice )?(?:is|serves as) (?:\w+ ){{0,4}}?{_FINAL}|^(?:notice of )?(?:our |the )?{_FINAL}(?: \w+){{0,2}}\W*$"
    r"|\b(?:you have|there are|there is) no (?:more|further|other) (?:\w+ )?appeals?\b"
)
_FINAL_ADVERSE = re.compile(
    rf"(?:\bthis (?:letter |notice )?is (?:\w+ ){{0,4}}?|^(?:notice of )?)final (?:internal )?adverse\b"
)


def answers_appeal(letter: Document) -> bool:
    """Tell whether a letter is the answer to an appeal, and so not the first no."""
    return any(map(_is_answer, map(plain, statements(letter))))


def is_last_no(letter: Document) -> bool:
    """Tell whether a letter says that its plan has no further no to give, after an appeal."""
    said = tuple(map(plain, statements(letter)))
    return any(map(_is_answer, said)) and any(map(_LAST.search, said))


def _is_answer(said: str) -> bool:
    if _HEADING.search(said) or _FINAL_ADVERSE.search(said):
        return True
    if _OFFERED.search(said):
        return False
    told = _YOURS.search(said) and _HAPPENED.search(said)
    return bool(told or _YOU_DID.search(said) or _STANDS.search(said))
