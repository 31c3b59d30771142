"""The report as it is printed: what is in question first, then whom to call, the days that count, and every charge."""

import datetime
from collections.abc import Iterator

from plainbill.acting.amounts import AmountInQuestion
from plainbill.acting.counting import Deadline
from plainbill.acting.papers import named, papers_of, read_out
from plainbill.acting.questions import in_words
from plainbill.acting.report import Report
from plainbill.acting.steps import Step
from plainbill.acting.texts import text, texts
from plainbill.acting.values import day, dollars
from plainbill.acting.writing import Block, Cell, Grid, Heading, Listing, Paragraph, Sentence, Writing, plain
from plainbill.case import Finding, Translation
from plainbill.describing.other_languages import plain_words


def write_report(report: Report) -> Writing:
    """Return the report as one writing."""
    return Writing(kind="report", name="report", title=text("report", "report", "title"), blocks=tuple(_blocks(report)))


def _blocks(report: Report) -> Iterator[Block]:
    yield plain(*headline(report))
    yield from _findings(report)
    yield from _refused(report)
    yield from _money(report)
    yield from _steps(report)
    yield from _dates(report)
    yield from _charges(report)
    yield from _gaps(report)
    yield from _asked(report)
    yield Heading(text=text("report", "report", "about_title"))
    yield plain(*texts("report", "report", "about"))


def headline(report: Report) -> tuple[str, ...]:
    """Return what stands at the top: how many things are worth a question, and the money in question."""
    worth = [finding for finding in report.findings if finding.category != "info"]
    total = report.amounts.total
    said = []
    if worth or not report.refused:
        nothing = "ask" if report.call_sheets else "none"
        name = nothing if not worth else "one" if len(worth) == 1 else "more"
        said.append(text("report", "headline", name).format(count=len(worth)))
    if total:
        said.append(text("money", "amounts", "total").format(total=dollars(total)))
    if report.refused:
        is_sure = any(question.reading == "confirmed" for question in report.refused)
        said.append(text("report", "headline", "letter" if is_sure else "letter_check"))
    return tuple(said)


def _refused(report: Report) -> Iterator[Block]:
    """The letters in which a plan refuses something; no finding is about them where the plan's notice is not here."""
    if report.refused:
        yield Heading(text=text("report", "report", "refused"))
    for question in report.refused:
        yield Heading(level=3, text=question.title)
        yield Listing(entries=tuple((line,) for line in question.read_out))
        yield Paragraph(style="say", sentences=(question.ask,))


def _findings(report: Report) -> Iterator[Block]:
    desks = {finding.acts_first: text("report", "desks", finding.acts_first) for finding in report.findings}
    for desk, title in desks.items() if report.findings else ():
        yield Heading(text=title)
        for place, finding in enumerate(report.findings):
            if finding.acts_first == desk:
                yield from _finding(finding, report.questions[place].title, place, report)


def _finding(finding: Finding, title: str, place: int, report: Report) -> Iterator[Block]:
    sure = text("report", "sure", finding.confidence)
    amount = f" ({dollars(finding.amount)})" if finding.amount is not None else ""
    yield Heading(level=3, text=f"{title}{amount}")
    said = Sentence(text=in_words(finding, finding.explanation), facts=finding.evidence, tables=finding.tables)
    yield Paragraph(sentences=(said, Sentence(text=sure)))
    question = report.questions[place]
    if question.read_out:
        yield Listing(entries=tuple((line,) for line in question.read_out))
    yield Paragraph(style="say", sentences=(question.ask,))


def _money(report: Report) -> Iterator[Block]:
    amounts = report.amounts
    yield Heading(text=text("money", "amounts", "title"))
    if amounts.by_desk:
        yield _by_desk(amounts)
        notes = [text("money", "amounts", "once")] if any(each.counted_before for each in amounts.by_desk) else []
        notes += [text("money", "amounts", "between")] if _is_more_than_asked(report) else []
        yield plain(text("money", "amounts", "total").format(total=dollars(amounts.total)), *notes)
    else:
        yield plain(text("money", "amounts", "none"))
    if amounts.to_check:
        yield plain(text("money", "amounts", "to_check").format(amount=dollars(amounts.to_check)))
    if report.payable:
        yield Heading(level=3, text=text("money", "amounts", "payable_title"))
    for each in report.payable:
        yield Paragraph(sentences=each.sentences)


def _by_desk(amounts: AmountInQuestion) -> Grid:
    """The amounts by whom to ask; a column for what stands in two rows only where some does."""
    is_shared = any(each.counted_before for each in amounts.by_desk)
    also = (text("money", "amounts", "also_above"),) if is_shared else ()
    rows = (
        (text("report", "desks_short", each.desk), dollars(each.amount), dollars(each.counted_before))
        for each in amounts.by_desk
    )
    heads = (*texts("money", "amounts", "heads"), *also)
    return Grid(
        caption=text("money", "amounts", "caption"),
        heads=heads,
        rows=tuple(tuple(Cell(text=cell) for cell in row[: len(heads)]) for row in rows),
        amounts=tuple(range(1, len(heads))),
    )


def _is_more_than_asked(report: Report) -> bool:
    """Whether more is in question than all bills ask, each of which says what it asks."""
    bills = [paper for paper in report.case.documents if paper.kind == "bill"]
    asked = [bill.totals.balance_due for bill in bills if bill.totals and bill.totals.balance_due is not None]
    return bool(bills) and len(asked) == len(bills) and report.amounts.total > sum(asked)


def _steps(report: Report) -> Iterator[Block]:
    to_do = [step for step in report.steps if step.doing in ("check_paper", "call")]
    if to_do:
        yield Heading(text=text("report", "report", "steps"))
        yield Listing(numbered=True, entries=tuple(map(_step, to_do)))


def _step(step: Step) -> tuple[Sentence, ...]:
    return (Sentence(text=f"{text('report', 'desks_short', step.desk)}:"), step.said)


def _dates(report: Report) -> Iterator[Block]:
    if not report.deadlines:
        return
    yield Heading(text=text("report", "report", "dates"))
    yield plain(text("report", "report", "dates_note"), style="note")
    yield Grid(
        caption=text("report", "report", "dates"),
        heads=texts("report", "report", "dates_heads"),
        rows=tuple(map(_date, report.deadlines)),
    )


def _date(deadline: Deadline) -> tuple[Cell, ...]:
    when = day(deadline.date) if deadline.date else text("report", "report", "no_day")
    if deadline.days_left is not None:
        name = "over" if deadline.days_left < 0 else "left" if deadline.days_left > 1 else f"left_{deadline.days_left}"
        when = f"{when} {text('report', 'days', name).format(count=deadline.days_left)}"
    rule = text("report", "report", "rule").format(length=deadline.length, source=deadline.source)
    # A day that the paper itself sets needs no rule beside it.
    parts = (deadline.how, deadline.depends, None if deadline.source in deadline.how else rule)
    return (
        Cell(text=deadline.title),
        Cell(text=when, facts=deadline.facts),
        Cell(text=" ".join(filter(None, parts))),
    )


def _charges(report: Report) -> Iterator[Block]:
    plain_words = {translation.line: translation for translation in report.translations}
    papers = papers_of(report.case)
    for paper in papers.case.documents:
        entries = []
        for line in paper.lines:
            said = plain_words.get(f"{paper.id}:{line.id}")
            meaning = _meaning(said) if said else ()
            entries.append((read_out(paper, line), *meaning))
        if entries and plain_words:
            title = text("report", "report", "charges").format(paper=named(paper).text)
            yield Heading(text=title)
            yield Listing(entries=tuple(entries))


def _meaning(translation: Translation) -> tuple[Sentence, ...]:
    """The plain words of a charge, and who reviewed them."""
    review = translation.review
    words = (Sentence(text=plain_words(translation.said)),) if translation.said else ()
    if review is None:
        return words
    said = text("report", "review", review.status).format(name=review.by, day=_day_of(review.at))
    return (*words, Sentence(text=said))


def _day_of(moment: str) -> str:
    try:
        return day(datetime.datetime.fromisoformat(moment).date())
    except ValueError:
        return moment


def _gaps(report: Report) -> Iterator[Block]:
    if report.not_assessed:
        yield Heading(text=text("report", "report", "gaps"))
        said = dict.fromkeys((gap.why, gap.ask) for gap in report.not_assessed)
        yield Listing(entries=tuple((Sentence(text=why), Sentence(text=ask)) for why, ask in said))


def _asked(report: Report) -> Iterator[Block]:
    """That something was sent to a language model, and where its words stand."""
    if report.asked:
        yield Heading(text=text("report", "asked", "title"))
        told = text("report", "asked", "told")
        sent = (told.format(day=_day_of(each.at), model=each.model, address=each.address) for each in report.asked)
        yield Listing(entries=tuple((Sentence(text=each),) for each in sent))
        yield plain(text("report", "asked", "where"))
