"""From a pack to a plugin: the hooks that a package with a `payer.toml` answers."""

import functools
from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from types import MappingProxyType

from plainbill.case import Document, Remark
from plainbill.knowledge.payer_meanings import CodeMeaning
from plainbill.payers.faults import read_pack
from plainbill.payers.meanings import meanings
from plainbill.payers.pack import Pack
from plainbill.payers.recognizing import recognize
from plainbill.plugins import hookimpl
from plainbill.plugins.records import Recognition
from plainbill.reading.layout import PageLayout, lay_out
from plainbill.reading.page import PageWords
from plainbill.reading.print_index import PrintIndex
from plainbill.reading.vocabulary import HeaderPhrases, header_words

FILE = "payer.toml"
"""The file that a payer's package holds beside its module."""


def load_pack(package: str) -> Mapping[str, Callable[..., object]]:
    """Return the hooks that answer from the `payer.toml` of `package`, by their names.

    The file is read when the first page comes: a program that starts with hundreds of packs waits for none of them.

    Raises:
        FaultyPack: (in the hooks) the file is faulty; `plainbill payers check` lists every fault with its line.
    """

    @functools.cache
    def pack() -> Pack:
        return packaged(package)

    @functools.cache
    def columns() -> HeaderPhrases:
        return own_columns(pack())

    @hookimpl
    def recognize_document(printed: PrintIndex) -> Recognition | None:
        """A claim where the payer's name or a title of its own stands on the pages."""
        return recognize(pack(), printed)

    @hookimpl
    def lay_out_page(page: PageWords, recognition: Recognition | None) -> PageLayout | None:
        """The layout with the payer's own words over columns, where it has any that nobody else knows."""
        if recognition is None or recognition.payer != pack().payer.name or not columns():
            return None
        return lay_out(page, columns())

    @hookimpl
    def explain_codes(codes: Sequence[Remark], document: Document) -> Sequence[CodeMeaning] | None:
        """What the payer means by its own notes."""
        return meanings(pack(), codes, document) or None

    hooks = (recognize_document, lay_out_page, explain_codes)
    return MappingProxyType({hook.__name__: hook for hook in hooks})


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
