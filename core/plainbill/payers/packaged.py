"""Packs as they lie in packages, and what reading gains from their columns."""

from collections.abc import Iterator
from importlib import resources

from plainbill.knowledge.tables import read_table
from plainbill.payers.faults import read_pack
from plainbill.payers.pack import Pack
from plainbill.reading.terms.vocabulary import IssuerHeads

FILE = "payer.toml"
"""The file that a payer's package holds beside its module."""

_PLAN = "plan"
# What stands before "plan" and not before a name: "your health plan paid".
_OF_THE_PLAN = frozenset({"your", "the", "health"})


def packaged(package: str) -> Pack:
    """Return the pack that a package holds.

    Raises:
        FaultyPack: its file is faulty; every fault is listed with its line.
    """
    text = (resources.files(package) / FILE).read_text(encoding="utf-8")
    return read_pack(text, FILE)


def own_heads(pack: Pack) -> IssuerHeads:
    """Return the words over columns of the payer's papers: its own, and those in which its name stands for the plan."""
    own = [(column.words, column.field) for column in pack.columns]
    return IssuerHeads(phrases=(*own, *_naming(pack.payer.name)))


def _naming(payer: str) -> Iterator[tuple[str, str]]:
    """Heads that speak of "the plan", with the payer's name in its place: "Plan paid", "Amount paid by plan"."""
    for row in read_table("header_words"):
        words = row["phrase"].split()
        if _PLAN in words and "other" not in words:
            named = " ".join(payer if word == _PLAN else word for word in words if word not in _OF_THE_PLAN)
            yield named, row["field"]
