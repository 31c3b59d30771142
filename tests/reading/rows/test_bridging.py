from dataclasses import replace

from plainbill.reading.page import PageWords
from plainbill.reading.rows.bridging import bridged
from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import page_of

RECEIPT = """
    RX 5520117                              REFILLS 2
    CETIRIZINE 10MG TAB
    NDC 00904-6717-60                       QTY 30
        PRICE                                   18.75
        PLAN PAID                               12.25
        YOUR COST                                6.50

    RX 5520119                              REFILLS 0
    FLUTICASONE NASAL
    NDC 60505-0829-01                       QTY 1
        PRICE                                   31.20
        PLAN PAID                               21.20
        YOUR COST                               10.00

    TOTAL PRICE                                 49.95
    TOTAL PLAN PAID                             33.45
    YOU OWE                                     16.50
"""


def bent(page: PageWords, by: float, more: float) -> PageWords:
    """The page with what stands beyond the wide blank higher, at the foot by `more` than at the head."""
    middle, tall = max(word.box.x1 for word in page.words) / 2, max(word.box.y1 for word in page.words)
    words = []
    for word in page.words:
        slope = 0.05 * word.box.middle[0]
        up = by + more * word.box.y0 / tall if word.box.x0 > middle else slope
        words.append(replace(word, box=replace(word.box, y0=word.box.y0 - up, y1=word.box.y1 - up)))
    return replace(page, words=tuple(words))


def texts(page: PageWords) -> list[str]:
    return [" ".join(token.text for token in row.tokens) for row in rows_of(page)]


def test_amounts_beyond_a_wide_blank_meet_the_rows_that_all_of_them_fit() -> None:
    page = page_of(RECEIPT)
    assert texts(bent(page, 14.0, 12.0)) == texts(page)


def test_print_that_meets_its_rows_stays_where_it_is() -> None:
    page = page_of(RECEIPT)
    middles = [word.box.middle[1] for word in page.words]
    assert bridged(page.words, middles, 20.0) == middles


def test_print_that_fits_in_several_places_is_not_moved() -> None:
    rows = "\n".join(f"    ROW {n}                                  {n}.00" for n in range(1, 9))
    page = page_of(rows)
    pitch = page.words[2].box.y0 - page.words[0].box.y0
    middles = [word.box.middle[1] - (pitch / 2 if word.box.x0 > 400 else 0.0) for word in page.words]
    assert bridged(page.words, middles, 20.0) == middles


def test_second_rows_with_nothing_left_of_them_move_no_print_that_stands_level() -> None:
    # Amounts at the left, what was done and below it the code at the right, and a diagnosis beside the next row.
    entries = "\n".join(
        f"    {n}10.00  {n}00.00                  SERVICE {n}\n"
        f"                                      A042{n}\n"
        f"             DX: R5{n}.9\n"
        for n in range(1, 9)
    )
    page = page_of(entries.replace("\n\n", "\n"))
    middles = [word.box.middle[1] for word in page.words]
    assert bridged(page.words, middles, 25.0) == middles
