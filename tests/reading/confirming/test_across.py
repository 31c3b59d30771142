"""Names and numbers that two papers of one case print alike confirm each other."""

from plainbill.case import Confirmation, Coverage, Document, Payer, Source
from plainbill.reading.confirming.across import confirm_across

SEEN = Source(page=0, box=(0, 0, 9, 9), text="as printed", confirmed_by=())


def paper(name: str, payer: str | None, member: str | None = None) -> Document:
    return Document(
        id=name,
        kind="bill",
        payer=Payer(name=payer) if payer else None,
        coverage=Coverage(member_id=member) if member else None,
    )


def confirmed(*documents: Document, seen: Source = SEEN) -> dict[str, tuple[Confirmation, ...]]:
    sources = {f"documents[{i}].payer.name": seen for i, document in enumerate(documents) if document.payer}
    sources |= {f"documents[{i}].coverage.member_id": seen for i, document in enumerate(documents) if document.coverage}
    return {path: source.confirmed_by for path, source in confirm_across(documents, sources).items()}


def test_a_name_on_two_papers_is_confirmed_on_both() -> None:
    assert confirmed(paper("a", "Juniper Mutual"), paper("b", "JUNIPER  MUTUAL")) == {
        "documents[0].payer.name": ("repeated",),
        "documents[1].payer.name": ("repeated",),
    }


def test_a_name_that_another_paper_spells_otherwise_stays_doubtful() -> None:
    assert set(confirmed(paper("a", "Juniper Mutual"), paper("b", "Juniper Mutal")).values()) == {()}


def test_a_name_that_one_paper_alone_has_stays_doubtful() -> None:
    assert set(confirmed(paper("a", "Juniper Mutual"), paper("b", None)).values()) == {()}


def test_a_number_is_not_confirmed_by_a_name_that_reads_alike() -> None:
    assert set(confirmed(paper("a", "JM12"), paper("b", None, "JM12")).values()) == {()}


def test_what_was_confirmed_already_is_not_said_twice() -> None:
    seen = SEEN.but(confirmed_by=("repeated",))
    assert set(confirmed(paper("a", "Juniper"), paper("b", "Juniper"), seen=seen).values()) == {("repeated",)}
