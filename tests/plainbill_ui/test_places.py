from plainbill.case import ExplainResult, Source, read_as
from plainbill_ui.places import Place, places_of_evidence, places_of_line, places_of_source
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


def test_wrapped_text_has_one_piece_a_row() -> None:
    source = read_as(
        Source, {"page": 1, "boxes": [[1, 2, 30, 4], [1, 6, 20, 8]], "text": "a b", "confirmed_by": ["text_layer"]}
    )

    assert [(place.page, place.y0) for place in places_of_source(source)] == [(1, 2), (1, 6)]


def test_a_fact_from_no_picture_has_no_piece() -> None:
    fact = explanation().findings[0].evidence[0]

    assert places_of_evidence(explanation(), fact) != ()
    assert places_of_evidence(explanation(), fact.but(box=None)) == ()
    assert places_of_evidence(explanation(), fact.but(page=7)) == ()
