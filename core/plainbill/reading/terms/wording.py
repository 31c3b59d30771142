"""What words of a row say it is: a payment and of what kind, a total, a furniture line."""

import re
from collections.abc import Sequence

from plainbill.reading.terms.money import parse_money
from plainbill.reading.terms.treatments import without_treatments

_PAYMENT = re.compile(
    r"""\b(?:payments?|pmts?|pymts?|paid|write-?\s?offs?|written\s?off|adjustments?|adjusted|adj|adjmt|discounts?|
    allowances?|contractual|refunds?|deposits?|credits?|co-?pay(?:ment)?s?|posted|transfer(?:red)?|reversal\sof\spayment|
    cash|visa|mastercard|amex|eft|(?<!\()[hf]sa(?!\W*(?:eligible|approved|qualified|item|ok))|ach(?!\s?rec)|(?<!operative\s)(?<!op\s)(?<!well\s)(?<!child\s)(?<!wellness\s)(?<!pressure\s)(?<!health\s)(?<!wound\s)
    (?<!weight\s)(?<!device\s)(?<!skin\s)(?<!up\s)check\s?\#?\d*|chk|courtesy|charity|financial\sassistance|recoup\w*|takeback|
    sequestration|rebate)\b|\b(?:insurance|plan|medicare|medicaid|check),?\sreceived\b
    |\b(?:ins|insurance|pt|patient|personal)\.?\sck\b|\bck\s\#\d""",
    re.IGNORECASE | re.VERBOSE,
)
_GLUED_PAYMENT = re.compile(
    r"payment|adjustment|writeoff|discount|refund|copay|deposit|^(?:ins|insurance|pt|patient|plan|contr|contractual)(?:pmt|pymt|adj)",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"^(?:billed|filed|sent|(?:re)?submitted|forwarded)\s(?:to|with)\b|^(?:awaiting|pending\swith)\b|\bpharmacy.{,40}\bsupply$",
    re.I,
)
_COPAY = re.compile(r"\bco-?pay(?:ment)?s?\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"""^all\sclaims\sprocessed\b|^(?:all|both)\s(?:claims|visits|stays|(?:providers|offices)\stogether):?$|^(?:grand\s*)?totals?\b(?!\s*(?:knee|hip|shoulder|protein|bilirubin|t3|t4|iron|psa|testosterone|cholesterol|
    calcium|igg|ige|iga|igm|body|abdominal|thyroid|joint|ankle|elbow|ana|cortisol|hemolytic|complement|b12|vitamin|
    parenteral|ck|cpk|hcg|contact|spine|lung|hysterectomy|colonoscopy|thyroxine|volume|creatinine|prot|disc))
    |\btotals?$(?<!,\stotal)|^(?:claim|visit|date|day|statement|page)\s*totals?\b|\bclaim\s?tots?\.?$|\bto\sdate$|^(?:amount|balance|total|net|now)\s*due\b|^balance\b
    |^(?:you\s(?:may\s)?owe|please\spay|pay\sthis\samount)\b|^(?:totals?for)|^sum\b|^(?:paid|payments?)\sin\s(?:19|20)\d\d
    |\b(?:last|prior|previous)\syear\b|^year[-\s]to[-\s]date\b
    |\b(?:charges|fees|prices)\s(?:billed|submitted|in\sall|altogether)$|^(?:full\s|list\s|total\s)?price\sof\s(?:all\b|everything)
    |^estimate\b.*\byou\b.*\bpay$""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_ANOTHER_PAGE = (
    r"^(?:carried|brought|continued)\s(?:forward\s|over\s)?(?:from|to|onto|on\sto)\s"
    r"(?:the\s)?(?:next\s|previous\s|prior\s|last\s)?(?:page|sheet)\b"
)
_SUBTOTAL = re.compile(
    r"^sub[- ]?totals?|\bsub[- ]?totals?:?$|\b(?:on|for|of)?\s*this\s*page:?$"
    rf"|{_OF_ANOTHER_PAGE}"
    r"|\b(?:totals?|sum|charges|fees|costs?|prices?|estimated?|expected|all|share|amount|due|balance|owe|paid|payments?)\s(?:\w+\s){0,2}(?:for|from|of)\sthis"
    r"\s(?:provider|doctor|office|facility):?$"
    r"|^(?:department|dept|section|category|page|area|group)\.?\s*(?:sub-?)?totals?\b(?!\s*due)"
    r"|^(?:visit|encounter|admission|episode|claim|service|day)\s*balance:?$"
    r"|^(?:balance|left to pay|to pay|due|you owe|remaining)\s*(?:for|of|on)\s*(?:this|the)\s*(?:visit|claim|day)",
    re.IGNORECASE,
)
# What surrounds a sum that is to catch the eye, "** TOTAL FOR 03/02/26 **", and the tick of who checked it.
_AROUND = " \t*=~_.-+#|>√✓✔"
_ZERO_BEFORE = re.compile(r"(?<![A-Za-z\d.,])0(?=[A-Za-z]{2})")
_ZERO_AMID = re.compile(r"(?<=[A-Za-z])0(?=[A-Za-z])")
_STROKE_AMID = re.compile(r"(?<=[a-z])[I|](?![A-Z])")
_INSURER = re.compile(
    r"""\b(?:insurance|ins|insurer|plan|payer|medicare|medicaid|blue\s?cross|bcbs|aetna|cigna|united\s?healthcare|uhc|humana|
    tricare|carrier|hmo|ppo|eft|health\splan|mutual|health(?:care)?|benefits?|administrators?|assurance|primary|secondary|third\sparty)\b|insurance|payer|medicare""",
    re.IGNORECASE | re.VERBOSE,
)
_OWN = re.compile(
    r"""\b(?:patient|your|you|copay|co-pay|copayment|self|check|chk|cash|card|visa|mastercard|amex|discover|debit|personal|
    online|portal|guarantor|deposit|(?:apple|google|samsung)\spay|paypal|venmo|zelle|hsa|fsa|mail|phone|thank|auto-?\s?pay|checking|savings\saccount)\b|patient|copay""",
    re.IGNORECASE | re.VERBOSE,
)
_OFF = re.compile(
    r"contractual|\bcontract$|write|written|allowance|adjust|\badj\b|(?:network|plan)\s(?:discount|savings)|sequest|not\sallowed|\bw/[o0]$",
    re.IGNORECASE,
)
_DISCOUNT = re.compile(
    r"discount|courtesy|charity|financial\sassist|prompt|self-?\s?pay|uninsured|sliding|hardship|\bpromo(?:tion)?\b",
    re.IGNORECASE,
)
# A discount that a plan agreed on: "Meridian PPO discount".
_OF_A_PLAN = re.compile(
    r"contractual|insurance|plan\b|network|\b(?:hmo|ppo|epo|medicare|medicaid|payer|carrier|bcbs|tricare)\b",
    re.IGNORECASE,
)
# Whoever makes a drug may help to pay for it.
_OF_A_MAKER = re.compile(
    r"\bco-?pay\s(?:assist\w*|savings|coupon|support|program|relief)\b|\bmanufacturer|\bmfr\b", re.IGNORECASE
)
_REFUND = re.compile(r"refund|takeback|recoup", re.IGNORECASE)

_TAKES_BACK = re.compile(r"\b(?:revers(?:ed?|al|ing)|void(?:ed)?|cancel\w*|correct(?:ed|ion)|removed)\b", re.IGNORECASE)

_DETAIL = re.compile(
    r"^(?:adj(?:ustments?|mts?)?\b|cas\b|reasons?(?:\scodes?)?:|"
    r"ndc\b|mod(?:ifiers?)?\b|dx\b|[o0]x:|rem:|re?ma?r?ks?\b|denied\b|(?:CO|PR|OA|PI)[- ]?\d|cpt\b|hcpcs\b"
    r"|(?:procedure|proc\.?|service):?\s(?:\d{5}|[A-V]\d{4})(?:[-\s][A-Z0-9]{2})*$"
    r"|(?:procedure|billing|service)\scode\b|n4\b|n4\d{11}|(?:national\s)?drug\scode|place\sof\sserv|pos\b|rev(?:enue)?\s(?:code|[01]?\d{3}\b)"
    r"|(?:qty|quantity|units?)\s?[:#]?\s?\d{1,4}$"
    r"|filled(?:\son)?\s\d|(?:prescription|rx)\s(?:number|no\.?|#)\s?\d|[\d.]+\s[a-z]+,?\s\d+[-\s]days?[-\s]supply"
    r"|icd|diag(?!nostic)|see\snotes?\b|auth(?:orization)?\b|rendering|provider:|note:|[NM]A?\d{1,3}\b)",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"^(?:(?:your|payer|plan|original|internal|document)\s)?(?:claim|icn|dcn|(?:reference|control)\sclaim)\b\D{0,24}[A-Z]{0,3}\d[\dA-Z-]{4,}",
    re.IGNORECASE,
)
_CLAIM_LAST = re.compile(
    r"\bclaim\s(?:number|no|id|#)\W*[A-Z]{0,4}\d[\dA-Z-]{4,}$|\bclaim:?\s#?[A-Z]{0,4}\d[\dA-Z-]{6,}$", re.IGNORECASE
)
_LONGEST_CLAIM = 5
# Shorter numbers may be codes, amounts or days.
_CLAIM_DIGITS = 7
_CLAIM_NUMBER = re.compile(r"^#?[A-Z]{0,4}\d[\dA-Z-]{6,}$")
_VISIT = re.compile(
    r"^(?:your\s?|office\s?|dates?\s?of\s?|services?\s?|care\s?|treatment\s?)?"
    r"(?:visits?|services?|seen|appointment|encounter|on|rendered|provided)\b(?!\s?,)",
    re.IGNORECASE,
)

# The digits of a reason beside the words tell of no day, nor do ages: "VISIT EST AGE 40-64".
_REASON = re.compile(r"\b(?:CO|PR|OA|PI)\s?-?\s?\d{1,3}\b|\bages?\s\d{1,3}(?:\s?(?:-|to)\s?\d{1,3})?", re.IGNORECASE)
_DEPARTMENT = re.compile(
    r"""^(?:\d{3,4}\s)?(?:(?:laboratory|lab|pharmacy|radiology|imaging|emergency|diagnostics?|room|operating|supplies|services|
    surgery|surgical|anesthesia|therapy|physical|occupational|respiratory|cardiology|recovery|observation|department|dept|
    professional|hospital|charges|fees|medical|board|blood|bank|drugs|implants|pathology|nursing|clinic|outpatient|
    inpatient|ambulance|ekg|ecg|ct|mri|ultrasound|x-?ray|infusion|treatment|care|and|&|/|,|-|med|med/surg|iv|solutions)
    (?:\s+|[,/]|$))+:?$""",
    re.IGNORECASE | re.VERBOSE,
)


def is_department(text: str) -> bool:
    """True where the words are those of a hospital's departments and no others."""
    return _DEPARTMENT.match(text) is not None


def heads_a_claim(text: str) -> bool:
    """True where the words of a row open the services of one claim with its number."""
    return _CLAIM.match(text) is not None


def names_a_claim_last(text: str) -> bool:
    """True where the words of a row end in the number of a claim: "Elm Heart Clinic, claim number MA260227719"."""
    return _CLAIM_LAST.search(text) is not None


def claim_words(words: Sequence[str]) -> int:
    """How many of the first words are a claim's number behind its label, 0 where none stands there."""
    counts = range(2, min(len(words), _LONGEST_CLAIM) + 1)
    return next((n for n in counts if heads_a_claim(" ".join(words[:n])) and ends_in_number(words[:n])), 0)


def ends_in_number(words: Sequence[str]) -> bool:
    """True where words end in a number as long as those of claims, and hold no other number."""
    last = words[-1] if words else ""
    digits = sum(map(str.isdigit, last))
    return digits >= _CLAIM_DIGITS and _CLAIM_NUMBER.match(last) is not None and not any(map(_has_digit, words[:-1]))


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def is_detail(text: str) -> bool:
    """True where the words of a row say more about the service above them: its code, diagnosis, drug code, remark."""
    return _DETAIL.match(text) is not None


def heads_a_visit(text: str) -> bool:
    """True where the words open a group of lines of one visit; the day has to stand among them."""
    return _VISIT.match(text) is not None


def opens_a_visit(text: str) -> bool:
    """True where a heading opens a group of lines of one visit, also where its day was not read."""
    return heads_a_visit(text) and any(map(str.isdigit, _REASON.sub("", text)))


_ENDS_IN_CODE = re.compile(r"\s-\s(?:\d{5}|[A-Z]\d{4})(?:[-\s][A-Z0-9]{2})*$")
_SAYS_PAID = re.compile(r"\b(?:paid|pay|payment|pmt|pymt|check|refund|write)", re.IGNORECASE)

_PAYMENTS_MADE = re.compile(
    r"^(?:(?:part|section|step) )?(?:[A-H1-9][.:)] )?"
    r"(?:(?:your )?payments? (?:history|received|made|posted|so far|to date)"
    r"|(?:money|amounts?)(?: we| we've)?(?: have)? received"
    r"|(?:recent|past|previous|prior) payments?(?: (?:history|received|made|posted))?):?$",
    re.IGNORECASE,
)


def heads_payments_made(text: str) -> bool:
    """True where words by themselves head payments that were made: entries below need no word that says so again."""
    return _PAYMENTS_MADE.match(text) is not None


# What is charged, in words that no payment by itself has.
_CHARGED = re.compile(
    r"\b(?:visits?|exams?|tests?|evaluations?|fees?|interest|charges?|x-?rays?|services?)\b", re.IGNORECASE
)


def is_charged_among_payments(text: str) -> bool:
    """True where a row below words that head payments made says what was charged and not that anybody paid."""
    return _CHARGED.search(text) is not None and not is_payment(text)


def is_payment(text: str) -> bool:
    """True where the words of a row without a code name money received or taken off.

    "Chiropractic adjustment - 98941-AT" is a service; what is said to be paid may name what it was paid for.
    """
    if _ENDS_IN_CODE.search(text) and not _SAYS_PAID.search(text):
        return False
    text = without_treatments(_ZERO_BEFORE.sub("O", text))
    return bool(_PAYMENT.search(text) or _GLUED_PAYMENT.search(text))


def takes_back(text: str) -> bool:
    """True where the words undo something that stands above: a charge below zero by them is no payment."""
    return _TAKES_BACK.search(text) is not None


def is_charged_copay(text: str) -> bool:
    """True where the words name a copay and not that anybody paid it."""
    return _COPAY.search(text) is not None and not _PAYMENT.search(_COPAY.sub("", text))


def unmarked(text: str) -> str:
    """The words without the stars, dots, lines or ticks around them, letters read as zeros or strokes put back."""
    return _STROKE_AMID.sub("l", _ZERO_AMID.sub("O", text.strip(_AROUND)))


def says_where_it_stands(text: str) -> bool:
    """True where words below a charge say whom it was sent to, or who sold it: they are no part of its name."""
    return _STANDS.match(text) is not None


def is_subtotal(text: str) -> bool:
    """True where the words of a row announce the sum of a part: of a page, a section, a department."""
    return _SUBTOTAL.search(unmarked(text)) is not None


def is_total(text: str) -> bool:
    """True where the words of a row announce a sum."""
    return _TOTAL.search(unmarked(text).strip(":").strip()) is not None


def payment_kind(text: str) -> str:
    """The kind of a payment by its words, as the vocabulary names it."""
    if _REFUND.search(text):
        return "refund"
    if _OF_A_MAKER.search(text):
        return "other"
    if _DISCOUNT.search(text) and not _OF_A_PLAN.search(text):
        return "discount"
    if _OFF.search(text) or _DISCOUNT.search(text):
        return "contractual_adjustment"
    if _INSURER.search(text) and not re.search(r"copay|co-pay|deposit|card|cash|patient", text, re.IGNORECASE):
        return "insurance_payment"
    if _OWN.search(text):
        return "patient_payment"
    return "insurance_payment" if _INSURER.search(text) else "other"


_SHARE = re.compile(r"\b(?:co-?pay(?:ment)?|co-?insurance|deductible)\b", re.IGNORECASE)


def says_a_share(text: str) -> bool:
    """True where the words say of which kind a patient's share is: "Applied to deductible", "Copay due"."""
    return _SHARE.search(text) is not None


# "Juniper paid": whoever paid and is not the patient nor a kind of sum.
_WHOEVER_PAID = (
    r"^(?!(?:you|your|we|i|patient|guarantor|member|client|beneficiary|family|amount|amt|total|already|previously|copay"
    r"|co-pay|coinsurance|deductible|deposit|cash|check|card|date|balance|last|prior|other|fees?|interest|tax|bill|charges?"
    r"|payments?|to|has|have|was|not|never|when|if|what|how|sum|subtotal|net|adjusted?|allowed|approved)\b)"
    r"(?-i:[A-Z])[a-z]{2,}(?: (?-i:[A-Z])\w+){0,2} paid:?$"
)
# The office by its name: "Fernhill Clinic charged".
_WHOEVER_CHARGED = (
    r"^(?!(?:amount|total|not?|never|you|we|they|last|this|that|what|how|sum|subtotal|net|plan|hospital)\b)"
    # What was charged for paying late, or to a card.
    r"(?!.*\b(?:cards?|visa|mastercard|amex|debit|credit|checking|savings|autopay|fees?|interest|finance|late|tax|deposit"
    r"|copay|co-pay|coinsurance|deductible|insurance|medicare|medicaid|date|units?|days?)\b)"
    r"(?:(?-i:[A-Z])[\w&'.-]+ ){1,4}(?:charged|billed):?$"
)
_PAYER_PAID = re.compile(_WHOEVER_PAID, re.IGNORECASE)
_OFFICE_CHARGED = re.compile(_WHOEVER_CHARGED, re.IGNORECASE)


def says_an_office_charged(words: str) -> bool:
    """True for "Fernhill Clinic charged": words with the name of whoever charged, and no kind of sum."""
    return _OFFICE_CHARGED.match(words) is not None


def says_a_payer_paid(words: str) -> bool:
    """True for "Juniper paid": words with the name of whoever paid, and no kind of sum."""
    return _PAYER_PAID.match(words) is not None


_SUMMARY: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (field, re.compile(pattern, re.IGNORECASE))
    for field, pattern in (
        (
            "ignore_money",
            r"enclos|minimum|per month|installment|if you|returned|budget|threshold|tender|so far|remaining|\blimit\b"
            r"|(?:last|prior|previous|this) year|year[- ]to[- ]date|\bytd\b|\bin (?:19|20)\d\d\b|payment plan"
            r"|(?<!%\s)monthly"  # "1% monthly" is what a fee is reckoned by.
            # What was owed then is not what is owed now, nor was paid what is expected.
            r"|\b(?:you owed|original balance)\b|\brefund(?:ed)? (?:due|amount|owed|to)\b"
            r"|\b(?:your|total|this|amount of) refund\b"
            r"|\boverpa(?:id|yment)|^price after (?:\w+ )?(?:savings|discounts?)\b"
            r"|\bnot yet paid\b|\binsurance (?:estimate|pending)\b|\bpayment pending\b"
            r"|^(?:payments?|credits?|adjustments?|insurance)\b.*\b(?:brought|carried) (?:forward|over)\b"
            # A plan that pays the member was not paid by them.
            r"|\bpaid (?:directly )?to (?:the )?(?:you|patient|beneficiary|member|subscriber|insured|employee)\b"
            # "You cannot be billed for", "Not your responsibility".
            r"|(?:\bcannot|n't|\bnot|\bnever)"
            r" (?:be (?:billed|charged|asked)\b|your (?:respons|share|cost)|owe[ds]?\b|responsible\b)",
        ),
        ("subtotal", _OF_ANOTHER_PAGE),
        (
            "previous_balance",
            r"^(?!(?:late|finance|interest)\b)"
            r".*(?:previous|prior|earlier|last (?:bill|statement|invoice)|carried|brought|\bforward|balance from)",
        ),
        ("total_coinsurance", r"^(?:your |patient |total )?co-?insurance (?:to pay|due|owed|you (?:owe|pay))$"),
        ("fees", r"\blate\b.*(?:fee|charge)|interest|finance charge"),
        ("subtotal", r"sub-?\s?total"),
        (
            "total_adjustments",
            r"writ(?:e|ten)[- ]?off|discount|\bdisc\b|\breductions?\b|\blowered\b"
            r"|adjust|allowance|savings|\brebates?\b|\bsaved\b|charity|assistance",
        ),
        (
            "total_insurance_paid",
            r"(?:plan|(?<!co)(?<!co-)insur|medicaid|medicare|payer|carrier|health|benefit|third.party|\bblue\b|\bmutual\b|\bhmo\b|\bppo\b).*(?:paid|pays?\b|payment|py?mts?\b|sent)"
            r"|^(?:the )?(?:fund|trust) (?:paid|pays)\b"
            r"|(?:paid|sent|payment).*(?:by|from).*(?:plan|insur|medicare|payer)"
            r"|\bpaid (?:your|the) (?:provider|doctor|hospital)"
            rf"|{_WHOEVER_PAID}"
            r"|^(?:paid|payments?)\s(?:by|from)\s(?!(?:the\s)?(?:you|patient|guarantor|beneficiary|member|client|card|check|cash|credit|phone|mail|visa|mastercard|amex)\b)\w",
        ),
        (
            "total_patient_paid",
            r"(?:you|your|patient|guarantor|client|copay|deposit).*(?:paid|payment)|deposit"
            r"|paid.*\b(?:you|patient|client|beneficiary|member)\b|co-?pay\w*\s(?:received|collected|taken)"
            r"|\bwhat you (?:have )?sent\b"
            r"|payments? (?:received|since)|paid (?:today|by (?:card|check|cash|credit)|at )|(?:card|cash|check)\)?:?$"
            r"|^(?:visa|master\s?card|amex|american express|discover|(?:debit|credit) card)\b(?!.*\b(?:accept|number))"
            r"|\btowards? (?:the|this|your) debt\b"
            r"|^(?:paid|payment)\b.*\b(?:visa|mastercard|amex|american express|debit card|credit card)\b",
        ),
        (
            "estimate_total",
            r"(?:estimate|expected).*(?:total|cost|charge|amount|price)|total.*(?:estimate|expected)"
            r"|^estimate\b.*\b(?:you|patient|member|family)\b.*\b(?:pays?|owes?)\b",
        ),
        (
            "total_owed",
            r"\b(?:you|patient|member|your|family|resident)\b.*(?:\bowe|respons|share|portion|billed)"
            r"|left for you|yours to pay|^(?:patient|member|family) (?:pays|to pay)\b|^your cost(?: in all)?:?$"
            r"|^what you (?:may |might |will |could )?(?:have to )?(?:pay|owe)",
        ),
        (
            "balance_due",
            r"\bdue\b|amount to\b|to remit|to pay|please pay|\bowe[ds]?\b|balance|outstanding|pay this"
            r"|\bof (?:the|this) debt\b",
        ),
        (
            "total_charges",
            r"^what (?:was|your provider|the provider) billed|^all (?:visits|services|claims|stays):? (?:charges|fees)"
            r"|(?:sum|total).*(?:service|charge|billed|fee)|^services$|^charges$|(?:service|charge)s? total"
            r"|\b(?:charges|fees|prices)\s(?:billed|submitted|in all|altogether):?$|^(?:sum|total) of (?:\w+ )?prices"
            r"|^(?:full |list |total )?price of (?:all\b|everything)"
            r"|^all (?:charges|fees|services|(?:providers|offices) together):?$"
            rf"|{_WHOEVER_CHARGED}",
        ),
    )
)


def summary_field(label: str) -> str | None:
    """What an amount beside these words sums up, by key words, where no known label fits; None where nothing tells."""
    if parse_money(label) is not None or len(label) > 60:
        return None
    before, *taken_off = _BEFORE.split(label, maxsplit=1)
    if taken_off and _IS_LEFT.search(before):
        # "Balance before assistance": not what is taken off, nor what is owed once it is.
        return "ignore_money"
    return next(
        (name for name, pattern in _SUMMARY if pattern.search(before if name in _REDUCTIONS else label)),
        None,
    )


_REDUCTIONS = frozenset({"total_adjustments", "total_insurance_paid", "total_patient_paid"})
# What stands behind is no day: "Amount due before June 4".
_BEFORE = re.compile(
    r"\bbefore\s(?=(?:[\w'-]+\s){0,3}(?:assistance|charity|discounts?|adjust\w+|insurance|plan|savings|reductions?|relief"
    r"|write-?offs?|payments?|credits?|financial aid)\b)",
    re.IGNORECASE,
)
_IS_LEFT = re.compile(r"\b(?:balance|due|owe[ds]?|owing|outstanding)\b", re.IGNORECASE)
