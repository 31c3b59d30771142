"""The words of the screen for what the vocabulary names: papers, desks, fields, groups of charges."""

import datetime
import re
from decimal import Decimal

from plainbill.case import Desk, Document, DocumentKind, Group, Need, ProblemKind

_AMOUNT = re.compile(r"-?[0-9]+\.[0-9]{2}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

PAPERS: dict[DocumentKind, str] = {
    "bill": "bill",
    "eob": "letter from your insurance",
    "visit_summary": "visit summary",
    "estimate": "estimate",
    "insurance_card": "insurance card",
    "letter": "letter",
    "other": "paper",
}

DESKS: dict[Desk, str] = {
    "clinician_or_coder": "Ask the doctor’s office",
    "billing_office": "Ask the billing office",
    "payer": "Ask your insurance",
    "patient": "For you to do",
    "nobody": "Nothing wrong, good to know",
}

CALLED: dict[Desk, str] = {
    "clinician_or_coder": "The doctor’s office",
    "billing_office": "The billing office",
    "payer": "Your insurance",
    "patient": "You",
    "nobody": "Nobody",
}

WHY_THIS_DESK: dict[Desk, str] = {
    "clinician_or_coder": "It is about how the care was written down. Those who treated you can check and correct it.",
    "billing_office": "It is about how the bill was made. The office that sent it can check and correct it.",
    "payer": "It is about what your plan decided. Only your plan can explain or change that.",
    "patient": "Here they wait for something from you.",
    "nobody": "You need not call anybody about these.",
}

NEEDS: dict[Need, str] = {
    "eob": "Your insurance’s letter about this care (Explanation of Benefits)",
    "itemized_bill": "An itemized bill, with a line for each charge",
    "ub04": "The hospital’s claim form (UB-04)",
    "visit_summary": "Your visit summary or medical record",
    "estimate": "The estimate you got before the care",
    "insurance_card": "Your insurance card",
    "story": "An answer from you",
    "date": "A date that we could not read",
    "currency": "A bill in US dollars",
}

GROUPS: dict[Group, str] = {
    "visit": "Visit",
    "procedure": "Procedure",
    "surgery": "Surgery",
    "imaging": "X-ray or scan",
    "lab": "Lab test",
    "drug": "Medicine",
    "supply": "Supplies",
    "equipment": "Equipment",
    "room": "Room",
    "therapy": "Therapy",
    "anesthesia": "Anesthesia",
    "emergency": "Emergency room",
    "ambulance": "Ambulance",
    "fee": "Fee",
    "other": "Other",
}

SURE = {
    "certain": "We are sure of this: it follows from the numbers on the paper.",
    "likely": "We think this is likely.",
    "possible": "This is possible; the paper alone does not settle it.",
}

FIELDS = {
    "payer.name": "insurance",
    "provider.name": "sent by",
    "patient.name": "patient",
    "charge": "price",
    "charges": "total of charges",
    "balance_due": "amount to pay",
    "patient_responsibility": "what you owe by the plan",
    "plan_paid": "what the plan paid",
    "insurance_paid": "what insurance paid",
    "allowed": "price the plan allows",
    "adjustments": "discounts",
    "units": "how many",
    "code": "code",
    "description": "words on the paper",
    "service_date": "date of care",
    "document_date": "date of the paper",
    "previous_balance": "earlier balance",
    "not_covered": "not covered",
    "member_id": "member number",
    "processed_date": "date of the decision",
    "due_date": "date to pay by",
    "appeal_by": "last day for an appeal",
    "modifiers": "code addition",
    "deductible": "deductible",
    "payments": "payment",
    "group": "who carries it, by the plan",
    "reason": "the plan's reason code",
    "remarks": "the plan's remark",
    "status": "what the plan did",
    "authorization_number": "approval number",
    "network_status": "in or out of the plan's network",
    "diagnosis_codes": "illness code",
    "date_of_birth": "birth date",
    "subscriber_name": "member",
    "visit.reason": "what the visit was for",
    "visit.new_patient": "new patient, by the record",
    "totals.estimate": "the estimate",
}

TROUBLE: dict[ProblemKind, str] = {
    "blurred": "Blurred.",
    "glare": "Light shines on it.",
    "dark": "Too dark.",
    "too_small": "The print is too small.",
    "cut_edge": "An edge is cut off.",
    "turned": "Upside down or on its side.",
    "no_text": "No print found.",
    "unreadable": "We could not read it.",
    "missing_page": "A page is missing.",
    "not_medical": "This is no medical paper.",
    "duplicate_page": "This page is here twice.",
    "encrypted": "It is locked with a password.",
    "foreign_currency": "It is not in US dollars.",
    "engine_unavailable": "We could not look at it here.",
    "other": "Something is wrong with it.",
}

STEPS = {
    "loaded": "Looking at the picture",
    "cleaned": "Finding the words",
    "read": "Words found",
    "laid_out": "Finding lines and columns",
    "doubted": "Looking again at what is not sure",
    "reread": "Looked again at what is not sure",
    "parsed": "Finding charges and totals",
    "described": "Putting each charge in plain words",
    "checked": "Checking the sums",
}


def money(amount: Decimal) -> str:
    """Return an amount as people write it, "$1,250.00", a credit as "-$5.00"."""
    return f"-${-amount:,.2f}" if amount < 0 else f"${amount:,.2f}"


def count(number: int, one: str, many: str) -> str:
    """Return the number with its word, "1 charge", "3 charges"."""
    return f"{number} {one if number == 1 else many}"


def field_name(path: str) -> str:
    """Return the plain name of a field by its path, "totals.balance_due" as "amount to pay"."""
    last = path.rsplit(".", 1)[-1].split("[", 1)[0]
    return FIELDS.get(path) or FIELDS.get(last) or last.replace("_", " ")


def value_shown(value: str) -> str:
    """Return a value of the vocabulary as people write it: amounts with a dollar sign, dates in words."""
    if _AMOUNT.fullmatch(value):
        return money(Decimal(value))
    if _DATE.fullmatch(value):
        try:
            return day_in_words(datetime.date.fromisoformat(value))
        except ValueError:  # a day that no calendar has is shown as it is written
            return value
    return value


def day_in_words(day: datetime.date) -> str:
    """Return a day as people write it, "May 6, 2025"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def paper_name(document: Document) -> str:
    """Return what to call a paper: its kind, and who sent it where that was read."""
    sender = document.payer if document.kind == "eob" else document.provider
    if sender is None or not sender.name:
        return PAPERS[document.kind]
    return f"{'letter' if document.kind == 'eob' else PAPERS[document.kind]} from {sender.name}"
