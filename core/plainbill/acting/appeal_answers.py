"""Whether a plan's letter answers an appeal, and whether it is the plan's last word.

A first no speaks of an appeal too, but only as of something that is still to come. A letter that tells of the reader's
appeal as of something that has happened is an answer. A letter that does neither may be either.
"""

import re
from typing import Literal

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
    r"|\b(?:after|before) (?!(?:\w+ )?review|a \w+ (?:look|review)|ha[sd]\b|and\b|(?:look|read|consider|review)ing)"
)
_OFFERED = re.compile(
    r"""
    \b(?:who\ (?!\w+ed\b|found\b)\w+s?\ (?:\w+\ )?(?:your|the|an)\b|how
        |will\ (?:look|decide|review|read|hear)|rights|right\ to
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
_DECISION = r"(?:decision|denial|determination)"
_YOU_DID = re.compile(
    r"\b(?:you|your (?:doctor|provider|representative)) (?:have |had |recently )?(?:appealed\b"
    r"|(?:asked|filed|sent|requested|submitted|made|wrote)\b[^;]{0,60}?"
    rf"(?:{_NOUN}|\b(?:look|review)\b[^;]{{0,40}} (?:again|decision\b|denial\b)|\banother look\b))"
    r"|\b(?:review|look) (?:that )?you (?:have )?(?:asked for|requested|wanted)\b"
    r"|\byour (?:request|letter|call)\b[^;]{0,20}? (?:that|asking) (?:we|us to) (?:look|review|reconsider|change)\b"
    r"|\b(?:review|appeal)[a-z]* (?:requested|filed|asked for|made|sent) (?:by|for) (?:you|your)\b|\bat your request\b"
    r"|\byou (?:told us|wrote|said)\b[^;]{0,40}? (?:not agree|disagree\w*) with (?:our|the|this)"
    rf" (?:\w+ )?{_DECISION}"
)
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
    r"|\bwe (?:have )?(?:\w+ )?(?:looked|reviewed|considered|checked)\b(?![^;]*\bwhen they)[^;]{0,60}? again\b"
    rf"|\b(?:we|reviewer|committee|panel)\b[^;]{{0,40}}? (?:agrees?|agreed) with (?:our|the) {_DECISION}"
    rf"|\b(?:completed|finished|closed) (?:the|our|an?|your) (?:\w+ )?review of (?:our|the|this) (?:\w+ )?{_DECISION}"
    rf"|\b{_DECISION}\b[^;]{{0,60}}? (?:will (?:stand|not change|stay)|was (?:made correctly|correctly made))\b"
    r"|\b(?:reviewed|considered|looked at)\b[^;]{0,40}? (?:a|for the) second time\b|\b(?:second|another|re-?) ?review\b"
    r"(?! (?:of (?:this|that|it)|by an? (?:outside|independent)))|\bre-?review(?:ed|ing)\b|\bagain reviewed\b"
    r"|\b(?:information|records?|papers|notes)\b[^;]{0,40}? (?:did|does|do) not change (?:our|the|this)\b"
    r"|\bwe (?:have |did )?not chang(?:ed|e) our (?:mind|decision)\b"
)
_HEADING = re.compile(
    rf"^(?:re|regarding|about|subject|concerning|in the matter of)\b:? (?!how|your right)[^.;]{{0,60}}?{_NOUN}"
    r"|^(?:notice of )?(?:your |an |the |our )?(?:[\w-]+[ -](?:level|stage) |level \w+ )?(?:appeal|reconsideration"
    r"|redetermination) (?:decision|determination|resolution|outcome|response|denial)(?: notice| letter)?(?:\W*$"
    r"| dear\b)"
    r"|^(?:notice of )?(?:reconsideration|redetermination|appeal) (?:notice|letter|result)\b"
    r"|\b(?:this|here) (?:letter |notice )?is (?:\w+ ){0,4}(?:appeal|reconsideration|redetermination)"
    r" (?:decision|determination|answer)\b"
    rf"|\bthis (?:letter|notice)\b[^;]{{0,40}}? (?:answers?|responds|response|reply|decision|outcome"
    rf"|result)\b[^;]{{0,40}}?{_NOUN}"
)
_COMMITTEE = re.compile(
    r"\b(?:appeals?|grievance) (?:\w+ )?(?:committee|panel|board|team|unit|reviewers?)\b[^;]{0,20}?"
    r" (?:has|have|made|found|met|voted|decided|reviewed|looked|agreed|finished)\b"
    r"|\bappeals? (?:filed|made|sent|submitted) (?:for|by|on)\b"
    r"|\b(?:appeals?|appeal process)\b[^;]{0,20}? (?:is|are|has been|have been) (?:\w+ )?(?:exhausted|complete\w*"
    r"|over)\b"
    r"|\byou (?:have |has )?(?:now )?(?:finished|completed|exhausted|used)\b[^;]{0,40}? appeals?\b"
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


# Steps that come after a first appeal.
_LATER = re.compile(
    r"\b(?:second|level (?:2|3|4|two|three)|external|outside|independent|another|further|next|hearing|judge|court"
    r"|council)\b"
)
_IF = re.compile(r"\b(?:if|unless|until|when|whenever|once)\b")
_TO_COME = re.compile(
    r"\b(?:appeals?|reconsiderations?|redeterminations?|grievances?)\b|\breconsider\b"
    r"|\b(?:review|look at) (?:of )?(?:this|our|the) (?:\w+ )?(?:decision|denial|determination)\b"
    r"|\b(?:decision|denial) (?:reviewed|looked at)\b"
)

Standing = Literal["first", "answer", "either"]
"""What a refusal is: the plan's first no, its answer to an appeal, or one of the two and no word tells which."""


def standing_of(letter: Document) -> Standing:
    """Return what the refusal of a letter is, by what it says of an appeal."""
    said = tuple(map(plain, statements(letter)))
    if any(map(_is_answer, said)):
        return "answer"
    return "first" if any(map(_is_to_come, said)) else "either"


def _is_to_come(said: str) -> bool:
    offered = _OFFERED.search(said) or _IF.search(said)
    return bool(offered and _TO_COME.search(said)) and not _LATER.search(said)


def is_last_no(letter: Document) -> bool:
    """Tell whether a letter says that its plan has no further no to give, after an appeal."""
    said = tuple(map(plain, statements(letter)))
    return any(map(_is_answer, said)) and any(map(_LAST.search, said))


def _is_answer(said: str) -> bool:
    if _CONDITION.search(said):
        return False
    if any(form.search(said) for form in (_HEADING, _FINAL_ADVERSE, _YOU_DID, _STANDS, _COMMITTEE)):
        return True
    if _OFFERED.search(said):
        return False
    return bool(_YOURS.search(said) or (_ANY.search(said) and _HAPPENED.search(said)))
