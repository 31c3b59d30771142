"""Where on the papers a value stands, as pieces of picture to show beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plainbill.case import Evidence, ExplainResult, Source

# The fields of a charge that are shown as pieces of the photo, in this order where they stand on one row.
SHOWN = ("code", "revenue_code", "description", "charge")
# Boxes of one row with less paper than this between them, in parts of their height, are shown as one piece.
JOINED_WITHIN = 1.0
# Rows of one wrapped text are at most this far from each other, in parts of their height.
ROWS_APART = 2.2
# A piece that shows a fact is at least this wide, in parts of its height.
NARROWEST = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A piece of a page: the index of the page, the box in its pixels, and how many rows of print are in it."""

    page: int
    x0: int
    y0: int
    x1: int
    y1: int
    rows: int = 1

    @property
    def row_height(self) -> float:
        """Pixels from one row to the next."""
        return (self.y1 - self.y0) / self.rows


def places_of_line(result: ExplainResult, document: int, line: int) -> tuple[Place, ...]:
    """Return where one charge stands, by the index of its paper and its own: its code, words and price."""
    prefix = f"documents[{document}].lines[{line}]"
    found = (result.sources.get(f"{prefix}.{field}") for field in SHOWN)
    places = [place for source in found if source is not None for place in places_of_source(source)]
    return _joined(_seen(places, result))


def place_of_box(page: int, box: Sequence[float]) -> Place:
    """Return the piece of a page that a box is around."""
    return _place(page, [box])


def places_of_facts(result: ExplainResult, facts: Iterable[Evidence]) -> tuple[Place, ...]:
    """Return where facts of a finding stand; nothing for those that came from no picture."""
    places = [_place(fact.page, [fact.box]) for fact in facts if fact.page is not None and fact.box is not None]
    return tuple(_widened(place) for place in _joined(_seen(places, result)))


def places_to_judge(source: Source) -> tuple[Place, ...]:
    """Return where a value stands that somebody has to look at, with enough paper around a single figure."""
    return tuple(_widened(place) for place in places_of_source(source))


def _widened(place: Place) -> Place:
    """Return a piece wide enough to be found on the paper again: a single figure says nothing by itself."""
    missing = max(round(NARROWEST * place.row_height) - (place.x1 - place.x0), 0)
    return replace(place, x0=max(place.x0 - missing // 2, 0), x1=place.x1 + missing - missing // 2)


def is_doubtful(result: ExplainResult, fact: Evidence) -> bool:
    """True where the value of a fact was read from a picture and nothing confirms the reading."""
    source = result.sources.get(path_of(result, fact))
    return source is not None and not source.confirmed_by


def path_of(result: ExplainResult, fact: Evidence) -> str:
    """Return the path of a fact as `sources` has it, "" where its paper is not there."""
    documents = {document.id: i for i, document in enumerate(result.case.documents)}
    if fact.document not in documents:
        return ""
    place = documents[fact.document]
    lines = {line.id: i for i, line in enumerate(result.case.documents[place].lines)}
    line = "" if fact.line is None else f".lines[{lines.get(fact.line, -1)}]"
    return f"documents[{place}]{line}.{fact.field}"


def places_of_source(source: Source) -> tuple[Place, ...]:
    """Return where a value stands: text that wraps within its column as one piece, else one piece for each box."""
    boxes = source.boxes or ((source.box,) if source.box is not None else ())
    if not boxes:
        return ()
    together = _place(source.page, boxes)
    tallest = max(box[3] - box[1] for box in boxes)
    if together.row_height <= ROWS_APART * tallest:
        return (together,)
    return tuple(_place(source.page, [box]) for box in boxes)


def _place(page: int, boxes: Sequence[Sequence[float]]) -> Place:
    """Return the piece around boxes that stand below each other."""
    return Place(
        page=page,
        x0=max(round(min(box[0] for box in boxes)), 0),
        y0=max(round(min(box[1] for box in boxes)), 0),
        x1=max(round(max(box[2] for box in boxes)), 0),
        y1=max(round(max(box[3] for box in boxes)), 0),
        rows=len(boxes),
    )


def _seen(places: Iterable[Place], result: ExplainResult) -> list[Place]:
    return [place for place in places if place.page < len(result.pages) and place.x0 < place.x1 and place.y0 < place.y1]


def _joined(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return the pieces in reading order, neighbors on one row made one."""
    joined: list[Place] = []
    for place in sorted(dict.fromkeys(places), key=lambda each: (each.page, each.x0)):
        neighbor = next((each for each in joined if _neighbors(each, place)), None)
        if neighbor is None:
            joined.append(place)
        else:
            joined[joined.index(neighbor)] = _around(neighbor, place)
    return tuple(sorted(joined, key=lambda each: (each.page, _row(each, joined), each.x0)))


def _row(place: Place, places: Sequence[Place]) -> int:
    """Return the top of the first piece that stands on the same row."""
    return min(each.y0 for each in places if each.page == place.page and _same_row(each, place))


def _same_row(one: Place, other: Place) -> bool:
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared > 0.5 * min(one.y1 - one.y0, other.y1 - other.y0)


def _neighbors(one: Place, other: Place) -> bool:
    gap = max(other.x0 - one.x1, one.x0 - other.x1)
    near = gap < JOINED_WITHIN * max(one.row_height, other.row_height)
    return one.page == other.page and one.rows == other.rows and _same_row(one, other) and near


def _around(one: Place, other: Place) -> Place:
    return Place(
        page=one.page,
        x0=min(one.x0, other.x0),
        y0=min(one.y0, other.y0),
        x1=max(one.x1, other.x1),
        y1=max(one.y1, other.y1),
        rows=one.rows,
    )
