from dataclasses import replace

from plainbill.reading.page import Box, PageWords, Word
from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import moved, page_of

TABLE = "\n".join(f"0{n}/01/2025   9921{n}   Office visit number {n}        1{n}0.00" for n in range(1, 8))


def texts(page: PageWords) -> list[str]:
    """The rows of the page as text."""
    return [" ".join(token.text for token in row.tokens) for row in rows_of(page)]


def curled(page: PageWords, depth: float, depth_below: float | None = None) -> PageWords:
    """The page as on paper that bulges: the middle is `depth` pixels lower than edges, at the foot `depth_below`."""
    wide = max(word.box.x1 for word in page.words)
    tall = max(word.box.y1 for word in page.words)

    def place(box: Box) -> Box:
        x, y = box.middle[0] / wide, box.middle[1] / tall
        drop = (depth + ((depth if depth_below is None else depth_below) - depth) * y) * 4 * x * (1 - x)
        return replace(box, y0=box.y0 + drop, y1=box.y1 + drop)

    return replace(page, words=tuple(replace(word, box=place(word.box)) for word in page.words))


def twisted(page: PageWords, rise: float, fall: float) -> PageWords:
    """The page as on a sheet held by two corners: it bulges by `rise` at the top, and falls to the right below."""
    wide = max(word.box.x1 for word in page.words)
    tall = max(word.box.y1 for word in page.words)

    def place(box: Box) -> Box:
        x, y = box.middle[0] / wide, box.middle[1] / tall
        drop = y * fall * x**3 - (1 - y) * rise * 6.75 * x**2 * (1 - x)
        return replace(box, y0=box.y0 + drop, y1=box.y1 + drop)

    return replace(page, words=tuple(replace(word, box=place(word.box)) for word in page.words))


def test_rows_come_from_top_to_bottom_and_left_to_right() -> None:
    assert texts(page_of("a1 b1\nc1 d1")) == ["a1 b1", "c1 d1"]


def test_rows_follow_paper_that_lies_askew() -> None:
    page = page_of(TABLE)
    assert texts(moved(page, turn=0.04)) == texts(page)


def test_rows_follow_paper_that_curls() -> None:
    page = page_of(TABLE)
    assert texts(curled(page, 12.0)) == texts(page)


def test_rows_follow_paper_that_curls_much_above_and_the_other_way_below() -> None:
    rows = [
        f"02/0{n % 9 + 1}/26  9894{n % 3}   CHIROPRACTIC ADJUSTMENT 3-4 REGIONS        M99.03     72.0{n % 10}"
        for n in range(14)
    ]
    page = page_of("\n".join(["PATIENT: WINIFRED OSTRANDER", "DATE      CPT     PROCEDURE", *rows]))
    assert texts(curled(page, 40.0, -14.0)) == texts(page)


def test_rows_follow_paper_that_bends_one_way_above_and_another_way_below() -> None:
    rows = [
        f"05/13/2026    Therapy visit number {n}        ${n}20.70     $117.{n}0     $30.00     $87.{n}0      $30.0{n}"
        for n in range(1, 10)
    ]
    page = page_of(
        "\n".join(
            [
                "Blue Birch Health Plan",
                "Patient   Ada Lombard",
                "Member ID   BBH9920147",
                "Claim #   7714-0025",
                "Provider   Elm Clinic",
                "Processed   05/27/2026",
                "",
                "Date          Service                       Billed       Allowed      Copay       Paid       You owe",
                *rows,
                "Total                                        $3,056.92    $1,093.63    $30.00     $963.63     $30.00",
                "",
                "Allowed: the most your plan counts for a service.",
                "Deductible: what you pay each year before the plan pays.",
            ]
        )
    )
    assert texts(twisted(page, 48.0, 48.0)) == texts(page)


def test_level_paper_with_few_words_is_not_taken_for_curled() -> None:
    page = page_of("Amount due      97.36\n\n   Please pay by       05/01/2026\nThank you")
    assert texts(moved(page, turn=0.0)) == ["Amount due 97.36", "Please pay by 05/01/2026", "Thank you"]


def test_runs_of_words_in_padded_boxes_are_read_as_their_single_words() -> None:
    lines = [
        "Date        Code     Description             Charge",
        "04/02/2025  99213    Office visit            100.00",
    ]
    runs = [
        (text, line.index(text), row) for row, line in enumerate(lines) for text in line.split("  ") if text.strip()
    ]
    words = []
    for text, start, row in [(text.strip(), lines[row].index(text.strip()), row) for text, _, row in runs]:
        box = Box(x0=start * 10 - 6, y0=row * 24 - 6, x1=(start + len(text)) * 10 + 6, y1=row * 24 + 26)
        words.append(Word(text=text, box=box, source_box=box, confidence=0.9, reader="test"))
    page = PageWords(index=0, file="a", number=1, width=600, height=100, words=tuple(words))
    assert texts(page) == ["Date Code Description Charge", "04/02/2025 99213 Office visit 100.00"]


def test_parts_of_a_row_that_stand_a_little_apart_belong_together() -> None:
    page = page_of("Room and board                              5,480.00\n\nPharmacy                        1,322.18")
    amounts = {"5,480.00", "1,322.18"}
    words = []
    for word in page.words:
        by = 0.5 * word.box.height if word.text in amounts else 0.0
        words.append(replace(word, box=replace(word.box, y0=word.box.y0 + by, y1=word.box.y1 + by)))
    assert texts(replace(page, words=tuple(words))) == ["Room and board 5,480.00", "Pharmacy 1,322.18"]
