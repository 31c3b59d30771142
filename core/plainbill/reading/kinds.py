"""What kind of paper a page is, by its words and its tables."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.case import DocumentKind
from plainbill.reading.medical import COLLECTS
from plainbill.reading.rows.atoms import Cell

# Weight, and what says so; titles weigh more where they are printed large or high up.
_PRINTED: tuple[tuple[DocumentKind, float, str], ...] = (
    (
        "eob",
        4.0,
        r"explanation\s*of\s*(?:your\s*)?(?:medical\s*|dental\s*|health\s*(?:care\s*)?|vision\s*)?benefits?|\be\.?o\.?b\.?\b(?!\s*from)"
        r"|benefits?\s*explained|explanation\s*of\s*(?:your\s*claims?|(?:bill\s*)?review|reimbursement|sharing)",
    ),
    (
        "eob",
        3.0,
        r"(?:this\s*is\s*)?not\s*a\s*bill(?!\s*for\b)|medicare\s*summary\s*notice|remittance\s*(?:advice|voucher|notice)|(?:provider|payment)\s*voucher"
        r"|claims?\s*(?:summary|statement|recap|determination|report)|summary\s*of\s*(?:your\s*)?claims?|electronic\s*remittance",
    ),
    (
        "eob",
        5.0,
        r"(?:medicaid|medicare|plan|member)\s*(?:statement|notice|summary)\s*of\s*(?:services|claims|benefits|payments?)"
        r"|statement\s*of\s*(?:claims|(?:coordinated\s*)?benefits)|coordination\s*of\s*benefits\s*(?:statement|notice|summary)",
    ),
    (
        "eob",
        3.0,
        r"monthly\s*(?:prescription\s*)?drug\s*(?:summary|report)|how\s*we\s*(?:paid|processed|covered)|how\s*(?:we|your\s*claims?\s*(?:was|were))\s*(?:handled|processed|decided|paid|figured|calculated|worked\s*out)|explanation\s*of\s*(?:payment|how)|claim\s*(?:was\s*)?processed|claims?\s*detail|benefit\s*statement",
    ),
    (
        # Who says "we paid" of care that others gave is the plan, as who says "they charged" gave none.
        "eob",
        3.0,
        r"\bwe\s*paid\b|\bthey\s*(?:charged|billed)\b|^(?:(?:your|the)\s*)?(?:hospital|doctor|dentist|clinic|provider|facility|office)\s*(?:charged|billed)$|\bpaid\s*by\s*us\b|(?:bills?|claims?|care|services?)\s*(?:\w+\s*){0,3}(?:billed|sent|submitted)\s*to\s*us\b"
        r"|right\s*to\s*(?:a\s*)?(?:state\s*)?(?:fair\s*)?hearing",
    ),
    (
        "eob",
        1.0,
        r"you\s*may\s*be\s*billed|\bclaim\s*\d{1,2}\s*of\s*\d{1,2}\b|plan\s*paid|allowed\s*amount|amount\s*allowed|member\s*services|your\s*appeal\s*rights|claim\s*(?:number|no)",
    ),
    (
        "estimate",
        5.0,
        r"good\s*faith\s*estimate|pre-?\s?determination|pre-?treatment\s*estimate|estimate\s*of\s*(?:charges|cost|benefits|fees)|cost\s*estimate",
    ),
    ("estimate", 2.0, r"\bestimate\b|expected\s*(?:charge|cost)|estimated\s*(?:charge|cost|total)|quote"),
    (
        # A pharmacy's receipt says that it is no bill, and lists what was sold all the same.
        "bill",
        7.0,
        r"itemized\s*receipt|(?:pharmacy|prescription|patient)\s*receipt|receipt\s*for\s*(?:fsa|hsa|tax|flexible|reimbursement)",
    ),
    (
        "visit_summary",
        5.0,
        r"after\s*[- ]?visit\s*summary|visit\s*(?:summary?\b|recap|notes?\b)|clinical\s*(?:summary|notes?\b)"
        r"|discharge\s*(?:summary|instructions)|encounter\s*(?:summary|notes?\b)|(?:progress|chart|office)\s*notes?\b"
        r"|summary\s*of\s*(?:your|the|today'?s)\s*(?:\w+\s*)?(?:visit|appointment|encounter|care)",
    ),
    (
        "visit_summary",
        1.5,
        r"(?:services|procedures|orders|tests)\s*(?:performed|done|completed)|(?:reason\s*for|visit)\s*(?:visit|reason)"
        r"|patient\s*instructions|part\s*of\s*your\s*medical\s*record|follow[- ]?up\s*(?:plan|care)|vital\s*signs"
        r"|medication\s*list",
    ),
    (
        "insurance_card",
        2.0,
        r"rx\s*bin|rx\s*grp|rx\s*pcn|does\s*not\s*guarantee|(?:identification|\bID|member|(?<!your\s)insurance)\s*card\b|\bcard\s*is\b"
        r"|\b(?:show|present|carry|bring)\s*this\s*(?:\w+\s*){0,2}card\b",
    ),
    ("insurance_card", 1.0, r"\bPCP\b.*\$|\bspecialist\b.*\$|urgent\s*care.*\$|\bER\b.*\$"),
    (
        "bill",
        3.0,
        r"(?<!benefit\s)(?<!benefits\s)\bstatement\b(?!\s*(?:of\s*(?:coordinated\s*)?(?:benefits|claims)|covers|from|processed))|\binvoice\b|itemi[sz]ed|(?:amount|balance|payment)\s*due|^bill\s*to:|pay\s*this\s*amount|\bUB-?04\b|health\s*insurance\s*claim\b|superbill",
    ),
    (
        "bill",
        1.5,
        r"remit|please\s*pay|due\s*date|total\s*charges|amount\s*enclosed|make\s*checks?|(?<!an\sitemized\s)receipt(?!s?\s*(?:needed|required))|billing\s*(?:office|questions)|pay\s*online|patient\s*account",
    ),
    (
        "letter",
        3.0,
        r"^dear\b|^sincerely|^re:|^subject:|\byours\s*truly|\btruly\s*yours|^(?:with\s*)?(?:best|kind|warm)\s*(?:wishes|regards)\b",
    ),
    (
        "letter",
        3.0,
        r"attempt\s*to\s*collect\s*a\s*debt|this\s*is\s*from\s*a\s*debt\s*collector|debt\s*collect"
        r"|past\s*due\s*(?:notice|letter)|final\s*(?:notice|demand)|(?:collections?|delinquen\w+|overdue)\s*(?:account\s*)?(?:notice|letter)"
        r"|notice\s*of\s*(?:\w+\s*)?(?:denial|determination|approval|authorization|action\b)|denial\s*of\s*(?:a|your)\s*request|approval\s*(?:letter|notice)"
        r"|\bwe\s*(?:cannot|can't|will\s*not|won't|are\s*(?:unable|not\s*able)\s*to)"
        r"\s*(?:pay|cover|approve)\s*(?:for\s*)?(?:this|these|those|that|your|the|it|them|all|any)\b"
        r"|(?:denial|determination)\s*(?:letter|notice)|(?:answer|response|decision)\s*(?:to|on|about)\s*your\s*(?:appeal|grievance)"
        r"|request\s*for\s*(?:repayment|more\s*information|additional\s*information)|claim\s*is\s*on\s*hold\s*until"
        r"|adverse\s*(?:benefit\s*)?determination|flexible\s*spending\s*account|health\s*reimbursement\s*(?:account|arrangement)"
        r"|(?:receipts?|documentation|substantiation)\s*(?:needed|required)",
    ),
    (
        "letter",
        1.5,
        r"utilization\s*management|we\s*(?:have\s*)?approved|refund\s*(?:check|due|owed)|check\s*(?:for\s*\S+\s*)?is\s*enclosed|paid\s*more\s*than|our\s*records\s*(?:show|indicate)|we\s*have\s*(?:reviewed|received\s*your)|unless\s*we\s*(?:hear|receive)"
        r"|referred\s*to\s*(?:a\s*)?collection|disregard\s*this\s*(?:notice|letter)|please\s*contact\s*us",
    ),
)
_SIGNS = tuple((kind, weight, re.compile(pattern, re.IGNORECASE)) for kind, weight, pattern in _PRINTED)
# A letter about care that is to come. A summary, an estimate and a bill may also say when to come next.
_TO_COME = re.compile(
    r"\b(?:is|are)\s*(?:planned|scheduled|booked)\s*for\b|appointment\s*(?:reminder|letter|confirmation|notice)"
    r"|\bplease\s*arrive\b|\blook\s*forward\s*to\s*seeing\s*you|\bif\s*you\s*(?:need\s*to|must|cannot)\s*(?:cancel|come|keep)",
    re.IGNORECASE,
)
_SAYS_WHEN_TO_COME, _SAYS_WHAT_IT_IS = 2.0, 3.0
_OF_CARE_GIVEN: tuple[DocumentKind, ...] = ("visit_summary", "estimate", "bill", "eob")
_DECIDES = re.compile(
    r"denial|adverse|determination|your\s*appeal|repayment|on\s*hold|^we\s*(?:cannot|can't|will|won't|are)\b",
    re.IGNORECASE,
)
# On a row of its own, whatever blanks large print has between its words.
_DENIED = re.compile(r"^your (?:claim|request) (?:was|has been) denied[.!]?$", re.IGNORECASE)
_SAYS_IT_WAS_DENIED = 3.0
# A bill may say what a letter says; a letter lists no charges.
_LISTS_CHARGES = 5.0
# One with subject, greeting and close may answer who asked what the charges are.
_TELLS_CHARGES = 2.0
_OF_EVERY_LETTER, _FEWEST_OF_A_LETTER = (
    re.compile(r"^(?:dear|sincerely|re:|subject:|truly\s*yours|(?:with)?\s*(?:best|kind|warm))"),
    3,
)
_OF_A_COLLECTOR = 1.0
# Several sentences of a letter, and no charges: what is to be paid is what the letter is about.
_SAYS_ENOUGH, _SAYS_MORE = 4.0, 3.0
# A payer gives reasons by their codes ("CO-45"), row by row.
_REASON = re.compile(r"\b(?:CO|PR|OA|PI)\s?-?\s?\d{1,3}\b")
# What says that it is no bill is none, whatever else it is called.
_SAYS_IT_IS_NONE = 4.0
# What only a plan's paper tells of a service or of the member.
_OF_A_PLAN = frozenset(
    {"allowed", "plan_paid", "not_covered", "deductible", "copay", "coinsurance", "patient_responsibility", "remark",
     "adjustment", "claim_number", "coverage.member_id", "coverage.group_number", "processed_date", "payer.name"}
)  # fmt: skip
_MOST_OF_A_CARD, _TOO_LONG_FOR_A_CARD = 170, 5.0
_SHARES, _FEWEST_SHARES = frozenset({"deductible", "copay", "coinsurance", "not_covered"}), 3
_DECIDED_IT = 4.5
_FEWEST_REASONS, _GIVES_REASONS = 2, 4.0


def kind_of(cells: Sequence[Sequence[Cell]], fields: frozenset[str], page_height: float) -> DocumentKind:
    """The kind of paper by its words and by what its columns hold."""
    scores: dict[DocumentKind, float] = {}
    heights = sorted(cell.height for row in cells for cell in row)
    typical = heights[len(heights) // 2] if heights else 1.0
    seen: set[tuple[str, str]] = set()
    texts: set[str] = set()
    for row in [*cells, _titles_over_two_rows(cells, typical, page_height)]:
        for cell in row:
            text = cell.text
            if text in texts or not any(map(str.isalpha, text)):
                # Nearly half of a long table are amounts, days and counts, and of the rest much is printed again.
                continue
            texts.add(text)
            emphasis = min(max(cell.height / typical, 0.8), 2.0) * (1.3 if cell.y < 0.2 * page_height else 1.0)
            if len(cell.atoms) > 10:
                emphasis *= 0.4
            for kind, weight, pattern in _SIGNS:
                match = pattern.search(text)
                if match and (kind, match.group().lower()) not in seen:
                    seen.add((kind, match.group().lower()))
                    scores[kind] = scores.get(kind, 0.0) + weight * emphasis
    if max(scores.get(kind, 0.0) for kind in _OF_CARE_GIVEN) < _SAYS_WHAT_IT_IS and (comes := _times_to_come(cells)):
        scores["letter"] = scores.get("letter", 0.0) + _SAYS_WHEN_TO_COME * comes
    if sum(_REASON.search(cell.text) is not None for row in cells for cell in row) >= _FEWEST_REASONS:
        scores["eob"] = scores.get("eob", 0.0) + _GIVES_REASONS
    if ("eob", "not a bill") in {(kind, " ".join(said.removeprefix("this is ").split())) for kind, said in seen}:
        if "charge" in fields and not fields & _OF_A_PLAN and sum(kind == "eob" for kind, _ in seen) == 1:
            # A hospital's list of its charges says so too.
            del scores["eob"]
        else:
            scores["bill"] = scores.get("bill", 0.0) - _SAYS_IT_IS_NONE
    if any(_DENIED.match(" ".join(cell.text for cell in row)) for row in cells):
        scores["letter"] = scores.get("letter", 0.0) + _SAYS_IT_WAS_DENIED
    words = [atom.text for row in cells for cell in row for atom in cell.atoms]
    if "letter" in scores and COLLECTS.search(" ".join(words)) and "code" not in fields:
        # The table of a letter about debts lists accounts and no services, and the law's sentences are long.
        scores["letter"] += _OF_A_COLLECTOR
        fields -= {"charge"}
    decides = any(kind == "letter" and _DECIDES.search(said) for kind, said in seen)
    written = sum(kind == "letter" and _OF_EVERY_LETTER.match(said) is not None for kind, said in seen)
    _weigh_fields(scores, fields, len(words), decides=decides, is_written=written >= _FEWEST_OF_A_LETTER)
    ranked = sorted(scores, key=lambda kind: (-scores[kind], kind))
    return ranked[0] if ranked and scores[ranked[0]] >= 1.0 else "other"


def may_be_a_card(text: str) -> bool:
    """True for a row with words that only the card of an insurer has, other papers seldom."""
    return any(kind == "insurance_card" and pattern.search(text) for kind, _, pattern in _SIGNS)


def _times_to_come(cells: Sequence[Sequence[Cell]]) -> int:
    """In how many ways the paper speaks of care that is to come."""
    said = (match for row in cells for cell in row for match in _TO_COME.finditer(cell.text))
    return len({match.group().lower() for match in said})


def _titles_over_two_rows(cells: Sequence[Sequence[Cell]], typical: float, page_height: float) -> list[Cell]:
    """Large print high up with what stands right below it, level at one edge: "YOUR VISIT" over "SUMMARY"."""
    large = [
        cell
        for row in cells
        for cell in row
        if cell.height > _LARGE * typical and cell.y < _HIGH_UP * page_height and len(cell.atoms) <= _MOST_OF_A_TITLE
    ]
    return [
        replace(upper, atoms=(*upper.atoms, *lower.atoms))
        for upper in large
        for lower in large
        if 0 < lower.y - upper.y < _BELOW * upper.height
        and min(abs(lower.x0 - upper.x0), abs(lower.x1 - upper.x1), abs(lower.middle - upper.middle)) < upper.height / 2
        and _AS_LARGE < lower.height / upper.height < 1 / _AS_LARGE
    ]


# Such print is so many times as large as most, in this share of the page from above, and both rows are of one size.
_LARGE, _HIGH_UP, _BELOW, _AS_LARGE, _MOST_OF_A_TITLE = 1.05, 0.25, 2.2, 0.8, 4


def _weigh_fields(
    scores: dict[DocumentKind, float],
    fields: frozenset[str],
    words: int,
    *,
    decides: bool = False,
    is_written: bool = False,
) -> None:
    if {"allowed", "plan_paid"} <= fields or {"allowed", "patient_responsibility"} <= fields:
        scores["eob"] = scores.get("eob", 0.0) + 3.0
    shares = len(fields & _SHARES) + bool(fields & {"claim_number", "processed_date"})
    if "plan_paid" in fields and len(fields & _SHARES) > 1 and shares >= _FEWEST_SHARES:
        # Only who decided knows what of the rest is a deductible and what coinsurance.
        scores["eob"] = scores.get("eob", 0.0) + _DECIDED_IT
    if {"plan_paid", "not_covered"} <= fields and fields & {"status", "remark"}:
        # Nor does anybody else say of each service whether it was denied and why.
        scores["eob"] = scores.get("eob", 0.0) + 3.0
    if {"plan_paid", "patient_paid"} <= fields and "charge" not in fields:
        # What each paid of services whose price nobody asks for, as on a drug plan's summary.
        scores["eob"] = scores.get("eob", 0.0) + 3.0
    if "processed_date" in fields:
        scores["eob"] = scores.get("eob", 0.0) + 2.0
    if fields & {"balance_due", "due_date", "remit"}:
        scores["bill"] = scores.get("bill", 0.0) + 2.0
    if "charge" in fields and "allowed" not in fields:
        scores["bill"] = scores.get("bill", 0.0) + 1.5
    if "letter" in scores:
        # A notice of denial lists what is denied, and says so of each.
        decided = decides or "status" in fields and not fields & {"allowed", "plan_paid"}
        listed = "charge" in fields and not decided
        charges = _TELLS_CHARGES if is_written else _LISTS_CHARGES
        scores["letter"] += -charges if listed else _SAYS_MORE * (scores["letter"] >= _SAYS_ENOUGH)
    if "estimate_total" in fields:
        scores["estimate"] = scores.get("estimate", 0.0) + 2.0
    if "insurance_card" in scores and words > _MOST_OF_A_CARD:
        # A drug plan's numbers for pharmacies stand on its notices too.
        scores["insurance_card"] -= _TOO_LONG_FOR_A_CARD
    if "insurance_card" in scores and words < 130 and "charge" not in fields:
        scores["insurance_card"] += 3.0 + (2.0 if "coverage.member_id" in fields else 0.0)
