"""Sentences that say until when the reader may send an appeal.

A sentence counts where it has one of a few forms: the reader files, the plan must get the appeal, the appeal must be
filed, the reader has so long to appeal, the last day to appeal is. Who files, what is filed and what may stand before
the day are all listed; what fits no form tells no day. Days stand in the sentence as "<0>", "<1>" and so on.
"""

import re

_BY = r"(?:by|on or before|(?:no|not) later than|until|within|in|up to)"
_DAY = r"\W{0,3}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?<(?P<at>\d+)>"
_OF_THIS = r"(?:this|our|the|that) (?:\w+ )?(?:decision|denial|determination|claim)\b"
_NOUN = rf"(?:appeals?|reconsiderations?|redeterminations?|reviews?(?! of (?!{_OF_THIS})))\b"
_KIND = (
    r"(?:(?:us|to|in|for|an?|any|all|your|the|this|our|written|standard|formal|internal|member|signed|complete|plan"
    r"|first|first-level|first level|level 1|level one|requests?) )*"
)
_FILE = (
    rf"(?:(?:(?:file|send|mail|fax|write) or )?(?:file|send|mail|fax|submit|request|ask for|ask|make|get|receive"
    rf"|start) {_KIND}{_NOUN}"
    rf"|ask (?!(?:your|the) (?:doctor|provider|employer|clinic|hospital))(?:(?!for\b)[\w.&'-]+ ){{1,6}}for an? {_NOUN}"
    rf"|ask (?:us |the plan |your plan )?to (?:review|reconsider|look at|change) {_OF_THIS}|appeal\b)"
)
# What may stand between the filing and the day: how, where, and of what. No other doing, and no other decision.
_OPENS = (
    r"(?:with|to|at|in|of|for|about|on|by|from|through|against|under|or|this|our|the|it|your|us|again|online|form"
    r"|requests?|letter|no|not|within|until|up)\b"
)
_NEVER = (
    r"(?:and|but|while|who|which|that|if|when|after|before|unless|during|is|are|was|were|will|can|may|must|should|do"
    r"|does|not|we|you|they|keep|continu\w+|have|stay|avoid|pay|paid|get|see|stop|let|valid|good|open|effective|ends?"
    r"|expires?|other|another|earlier|previous|prior|last|second|third|january|february|march|april|june|july|august"
    r"|september|october|november|december)\b"
)
_REST = rf"(?=,? (?:{_OPENS}))(?:,(?= {_OPENS})| (?!{_NEVER})[\w'/#.()-]+){{0,14}}? "
_GAP = rf"(?:{_REST}| )"
_LIMIT = rf"{_GAP}{_BY}{_DAY}"
_WHO = (
    r"(?:you|(?:an? |the |our )?(?:members?|patients?|enrollees?|beneficiar(?:y|ies)|subscribers?))"
    r"(?:,? (?:(?:or|and|and/or) )?(?:your|an?|someone|another) \w+(?: \w+)?){0,3}?,?"
)
_MAY = r"(?:(?:may|can|must|should|have to|has to|need to|needs to|(?:have|has) (?:the|a) right to)(?: also| still)?)"
_AFTER = (
    r"(?:^|[,;:.)] |\b(?:and|but|then|so|please|(?:note|remember|means) that|if you (?:disagree|do not agree)"
    r"(?: with (?:this|our|the|us)(?: decision)?)?) )"
)
_WANTS = (
    rf"(?:(?:in order )?to {_FILE}|if you (?:want|wish|would like|decide|choose|plan) (?:to {_FILE}|an? {_NOUN}))"
    rf"(?: (?!{_NEVER})[\w']+){{0,5}}?,? (?:please )?"
)
_WRITE = (
    r"(?:(?:write|call|reply|respond|contact|tell)(?: to)?(?: us| your plan| the plan| (?:the )?(?:member"
    r"|customer) services?)?|do (?:so|it|this)"
    r"|(?:send|mail|fax|submit|return|complete)(?: us| in)? (?:it|(?:this|the|your|an?) (?:\w+ )?(?:form|request"
    r"|letter|appeal)))"
)
_DONE = (
    r"(?:be (?:filed|sent|received|postmarked|submitted|made|requested|mailed|faxed|started)"
    r"(?: and (?:sent|received|postmarked))?|be in writing and (?:must )?be received|reach us|arrive|get to us"
    r"|come to us)"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_AFTER}(?:{_WHO} {_MAY} )?{_FILE}{_LIMIT}",
        rf"{_AFTER}{_BY}{_DAY},? {_WHO} {_MAY} {_FILE}",
        rf"{_AFTER}{_WANTS}(?:{_WHO} {_MAY} )?{_WRITE}{_LIMIT}",
        rf"{_AFTER}(?:{_WANTS})?you (?:only )?(?:have|are allowed|are given) (?:only |at least )?(?:{_BY} )?"
        rf"(?:only |at least )?{_DAY}(?={_GAP}to {_FILE})",
        rf"{_AFTER}{_WANTS}you (?:only )?(?:have|are allowed|are given) (?:only |at least )?(?:{_BY} )?{_DAY}",
        rf"{_AFTER}{_KIND}{_NOUN}{_GAP}{_MAY} {_DONE}{_LIMIT}",
        rf"{_AFTER}we (?:must|have to|need to|should) (?:get|receive|have) {_KIND}{_NOUN}{_LIMIT}",
        rf"{_AFTER}(?:the |your )?(?:last day|deadline|due date|time limit) (?:to {_FILE}|for {_KIND}{_NOUN})"
        rf"(?:{_REST})?\W?(?: ?is)?(?: ?{_BY})?{_DAY}",
        rf"{_AFTER}(?:the |your )?{_NOUN} (?:deadline|due date)(?: is)?(?: {_BY})?{_DAY}",
    )
)
# A day that holds under a condition is told only where the condition is to disagree, or to want an appeal.
_CONDITION = re.compile(
    r"\b(?:if|unless|while|when|whenever|during|in order|so (?:that|you|your)|without)\b|(?:^|[,;:] )to |<\d+>,? "
    r"(?:\w+ )?to (?!the |our |this |us\b|your |an? |p\.? ?o)"
)
_FIT = re.compile(
    rf"if you (?:still )?(?:disagree|do not agree|are not (?:satisfied|happy)|are (?:un|dis)\w+"
    rf"|(?:think|believe|feel) (?:that )?(?:we|this|our|the|it)\b"
    rf"|(?:want|wish|would like|decide|choose|plan) (?:to {_FILE}|an? {_NOUN}|us to (?:look|review|reconsider|change)))"
    rf"|\W*(?:<\d+>,? (?:\w+ )?)?(?:in order )?to {_FILE}"
)
# Other ways than the first appeal, and those with days of their own.
_OTHER = re.compile(
    r"\b(?:hearing|external|outside|independent|second|another|level (?:2|3|4|two|three)|expedited|fast|urgent"
    r"|judge|court"
    r"|council)\b"
)


def filing_limits(said: str) -> tuple[int, ...]:
    """Return the numbers of the days by which the reader has to have filed; the sentence is in small letters."""
    conditions = (_FIT.match(said, found.start()) for found in _CONDITION.finditer(said))
    if _OTHER.search(said) or not all(conditions):
        return ()
    return tuple(sorted({int(found["at"]) for form in _FORMS for found in form.finditer(said)}))
