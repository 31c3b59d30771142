"""Whether a page is medical at all, by its words, its codes and what it says of other trades."""

import functools
import re
from collections.abc import Sequence

from plainbill.knowledge.tables import read_table
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.terms.codes import known_codes

_MEDICAL = re.compile(
    r"""\b(?:patients?|hospitals?|clinics?|medical|physicians?|doctors?|dr\.|health|providers?|claims?|diagnos\w*|icd|cpt|hcpcs|medicare|
    medicaid|insurance|insured|member\s?id|subscriber|copay|coinsurance|deductible|dental|dentist|surgery|surgical|
    laboratory|pharmacy|radiology|imaging|therapy|ambulance|npi|treatment|prescriptions?|rx\w*|office\svisit|procedure|mrn|
    medicine|nurs(?:e|ing)|x-?ray|vaccine|blood|anesthesia|appointment|referral|health\s?care|medicaid|pathology|pediatrics?|
    cardiology|orthop\w+|oncology|dermatology|neurology|urology|gastroenterology|gynecology|obstetrics|psychiatry|
    ophthalmology|optometry|orthodont\w+|oral\ssurgery|chiropract\w+|rehab(?:ilitation)?|urgent\scare|primary\scare|emergency\sroom|
    hospice|ems|labs?|laboratories|infirmary|diagnostics?|pcp|specialists?|hmo|ppo|epo|hdhp|member\sservices|guarantee\scoverage|pt\sname|in-?network|
    optical|eyeglasses|lens(?:es)?|room\s(?:and|&)\sboard|received\scare|semi-?private|who\sreceived\scare|care\s(?:given|provided)\sto|women'?s\shealth|health\s?plan|guarantor|date\sof\sservice|ultrasound|
    mri|ct|exam|ed\svisit|er\svisit|emergency|visit)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SHOP = re.compile(
    r"\b(?:cashier|subtotal|sales\stax|grocery|produce|change\sdue|items?\ssold|you\ssaved|store\s#?|register|lb\s@|tax)\b",
    re.IGNORECASE,
)
# Things of one trade that have a price, from which on all that is said of that trade counts.
_FEWEST_SOLD = 2
_HAS_PATIENTS, _FEWEST_BESIDE_A_PATIENT = "animals", 4
# So many words of one trade leave no doubt, where nobody is named as a patient.
_FEWEST_OF_A_TRADE = 4
# "Thank you for being patient" names nobody.
_NAMES_A_PATIENT = re.compile(
    r"\b(?:patient|resident)(?:'?s)?(?:\s(?:name|id|no\.?|number|account|acct))?\s?[:#]|\bpatient(?:'s)?\sname\b",
    re.IGNORECASE,
)
_PATIENTS = frozenset({"patient", "pt name", "who received care", "care given to", "care provided to"})
_TRADE = re.compile(
    r"hospital|clinic|physician|dental|dentist|surg|laborator|\blabs?\b|radiology|imaging|ambulance|anesthesia|pathology"
    r"|\w+ology|ortho|pediatric|obstetric|psychiatry|optometry|chiropract|urgent\scare|primary\scare|infirmary|medical|therapy|specialist|diagnostic|received\scare"
)
# Whoever collects a debt, or keeps an account that care is paid from, lists what others charged.
COLLECTS = re.compile(
    r"debt\s*collector|collect\s*(?:a|this|the)\s*debt|collection\s*agency|flexible\s*spending\s*account"
    r"|health\s*reimbursement\s*(?:account|arrangement)",
    re.IGNORECASE,
)
_ENOUGH_WORDS = 3
# One number may look like a code of the table by chance, several do not.
_FEWEST_CODES = 2
_CODE = re.compile(r"(?<![\w-])(?:\d{5}|[A-V]\d{4})(?![\w-])")


def is_medical(cells: Sequence[Sequence[Cell]], fields: frozenset[str]) -> bool:
    """True where the words are those of a medical paper; `fields` are what columns and labels hold."""
    text = " ".join(cell.text for row in cells for cell in row)
    signs = {match.group().lower().removesuffix("s") for match in _MEDICAL.finditer(text)}
    shop = {match.group().lower() for match in _SHOP.finditer(text)}
    strong = fields & {
        "code",
        "revenue_code",
        "claim_number",
        "coverage.member_id",
        "coverage.group_number",
        "patient.medical_record_number",
        "allowed",
    }
    codes = {match.group() for match in _CODE.finditer(text)} & known_codes()
    # A letter before the digits is no number of a shop's goods.
    lettered = any(not code[0].isdigit() for code in codes)
    with_patients = _NAMES_A_PATIENT.search(text) is not None
    sold = _sold_by_another_trade(cells, with_patients=with_patients) if not lettered else set()
    if len(sold) >= _FEWEST_OF_A_TRADE and not with_patients:
        # Its numbers may be codes by chance, and its name, "Dr. Wheel's Clinic", may borrow from medicine.
        return False
    if not codes:
        shop |= sold
    patients = bool(signs & _PATIENTS) + bool(fields & {"patient.name"} and signs)
    # The name of a trade alone may be a landmark; with a number of the trade's customers it is who writes.
    trade = bool(fields & {"patient.name", "account"}) and any(_TRADE.search(sign) for sign in signs)
    # Who collects a debt names the trade that it comes from, and little else of it.
    if COLLECTS.search(text) and any(_TRADE.search(sign) for sign in signs):
        return True
    coded = (2 + 2 * lettered) * (len(codes) >= _FEWEST_CODES)
    # A ride by ambulance may be billed by one code alone.
    coded += len(codes) == 1 and lettered and "patient.name" in fields
    return len(signs) + patients + trade + coded + 2 * len(strong) >= _ENOUGH_WORDS + 2 * max(0, len(shop) - 1)


def _sold_by_another_trade(cells: Sequence[Sequence[Cell]], *, with_patients: bool) -> set[str]:
    """Words of the one trade that most of such things are of, in rows with a price: a hospital may bill for internet.

    Where two of one trade have a price, what is said of that trade elsewhere counts as well. Beside
    the name of a patient a few words are not enough, but for animals, which are patients too.
    """
    priced = [row for row in cells if any(atom.money for cell in row for atom in cell.atoms)]
    said: set[str] = set()
    for trade, words in _trades().items():
        sold = _said(priced, words)
        own = _said(cells, words) if len(sold) >= _FEWEST_SOLD else sold
        if not with_patients or trade == _HAS_PATIENTS or len(own) >= _FEWEST_BESIDE_A_PATIENT:
            said = max(said, own, key=len)
    return said


def _said(rows: Sequence[Sequence[Cell]], trade: re.Pattern[str]) -> set[str]:
    return {
        match.group().lower().removesuffix("s") for row in rows for cell in row for match in trade.finditer(cell.text)
    }


@functools.cache
def _trades() -> dict[str, re.Pattern[str]]:
    """The pattern for the words of each other trade."""
    words: dict[str, list[str]] = {}
    for row in read_table("other_trades"):
        words.setdefault(row["trade"], []).append(r"\s?".join(map(re.escape, row["words"].split())))
    return {trade: re.compile(rf"\b(?:{'|'.join(own)})\b", re.IGNORECASE) for trade, own in words.items()}
