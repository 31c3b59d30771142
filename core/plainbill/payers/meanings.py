"""What a pack knows of the notes on a paper of its payer."""

import itertools
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
    """Tell whether a printed name begins with one of `names`, and with no longer name of somebody else."""
    return any(
        _begins(printed, name.words) and not any(_begins(printed, longer) for longer in name.not_in) for name in names
    )


def _begins(printed: str, name: str) -> bool:
    """Whether the first words of a printed name are `name`, wherever blanks stand in it."""
    words = [plain for word in printed.split() if (plain := squeezed(word))]
    if words[:1] == ["the"]:
        words = words[1:]
    return squeezed(name) in itertools.accumulate(words)


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
