"""From a pack to a plugin: the hooks that a package with a `payer.toml` answers.

What they need is imported when they are first called: listing hundreds of packs waits for none of it.
"""

import functools
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from plainbill.plugins import hookimpl

if TYPE_CHECKING:
    import datetime

    from plainbill.acting import Contact, Deadline
    from plainbill.case import Document, Finding, Remark
    from plainbill.knowledge.payer_meanings import CodeMeaning
    from plainbill.payers.pack import Pack
    from plainbill.plugins.records import Recognition
    from plainbill.reading.layout import PageLayout
    from plainbill.reading.page import PageWords
    from plainbill.reading.print_index import PrintIndex
    from plainbill.reading.terms.vocabulary import IssuerHeads


def load_pack(package: str) -> Mapping[str, Callable[..., object]]:
    """Return the hooks that answer from the `payer.toml` of `package`, by their names.

    The file is read when the first page comes. Where it is faulty, each hook raises `FaultyPack`; `plainbill payers
    check` lists every fault with its line.
    """

    @functools.cache
    def pack() -> "Pack":
        from plainbill.payers.packaged import packaged

        return packaged(package)

    @functools.cache
    def heads() -> "IssuerHeads":
        from plainbill.payers.packaged import own_heads

        return own_heads(pack())

    @hookimpl
    def recognize_document(printed: "PrintIndex") -> "Recognition | None":
        """A claim where the payer's name or a title of its own stands on the pages."""
        from plainbill.payers.recognizing import recognize

        return recognize(pack(), printed)

    @hookimpl
    def lay_out_page(page: "PageWords", recognition: "Recognition | None") -> "PageLayout | None":
        """The layout with the payer's own words over columns."""
        if recognition is None or recognition.payer != pack().payer.name:
            return None
        from plainbill.reading.layout import lay_out

        return lay_out(page, heads())

    @hookimpl
    def explain_codes(codes: "Sequence[Remark]", document: "Document") -> "Sequence[CodeMeaning] | None":
        """What the payer means by its own notes."""
        from plainbill.payers.meanings import meanings

        return meanings(pack(), codes, document) or None

    @hookimpl
    def find_contacts(document: "Document") -> "Sequence[Contact] | None":
        """The numbers that the payer's public pages name for its members."""
        from plainbill.payers.contacts import contacts

        return contacts(pack(), document) or None

    @hookimpl
    def find_deadlines(
        document: "Document", findings: "Sequence[Finding]", today: "datetime.date | None"
    ) -> "Sequence[Deadline] | None":
        """The days to appeal that the payer's public pages name."""
        from plainbill.payers.deadlines import deadlines

        return deadlines(pack(), document, findings, today) or None

    hooks = (recognize_document, lay_out_page, explain_codes, find_contacts, find_deadlines)
    return MappingProxyType({hook.__name__: hook for hook in hooks})
