"""The numbers of a paper: member, claim, account and the like, by the labels before them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token

_SIMPLE = [
    "patient.date_of_birth",
    "patient.sex",
    "patient.medical_record_number",
    "coverage.group_number",
    "provider.npi",
    "provider.tax_id",
    "payer.payer_id",
    "bill_type",
    "place_of_service",
]
# An office's tax number has this form, and so have the numbers of some members.
_TAX_NUMBER = re.compile(r"^\d{2}-\d{7}$")
# "Health insurance claim 1500": the form's own number.
_FORMS = frozenset({"1500", "1450"})
_PO_BOX = re.compile(r"\bP\.?\s?O\.?\s?BOX\b", re.IGNORECASE)
_FEWEST_MARKS = 4
_OF_A_MEMBER = re.compile(r"\b(?:member|participant|subscriber|enrollee|policy|insured)", re.IGNORECASE)


def numbers_of(labels: Sequence[Labeled], *, from_plan: bool, is_notice: bool) -> Iterator[tuple[str, Found]]:
    """Return the numbers with the fields they belong to; a plan's own references are no account of a patient.

    On a notice of what a plan decided they may be those of the claim, in its letters of anything.
    """
    found: list[tuple[str, Found | None]] = [(field, first_of(labels, field)) for field in _SIMPLE]
    # Some plans call their members customers; the customer of an office is its own.
    customer = None if from_plan else next(_of_customers(labels), None)
    members = (label for label in labels if label.field == "coverage.member_id" and label is not customer)
    member = next(members, None)
    if member is not None and (
        not _TAX_NUMBER.match(str(member.value.value)) or _OF_A_MEMBER.search(_wording(member)) is not None
    ):
        found.append(("coverage.member_id", member.value))
    accounts = [label for label in labels if label.field == "account" and not _is_processors(label, labels)]
    found += [
        (
            "claim_number",
            _only(labels, "claim_number") or (_only(_references(labels), "invoice") if is_notice else None),
        ),
        ("authorization_number", next(filter(_is_long, values_for(labels, "authorization")), None)),
        (
            "patient.account_number",
            first_of(accounts, "account") or (None if from_plan else _to_quote(labels, customer)),
        ),
    ]
    return ((field, value) for field, value in found if value is not None)


def _references(labels: Iterable[Labeled]) -> list[Labeled]:
    """The numbers that a plan calls its reference or control number: those of claims, where none is called so."""
    return [label for label in labels if _wording(label).lower().startswith(("reference", "control"))]


_PROCESSOR, _BIN = re.compile(r"^(?:rx\s?)?pcn\W*$", re.IGNORECASE), re.compile(r"^(?:rx\s?)?bin\W*$", re.IGNORECASE)


def _is_processors(label: Labeled, labels: Sequence[Labeled]) -> bool:
    """True for the PCN of who processes a drug plan's claims, beside its BIN: no number of the patient's."""
    beside = (other for other in labels if _is_near(label.label[0], other.label[0]))
    return _PROCESSOR.match(_wording(label)) is not None and any(_BIN.match(_wording(other)) for other in beside)


_OF_INSURANCE, _NEXT_ROW = frozenset({"payer.name", "subscriber", "coverage.member_id"}), 1.8
_OF_A_COVERAGE = frozenset({"payer.name", "subscriber", "coverage.group_number", "coverage.plan_name"})


def _of_customers(labels: Sequence[Labeled]) -> Iterator[Labeled]:
    """The numbers of an office's customers; beside the insurer, the group or the member they are those of a plan."""
    insured = [label.label[0] for label in labels if label.field in _OF_A_COVERAGE]
    for label in labels:
        of_customer = label.field == "coverage.member_id" and label.label[0].text.lower() == "customer"
        if of_customer and not any(_is_near(label.label[0], other) for other in insured):
            yield label


def _to_quote(labels: Sequence[Labeled], customer: Labeled | None) -> Found | None:
    """The customer's number, else that of the paper; that of an order for tests only without both."""
    if customer is not None:
        return customer.value
    numbers = [label for label in labels if label.field == "invoice"]
    own = [label for label in numbers if not _OF_AN_ORDER.search(_wording(label))]
    return first_of(own or numbers, "invoice")


_OF_AN_ORDER = re.compile(r"\b(?:requisition|req|order|accession|specimen)\b", re.IGNORECASE)


_OF_A_PLAN = re.compile(r"^plan\s?(?:no|nr|num|number|id|#)?[.:#]*$", re.IGNORECASE)


def as_of_treatment_plan(labels: Sequence[Labeled]) -> list[Labeled]:
    """Return the labels of an office's own treatment plan: its "Plan no." is the number to quote, and no group's.

    Beside the insurer or the member it is theirs.
    """
    insured = [label.label[0] for label in labels if label.field in _OF_INSURANCE]
    return [
        replace(label, fields=("invoice",))
        if label.field == "coverage.group_number"
        and _OF_A_PLAN.match(_wording(label))
        and not any(_is_near(label.label[0], other) for other in insured)
        else label
        for label in labels
    ]


def _is_near(token: Token, other: Token) -> bool:
    return token.page == other.page and abs(token.y - other.y) < _NEXT_ROW * token.box.height


def _is_long(number: Found) -> bool:
    """True for a number that is more than that of a form's field."""
    return sum(map(str.isalnum, str(number.value))) >= _FEWEST_MARKS


def values_for(labels: Iterable[Labeled], field: str) -> list[Found]:
    """Return the values of all labels of a field."""
    return [label.value for label in labels if label.field == field]


def first_of(labels: Iterable[Labeled], field: str) -> Found | None:
    """Return the first value of a field, None where no label has it."""
    return next(iter(values_for(labels, field)), None)


def _wording(label: Labeled) -> str:
    return " ".join(token.text for token in label.label)


def _is_no_number(text: str) -> bool:
    """True for a form's own number, and behind "Claims" where an address begins: "CLAIMS DEPT PO BOX 40"."""
    return text in _FORMS or _PO_BOX.search(text) is not None


def _only(labels: Iterable[Labeled], field: str) -> Found | None:
    """The value where all labels of the field agree, None where they do not."""
    found = [value for value in values_for(labels, field) if not _is_no_number(str(value.value))]
    return found[0] if found and len({str(value.value).upper() for value in found}) == 1 else None
