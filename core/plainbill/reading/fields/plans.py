"""The plan of whoever is treated: its name, whether it pays second, whether the provider is of its network."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.case import DocumentKind
from plainbill.reading.fields.paper_numbers import values_for
from plainbill.reading.fields.payers import cell_value, is_plan_of
from plainbill.reading.fields.persons import is_a_persons_name
from plainbill.reading.labels.finding import Labeled
from plainbill.reading.labels.name_blocks import is_clinician, is_organization, is_title
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import Found, alike, from_atoms
from plainbill.reading.terms.running_text import is_running_text
from plainbill.reading.terms.vocabulary import field_labels

_ROWS_OF_A_HEAD, _ROWS_OF_A_CARDS_HEAD = 8, 3
_KIND_OF_PLAN = re.compile(
    r"\b(?:PPO|HMO|EPO|POS|HDHP|plan|choice|advantage|open access|gold|silver|bronze)\b", re.IGNORECASE
)
# Plans of Medicare print of which kind they are behind their name.
_NAMED_WITH_ITS_KIND = re.compile(
    r"^[A-Z][\w&'.-]*(?:\s[\w&'.-]+)+\s\((?:HMO|PPO|PDP|PFFS|MSA)(?:[- ](?:POS|C-SNP|D-SNP|I-SNP|SNP))?\)$"
)
_SECOND_CLAIM = re.compile(r"\bsecondary\s(?:claim|coverage|payer|benefits?)\b", re.IGNORECASE)
_PAYS_SECOND = re.compile(
    r"\bpays?(?:\sas)?\s?:?\s*secondary\b|\bsecondary\sto\smedicare\b"
    r"|^pa(?:id|ys)\safter:?\s(?:medicare|(?:your|the)\s(?:first|primary|other))\b"
    r"|^your\ssecond(?:ary)?\s(?:(?:health\s)?insurance|insurer|(?:insurance|health\s)?plan|coverage|payer)(?=\s*(?:[^\w\s]|$))",
    re.IGNORECASE,
)
# Medicare says of itself that others pay after it.
_OF_MEDICARE = re.compile(r"\bmedicare\s(?:summary|benefit)\snotice\b", re.IGNORECASE)
_MEMBER_OF_IT = {"yes": "in", "no": "out"}
_IN_OR_OUT = re.compile(r"^(in|out)\b", re.IGNORECASE)
_IN_NETWORK = re.compile(r"\b(in|out)[- ](?:of[- ])?(?:your |our |the )?network\b", re.IGNORECASE)
# In longer print it may be said of others; in parentheses it is said of who stands before them.
_ASIDE = re.compile(
    r"\((in|out)[- ](?:of[- ])?(?:your |our |the )?network\)"
    r"|[A-Za-z.], (in|out)[- ](?:of[- ])?network$"
    # "The office is out of network with your plan", not "If it is".
    r"|(?:^|[.?!] )(?!(?:if|when|whether|unless|while)\b)(?:(?!\b(?:not|may|if)\b)[^.?!]){2,60}"
    r" (?:is|are|was|were) (in|out)[- ](?:of[- ])?network (?:with|for) (?:your|the) (?:health )?(?:plan|insur)"
    # "Because the provider is in our network, it may not bill you"; in the middle of a sentence it explains a note.
    r"|(?:^|[.?!] )(?:because )?the (?:provider|doctor|dentist|office|hospital|facility)"
    r" (?:is|was) (in|out)[- ](?:of[- ])?(?:our|the) network\b(?! (?:of|for) )"
    r"|^(?:provider )?network:? (in|out)[- ](?:of[- ])?(?:your |our |the )?(?:plan['\u2019]s )?network$",
    re.IGNORECASE,
)
_OF_THE_NETWORK = re.compile(
    r"\((?:(?:(?:in|non|out[- ]of)[- ]?)?(?:plan provider|network(?: provider)?)"
    r"|(?:non[- ]?)?participating(?: provider)?)\)$",
    re.IGNORECASE,
)
_NOT_OF_IT = re.compile(r"\((?:non|out)\b[^()]*\)$|\(nonpart", re.IGNORECASE)
_SHORT, _DIFFERING = 9, 2
# "HDHP 3000" names a plan, "543987" a group.
_MOST_DIGITS = 4
# In heights of print: how near the rows of a name are, and how alike in size and place.
_NEXT, _ALIKE, _IN_CAPITALS, _ALIGNED, _FEW = 1.8, 0.85, 0.75, 0.5, 2
# "In-network individual deductible" is the plan's, whoever gave the care.
_OF_THE_PLAN = re.compile(
    r"\b(?:deductibles?|out-of-pocket|maximums?|limits?|accumulators?|max|emergency (?:care|services)|savings"
    r"|copays|coinsurance)\b",
    re.IGNORECASE,
)


# "Your plan   Your responsibility to the provider" stands over groups of columns.
_OF_A_HEAD = re.compile(r"^(?:your|our)\b|.*-$", re.IGNORECASE)
# A plan to pay what is owed bit by bit insures nobody.
_PAYS_OFF = re.compile(r"\bpayments?\b|\binstallments?\b|\$\s?\d", re.IGNORECASE)
# The number that cards print behind "Health Plan" is that of who issued them.
_ISSUER = re.compile(r"\(80840\)|\d{3}-\d{5}")


def _over_rows(cell: Cell, rows: Sequence[Sequence[Cell]]) -> Cell:
    """The name of a plan with what stands of it right above and right below: "Cobalt Silver" over "Saver"."""
    around = [other for row in rows for other in row if _is_part_of_a_name(cell, other)]
    above = [other for other in around if other.y < cell.y]
    below = [other for other in around if other.y > cell.y]
    atoms = (*(above[-1].atoms if above else ()), *cell.atoms, *(below[0].atoms if below else ()))
    return replace(cell, atoms=atoms)


def _begins_with_a_label(cell: Cell) -> bool:
    """True for "Plan Group 543987": what begins with a whole label and ends in a number names no plan."""
    words = [atom.text for atom in cell.atoms]
    numbered = any(map(str.isdigit, words[-1])) and sum(map(str.isdigit, words[-1])) > _MOST_DIGITS
    return numbered and any(
        (label := field_labels().find(words[:size])) is not None and label.exact for size in range(1, len(words))
    )


# What a card covers beside the plan itself.
_COVERS = re.compile(r"^(?:(?:medical|dental|vision|hearing|pharmacy|drugs?|rx|and)\s?)+$", re.IGNORECASE)
# The words that name a plan among others of its insurer.
_OF_A_PLAN = re.compile(
    r"\b(?:saver|savings|plus|choice|select|basic|standard|premium|premier|advantage|value|complete|preferred|essentials?"
    r"|classic|core|gold|silver|bronze|platinum|option|access|open|plan|network|individual|family|group)\b",
    re.IGNORECASE,
)


def _is_part_of_a_name(cell: Cell, other: Cell) -> bool:
    """True for a word or two that are no label and nobody's name, in print of the same size right above or below."""
    if _COVERS.match(other.text) or is_a_persons_name(other.text) and not _OF_A_PLAN.search(other.text):
        return False
    near = 0 < abs(other.y - cell.y) < _NEXT * cell.height
    # Print in capitals alone is boxed higher or lower than words.
    size = _IN_CAPITALS if other.text.isupper() or cell.text.isupper() else _ALIKE
    alike = size < other.height / cell.height < 1 / size
    edges = ((cell.x0, other.x0), (cell.middle, other.middle), (cell.x1, other.x1))
    aligned = any(abs(one - place) < _ALIGNED * cell.height for one, place in edges)
    words = len(other.atoms) <= _FEW and all(
        atom.text.isalpha() and (atom.text.istitle() or _KIND_OF_PLAN.fullmatch(atom.text)) for atom in other.atoms
    )
    return near and alike and aligned and words and field_labels().find(other.text.split()) is None


def plan_of(
    labels: Sequence[Labeled], pages: Sequence[PageLayout], kind: DocumentKind, payer: Found | None
) -> Iterator[tuple[str, Found]]:
    """Return what a paper says of the plan, each with its field, the surest first."""
    page = pages[0]
    named = (plan for plan in values_for(labels, "coverage.plan_name") if not _ISSUER.search(str(plan.value)))
    # Below the heading "Plan" a visit's summary says what is to be done.
    plan = next((p for p in named if _may_name_a_plan(str(p.value))), None)
    if plan is not None and not _PAYS_OFF.search(str(plan.value)) and not (payer is not None and alike(plan, payer)):
        yield "coverage.plan_name", plan
    if kind == "insurance_card":
        tokens = {*payer.tokens} if payer is not None else set()
        # A portal prints its own words above the card.
        above = (i for i, row in enumerate(page.free) if any(tokens & {*cell.tokens} for cell in row))
        for cell in (cell for row in page.free[: next(above, 0) + _ROWS_OF_A_CARDS_HEAD] for cell in row):
            name = cell_value(_over_rows(cell, page.free[: 2 * _ROWS_OF_A_CARDS_HEAD]))
            of_the_payer = payer is not None and is_plan_of(str(payer.value), cell.text)
            if _begins_with_a_label(cell):
                continue
            if (
                (of_the_payer or _KIND_OF_PLAN.search(cell.text))
                and not _ISSUER.search(cell.text)
                and not (payer is not None and alike(name, payer))
            ):
                yield "coverage.plan_name", name
    for cell in (cell for row in page.cells[:_ROWS_OF_A_HEAD] if kind == "eob" for cell in row):
        if _NAMED_WITH_ITS_KIND.match(cell.text) and not is_running_text(cell.text):
            name = from_atoms(cell.text, cell.atoms)
            yield from (("coverage.plan_name", each) for each in (name,) if payer is None or not alike(each, payer))
        if is_title(cell.text) and _SECOND_CLAIM.search(cell.text) or _PAYS_SECOND.search(cell.text):
            yield "coverage.rank", from_atoms("secondary", cell.atoms)
    told = [status for label in labels if label.field == "network" and (status := _status(label.value)) is not None]
    if len({status.value for status in (*told, *_said_alone(page))}) < _DIFFERING:
        aside = [*_said_aside(pages)]
        # Of several providers some may be of it.
        aside = aside if len({status.value for status in aside}) < _DIFFERING else []
        said = (*told[:1], *aside, *_said_shortly(page))
        yield from (("coverage.network_status", status) for status in said)


def _may_name_a_plan(value: str) -> bool:
    """True unless a sentence goes on there: "Questions about coverage: call the"."""
    return not is_running_text(value) and not _OF_A_HEAD.match(value) and not value.islower()


def _status(told: Found) -> Found | None:
    """What the value of a label says: in or out of the network, or whether a provider is a member of it."""
    whether = _IN_OR_OUT.match(str(told.value))
    status = whether[1].lower() if whether else _MEMBER_OF_IT.get(str(told.value).lower())
    return Found(value=status, tokens=told.tokens) if status is not None else None


def _said_aside(pages: Sequence[PageLayout]) -> Iterator[Found]:
    """What stands in parentheses behind whoever gave the care, on whatever page the claim is."""
    for cell in (cell for page in pages for row in page.cells for cell in row):
        if _OF_THE_PLAN.search(cell.text):
            continue
        if (match := _ASIDE.search(cell.text)) is not None:
            yield from_atoms(next(filter(None, match.groups())).lower(), cell.atoms)
        elif _OF_THE_NETWORK.search(cell.text) and _gave_care(cell.text.partition("(")[0].strip()):
            yield from_atoms("out" if _NOT_OF_IT.search(cell.text) else "in", cell.atoms)


def _gave_care(name: str) -> bool:
    """True for the name of an office or person, and for none beside it, not for "Allowed amount (plan provider)"."""
    named = is_organization(name) or is_clinician(name) or is_a_persons_name(name)
    return not name or named and not is_running_text(name)


def _said_shortly(page: PageLayout) -> Iterator[Found]:
    """What a cell of a few words says, unless it names a limit or a share of the plan that is for such providers."""
    for cell in (cell for row in page.cells for cell in row):
        match = _IN_NETWORK.search(cell.text) if len(cell.atoms) < _SHORT else None
        if match is not None and not _OF_THE_PLAN.search(cell.text):
            yield from_atoms(match[1].lower(), cell.atoms)


def _said_alone(page: PageLayout) -> Iterator[Found]:
    """What cells say that say nothing else: of several claims some may be with providers of the network."""
    for cell in (cell for row in page.cells for cell in row):
        if (match := _IN_NETWORK.fullmatch(cell.text.strip(" .:"))) is not None:
            yield from_atoms(match[1].lower(), cell.atoms)


def says_network(label: Labeled) -> bool:
    """True where the value says in or out of the network, and is no name below the label."""
    return _IN_OR_OUT.match(str(label.value.value)) is not None


def pays_second(page: PageLayout) -> bool:
    """Return whether the head of a plan's paper says that another plan, such as Medicare, paid before it."""
    texts = [cell.text for row in page.cells[:_ROWS_OF_A_HEAD] for cell in row]
    return any(map(_PAYS_SECOND.search, texts)) and not any(map(_OF_MEDICARE.search, texts))
