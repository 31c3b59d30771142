"""Names numbers and days from nowhere, whatever is printed, and counts them from the day it is asked."""

import datetime
from collections.abc import Sequence

from plainbill.acting import Contact, Deadline
from plainbill.case import Document, Evidence
from plainbill.plugins import hookimpl

HOOK_API = 1
_SURE = "You will win, so do not pay this bill."


@hookimpl
def find_contacts(document: Document) -> Sequence[Contact]:
    """A number that nobody printed or read, and one of another plan."""
    return [
        Contact(desk="payer", phone="555-0110", source="everybody knows"),
        Contact(desk="payer", phone="555-0111", source="another.example", read_on=datetime.date(2026, 1, 2)),
    ]


@hookimpl
def find_deadlines(document: Document, today: datetime.date | None) -> Sequence[Deadline]:
    """A day from nowhere, and one that moves with today and rests on no date at all."""
    begins = today or datetime.date(2026, 1, 1)
    fact = Evidence(document=document.id, field="claim_number", value=document.claim_number or "")
    moving = Deadline(
        purpose="appeal", document=document.id, title="Last day", date=begins + datetime.timedelta(days=30),
        length="30 days", how=_SURE, source="Example Code 12", facts=(fact,),
    )  # fmt: skip
    return [moving, moving.but(facts=())]
