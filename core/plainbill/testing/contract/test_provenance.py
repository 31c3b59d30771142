"""Provenance: every value that it reads stands on the paper, and the sums that do not close are found."""

import pytest

from plainbill.plugins.provenance import grounded
from plainbill.testing.doubles import make_page
from plainbill.testing.driving import ask_everything
from plainbill.testing.paper_texts import paper_texts
from plainbill.testing.subject import Subject


@pytest.fixture
def parsing(loaded: Subject) -> Subject:
    """The plugin, where it reads papers."""
    if "parse_document" not in loaded.status.hooks:
        pytest.skip("it reads no papers")
    return loaded


def _papers(subject: Subject) -> dict[str, str]:
    own = {file.name: file.read_text(encoding="utf-8") for file in subject.samples() if file.suffix == ".txt"}
    return {**paper_texts(), **own}


def test_the_words_of_every_value_stand_there_and_say_it(parsing: Subject) -> None:
    """What is not printed is not read."""
    for paper, text in _papers(parsing).items():
        said = ask_everything(parsing, [make_page(text)])
        unfounded = [failure.where for failure in said.failures if failure.kind == "unfounded"]
        assert not unfounded, f"{paper}: {', '.join(unfounded)} is not printed where its source says"
        if said.parsed is not None:
            held = grounded(said.parsed, said.pages)
            assert held is not None, f"{paper}: nothing of what was read is printed"
            assert held.dropped == (), f"{paper}: {', '.join(held.dropped)} is not printed where its source says"


def test_charges_are_those_of_the_paper(parsing: Subject) -> None:
    """No line is made up, and none that was read is counted twice."""
    for paper, text in _papers(parsing).items():
        said = ask_everything(parsing, [make_page(text)])
        charges = [line.charge for line in said.parsed.document.lines if line.charge] if said.parsed else []
        for charge in set(charges):
            printed = sum(word.strip("$") == f"{charge:,.2f}" for word in text.split())
            assert charges.count(charge) <= printed, f"{paper}: {charge} is read more often than it is printed"
