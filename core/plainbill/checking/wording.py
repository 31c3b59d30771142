"""Findings and gaps in plain words: texts filled in from the evidence."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from plainbill.case import CATALOGUE, DESK_OF, Document, Finding, Gap
from plainbill.case.values import write_money
from plainbill.checking.drafts import Draft, Missing, Phrase, Word
from plainbill.checking.evidence import Fact, as_evidence, in_order, is_doubtful, on_paper, source_of
from plainbill.checking.papers import Papers, natural
from plainbill.checking.texts import gap_text, in_doubt, wording
from plainbill.knowledge.languages import translated

_SHOWN = ("title", "explanation", "ask", "next_step")


def as_finding(draft: Draft, papers: Papers) -> Finding:
    """Return a draft as the finding that the patient reads, with its evidence and whether its values are sure."""
    text = wording(draft.kind, draft.text)
    category = draft.category or CATALOGUE[draft.kind]
    facts = in_order((*draft.facts, *_party_facts(draft, papers)))
    sources = [source_of(fact, papers.sources) for fact in facts]
    doubtful = any(map(is_doubtful, sources))
    words = _words(draft, papers)
    said = {part: getattr(text, part).format_map(words).strip() for part in _SHOWN}
    if doubtful:
        said = {part: in_doubt(part).format_map(said) for part in _SHOWN}
    return Finding(
        kind=draft.kind,
        category=category,
        acts_first=draft.acts_first or DESK_OF[category],
        lines=tuple(sorted({at.ref for at in draft.lines}, key=natural)),
        documents=tuple(sorted(set(draft.documents), key=natural)),
        amount=draft.amount,
        evidence=tuple(map(as_evidence, facts, sources)),
        **said,
        settles=text.settles,
        reading="check_photo" if doubtful else "confirmed",
        confidence=draft.confidence,
        rule=draft.rule,
        tables=draft.tables,
    )


def _words(draft: Draft, papers: Papers) -> Mapping[str, str]:
    words = {name: _said(word) for name, word in draft.words.items()}
    if draft.amount is not None:
        words["amount"] = _said(draft.amount)
    documents = _documents(draft, papers)
    names = [d.provider.name for d in documents if d.provider and d.provider.name]
    payers = [d.payer.name for d in documents if d.payer and d.payer.name]
    words["provider"] = names[0] if names else translated("the provider")
    words["payer"] = payers[0] if payers else translated("the plan")
    return words


def _said(word: Word) -> str:
    if isinstance(word, Decimal):
        return f"${write_money(word)}".replace("$-", "-$")
    if isinstance(word, Phrase):
        text = translated(word.text)
        return text.format_map({name: _said(each) for name, each in word.words}) if word.words else text
    return ", ".join(map(_said, word)) if isinstance(word, tuple) else word


def _documents(draft: Draft, papers: Papers) -> list[Document]:
    """The papers of a draft, bills first: their provider is the one to call."""
    found = [papers.by_id[name].document for name in _ids(draft, papers)]
    return sorted(found, key=lambda document: document.kind != "bill")


def _ids(draft: Draft, papers: Papers) -> list[str]:
    """The ids of a draft's papers, each once, in the order of the papers."""
    return sorted({name for name in draft.documents if name in papers.by_id}, key=natural)


def _party_facts(draft: Draft, papers: Papers) -> Iterable[Fact]:
    for name in _ids(draft, papers):
        yield from on_paper(papers.by_id[name], "provider.name", "payer.name")


def as_gap(missing: Missing) -> Gap:
    """Return what could not be judged, in plain words."""
    ask, why = gap_text(missing.text)
    return Gap(
        kinds=missing.kinds, needs=missing.needs, field=missing.field, document=missing.document, ask=ask, why=why
    )
