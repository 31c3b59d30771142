"""Whether a plan's letter answers an appeal, and whether it is the plan's last word.

A first no speaks of an appeal too, but only as of something that is still to come. A letter that tells of the reader's
appeal as of something that has happened is an answer.
"""

import re

from plainbill.acting.statements import plain, statements
from plainbill.case import Document

_NOUN = (
    r"(?:appeal|grievance|reconsideration|redetermination|second look)\b"
    r"(?!(?:s|'s)? (?:rights?|forms?|process|rules?|information|papers?|address|file|packet|guide|steps))"
)
# A mention of this reader's appeal is of one that has come, unless it is offered.
_YOURS = re.compile(
    rf"\b(?:your|the|this|our) (?:[\w-]+ ){{0,4}}?{_NOUN}|\b(?:on|date|notice of(?: \w+)?) {_NOUN}"
    rf"|\b(?:outcome|results?|decision|answer|response) (?:of|on|to|about) (?:\w+ )?{_NOUN}"
    r"|\b(?:appeal|grievance) (?:number|no\.|#|id|received|outcome|result)"
)
_ANY = re.compile(rf"\b{_NOUN}|\bappeals?\b")
_HAPPENED = re.compile(
    r"\b(?:considered|reviewed|received|denied|decided|finished|completed|looked|was|were|had|met|got|came|took"
    r"|thank)\b"
)
# A condition, or what is still to come, or what never may happen.
_CONDITION = re.compile(
    r"\b(?:if|unless|until|when|whenever|once|during|whether|because you|nobody|no one)\b"
    r"|\b(?:after|before) (?!(?:\w+ )?review|a \w+ (?:look|review))"
)
_OFFERED = re.compile(
    r"""
    \b(?:who\ \w+s?\ (?:\w+\ )?(?:your|the|an)\b|how|will\ (?:look|decide|review|read|hear)|rights|right\ to
        |must\ be|help\ (?:you\ )?(?:with|file|make)|trained)\b
    | \b(?:you|members?|we|someone|somebody|representative|doctor|provider|appeals?)\ (?:also\ )?
        (?:may|must|can(?!\ not)|should|will(?!\ not)|want|wish|need|have\ (?:the|a|to|until|up|\d))\b
    | \b(?:appeal|reconsideration|redetermination)\ (?:has\ to|needs?\ to|costs?|does\ not\b(?!\ change\ our)
        |is\ (?:free|an?|your))\b
    | \b(?:to|not|may|can|must|should|need)\ (?:file|send|request|ask|start|make|submit|appeal|pay)\b
    | (?:^|,\ |\bor\ |\band\ )(?:please\ |you\ )?
        (?:send|mail|fax|file|submit|write|call|include|ask|attach|sign|use|put|give|tell|fill|keep)\b
    """,
    re.VERBOSE,
)
_YOU_DID = re.compile(
    r"\b(?:you|your (?:doctor|provider|representative)) (?:have |had |recently )?(?:appealed\b"
    r"|(?:asked|filed|sent|requested|submitted|made|wrote)\b[^;]{0,60}?"
    rf"(?:{_NOUN}|\b(?:look|review)\b[^;]{{0,40}} (?:again|decision\b)|\banother look\b))"
    r"|\b(?:review|look) (?:that )?you (?:have )?(?:asked for|requested|wanted)\b"
)
_DECISION = r"(?:decision|denial|determination)"
_STANDS = re.compile(
    rf"\b(?:original|earlier|previous|first|initial|prior) {_DECISION}[^;]{{0,20}}? (?:is|was|has been) (?:\w+ )?"
    r"(?:correct|right|confirmed|maintained)\b"
    rf"|\b{_DECISION}\b[^;]{{0,60}}? (?:(?:is|was|has been) (?:upheld|affirmed)|(?:has|did|does) not changed?\b"
    rf"|remains?|stays|stands)\b"
    rf"|\bwe (?:\w+ ){{0,2}}?(?:to )?(?:uphold|upheld|upholding|affirm(?:ed)?|stand by|maintain(?:ed)?)\b"
    rf"|\bwe (?:now )?confirm(?:ed)? (?:our|the) (?:\w+ )?{_DECISION}\b|\bsame {_DECISION}\b"
    r"|\b(?:keep|kept|agreed?|agrees) (?:with )?(?:the|our) (?:denial|decision)\b|\bno reason to change\b|\b(?:can"
    r"|will|did|do) not change (?:it|(?:our|the) (?:\w+ )?decision)\b"
    r"|\bwe (?:still (?:can|will|do) not|continue to deny|again)\b"
    r"|\bwe (?:have )?(?:\w+ )?(?:looked|reviewed|considered|checked)\b[^;]{0,60}? again\b"
)
_HEADING = re.compile(
    rf"^(?:re|regarding|about|subject|concerning|in the matter of)\b:? (?!how|your right)[^.;]{{0,60}}?{_NOUN}"
    r"|^(?:notice of )?(?:your |an |the |our )?(?:[\w-]+[ -](?:level|stage) |level \w+ )?(?:appeal|reconsideration"
    r"|redetermination) (?:decision|determination|resolution|outcome|response|denial)(?: notice| letter)?(?:\W*$"
    r"| dear\b)"
    r"|\b(?:this|here) (?:letter |notice )?is (?:\w+ ){0,4}(?:appeal|reconsideration|redetermination)"
    r" (?:decision|determination|answer)\b"
    rf"|\bthis (?:letter|notice)\b[^;]{{0,40}}? (?:answers?|responds|response|reply|decision|outcome"
    rf"|result)\b[^;]{{0,40}}?{_NOUN}"
)
_FINAL = r"final (?:\w+ ){0,2}?(?:adverse|decision|determination|denial)\b"
_LAST = re.compile(
    rf"\bthis (?:letter |notice )?(?:is|serves as) (?:\w+ ){{0,4}}?{_FINAL}"
    rf"|^(?:notice of )?(?:our |the )?{_FINAL}(?: \w+){{0,2}}\W*$"
    r"|\b(?:you have|there are|there is) no (?:more|further|other) (?:\w+ )?appeals?\b"
)
_FINAL_ADVERSE = re.compile(
    r"(?:\bthis (?:letter |notice )?is (?:(?!not\b)\w+ ){0,4}?|^(?:notice of )?)final (?:internal )?adverse\b"
)


def answers_appeal(letter: Document) -> bool:
    """Tell whether a letter is the answer to an appeal, and so not the first no."""
    return any(map(_is_answer, map(plain, statements(letter))))


def is_last_no(letter: Document) -> bool:
    """Tell whether a letter says that its plan has no further no to give, after an appeal."""
    said = tuple(map(plain, statements(letter)))
    return any(map(_is_answer, said)) and any(map(_LAST.search, said))


def _is_answer(said: str) -> bool:
    if _CONDITION.search(said):
        return False
    if any(form.search(said) for form in (_HEADING, _FINAL_ADVERSE, _YOU_DID, _STANDS)):
        return True
    if _OFFERED.search(said):
        return False
    return bool(_YOURS.search(said) or (_ANY.search(said) and _HAPPENED.search(said)))
