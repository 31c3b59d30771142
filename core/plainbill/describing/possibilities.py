"""Possibilities: what a line that does not say what was done most often stands for."""

import functools
from collections.abc import Mapping

from plainbill.case import Reading
from plainbill.knowledge.tables import Row, read_table

LIKELIEST = 0.3
"""Confidence in the first possibility; each further one is less likely, and all are less than what is left open."""
_LESS = 0.05


def possible_readings(left_open: Reading) -> tuple[Reading, ...]:
    """Return what a vague reading of words most often stands for, the most frequent first; none where nobody knows."""
    _, _, key = left_open.source.partition("/")
    rows = _rows().get(key.upper(), ()) if left_open.vague and left_open.basis == "description" else ()
    return tuple(
        Reading.model_validate(
            {
                "plain": row["plain"],
                "group": row["group"],
                "basis": "description",
                "confidence": round(LIKELIEST - _LESS * place, 2),
                "vague": False,
                "source": f"possibilities/{row['of'].lower()}",
            }
        )
        for place, row in enumerate(rows)
    )


@functools.cache
def _rows() -> Mapping[str, tuple[Row, ...]]:
    rows: dict[str, list[Row]] = {}
    for row in read_table("possibilities"):
        rows.setdefault(row["of"].upper(), []).append(row)
    return {key: tuple(each) for key, each in rows.items()}
