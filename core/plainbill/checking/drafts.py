"""What a rule says before sharing and wording: drafts of findings, hints at other explanations, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from plainbill.case import Category, Desk, TableUse
from plainbill.case.findings import Confidence, Need
from plainbill.checking.evidence import Fact
from plainbill.checking.papers import LineAt


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of ours within a finding, told in the language of its reader: an English text, and what fills its {braces}.

    What a paper prints is none: it is shown as it stands there.
    """

    text: str
    words: tuple[tuple[str, "Word"], ...] = ()


Word = str | Decimal | Phrase | tuple["Word", ...]
"""What fills in a text: words of a paper, money, words of ours, or several of them with commas between."""

OLDER_DECISION = "older_decision"
"""The wording of a balance that follows a decision which the plan has replaced: a cause of its own."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Draft:
    """A finding that a rule proposes; drafts with one `joins` and one kind become one finding.

    `text` names the wording, `words` are what it fills in besides the amount, `documents` are ids. `category` is None
    where the kind has the one of the catalogue, and `acts_first` where its desk is that of the category.
    `refuses` is True where it words a refusal of the plan.
    """

    kind: str
    text: str
    lines: tuple[LineAt, ...] = ()
    documents: tuple[str, ...]
    amount: Decimal | None = None
    facts: tuple[Fact, ...]
    words: Mapping[str, Word] = field(default_factory=dict)
    confidence: Confidence = "likely"
    category: Category | None = None
    acts_first: Desk | None = None
    tables: tuple[TableUse, ...] = ()
    joins: str | None = None
    refuses: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hint:
    """Something that would explain a situation better, that a rule may report in other words; it only silences.

    `amount` is None where it explains whatever is in question on the documents and lines it names.
    """

    kind: str
    documents: tuple[str, ...]
    lines: frozenset[str] = frozenset()
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What a rule could not judge; `text` names the wording in the table of texts."""

    kinds: tuple[str, ...]
    needs: Need
    text: str
    document: str | None = None
    field: str | None = None


Outcome = Draft | Hint | Missing
