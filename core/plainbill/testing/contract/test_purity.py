"""Purity: the same again for the same paper, and nothing touched on the way."""

import pickle

import pytest

from plainbill.testing.doubles import make_page
from plainbill.testing.driving import Said, ask_everything
from plainbill.testing.paper_texts import paper_texts
from plainbill.testing.subject import Subject
from plainbill.testing.surroundings import chance_in, clock_in, touched

PAPERS = ("clinic-bill", "denial-notice", "plan-letter")


def _asked(subject: Subject, paper: str) -> Said:
    return ask_everything(subject, [make_page(paper_texts()[paper])])


@pytest.mark.parametrize("paper", PAPERS)
def test_it_says_the_same_of_the_same_paper(loaded: Subject, paper: str) -> None:
    """A result that changes by itself can be neither checked nor explained."""
    assert _asked(loaded, paper) == _asked(loaded, paper)


@pytest.mark.parametrize("paper", PAPERS)
def test_it_touches_neither_the_network_nor_files_and_prints_nothing(
    loaded: Subject, paper: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Bills do not leave the machine, and standard output belongs to the result."""
    _asked(loaded, paper)
    capfd.readouterr()
    with touched() as heard:
        _asked(loaded, paper)
    assert heard == []
    assert capfd.readouterr().out == ""


def test_it_reads_no_clock(subject: Subject) -> None:
    """The day is given to a hook that needs it."""
    if "register_models" in subject.status.hooks:
        pytest.skip("it lists when something was sent to a model")
    assert [place for file in subject.sources() for place in clock_in(file)] == []


def test_it_draws_no_lots(subject: Subject) -> None:
    """Chance would give another answer the next time."""
    assert [place for file in subject.sources() for place in chance_in(file)] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_what_it_says_can_be_handed_to_another_process(loaded: Subject, paper: str) -> None:
    """Its answers cross from the process that works to the one that shows."""
    said = _asked(loaded, paper)
    answers = (
        said.recognition,
        said.layouts,
        said.translations,
        said.meanings,
        said.findings,
        said.contacts,
        said.deadlines,
    )
    assert pickle.loads(pickle.dumps(answers)) == answers
