"""Noise: pages as bad readers see them, pages without words, and very many pages."""

import random
import time
from collections.abc import Callable, Sequence

import pytest

from plainbill.testing.doubles import make_page
from plainbill.testing.driving import ask_everything, reread
from plainbill.testing.paper_texts import paper_texts
from plainbill.testing.subject import Subject

DEADLINE_S = 60.0
MANY = 1_000
Harm = Callable[[Sequence[str], random.Random], list[str]]


def _dropped(words: Sequence[str], chance: random.Random) -> list[str]:
    return ["" if chance.random() < 0.2 else word for word in words]


def _swapped(words: Sequence[str], chance: random.Random) -> list[str]:
    return chance.sample(list(words), len(words))


def _merged(words: Sequence[str], chance: random.Random) -> list[str]:
    return ["" if i % 3 == 1 else word + "".join(words[i + 1 : i + 2]) * (i % 3 == 0) for i, word in enumerate(words)]


def _mistaken(words: Sequence[str], chance: random.Random) -> list[str]:
    return [word.replace("0", "O").replace("1", "l").replace("5", "S") for word in words]


HARMS: dict[str, Harm] = {"dropped": _dropped, "swapped": _swapped, "merged": _merged, "mistaken": _mistaken}


@pytest.mark.parametrize("harm", sorted(HARMS))
def test_it_does_not_fail_on_words_that_are(loaded: Subject, harm: str) -> None:
    """A reader may see anything."""
    for number, (paper, text) in enumerate(paper_texts().items()):
        page = make_page(text)
        words = HARMS[harm]([word.text for word in page.words], random.Random(number))
        said = ask_everything(loaded, [reread(page, words)])
        assert said.failures == (), f"on {paper}: {said.failures[0]}"


def test_it_does_not_fail_where_there_is_nothing(loaded: Subject) -> None:
    """A page without words, and signs that are no letters."""
    for text in ("", " \n", "\u200b\u202e\ufeff", "*" * 500, "0" * 500):
        assert ask_everything(loaded, [make_page(text)]).failures == ()


def test_a_thousand_pages_are_looked_at_in_time(loaded: Subject) -> None:
    """Where an hour of one plugin's time is an hour of somebody's."""
    if "recognize_document" not in loaded.status.hooks:
        pytest.skip("it looks at no whole papers")
    from plainbill.reading.print_index import PrintIndex

    pages = [make_page(text, index) for index, text in enumerate(list(paper_texts().values()) * (MANY // 12 + 1))]
    printed = PrintIndex(pages[:MANY])
    plugins, failures = loaded.alone()
    start = time.process_time()
    plugins.recognize_document(pages[:MANY], printed)
    assert time.process_time() - start < DEADLINE_S
    assert failures == []
