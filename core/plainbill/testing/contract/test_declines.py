"""Declines: a plugin leaves alone what it cannot know."""

import random
import string

import pytest

from plainbill.engine.recognizing import CLAIM
from plainbill.reading.print_index import PrintIndex
from plainbill.testing.doubles import make_page
from plainbill.testing.driving import ask_everything, findings_on
from plainbill.testing.paper_texts import paper_texts
from plainbill.testing.subject import Subject

_RANDOM = random.Random(7)
NOISE = "\n".join("".join(_RANDOM.choices(string.ascii_letters + "  0123456789.$/", k=60)) for _ in range(30))
NOTHING_KNOWN = {**paper_texts(), "a blank page": "", "noise": NOISE}


@pytest.mark.parametrize("paper", sorted(NOTHING_KNOWN))
def test_it_does_not_claim_what_is_not_its_own(loaded: Subject, paper: str) -> None:
    """None of these payers exists, so none of these papers can be this plugin's."""
    plugins, failures = loaded.alone()
    page = make_page(NOTHING_KNOWN[paper])
    claims = plugins.recognize_document([page], PrintIndex([page]))
    assert [claim.payer for claim in claims if claim.confidence >= CLAIM] == []
    assert failures == []


@pytest.mark.parametrize("paper", ["a blank page", "noise"])
def test_it_reads_no_paper_where_there_is_none(loaded: Subject, paper: str) -> None:
    """Noise is no bill."""
    said = ask_everything(loaded, [make_page(NOTHING_KNOWN[paper])])
    assert said.parsed is None or said.parsed.document.lines == ()


@pytest.mark.parametrize("paper", ["denial-notice", "network-notice"])
def test_it_explains_no_note_that_it_cannot_know(loaded: Subject, paper: str) -> None:
    """A code means something else with every payer, and this one means nothing with any."""
    assert ask_everything(loaded, [make_page(paper_texts()[paper])]).meanings == ()


def test_every_rule_fires_on_its_own_examples_and_is_quiet_on_the_others(loaded: Subject) -> None:
    """A false alarm is the worst fault, so every rule shows what tempts it and leaves it silent."""
    plugins, failures = loaded.alone()
    for rule in plugins.rules():
        assert rule.answer.fires, f"{rule.answer.id}: give a case on which it has to fire"
        assert rule.answer.quiet, f"{rule.answer.id}: give a case that tempts it and on which it must be quiet"
        kinds = set(rule.answer.kinds)
        for case in rule.answer.fires:
            assert kinds & {finding.kind for finding in findings_on(plugins, case)}, f"{rule.answer.id} is quiet"
        for case in rule.answer.quiet:
            assert not kinds & {finding.kind for finding in findings_on(plugins, case)}, f"{rule.answer.id} fires"
    assert failures == []
