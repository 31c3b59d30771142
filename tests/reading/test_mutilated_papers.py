"""Papers with strokes, lone signs and words that are not printed, as readers see them: nothing stops their reading."""

import random
from dataclasses import replace

import pytest

from plainbill.reading.page import PageWords
from tests.reading.papers import TEXTS, page_of, read_pages

PAPERS = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]
JUNK = (
    "-", "- - - -", "=====", "*", ":", "$", "()", "(", ")", "#", "..", "|", "N/A", "%", "&", "1", "$1.00", "99213",
    "CR", "01/02/2026", "Claim", "Claim -", "Total", "Total for Claim", "Page", "to", "of", "Patient:", "Note", "A",
    "Rev", "____", "[x]", "0.00", "CO-45", "$3,", "000.00", "@", "NDC:", "J1885",
)  # fmt: skip


def mutilated(text: str, chance: random.Random) -> str:
    """The text with rows and words lost, in another order, and with print that is not its own."""
    rows = text.splitlines()
    for _ in range(chance.randint(2, 10)):
        at, junk = chance.randrange(len(rows)), chance.choice(JUNK)
        words = rows[at].split()
        chance.shuffle(words)
        rows[at : at + 1] = chance.choice(
            [[rows[at], junk], [], [" ".join(words)], [f"{rows[at]}   {junk}"], [f"{junk}   {rows[at]}"], [junk]]
        )
        rows = rows or [junk]
    return "\n".join(rows)


def without_some(page: PageWords, chance: random.Random) -> PageWords:
    """The page without some of its words."""
    return replace(page, words=tuple(word for word in page.words if chance.random() > 0.1))


@pytest.mark.parametrize("seed", range(60))
def test_nothing_on_a_paper_stops_its_reading(seed: int) -> None:
    chance = random.Random(seed)
    page = page_of(mutilated(chance.choice(PAPERS), chance))
    read_pages(page)
    read_pages(without_some(page, chance))


def test_a_row_of_strokes_is_no_claim() -> None:
    (parsed,) = read_pages(
        page_of("Larkspur Clinic\nPatient: Ada Finch\n99213 Office visit 80.00\n- - - - -\nTotal 80.00")
    )
    assert parsed.document.claim_number is None
