"""What tells pages apart and together: printed page numbers, names and numbers, running words, columns of amounts."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.page import Box, PageWords
from plainbill.reading.piles.repeats import Print, print_of
from plainbill.reading.rows.atoms import Atom

PAPER_FIELDS = frozenset({"account", "claim_number", "invoice", "document_date"})
_NAMES = frozenset({"patient.name", "subscriber"})
_TO_QUOTE = ("account", "invoice")
PERSON_FIELDS = _NAMES | {"coverage.member_id", "coverage.group_number", "patient.medical_record_number"}
OF_A_CLAIM = frozenset(
    {"account", "claim_number", "coverage.member_id", "patient.name", "addressee.name", "subscriber"}
)
_FEWEST_OF_A_CLAIM = 3
_ASKS = frozenset({"balance_due", "total_owed"})
_TELLING = PAPER_FIELDS | PERSON_FIELDS
# Two readings of one printed number differ in a mark or two; two numbers differ in more.
_ONE_PRINT = 0.75
_ONE_NAME = 0.85
_LETTERS_OF_A_PHRASE = 8
# Smaller amounts recur by chance: copays, fees, zeros.
_LARGE = 100
_LOOKALIKES = str.maketrans("OQDILSBZ", "00011582")
_CONTINUES = re.compile(r"\bcontinued\b|\bcont['.]?d\b|carried\s*forward|brought\s*forward", re.IGNORECASE)
_NEVER_A_PHRASE = re.compile(r"^(?:page\w*|(?:continued)?(?:from)?(?:previous)?(?:page)?(?:of)?)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMarks:
    """The marks of one page.

    `identity` holds the values of each telling field, bare of signs; `phrases` the longer runs of letters; `edges`
    where amounts end, as shares of the page's width; `facts` the dates and the larger amounts; `continues` is true
    where the page says that it carries on another; `of_several` where it holds the claims of several people, `opens`
    where a row of it opens the claim of one. `asked` are the amounts that it asks for.
    """

    at: int
    file: str
    layout: PageLayout
    landscape: bool
    identity: Mapping[str, frozenset[str]]
    phrases: frozenset[str]
    edges: tuple[float, ...]
    facts: frozenset[str]
    print: Print
    continues: bool
    of_several: bool
    opens: bool
    asked: frozenset[str]

    @property
    def number(self) -> tuple[int, int] | None:
        """The number of the page and how many there are, as printed."""
        return self.layout.number


def marks_of(at: int, page: PageWords, layout: PageLayout) -> PageMarks:
    """Return the marks of the page that stands at this place among those given."""
    texts = [cell.text for row in layout.cells for cell in row]
    atoms = [atom for row in layout.cells for cell in row for atom in cell.atoms]
    claims = _claims_opened(layout)
    return PageMarks(
        at=at,
        file=page.file,
        layout=layout,
        landscape=page.width > page.height,
        identity=_identity(_of_the_page(layout)),
        phrases=frozenset(phrase for text in texts if (phrase := _phrase(text))),
        edges=tuple(sorted(atom.x1 / max(page.width, 1.0) for atom in atoms if atom.kind == "money")),
        facts=_facts(atoms),
        print=print_of(layout),
        continues=any(_CONTINUES.search(text) for text in texts),
        of_several=claims > 1,
        opens=claims > 0,
        asked=frozenset(str(each.value.value) for each in layout.labels if each.field in _ASKS and each.value.value),
    )


def _facts(atoms: Sequence[Atom]) -> frozenset[str]:
    dates = {str(atom.date) for atom in atoms if atom.date is not None}
    return frozenset(
        dates | {str(atom.money) for atom in atoms if atom.money is not None and abs(atom.money) >= _LARGE}
    )


def _of_the_page(layout: PageLayout) -> list[Labeled]:
    """The labeled values but those between services: they open the next claim, which may be another patient's."""
    spans = []
    for table in layout.tables:
        listed = [row.y for row in table.rows if row.role == "service"]
        spans += [(min(listed), max(listed))] if listed and not table.is_furniture else []
    return [label for label in layout.labels if not any(y0 < label.label[0].y < y1 for y0, y1 in spans)]


def _claims_opened(layout: PageLayout) -> int:
    """How many rows of a plan's paper print numbers of a claim, its account and its member beside each other."""
    openings = 0
    for row in layout.rows:
        fields = {label.field for label in layout.labels if label.label[0] in row.tokens}
        openings += len(fields & OF_A_CLAIM) >= _FEWEST_OF_A_CLAIM
    return openings if layout.kind == "eob" else 0


def _identity(labels: Sequence[Labeled]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for label in labels:
        if label.field in _TELLING and (value := _bare(label)):
            found.setdefault(label.field, set()).add(value)
    return {field: frozenset(values) for field, values in found.items()}


def _bare(label: Labeled) -> str:
    written = unicodedata.normalize("NFKC", str(label.value.value)).upper()
    if label.field == "document_date":
        return written
    if label.field in _NAMES:
        return " ".join(sorted(word for word in re.findall(r"[^\W\d_]+", written) if len(word) > 1))
    return "".join(filter(str.isalnum, written)).translate(_LOOKALIKES)


def _phrase(text: str) -> str:
    letters = "".join(filter(str.isalpha, text.lower()))
    return "" if len(letters) < _LETTERS_OF_A_PHRASE or _NEVER_A_PHRASE.match(letters) else letters


def conflicts(one: PageMarks, other: PageMarks) -> frozenset[str]:
    """Return the fields in which both pages carry values and none of them is the same."""
    return frozenset(
        field
        for field, values in one.identity.items()
        if (theirs := other.identity.get(field))
        and not any(_is_one_print(field, mine, their) for mine in values for their in theirs)
    )


def shared_across(layout: PageLayout, is_beyond: Callable[[Box], bool]) -> frozenset[str]:
    """Return the fields of which one page carries the same value on both sides of a line, `is_beyond` telling them."""
    labels = _of_the_page(layout)
    mine, theirs = (
        _identity([label for label in labels if is_beyond(label.label[0].box) == side]) for side in (False, True)
    )
    return frozenset(field for field, values in mine.items() if values & theirs.get(field, frozenset()))


def agreements(one: PageMarks, other: PageMarks) -> frozenset[str]:
    """Return the fields in which both pages carry the same value.

    The number to quote may be called that of the run or the invoice at the head, that of the account on the coupon.
    """
    same = {field for field, values in one.identity.items() if values & other.identity.get(field, frozenset())}
    mine, theirs = (frozenset().union(*(each.identity.get(field, ()) for field in _TO_QUOTE)) for each in (one, other))
    return frozenset(same | ({"account"} if mine & theirs else set()))


def _is_one_print(field: str, mine: str, theirs: str) -> bool:
    if mine == theirs:
        return True
    if field == "document_date":
        return False
    if field in _NAMES:
        return _is_part(mine.split(), theirs.split()) or _letters_shared(mine, theirs) > _ONE_NAME
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() > _ONE_PRINT


def _letters_shared(one: str, other: str) -> float:
    """The share of letters, which neither the order of names nor a lost blank changes."""
    mine, theirs = (Counter(name.replace(" ", "")) for name in (one, other))
    return 2 * (mine & theirs).total() / (mine.total() + theirs.total())


def _is_part(one: Sequence[str], other: Sequence[str]) -> bool:
    return set(one) <= set(other) or set(other) <= set(one)
