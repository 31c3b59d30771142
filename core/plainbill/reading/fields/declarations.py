"""What a paper says in sentences: insurance has not answered, the kind of visit, a claim is corrected."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from plainbill.case import DocumentKind
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token

Fields = dict[str, Found]

_PENDING = re.compile(
    r"""insurance\s*(?:\([^)]*\)\s*|,\s[^,.]{3,40},\s*)?(?:has\s*been\s*billed|claim\s*(?:is\s*)?pending|is\s*(?:still\s*)?pending|has\s*not\s*(?:yet\s*)?(?:responded|answered|paid))
    |\bhave\s*(?:not\s*yet|yet\s*to|not)\s*hear(?:d)?\s*(?:back\s*)?from\s*(?:them\b|it\b|your\s*(?:health\s*)?(?:plan|insur))
    |(?:your\s*(?:health\s*)?plan|\binsurer|\bcarrier)\s*has\s*not\s*(?:yet\s*)?(?:responded|answered|replied|paid)
    |(?:claim|bill)\s*(?:has\s*been|was|is)\s*(?:submitted|sent|filed|billed)\s*(?:to|with)\s*your\s*(?:insurance|insurer|plan|health\s*plan)
    |(?:pending|awaiting|waiting\s*for)\s*(?:payment\s*from\s*|response\s*from\s*|an?\s*answer\s*from\s*)?(?:your\s*)?(?:insurance|insurer|plan)\b(?!\s*(?:number|id|balance|amount|:|\$|\d))
    |^insurance\s*pending\W*$
    |\b(?:have|has)\s*not\s*(?:yet\s*)?received\s*(?:an?|any|their|its|the\s*plan.?s)\s*(?:answer|reply|response|decision)\b
    |\bnot\s*(?:yet\s*)?(?:answered|decided|processed)\s*by\s*(?:the\s*|your\s*)?(?:health\s*)?(?:plan|insurer|insurance)\b
    |\bwe\s*are\s*(?:still\s*)?waiting\s*for\s*(?:their|its|an?|the\s*plan.?s)\s*(?:answer|reply|decision|response)
    |\b(?:medicare|medicaid|tricare)\s*has\s*been\s*billed
    |\bno\s*(?:insurance|plan|medicare|medicaid)\s*payments?\s*(?:has|have)\s*(?:yet\s*)?been\s*(?:received|made|posted)
    |we\s*(?:have\s*)?(?:billed|filed\s*(?:a\s*claim\s*)?with|submitted\s*(?:a\s*claim\s*)?to)\s*your\s*(?:insurance|insurer|plan)""",
    re.IGNORECASE | re.VERBOSE,
)
_ANSWERED = re.compile(
    r"insurance\s*has\s*(?:paid|processed)|plan\s*has\s*(?:paid|processed)|your\s*insurance\s*paid"
    r"|(?:what|amount)\s*(?:that\s*)?remains|remaining\s*(?:balance|amount)|after\s*(?:your\s*)?insurance",
    re.IGNORECASE,
)
_FREQUENCY = (
    (
        "corrected",
        re.compile(
            # A claim that somebody is asked for is another one.
            r"(?<!send\sa\s)(?<!send\sus\sa\s)(?<!submit\sa\s)(?<!file\sa\s)(?<!need\sa\s)(?<!request\sa\s)"
            r"\b(?:corrected|replacement|adjusted|reprocessed)\s*(?:claim|notice|bill)\b"
            r"(?!\s*(?:may|can|could|must|should)\b)|this\s*(?:replaces|corrects)",
            re.IGNORECASE,
        ),
    ),
    (
        "reversal",
        re.compile(
            r"\b(?:reversal|reversed|void(?:ed)?)\s*(?:of\s*)?(?:claim|notice|payment)|claim\s*(?:was\s*)?(?:reversed|voided)",
            re.IGNORECASE,
        ),
    ),
    ("original", re.compile(r"\boriginal\s*claim\b(?!\s*(?:number|no|ref|#))", re.IGNORECASE)),
)
_CALLED = {
    "original": frozenset({"original", "original claim"}),
    "corrected": frozenset({"corrected", "corrected claim", "replacement", "replacement of prior claim"}),
    "reversal": frozenset({"reversal", "void", "void of prior claim"}),
}
_REASONS = (
    ("preventive", re.compile(r"preventive|wellness|annual|physical\s*exam|check-?\s?up|well[- ]child", re.IGNORECASE)),
    ("emergency", re.compile(r"emergen", re.IGNORECASE)),
    ("follow_up", re.compile(r"follow|recheck|return\s*visit", re.IGNORECASE)),
    ("procedure", re.compile(r"procedure|surgery|operation|injection|biopsy", re.IGNORECASE)),
    ("new_problem", re.compile(r"new\s*(?:problem|complaint|symptom|concern)|acute|sick\s*visit", re.IGNORECASE)),
)  # fmt: skip


def declared(layouts: Sequence[PageLayout], kind: DocumentKind) -> Fields:
    """Fields that stand in sentences or in words rather than as values."""
    fields: Fields = {}
    pending = (_sentence(layouts, _PENDING) or _estimated_share(layouts)) if kind == "bill" else ()
    if pending and not _sentence(layouts, _ANSWERED):
        fields["insurance_pending"] = Found(value=True, tokens=pending)
    if kind == "eob":
        for name, pattern in _FREQUENCY:
            if found := _sentence(layouts, pattern):
                fields["claim_frequency"] = Found(value=name, tokens=found)
                break
        else:
            fields |= _labeled_frequency(layouts)
    if kind == "visit_summary":
        fields |= _visit(layouts)
    return fields


def _labeled_frequency(layouts: Sequence[PageLayout]) -> Fields:
    """What the one value of a label like "Claim frequency" calls the claim."""
    labels = [label for layout in layouts for label in layout.labels if label.field == "claim_frequency"]
    called = {name: label for label in labels for name in _CALLED if str(label.value.value).lower() in _CALLED[name]}
    if len(called) != 1:
        return {}
    ((name, label),) = called.items()
    return {"claim_frequency": Found(value=name, tokens=label.value.tokens)}


def _estimated_share(layouts: Sequence[PageLayout]) -> tuple[Token, ...]:
    """The tokens of "Est insurance" where a bill takes it from a balance: the insurance has not answered."""
    labels = [label for layout in layouts for label in layout.labels if isinstance(label.value.value, Decimal)]
    amounts = {atom.money for at in layouts for row in at.cells for cell in row for atom in cell.atoms}
    due = (label.value.value for label in labels if label.field == "balance_due")
    asked = [amount for amount in due if isinstance(amount, Decimal) and amount > 0]
    for label in labels:
        share = label.value.value
        estimated = _ESTIMATED.search(" ".join(token.text for token in label.label)) is not None
        if (
            estimated
            and isinstance(share, Decimal)
            and share
            and any(amount + abs(share) in amounts for amount in asked)
        ):
            return (*label.label, *label.value.tokens)
    return ()


_ESTIMATED = re.compile(r"\best(?:imated|\.)?\s(?:ins\b|insurance)|\bins(?:urance)?\s(?:est\b|estimate)", re.IGNORECASE)


def _sentence(layouts: Sequence[PageLayout], pattern: re.Pattern[str]) -> tuple[Token, ...]:
    """The tokens of the first cell that says it, or of the two whose sentence wraps between them."""
    for layout in layouts:
        for row in layout.free:
            for cell in row:
                if pattern.search(cell.text):
                    return cell.tokens
        for above, row in pairwise(layout.free):
            for one, other in ((one, other) for one in above for other in row if _goes_on(one, other)):
                if pattern.search(f"{one.text} {other.text}"):
                    return (*one.tokens, *other.tokens)
    return ()


def _goes_on(one: Cell, other: Cell) -> bool:
    """True where a sentence of small words wraps to the row below, at the same edge."""
    near = 0 < other.y - one.y < _NEXT_ROW * one.height and abs(other.x0 - one.x0) < one.height
    return near and other.text[:1].islower() and not one.text.endswith((".", ":"))


_NEXT_ROW = 2.2


def _visit(layouts: Sequence[PageLayout]) -> Fields:
    fields: Fields = {}
    for label in (label for layout in layouts for label in layout.labels):
        text = str(label.value.value)
        if label.field == "visit_reason":
            reason = next((name for name, pattern in _REASONS if pattern.search(text)), "other")
            fields.setdefault("visit.reason", Found(value=reason, tokens=label.value.tokens))
        elif label.field == "patient_type" and (match := re.search(r"\b(new|established)\b", text, re.IGNORECASE)):
            fields.setdefault("visit.new_patient", Found(value=match[1].lower() == "new", tokens=label.value.tokens))
        elif label.field == "visit_minutes" and (match := re.search(r"\b(\d{1,3})\s*(?:min|$)", text, re.IGNORECASE)):
            fields.setdefault("visit.minutes", Found(value=int(match[1]), tokens=label.value.tokens))
        elif label.field == "visit_level" and (match := re.search(r"\b([1-5])\b", text)):
            fields.setdefault("visit.level", Found(value=int(match[1]), tokens=label.value.tokens))
        elif label.field == "visit_problems" and (match := re.match(r"^(\d{1,2})\b(?!\.\s?[A-Z])", text)):
            fields.setdefault("visit.problems_addressed", Found(value=int(match[1]), tokens=label.value.tokens))
    return {**_told_of_the_visit(layouts), **fields}


def _told_of_the_visit(layouts: Sequence[PageLayout]) -> Fields:
    """What sentences say of a visit: how long it took, how many problems it was about, whether the patient is new."""
    found: Fields = {}
    printed = [(cell.text, cell.tokens) for layout in layouts for row in layout.free for cell in row]
    for above, row in (pair for layout in layouts for pair in pairwise(layout.free)):
        wrapped = ((one, other) for one in above for other in row if _goes_on(one, other))
        printed += [(f"{one.text} {other.text}", (*one.tokens, *other.tokens)) for one, other in wrapped]
    for name, pattern in _TOLD:
        told = [
            (next(filter(None, match.groups())).lower(), tokens)
            for text, tokens in printed
            for match in pattern.finditer(text)
        ]
        # Where two are told, nobody knows which is this visit's.
        if len({value for value, _ in told}) == 1:
            value, tokens = told[0]
            found[name] = Found(value=int(value) if value.isdigit() else value == "new", tokens=tokens)
    return found


_TOLD = (
    (
        "visit.minutes",
        re.compile(
            r"\b(?:spent|total\stime(?:\stoday)?:?|time\swith\s(?:the|your)\s(?:clinician|doctor|provider|physician):?)"
            r"\s(\d{1,3})\smin(?:ute)?s?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "visit.problems_addressed",
        re.compile(
            r"\b(?:talked\sabout|discussed|addressed|went\sover|looked\sat)\s(\d{1,2})\s"
            r"(?:(?:health|medical)\s)?(?:problems?|concerns?|conditions?|issues?)\b"
            r"|(?:^|[.;]\s)(?:problems|concerns|conditions|issues)\s(?:addressed|discussed)(?:\stoday)?:\s(\d{1,2})(?:\.?$|\.\s)",
            re.IGNORECASE,
        ),
    ),
    (
        "visit.new_patient",
        re.compile(
            r"\bvisit(?:\stype:\s[\w-]{3,20})?,?\s(new|established)\spatient\b|^(new|established)\spatient$",
            re.IGNORECASE,
        ),
    ),
)
