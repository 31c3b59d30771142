import pytest

from bench import noise
from bench.noise import as_readers_give

ROW = tuple((f"{1000 + i}.00", 40 * i, 100, 40 * i + 36, 130) for i in range(60))
SIZE = (2550, 3300)


def test_the_same_seed_gives_the_same_words() -> None:
    assert as_readers_give(ROW, SIZE, 5) == as_readers_give(ROW, SIZE, 5) != as_readers_give(ROW, SIZE, 6)


def test_no_letter_is_lost_or_added() -> None:
    for seed in range(20):
        given = sorted(as_readers_give(ROW, SIZE, seed), key=lambda word: word[1])
        assert "".join(word[0] for word in given) == "".join(word[0] for word in ROW)


def test_words_far_apart_are_never_glued() -> None:
    apart = tuple((f"{1000 + i}", 80 * i, 100, 80 * i + 36, 130) for i in range(30))
    for seed in range(20):
        assert {word[0] for word in as_readers_give(apart, SIZE, seed)} == {word[0] for word in apart}


def test_boxes_stay_near_where_they_were() -> None:
    alone = (("99213", 1200, 1600, 1280, 1630),)
    for seed in range(50):
        ((_, x0, y0, x1, y1),) = as_readers_give(alone, SIZE, seed)
        assert abs(x0 - 1200) <= 2 and abs(x1 - 1280) <= 2
        assert abs(y0 - 1600) <= 0.004 * 2550 + 4 and y1 > y0


def test_neighbors_are_glued_and_tokens_cut_now_and_then() -> None:
    given = [word[0] for seed in range(20) for word in as_readers_give(ROW, SIZE, seed)]
    assert any(text.count(".") == 2 for text in given)
    assert any("." not in text or text.endswith(".") for text in given)
    assert sum(text.count(".") == 1 and len(text) == 7 for text in given) > 0.85 * len(given)


@pytest.mark.parametrize("other", ["TILT", "CURL"])
def test_a_page_is_tilted_and_bent(monkeypatch: pytest.MonkeyPatch, other: str) -> None:
    monkeypatch.setattr(noise, other, 0)
    row = tuple(("99213", x, 1600, x + 80, 1630) for x in range(100, 2400, 230))
    drops = [[word[2] for word in as_readers_give(row, SIZE, seed)] for seed in range(40)]
    assert max(max(drop) - min(drop) for drop in drops) > 10
