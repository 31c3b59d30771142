"""Whose an address is: neither the plan's own nor the one below the patient's name is the provider's."""

import re
from collections.abc import Sequence

from plainbill.reading.fields.lone_addresses import only_address
from plainbill.reading.labels.finding import Labeled
from plainbill.reading.labels.name_blocks import Party, is_organization
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, alike
from plainbill.reading.terms.vocabulary import plain_key

_SENDS = re.compile(r"\b(?:mail|send|remit|return|payable)\b", re.IGNORECASE)


def leads_to_an_office(label: Labeled) -> bool:
    """True for "Mail to:" before the name of an office: what it asks for is to be sent to whoever sent the paper."""
    sends = _SENDS.search(" ".join(token.text for token in label.label)) is not None
    return label.field == "addressee.name" and sends and is_organization(str(label.value.value))


def settle_addresses(
    fields: dict[str, Found], parties: Sequence[Party], layouts: Sequence[PageLayout], sender: str
) -> None:
    """Take the plan's own address, or that below the patient's name, from the provider.

    The only other one that the paper prints is that of its `sender`, "payer" or "provider".
    """
    _drop_others_address(fields, parties)
    if f"{sender}.name" in fields and f"{sender}.address" not in fields:
        persons = [party for party in parties if party.name is not None and _may_be_a_person(str(party.name.value))]
        if (address := only_address(layouts, persons, with_phone=sender == "payer")) is not None:
            fields[f"{sender}.address"] = address


def _may_be_a_person(name: str) -> bool:
    """True for words that are no office and no phone."""
    return not is_organization(name) and not any(map(str.isdigit, name))


def _drop_others_address(fields: dict[str, Found], parties: Sequence[Party]) -> None:
    if (address := fields.get("provider.address")) is None:
        return
    own = fields.get("payer.address")
    others = {*own.tokens} if own is not None else set()
    if (patient := fields.get("patient.name")) is not None and not _is_part_of(patient, fields.get("provider.name")):
        for party in parties:
            if party.name is not None and party.address is not None and alike(party.name, patient):
                others |= {*party.address.tokens}
    if others & {*address.tokens}:
        del fields["provider.address"]


def _is_part_of(patient: Found, provider: Found | None) -> bool:
    """True where the name is that of the office, whose second line was taken for a person."""
    return provider is not None and plain_key(str(patient.value)) in plain_key(str(provider.value))
