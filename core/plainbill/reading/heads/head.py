"""The head of a table: its columns by their words, and the rows it takes up."""

import statistics
from dataclasses import dataclass

from plainbill.reading.rows.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadColumn:
    """One column by its head: what the words may stand for (empty where nobody knows them) and where they stand."""

    fields: tuple[str, ...]
    x0: float
    x1: float
    tokens: tuple[Token, ...]
    exact: bool = True

    @property
    def middle(self) -> float:
        """Middle between left and right edge."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of one table: its columns from left to right and the rows it takes up, first and last.

    `of_amounts` is true where no column says what was done or when.
    """

    columns: tuple[HeadColumn, ...]
    first_row: int
    last_row: int
    score: float
    of_amounts: bool = False

    @property
    def x0(self) -> float:
        """Left edge of the leftmost head word."""
        return self.columns[0].x0

    @property
    def x1(self) -> float:
        """Right edge of the rightmost head word."""
        return max(column.x1 for column in self.columns)


def head_height(head: Head) -> float:
    """The height of the head's print."""
    return statistics.median(token.box.height for column in head.columns for token in column.tokens)
