"""The rows below a head with what a reader tore or mistook in single values put right, where one reading is left."""

from collections.abc import Sequence

from plainbill.reading.columns.column import Column
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.days import with_dense_day
from plainbill.reading.tables.glued_reasons import with_reasons_apart
from plainbill.reading.tables.limits_beside import without_limits_beside, without_titles_of_limits
from plainbill.reading.tables.misread_days import with_misread_days
from plainbill.reading.tables.sums_below_words import without_sums_below_words
from plainbill.reading.tables.torn_amounts import with_torn_amounts
from plainbill.reading.tables.torn_codes import with_torn_codes
from plainbill.reading.tables.torn_days import with_torn_days


def mended_rows(columns: Sequence[Column], rows: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """The atoms of each row without a plan's limits beside them, days, amounts and codes of its columns whole."""
    bare = [without_limits_beside(with_dense_day(row)) for row in without_titles_of_limits(rows)]
    own = without_sums_below_words(with_reasons_apart(bare))
    days = with_misread_days(columns, with_torn_days(columns, own))
    return with_torn_codes(columns, with_torn_amounts(columns, days))
