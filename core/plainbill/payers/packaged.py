"""Packs as they lie in packages, and what reading gains from their columns."""

from importlib import resources

from plainbill.payers.faults import read_pack
from plainbill.payers.pack import Pack
from plainbill.reading.vocabulary import HeaderPhrases, header_words

FILE = "payer.toml"
"""The file that a payer's package holds beside its module."""


def packaged(package: str) -> Pack:
    """Return the pack that a package holds.

    Raises:
        FaultyPack: its file is faulty; every fault is listed with its line.
    """
    text = (resources.files(package) / FILE).read_text(encoding="utf-8")
    return read_pack(text, FILE)


def own_columns(pack: Pack) -> HeaderPhrases:
    """Return the words over columns that the table of header words does not have, or takes for something else."""
    return tuple(
        (column.words, column.field)
        for column in pack.columns
        if (known := header_words().find(column.words.split())) is None
        or not known.listed
        or known.fields[0] != column.field
    )
