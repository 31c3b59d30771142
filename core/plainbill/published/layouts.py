"""Which published table a sheet is, recognized by its heads; a sheet of other heads is refused with those expected."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainbill.knowledge.published import Setting
from plainbill.published.records import NAMES, Kind
from plainbill.published.sheets import Row
from plainbill.published.texts import HEAD_LINES, is_hcpcs_record

_MOST_HEAD_LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A table as CMS publishes it: each column we read, what its head says in small letters, and as it is printed."""

    kind: Kind
    setting: Setting | None = None
    heads: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognized:
    """A sheet whose table is known: where its columns stand, the lines above its heads, the rows below them.

    `columns` is empty where the rows are records of fixed width.
    """

    shape: Shape
    columns: Mapping[str, int]
    titles: tuple[str, ...]
    rows: Iterator[Row]


_PAIRS = Shape(
    kind="pairs",
    heads={
        "one": (r"column 1( code)?", "Column 1"),
        "two": (r"column 2( code)?", "Column 2"),
        # Read for recognition alone: lists of a quarter's changes have the other heads too and are no whole table.
        "old": (r"in existence.*", "*=in existence prior to 1996"),
        "begin": (r"effective( date)?\b.*", "Effective Date"),
        "end": (r"deletion( date)?\b.*", "Deletion Date"),
        "modifier": (r"modifier\b.*", "Modifier 0=not allowed 1=allowed 9=not applicable"),
    },
)


def _limits(setting: Setting, words: str, printed: str) -> Shape:
    return Shape(
        kind="limits",
        setting=setting,
        heads={
            "code": (r"hcpcs( cpt)? code", "HCPCS/CPT Code"),
            "units": (words, printed),
            "by": (r"(mue )?adjudication indicator.*", "MUE Adjudication Indicator"),
        },
    )


_CODES = Shape(
    kind="codes",
    heads={
        "code": (r"hcpcs?( code)?", "HCPC"),
        "record": (r"recid|record id.*", "RECID"),
        "long": (r"long desc.*", "LONG DESCRIPTION"),
        "short": (r"short desc.*", "SHORT DESCRIPTION"),
        "added": (r"add(ed)? (dt|date)", "ADD DT"),
        "changed": (r"act(ion)? eff(ective)? (dt|date)", "ACT EFF DT"),
        "ended": (r"term(ination)? (dt|date)", "TERM DT"),
    },
)
SHAPES = (
    _PAIRS,
    _limits("practitioner", r"practitioner.*mue values?", "Practitioner Services MUE Values"),
    _limits("outpatient_hospital", r"(outpatient|facility|hospital).*mue values?",
            "Outpatient Hospital Services MUE Values"),
    _limits("equipment", r"dme.*mue values?", "DME Supplier Services MUE Values"),
    _CODES,
)  # fmt: skip


def recognize(rows: Iterator[Row]) -> Recognized | None:
    """Return which published table a sheet is, None where its heads are not those of any."""
    top = list(itertools.islice(rows, HEAD_LINES))
    records = itertools.dropwhile(lambda row: len(row[1]) != 1 or not is_hcpcs_record(row[1][0]), top)
    if begun := list(records):
        return Recognized(shape=_CODES, columns={}, titles=(), rows=itertools.chain(begun, rows))
    for at in range(len(top)):
        first, *below = [cells for _, cells in top[at : at + _MOST_HEAD_LINES]]
        height = 1 + sum(1 for _ in itertools.takewhile(_goes_on, below))
        heads = _joined([first, *below[: height - 1]])
        for shape in SHAPES:
            columns = _columns(shape, heads)
            if columns is not None:
                rest = itertools.chain(top[at + height :], rows)
                titles = tuple(" ".join(cells) for _, cells in top[:at])
                return Recognized(shape=shape, columns=columns, titles=titles, rows=rest)
    return None


def expected() -> str:
    """Return the heads of every table that is known, for a sheet that has none of them."""
    tables = []
    for shape in SHAPES:
        where = f", {shape.setting.replace('_', ' ')}" if shape.setting else ""
        tables.append(f"{NAMES[shape.kind]}{where}: {' | '.join(printed for _, printed in shape.heads.values())}")
    return "; ".join(tables)


def _goes_on(cells: Sequence[str]) -> bool:
    """Tell whether a line goes on with the heads above it: CMS parts long heads over lines, but not the first."""
    return bool(cells) and not cells[0].strip() and any(cell.strip() for cell in cells)


def _joined(lines: Sequence[Sequence[str]]) -> list[str]:
    heads = [" ".join(parts) for parts in itertools.zip_longest(*lines, fillvalue="")]
    return [re.sub(r"[^a-z0-9]+", " ", head.casefold()).strip() for head in heads]


def _columns(shape: Shape, heads: Sequence[str]) -> dict[str, int] | None:
    columns = {}
    for column, (form, _) in shape.heads.items():
        found = next((place for place, head in enumerate(heads) if re.fullmatch(form, head)), None)
        if found is None:
            return None
        columns[column] = found
    return columns
