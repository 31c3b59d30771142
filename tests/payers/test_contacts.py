"""The numbers of a pack: for members, on papers of its payer alone, with where and when they were read."""

import datetime

import pytest

from plainbill.case import Document, Payer
from plainbill.payers.contacts import contacts
from tests.payers.written_packs import pack

PHONE = "1-800-555-0142"


def paper(payer: str | None) -> Document:
    return Document(id="d", kind="eob", payer=Payer(name=payer) if payer else None)


def contact(topic: str, name: str = "", **more: str) -> str:
    keys = {"topic": topic, **({"name": name} if name else {}), **(more or {"phone": PHONE}), "source": "guide"}
    return "[[contacts]]\n" + "\n".join(f'{key} = "{value}"' for key, value in keys.items()) + "\n"


def test_a_number_for_members_comes_with_what_it_is_for_and_when_it_was_read() -> None:
    (found,) = contacts(pack(contact("appeals", "Ohio plans")), paper("Acme Health Plan"))

    assert (found.desk, found.name, found.phone) == ("payer", "Acme Health Plan", PHONE)
    assert found.about == "appeals: Ohio plans"
    assert found.source == "Guide to our papers, https://acme.example/guide"
    assert found.read_on == datetime.date(2026, 11, 28)


@pytest.mark.parametrize(
    "entry",
    [contact("other"), contact("fraud"), contact("appeals", "for providers"), contact("appeals", address="PO Box 1")],
)
def test_numbers_for_others_and_addresses_are_left_out(entry: str) -> None:
    assert contacts(pack(entry), paper("Acme Health")) == ()


@pytest.mark.parametrize("printed", ["Zenith Mutual", None])
def test_no_number_is_given_for_anybody_elses_paper(printed: str | None) -> None:
    assert contacts(pack(contact("claims")), paper(printed)) == ()
