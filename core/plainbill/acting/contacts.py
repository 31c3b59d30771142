"""Whom to call: the numbers that the papers print, and where to look where they print none."""

from collections.abc import Sequence
from typing import Annotated

from plainbill.acting.papers import named
from plainbill.acting.texts import text
from plainbill.acting.values import of_document
from plainbill.case import Desk, Document, Entry, Evidence, Finding
from plainbill.case.values import NULL_IS_EMPTY, Date, Text

_OF_PROVIDERS: tuple[Desk, ...] = ("clinician_or_coder", "billing_office")


class Contact(Entry):
    """A desk that can be reached: by telephone, by mail or both.

    `name` is the office or plan as the papers have it, and `about` what the number is for, where it is not for all.
    `source` says where it stands: the paper, or a public address with the day it was read in `read_on`.
    """

    desk: Desk
    name: Text | None = None
    about: Text | None = None
    phone: Text | None = None
    address: Text | None = None
    source: Text
    read_on: Date | None = None
    facts: Annotated[tuple[Evidence, ...], NULL_IS_EMPTY] = ()


def find_contacts(document: Document, findings: Sequence[Finding]) -> tuple[Contact, ...]:
    """Return the contacts that a paper prints: its provider for both desks there, its plan for the plan's."""
    of_provider = [_printed(document, "provider", desk) for desk in _OF_PROVIDERS]
    found = (*of_provider, _printed(document, "payer", "payer"))
    return tuple(contact for contact in found if contact is not None)


def _printed(document: Document, party: str, desk: Desk) -> Contact | None:
    values = {field: of_document(document, f"{party}.{field}") for field in ("name", "phone", "address")}
    if values["phone"] is None and values["address"] is None:
        return None
    there = {field: value.text if value else None for field, value in values.items()}
    return Contact(
        desk=desk,
        name=there["name"],
        phone=there["phone"],
        address=there["address"],
        source=text("calls", "contact", "printed").format(paper=named(document).text),
        facts=tuple(fact for value in values.values() if value for fact in value.facts),
    )
