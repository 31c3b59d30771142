"""Names numbers and days that no paper and no page bears out, beside one of each that is sound."""

import datetime

from plainbill.acting import Contact, Deadline
from plainbill.case import Document, Evidence
from plainbill.plugins import hookimpl


@hookimpl
def find_contacts(document: Document) -> list[Contact]:
    """A number from nowhere, one that is said to stand on the paper, and one of a public page."""
    stated = Evidence(document=document.id, field="payer.phone", value="555-0111")
    return [
        Contact(desk="payer", phone="555-0110", source="everybody knows"),
        Contact(desk="payer", phone="555-0111", source="the paper", facts=(stated,)),
        Contact(desk="payer", phone="555-0112", source="plan.example", read_on=datetime.date(2026, 11, 1)),
    ]


@hookimpl
def find_deadlines(document: Document) -> list[Deadline]:
    """A day from nowhere, one from a date that is not printed, one of another paper, and a length alone."""
    never = Evidence(document=document.id, field="due_date", value="1999-01-01")
    return [
        _day(document.id, "from nowhere", date=datetime.date(2026, 1, 1)),
        _day(document.id, "from what is not there", date=datetime.date(2026, 1, 1), facts=(never,)),
        _day("another", "of another paper"),
        _day(document.id, "a length"),
    ]


def _day(document: str, title: str, **more: object) -> Deadline:
    given = {"purpose": "appeal", "document": document, "title": title, "length": "30 days", "how": "By a rule.",
             "source": "Example Code 12"}  # fmt: skip
    return Deadline.model_validate({**given, **more})
