"""The numbers of a payer that public pages name, for call sheets about its papers."""

from plainbill.acting import Contact
from plainbill.case import Document
from plainbill.payers.meanings import is_named
from plainbill.payers.pack import Pack

_FOR_MEMBERS = frozenset({"member services", "claims", "appeals"})
_NOT_FOR_MEMBERS = "provider"


def contacts(pack: Pack, document: Document) -> tuple[Contact, ...]:
    """Return the numbers that members may call; nothing where the paper does not name the pack's payer.

    Addresses are left out: where an appeal goes depends on the plan, and its own letter prints it.
    """
    printed = document.payer.name if document.payer else None
    if not printed or not is_named(pack.names, printed):
        return ()
    found = []
    for contact in pack.contacts:
        about = ": ".join(filter(None, (contact.topic, contact.name)))
        if contact.phone and contact.topic in _FOR_MEMBERS and _NOT_FOR_MEMBERS not in about.lower():
            source = pack.sources[contact.source]
            found.append(
                Contact(
                    desk="payer",
                    name=printed,
                    about=about,
                    phone=contact.phone,
                    source=f"{source.title}, {source.url}",
                    read_on=source.read,
                )
            )
    return tuple(found)
