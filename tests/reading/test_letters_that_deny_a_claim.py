"""Letters that deny a claim in large print and give their reason in a sentence."""

from plainbill.case import Document
from tests.reading.papers import read_text

LETTER = """
    Quarry Ridge Health
    PO Box 1417, Larch, UT 84199 · 801-555-0141

    June 12, 2026

    Ada Lombard
    41 Alder Row, Larch, UT 84199

    Member             Ada Lombard
    Member ID          QRH 4417 8829
    Claim              QR-2605-440718
    Provider           Larch Imaging Center
    Service            MRI of knee, 73721
    Date of service    05/04/2026
    Amount of claim    $1,310.00

    {said}

    Reason CO-197: approval was not asked for before the service.
    {network}
    You may appeal within 180 days of this letter. Send the records to the address above.

    Member Appeals Unit
"""


def _read(said: str = "Your claim              was denied.", network: str = "") -> Document:
    return read_text(LETTER.format(said=said, network=network))


def test_a_title_that_says_that_a_claim_was_denied_heads_a_letter_of_a_plan() -> None:
    document = _read()
    assert document.kind == "letter"
    assert document.payer is not None
    assert document.payer.name == "Quarry Ridge Health"
    assert document.provider is not None
    assert (document.provider.name, document.provider.phone) == ("Larch Imaging Center", None)
    assert [(line.code, line.status) for line in document.lines] == [("73721", "denied")]


def test_what_may_be_denied_is_not() -> None:
    assert [line.status for line in _read(said="Call us if your claim was denied.").lines] in ([], [None])


def test_a_sentence_says_that_the_provider_is_of_the_network() -> None:
    coverage = _read(network="Because the provider is in our network, it may not bill you for this.").coverage
    assert coverage is not None
    assert coverage.network_status == "in"


def test_a_network_under_a_condition_says_nothing_of_this_provider() -> None:
    coverage = _read(network="If the provider is in our network, it may not bill you for this.").coverage
    assert coverage is None or coverage.network_status is None


def test_a_network_in_the_middle_of_a_note_explains_the_note() -> None:
    coverage = _read(network="B2 You pay less because the provider is in our network.").coverage
    assert coverage is None or coverage.network_status is None
