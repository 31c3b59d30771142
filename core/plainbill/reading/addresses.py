"""Whose an address is: neither the plan's own nor the one below the patient's name is the provider's."""

from collections.abc import Sequence

from plainbill.reading.found import Found, alike
from plainbill.reading.parties import Party
from plainbill.reading.vocabulary import plain_key


def drop_others_address(fields: dict[str, Found], parties: Sequence[Party]) -> None:
    """Take the plan's own address, or that below the patient's name, from the provider."""
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
