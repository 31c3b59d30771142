"""A call sheet as it is written down."""

from collections.abc import Iterator, Sequence

from plainbill.acting.call_sheets import CallSheet, SentOn
from plainbill.acting.contacts import Contact
from plainbill.acting.questions import Meaning, Question
from plainbill.acting.texts import text, texts
from plainbill.acting.values import day
from plainbill.acting.writing import Blanks, Block, Heading, Listing, Paragraph, Sentence, Writing, plain


def write_call_sheet(sheet: CallSheet, place: int) -> Writing:
    """Return a call sheet, which is the one at `place`, as it is printed; the words to say stand by themselves."""
    title = text("calls", "sheet", "title_named" if sheet.name else "title")
    return Writing(
        kind="call_sheet",
        name=f"{place + 1}-{sheet.desk.replace('_', '-')}",
        title=title.format(desk=text("calls", "desk", sheet.desk), name=sheet.name),
        blocks=tuple(_blocks(sheet)),
    )


def _blocks(sheet: CallSheet) -> Iterator[Block]:
    yield _heading("call")
    yield from _whom(sheet)
    yield _heading("ready")
    yield Listing(entries=tuple((sentence,) for sentence in sheet.ready))
    yield _heading("opening")
    yield Paragraph(style="say", sentences=sheet.opening)
    if sheet.questions:
        yield _heading("questions")
        yield from _questions(sheet.questions, 1)
    if sheet.check:
        yield _heading("check")
        yield plain(text("calls", "sheet", "check_note"), style="note")
        yield from _questions(sheet.check, 1 + len(sheet.questions))
    yield _heading("sent_on")
    for each in sheet.sent_on:
        yield from _sent_on(each)
    yield _heading("end")
    hold = (text("calls", "close", "hold"),) if sheet.desk == "billing_office" else ()
    yield plain(*hold, *texts("calls", "close", "say"), style="say")
    yield _heading("fill_in")
    yield Blanks(labels=texts("calls", "blanks", "labels"))
    if sheet.also:
        yield _heading("also")
        yield Listing(entries=tuple((question.ask,) for question in sheet.also))


def _heading(name: str) -> Heading:
    return Heading(text=text("calls", "sheet", name))


def _whom(sheet: CallSheet) -> Iterator[Block]:
    """The numbers on the papers, else where to look, then what public pages name."""
    phones = [contact for contact in sheet.contacts if contact.phone]
    printed = [contact for contact in phones if contact.facts]
    public = [contact for contact in phones if not contact.facts]
    if printed:
        yield Listing(entries=tuple((_number(contact),) for contact in printed))
    else:
        yield plain(text("calls", "where", sheet.desk))
    if public:
        yield plain(text("calls", "contact", "public"), style="note")
        yield Listing(entries=tuple((_number(contact),) for contact in public))


def _number(contact: Contact) -> Sentence:
    read = text("calls", "contact", "read").format(day=day(contact.read_on)) if contact.read_on else None
    said = "; ".join(filter(None, (contact.about, contact.source, read)))
    return Sentence(text=f"{contact.phone} ({said})", phone=contact.phone, facts=contact.facts)


def _questions(questions: Sequence[Question], first: int) -> Iterator[Block]:
    for number, question in enumerate(questions, start=first):
        yield Heading(level=3, text=f"{number}. {question.title}")
        if question.read_out:
            yield plain(text("calls", "sheet", "read_out"), style="note")
            yield Listing(entries=tuple((sentence,) for sentence in question.read_out))
        yield plain(text("calls", "sheet", "ask"), style="note")
        yield Paragraph(style="say", sentences=(question.ask,))
        if question.settles:
            yield plain(text("calls", "sheet", "answers"), style="note")
        for settled in question.settles:
            yield plain(settled.question)
            yield Listing(entries=tuple(map(_answer, settled.meanings)))


def _answer(meaning: Meaning) -> tuple[Sentence, ...]:
    return (Sentence(text=f"“{meaning.answer}” {meaning.means}"),)


def _sent_on(sent_on: SentOn) -> Iterator[Block]:
    yield Heading(level=3, text=sent_on.when)
    yield plain(sent_on.why)
    yield plain(*sent_on.say, style="say")
    if sent_on.codes:
        yield Paragraph(sentences=sent_on.codes)
