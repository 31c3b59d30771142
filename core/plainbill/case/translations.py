"""What describing yields: each charge in plain words, or the honest word that the paper does not say."""

from typing import Annotated, Literal

from pydantic import Field

from plainbill.case.model import Entry
from plainbill.case.values import NULL_IS_EMPTY, Number, Text, Truth

Group = Literal[
    "visit", "procedure", "surgery", "imaging", "lab", "drug", "supply", "equipment", "room", "therapy", "anesthesia",
    "emergency", "ambulance", "fee", "other",
]  # fmt: skip
Basis = Literal["code", "description", "both", "llm"]


class Review(Entry):
    """What a person said of a translation."""

    by: Text
    at: Text
    status: Literal["approved", "edited", "rejected"]
    plain: Text | None = None


class Reading(Entry):
    """One way to read a charge."""

    plain: Text
    group: Group
    basis: Basis
    confidence: Annotated[Number, Field(ge=0, le=1)]
    vague: Truth
    source: Text


class Translation(Reading):
    """A charge in plain words; `line` is absent for a text that is on no paper."""

    line: Text | None = None
    alternatives: Annotated[tuple[Reading, ...], NULL_IS_EMPTY] = ()
    review: Review | None = None

    @property
    def said(self) -> str | None:
        """The plain words as they stand after a person's review; None where that person rejected them."""
        if self.review is None or self.review.status == "approved":
            return self.plain
        return self.review.plain if self.review.status == "edited" else None


class DescribeResult(Entry):
    """What describing yields."""

    translations: tuple[Translation, ...]
