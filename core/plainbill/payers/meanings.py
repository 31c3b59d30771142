"""What a pack knows of the notes on a paper of its payer."""

from collections.abc import Iterator, Sequence

from plainbill.case import Document, Remark
from plainbill.knowledge.payer_meanings import CodeMeaning
from plainbill.payers.pack import NoteCode, NotePhrase, Pack, PayerName
from plainbill.payers.wildcards import holds
from plainbill.reading.print_index import squeezed


def meanings(pack: Pack, codes: Sequence[Remark], document: Document) -> tuple[CodeMeaning, ...]:
    """Return what the pack knows of `codes`; nothing where the paper does not name its payer."""
    printed = document.payer.name if document.payer else None
    if not printed or not is_named(pack.names, printed):
        return ()
    return tuple(meaning for note in codes for meaning in _of_note(pack, note))


def is_named(names: Sequence[PayerName], printed: str) -> bool:
    """Tell whether a printed name is one of `names`, and not a longer name of somebody else that holds it."""
    return any(
        holds(printed, name.words) and not any(holds(printed, longer) for longer in name.not_in) for name in names
    )


def _of_note(pack: Pack, note: Remark) -> Iterator[CodeMeaning]:
    code = squeezed(note.code or "")
    coded = next((each for each in pack.codes if code and squeezed(each.code) == code), None)
    if coded is not None:
        yield _meaning(pack, coded, code=note.code or "", text="")
        return
    text = note.text or ""
    worded = next((each for each in pack.phrases if text and holds(text, each.words)), None)
    if worded is not None:
        yield _meaning(pack, worded, code="", text=text)


def _meaning(pack: Pack, fact: NoteCode | NotePhrase, *, code: str, text: str) -> CodeMeaning:
    source = pack.sources[fact.source]
    return CodeMeaning(
        code=code,
        text=text,
        payer=pack.payer.name,
        kind=fact.kind,
        meaning=fact.meaning,
        source=f"{source.title}, {source.url}",
        read=source.read,
    )
