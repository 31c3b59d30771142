from plainbill.case import ExplainResult, Source, read_as
from plainbill_ui.places import (
    Place,
    is_doubtful,
    places_of_facts,
    places_of_line,
    places_of_source,
    places_to_judge,
)
from tests.plainbill_ui.explanation import explanation


def with_boxes(**boxes: list[float]) -> ExplainResult:
    """An explanation whose first line has these fields in these boxes."""
    written = explanation().model_dump(mode="json")
    written["sources"] = {
        f"documents[0].lines[0].{field}": {"page": 0, "box": box, "text": "x", "confirmed_by": []}
        for field, box in boxes.items()
    }
    return read_as(ExplainResult, written)


def test_code_words_and_price_of_a_line_are_shown_from_left_to_right() -> None:
    places = places_of_line(with_boxes(charge=[900, 102, 980, 122], description=[300, 100, 600, 120]), 0, 0)

    assert [place.x0 for place in places] == [300, 900]


def test_neighbors_on_one_row_are_one_piece() -> None:
    places = places_of_line(with_boxes(code=[100, 100, 160, 120], description=[170, 102, 600, 122]), 0, 0)

    assert places == (Place(page=0, x0=100, y0=100, x1=600, y1=122),)


def test_words_on_two_rows_are_two_pieces_in_reading_order() -> None:
    places = places_of_line(with_boxes(code=[500, 100, 560, 120], description=[100, 140, 400, 160]), 0, 0)

    assert [place.y0 for place in places] == [100, 140]


def test_a_line_without_boxes_has_no_pieces() -> None:
    assert places_of_line(with_boxes(), 0, 0) == ()


def test_a_box_without_inside_is_left_out() -> None:
    assert places_of_line(with_boxes(charge=[900.2, 100, 900.4, 120]), 0, 0) == ()


def source(*boxes: list[float], confirmed_by: tuple[str, ...] = ()) -> Source:
    return read_as(Source, {"page": 0, "boxes": list(boxes), "text": "a b", "confirmed_by": list(confirmed_by)})


def test_a_single_figure_to_judge_is_shown_with_paper_around_it() -> None:
    (place,) = places_to_judge(source([500, 200, 508, 220]))

    assert (place.x1 - place.x0, place.y1 - place.y0) == (80, 20)
    assert place.x0 < 500 < 508 < place.x1


def test_text_that_wraps_in_its_column_is_one_piece_of_several_rows() -> None:
    (place,) = places_of_source(source([100, 200, 300, 220], [100, 230, 250, 250]))

    assert place == Place(page=0, x0=100, y0=200, x1=300, y1=250, rows=2)


def test_boxes_far_from_each_other_are_pieces_of_their_own() -> None:
    places = places_of_source(source([100, 200, 300, 220], [100, 900, 250, 920]))

    assert [(place.y0, place.rows) for place in places] == [(200, 1), (900, 1)]


def test_a_fact_from_no_picture_has_no_piece() -> None:
    fact = explanation().findings[0].evidence[0]

    assert places_of_facts(explanation(), [fact]) != ()
    assert places_of_facts(explanation(), [fact.but(box=None)]) == ()
    assert places_of_facts(explanation(), [fact.but(page=7)]) == ()


def test_a_single_figure_is_shown_with_its_surroundings() -> None:
    fact = explanation().findings[0].evidence[0].but(box=[500, 100, 506, 130])

    (place,) = places_of_facts(explanation(), [fact])

    assert (place.x0, place.x1) == (443, 563)


def test_a_value_that_nothing_confirms_is_doubtful() -> None:
    fact = explanation().findings[0].evidence[0]
    unconfirmed = explanation().model_dump(mode="json")
    unconfirmed["sources"]["documents[0].lines[1].charge"]["confirmed_by"] = []

    assert is_doubtful(read_as(ExplainResult, unconfirmed), fact)
    assert not is_doubtful(explanation(), fact)


def test_a_value_that_was_not_read_from_a_picture_is_not_doubtful() -> None:
    fact = explanation().findings[0].evidence[0]

    assert not is_doubtful(explanation(), fact.but(field="units"))
    assert not is_doubtful(explanation(), fact.but(document="d9"))
