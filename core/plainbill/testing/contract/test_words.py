"""Words: short, plain, and without promises or advice to pay or not to pay."""

from collections.abc import Iterator

from plainbill.describing.readability import explained_names, reading_grade
from plainbill.dictionary.promises import promises_in
from plainbill.knowledge.payer_meanings import CodeMeaning
from plainbill.testing.cases import make_case
from plainbill.testing.doubles import make_page
from plainbill.testing.driving import advice_on, ask_everything, findings_on
from plainbill.testing.paper_texts import paper_texts
from plainbill.testing.subject import Subject

MOST_WORDS = 40
# A twelve-year-old reads grade 6 with ease; single texts may be a little harder.
HARDEST_GRADE = 12.0


def _texts(subject: Subject) -> Iterator[str]:
    own = [file.read_text(encoding="utf-8") for file in subject.samples() if file.suffix == ".txt"]
    for text in (*paper_texts().values(), *own):
        said = ask_everything(subject, [make_page(text)])
        yield from (each.plain for each in said.translations)
        yield from (each.meaning for each in said.meanings)


def _days(subject: Subject) -> Iterator[str]:
    """What is said of days, without the sources of their rules."""
    plugins, _ = subject.alone()
    for day in advice_on(subject.name, plugins, make_case()).deadlines:
        yield from filter(None, (day.title, day.length, day.how, day.depends))


def _findings(subject: Subject) -> Iterator[str]:
    plugins, _ = subject.alone()
    for rule in plugins.rules():
        for case in rule.answer.fires:
            for finding in findings_on(plugins, case):
                yield from (finding.title, finding.explanation, finding.ask, finding.next_step)


def test_no_description_has_more_than_forty_words(loaded: Subject) -> None:
    """One or two sentences: what it is, and why it may be on the bill."""
    assert [text for text in _texts(loaded) if len(text.split()) > MOST_WORDS] == []


def test_every_text_can_be_read_at_school(loaded: Subject) -> None:
    """A word of the trade is said in plain words, or explained where it stands."""
    texts = {*_texts(loaded), *_findings(loaded), *_days(loaded)}
    assert [text for text in sorted(texts) if reading_grade(text, explained_names(text)) > HARDEST_GRADE] == []


def test_nothing_promises_or_tells_anybody_to_pay_or_not_to_pay(loaded: Subject) -> None:
    """Nobody can know that from a table."""
    texts = {*_texts(loaded), *_findings(loaded), *_days(loaded)}
    assert [fault for text in sorted(texts) for fault in promises_in(text)] == []


def test_meanings_of_notes_name_where_they_come_from(loaded: Subject) -> None:
    """A fact without a source cannot be checked."""
    for file in loaded.samples():
        if file.suffix == ".txt":
            said = ask_everything(loaded, [make_page(file.read_text(encoding="utf-8"))])
            assert all(isinstance(each, CodeMeaning) and each.meaning.strip() for each in said.meanings)
