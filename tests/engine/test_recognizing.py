"""Whose paper it is: evidence before confidence, two rivals leave it to nobody, and only print is ever a name."""

import itertools

import pytest

from plainbill.reading.print_index import PrintIndex
from tests.engine.payers import PAPER, asked, read
from tests.reading.papers import page_of


def problems(*names: str, text: str = PAPER) -> list[str]:
    return [problem.text for page in read(asked(*names)[0], text).pages for problem in page.problems]


def test_a_payers_own_column_is_read_once_its_paper_is_recognized() -> None:
    with_pack, without = (read(asked(*names)[0]).case.documents[0] for names in (("acme",), ()))

    assert [str(line.plan_paid) for line in with_pack.lines] == ["100.00", "0.00"]
    assert [line.plan_paid for line in without.lines] == [None, None]


def test_the_payers_name_is_filled_in_with_its_place_and_only_where_it_is_printed() -> None:
    text = PAPER.replace("Acme Health\n", "Our office\n", 1)
    named = f"{text}\nThis notice is from Acme Health and acme health alone\n"

    found = read(asked("acme")[0], named)
    unnamed = read(asked("acme")[0], text)

    assert found.case.documents[0].payer is not None
    assert found.case.documents[0].payer.name == "Acme Health"
    assert found.sources["documents[0].payer.name"].text.startswith("Acme Health")
    assert "Acme" not in str(unnamed.case.documents[0].payer)


def test_a_name_of_the_payer_that_was_read_stays() -> None:
    text = PAPER.replace("Acme Health\n", "Acme Health Insurance Company\n", 1)

    payer = read(asked("acme")[0], text).case.documents[0].payer

    assert payer is not None
    assert payer.name == "Acme Health Insurance Company"


def test_two_payers_that_claim_one_paper_leave_it_to_nobody_and_the_person_is_told() -> None:
    document = read(asked("acme", "rival")[0]).case.documents[0]

    assert [line.plan_paid for line in document.lines] == [None, None]
    # The amounts below a head that neither lends its words to are left over, which is told too.
    _, told = problems("acme", "rival")
    assert told.startswith("may be a paper of Acme Health or Rival Mutual; nothing on it tells which")


@pytest.mark.parametrize("names", list(itertools.permutations(["acme", "rival", "greedy"])))
def test_the_order_of_installation_makes_no_difference(names: tuple[str, ...]) -> None:
    assert problems(*names) == problems("acme", "rival", "greedy")


def test_a_claim_without_evidence_is_no_more_than_a_guess() -> None:
    plugins, failures = asked("greedy")
    even = page_of("one two")

    (claim,) = plugins.recognize_document((even,), PrintIndex((even,)))

    assert (claim.plugin, claim.evidence, failures) == ("greedy", (), [])
    assert "Greedy" not in str(read(plugins).case)


def test_evidence_that_stands_on_no_page_is_named_and_the_claim_is_dropped() -> None:
    plugins, failures = asked("greedy")
    odd = page_of("one two three")

    assert plugins.recognize_document((odd,), PrintIndex((odd,))) == ()
    assert [(each.plugin, each.hook, each.kind) for each in failures] == [
        ("greedy", "recognize_document", "evidence that is not on the page")
    ]


def test_a_page_without_the_payers_name_is_read_with_its_columns_where_its_paper_is_recognized() -> None:
    head, rows = PAPER.split("03/12/2026")
    second = "Statement of Shares, continued\n" + "\n".join(PAPER.splitlines()[7:8]) + f"\n03/12/2026{rows}"
    first = f"{head}Page 1 of 2\n"

    plugins, _ = asked("acme")
    documents = read(plugins, f"{first}\f{second}Page 2 of 2\n").case.documents

    assert [str(line.plan_paid) for document in documents for line in document.lines] == ["100.00", "0.00"]
