import random
import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainbill.reading.page import Box, PageWords, Word
from tests.reading.papers import TEXTS, moved, page_of, read_pages, values_of

PAPERS = [page_of(path.read_text(encoding="utf-8")) for path in sorted(TEXTS.glob("*.txt"))]
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def read(page: PageWords) -> list[dict[str, object]]:
    """What the page says, as JSON values."""
    return [values_of(parsed.document) for parsed in read_pages(page)]


@FEW
@given(page=st.sampled_from(PAPERS), seed=st.integers(0, 1000))
def test_the_order_of_words_changes_no_reading(page: PageWords, seed: int) -> None:
    words = list(page.words)
    random.Random(seed).shuffle(words)
    assert read(replace(page, words=tuple(words))) == read(page)


@FEW
@given(page=st.sampled_from(PAPERS), by=st.integers(-200, 400), scale=st.sampled_from([0.5, 2.0, 4.0]))
def test_shifting_and_scaling_changes_no_reading(page: PageWords, by: int, scale: float) -> None:
    assert read(moved(page, by=by, scale=scale)) == read(page)


@FEW
@given(page=st.sampled_from(PAPERS), turn=st.floats(-0.02, 0.02))
def test_rows_that_rise_or_fall_a_little_read_the_same(page: PageWords, turn: float) -> None:
    assert read(moved(page, turn=turn)) == read(page)


@FEW
@given(page=st.sampled_from(PAPERS), seed=st.integers(0, 1000))
def test_a_lost_word_never_makes_an_amount_that_is_not_printed(page: PageWords, seed: int) -> None:
    lost = random.Random(seed).choice(page.words)
    left = replace(page, words=tuple(word for word in page.words if word is not lost))
    printed = {re.sub(r"[^\d.]", "", word.text) for word in left.words}
    for parsed in read_pages(left):
        for path, source in parsed.sources.items():
            if path.endswith((".charge", ".allowed", ".plan_paid", ".amount", ".balance_due")):
                assert re.sub(r"[^\d.]", "", source.text) in printed


TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12)
LIKELY = st.sampled_from(
    ["Date", "Code", "Charge", "Amount", "Total", "Description", "99213", "12.50", "$1,000.00", "03/17/2025",
     "Patient:", "CO-45", "Units", "-", "1", "Balance", "Due", "NDC", "(12.00)", "Plan", "Paid"]
)  # fmt: skip
PLACE = st.floats(0, 1000, allow_nan=False)


@st.composite
def noise(draw: st.DrawFn) -> Word:
    """A word of any text at any place."""
    x, y = draw(PLACE), draw(PLACE)
    box = Box(x0=x, y0=y, x1=x + draw(st.floats(1, 300)), y1=y + draw(st.floats(1, 60)))
    return Word(
        text=draw(st.one_of(TEXT, LIKELY)), box=box, source_box=box, confidence=draw(st.floats(0, 1)), reader="test"
    )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(noise(), max_size=40))
def test_noise_never_raises_and_every_value_was_printed(words: list[Word]) -> None:
    page = PageWords(index=0, file="noise", number=1, width=1300, height=1100, words=tuple(words))
    digits = "".join(word.text for word in words)
    for parsed in read_pages(page):
        for source in parsed.sources.values():
            assert all(mark in digits or not mark.isdigit() for mark in source.text)
