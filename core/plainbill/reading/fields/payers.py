"""The insurer that a bill names: by a label, in a sentence, or as the carrier of a claim form."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from plainbill.reading.labels.address_words import PO_BOX
from plainbill.reading.labels.finding import Labeled
from plainbill.reading.labels.name_blocks import atoms_within, is_organization, is_title
from plainbill.reading.labels.words_of_forms import is_no_name
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.terms.running_text import is_running_text
from plainbill.reading.terms.vocabulary import field_labels, plain_key

_PAYS = re.compile(
    r"(?i:payments?\s+(?:received\s+)?from|\bins(?:\.|urance)?\s+check)"
    r"\s+(?P<paid>[A-Z][A-Za-z&'. -]{3,50})"
    r"|\b(?i:(?:plan|insurance|insurer)\s(?:paid|payments?))\s?\((?P<behind>[A-Z][A-Za-z&'. -]{3,50})\)"
    r"|^(?i:(?:notes?|remarks?|messages?)\s(?:from|by))\s(?P<noted>[A-Z][A-Za-z&'. -]{3,50})$"
    r"|\b(?i:(?:your|the)\s+(?:insurance(?:\s+company)?|insurer|health\s+plan|plan))"
    r"(?:\s*\((?P<named>[A-Z][A-Za-z&'. -]{3,50})|,\s(?P<told>[A-Z][A-Za-z&'. -]{3,50}),)"
    # "Your" may end the row above.
    r"|^(?i:insurance(?:\s+company)?|insurer|health\s+plan|plan),\s(?P<apart>[A-Z][A-Za-z&'. -]{3,50}),"
    r"\s(?:has|have|was|paid)\b"
    # "A claim was sent to Orchard State Health on March 12", "Claims for these visits are at Larch Select PPO and ...".
    # A full stop ends the sentence, but for short words: "St.", "Inc.".
    r"|(?:(?<!\b[Nn]o\s)\b(?i:claims?)(?:\s(?!not\b|never\b)[a-z]+){0,5}\s(?:sent|submitted|filed|billed|are|is)\s(?:to|with|at)"
    r"|(?<!\bnot\s)\b(?:sent|submitted|billed)\s(?:this|your|the|these|a)\s(?:claims?|charges|bill)\sto)"
    r"\s(?P<sent>(?:(?:[A-Z]\w{0,2}\.|[A-Z][\w&'-]*)\s?){2,6})"
    # "Orchard State Health has paid $120.00": a sentence that begins with its name.
    r"|(?:^|[.;]\s)(?P<has>(?:[A-Z][\w&'-]*\s){2,6})(?:has|have)\spaid\b"
)


def insurer_on_bill(layouts: Sequence[PageLayout], labels: Sequence[Labeled]) -> Found | None:
    """Return the name of the insurer on a bill, None where the bill names none."""
    labeled = organization_of(labels, "payer.name") or _plan_as_payer(labels)
    labeled = labeled or _billed(labels)
    return labeled or _payer_in_words(layouts) or _named_beside_amounts(layouts) or _carrier(layouts[0])


def _billed(labels: Sequence[Labeled]) -> Found | None:
    """The plan that a bill says was billed: "Billed to: Meridian Mutual". A person there is sent the bill."""
    sent = (label for label in labels if label.field == "addressee.name" and label.label[0].text.lower() == "billed")
    return next((label.value for label in sent if _is_a_plans(str(label.value.value))), None)


_PAID_BY = re.compile(r"^(?i:paid\sby)\s(?P<name>[A-Z][A-Za-z&'. -]{3,50})$")
_PAID_OF_IT = re.compile(r"^(?P<name>[A-Z][A-Za-z&'. -]{3,50}?)(?:\s[-\u2013\u2014])?\s(?i:payments?|pmt|paid)$")
_TAKEN_OFF = re.compile(
    r"^(?P<name>[A-Z][A-Za-z&'. -]{3,50}?)(?:\s[-\u2013\u2014])?"
    r"\s(?i:contract(?:ual)?\s)?(?i:allowance|adjustment|discount|write-?off|reduction)s?$"
)
# What was taken off by agreement, by whomever paid.
_OFF_BY_NOBODY = re.compile(
    r"^(?:plan|contract(?:ual|ed)?|network|insurance)\s(?:reduction|allowance|adj(?:ustment)?|discount|write-?off)s?$",
    re.IGNORECASE,
)
# No office is called so.
_PLANS_ALONE = re.compile(r"\b(?:hmo|ppo|epo|advantage|medicare|medicaid)$", re.IGNORECASE)
_INSURES = re.compile(
    r"\b(?:health|insurance|plans?|hmo|ppo|mutual|assurance|network|medicare|medicaid|benefits?)\b", re.IGNORECASE
)
# An office may be called "Health" too, none is called by these words.
_SURELY_INSURES = re.compile(
    r"\b(?:insurance|plans?|hmo|ppo|epo|mutual|assurance|advantage|medicare|medicaid|blue\s(?:cross|shield)"
    r"|benefits?(?:\s(?:assn|association|fund|trust|society|co)\.?)?$)",
    re.IGNORECASE,
)
_FEWEST_OWN = 2
# Words that name one amount stand no further apart, in heights of print.
_ONE_LABEL = 2.5


def _named_beside_amounts(layouts: Sequence[PageLayout]) -> Found | None:
    """The insurer that rows of amounts name: "Paid by Lakeland Health", or as who both paid and took something off."""
    rows = [row for layout in layouts for row in layout.cells if row and row[-1].atoms[-1].money is not None]
    said = [
        [atom for cell in _before_an_amount(row) for atom in cell.atoms[: -1 if cell is row[-1] else None]]
        for row in rows
    ]
    said = [[atom for atom in atoms if atom.date is None] for atoms in said]
    texts = [" ".join(atom.text for atom in atoms) for atoms in said]
    lowered = any(_OFF_BY_NOBODY.match(text) for text in texts)
    off = {match["name"] for text in texts if (match := _TAKEN_OFF.match(text)) is not None}
    for atoms, text in zip(said, texts, strict=True):
        by, paid = _PAID_BY.match(text), _PAID_OF_IT.match(text)
        off_together = lowered and paid is not None and _PLANS_ALONE.search(paid["name"])
        sure = paid is not None and (paid["name"] in off or off_together or _is_a_plans(paid["name"]))
        match = by or (paid if sure else None)
        insures = match is not None and (_INSURES.search(match["name"]) or _PLANS_ALONE.search(match["name"]))
        if match is not None and insures and _own_words(match["name"]):
            return from_atoms(match["name"], atoms_within(atoms, *match.span("name")))
    return None


def _is_a_plans(name: str) -> bool:
    """True for the whole name of an insurer, of which two words are its own: "Great Lakes Benefit"."""
    program = re.fullmatch(r"medicare|medicaid", name, re.IGNORECASE) is not None
    return program or _SURELY_INSURES.search(name) is not None and len(_own_words(name)) >= _FEWEST_OWN


def _before_an_amount(row: Sequence[Cell]) -> Sequence[Cell]:
    """The cells of a row that ends in an amount, without what stands left of what names it: a sentence, or a column."""
    told = [cell for cell in row if is_running_text(cell.text)]
    own = row[row.index(told[-1]) + 1 :] if told and told[-1] is not row[-1] else row
    worded = [i for i, cell in enumerate(own) if any(atom.kind == "text" for atom in cell.atoms)]
    label = worded[-1] if worded else 0
    while label and own[label].x0 - own[label - 1].x1 < _ONE_LABEL * own[label].height:
        label -= 1
    return own[label:]


def _own_words(name: str) -> list[str]:
    """The words of a name that are not those of any plan; none of what one pays from: a "Health Savings Account"."""
    if _PAID_FROM.search(name):
        return []
    return [word for word in name.split() if not _OF_ANY_PLAN.match(word)]


_PAID_FROM = re.compile(
    r"\b(?:savings|spending|reimbursement|flex\w*|account|payments?|installments?|budget|cards?|credit|debit|cash|checks?"
    r"|visa|mastercard|amex)\b",
    re.IGNORECASE,
)
_OF_ANY_PLAN = re.compile(
    r"^(?:less|minus|your|our|the|my|health|medical|dental|vision|insurance|benefits?|plans?|hmo|ppo|network|primary|secondary|other"
    r"|total|amounts?|sum|what|has|have|already|was|by|of|portion|share|charges?|group)$",
    re.IGNORECASE,
)


def organization_of(labels: Iterable[Labeled], field: str) -> Found | None:
    """Return the first value of a label that names somebody."""
    # "Insurance" stands before amounts as well as before names.
    values = (label.value for label in labels if label.field == field)
    names = ((found, found.value) for found in values)
    named = ((found, name) for found, name in names if isinstance(name, str) and not is_running_text(name))
    return next((_without_verb(found, name) for found, name in named if not _NOBODY.search(name)), None)


def _without_verb(found: Found, name: str) -> Found:
    """The name without what was done, before an amount: "Insurance: Harborstone paid   -$74.10"."""
    verbs = len(found.tokens) > 1 and _VERB.match(found.tokens[-1].text) is not None
    return replace(found, value=name.rsplit(" ", 1)[0], tokens=found.tokens[:-1]) if verbs else found


_VERB = re.compile(r"^(?:paid|pays|payments?):?$", re.IGNORECASE)


_NOBODY = re.compile(r"^(?:none|self|private\s?pay|private$|n/?a|no\b|uninsured|not\b|cash)", re.IGNORECASE)


# A company's name before the kind of its plan: "Front Range HMO".
_KIND_OF_PLAN = re.compile(r"^[A-Z][a-z].*\b(?:HMO|PPO|EPO|POS)\b|^[A-Z][A-Za-z]{2,}.*\s[Rr][Xx]$")
# Plans in place of Medicare are known by this name, and their insurer by theirs.
_ADVANTAGE = re.compile(r"^[A-Z][\w&' -]+\sAdvantage\b", re.IGNORECASE)


_INSURANCE = frozenset({"plan", "insurance", "insurance plan", "health plan", "medical plan", "ins plan"})


def _plan_as_payer(labels: Iterable[Labeled]) -> Found | None:
    """On a bill the words "Plan" and "Coverage" may name the insurer."""
    found = next((label for label in labels if label.field == "coverage.plan_name"), None)
    if found is None:
        return None
    name = str(found.value.value)
    if _NOBODY.search(name):
        return None
    label = " ".join(token.text.strip(":").lower() for token in found.label)
    named = is_organization(name) or _ADVANTAGE.search(name) or label in _INSURANCE and _KIND_OF_PLAN.search(name)
    return found.value if named else None


# Whoever collects or writes bills for an office may be sent a claim too.
_WRITES_BILLS = re.compile(
    r"\b(?:billing|collections?|recovery|receivables?|credit|bureau|agency|attorneys?|law)\b", re.IGNORECASE
)


def _payer_in_words(layouts: Sequence[PageLayout]) -> Found | None:
    """The insurer that a bill names where it says who paid or was billed."""
    for layout in layouts:
        for row in layout.cells:
            for cell in row:
                match = re.search(_PAYS, cell.text)
                name = next(filter(None, match.groups()), "").strip(" -.") if match else ""
                own = bool(_own_words(name)) and not is_no_name(name) and not _WRITES_BILLS.search(name)
                if match and own and _is_insurers(name, match):
                    words = name.split()
                    atoms = [a for a in cell.atoms if a.text.strip("(),.") in words]
                    return from_atoms(name, atoms or cell.atoms)
    return None


_GIVES_CARE = re.compile(
    r"\b(?:physicians?|clinics?|hospitals?|surgeons?|surgery|radiolog\w+|laborator\w+|patholog\w+|anesthesi\w+)\b",
    re.IGNORECASE,
)


def _is_insurers(name: str, match: re.Match[str]) -> bool:
    """True where the name is one that an insurer may have: offices write notes and pay too."""
    if match["noted"]:
        return _is_a_plans(name)
    if match["has"]:
        return _INSURES.search(name) is not None and bool(_own_words(name))
    if match["apart"]:
        # Right behind the word for it nobody else is named.
        return len(_own_words(name)) > 0 and len(name.split()) > 1 and not _GIVES_CARE.search(name)
    if match["behind"] and not _own_words(name) or match["sent"] and _GIVES_CARE.search(name):
        return False
    return bool(is_organization(name) or _KIND_OF_PLAN.search(name) or _PLANS_ALONE.search(name))


# Those who made the codes or the program hold rights too, whoever sent the paper.
_MADE_OTHER_THINGS = re.compile(
    r"\b(?:american\s(?:medical|dental|hospital)\sassociation|systems\scorporation|software|technolog\w+|epic)\b",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\b20\d\d,?\s(?P<name>[A-Z][A-Za-z&' -]{3,50}?)(?:,?\s(?:Inc|LLC|Corp)\b\.?)?[.,]?\s+all\srights\sreserved",
    re.IGNORECASE,
)


def owner_of(page: PageLayout, head: Cell | None) -> Found | None:
    """Return whose paper a page is: by its letterhead, or by who holds the rights to the site it was copied from."""
    if head is not None and is_organization(head.text):
        return cell_value(head)
    others = {
        plain_key(str(label.value.value)) for label in page.labels if label.field in {"provider.name", "rendering"}
    }
    for row in page.cells:
        atoms = [atom for cell in row for atom in cell.atoms]
        match = _RIGHTS.search(" ".join(atom.text for atom in atoms))
        name = match["name"] if match is not None else ""
        own = plain_key(name) not in others and not _MADE_OTHER_THINGS.search(name)
        if match is not None and own and is_organization(name):
            return from_atoms(name, atoms_within(atoms, *match.span("name")))
    return cell_value(head) if head is not None else None


_MERELY_A_PLAN = re.compile(r"^(?:[A-Z][\w'-]*\s){0,3}(?:PPO|HMO|EPO|POS|HDHP)(?:\splan)?$", re.IGNORECASE)
_ROWS_OF_A_CARDS_HEAD = 3


def issuer_of_card(page: PageLayout, head: Cell | None) -> Cell | None:
    """The head of a member's card; where that is only a plan, "Choice PPO", whoever stands beside it.

    Beside an insurer's name stands that of its plan, which begins alike: "Fenland HMO" and "Fenland Select 10".
    """
    if head is None or _MERELY_A_PLAN.match(head.text) is None:
        return head
    cells = [cell for row in page.cells[:_ROWS_OF_A_CARDS_HEAD] for cell in row]
    if any(is_plan_of(head.text, cell.text) for cell in cells):
        return head
    # "Employer group: 88201" is a value behind its label.
    others = (cell for cell in cells if ":" not in cell.text and field_labels().find(cell.text.split()) is None)
    named = (cell for cell in others if is_organization(cell.text))
    return next((cell for cell in named if _MERELY_A_PLAN.match(cell.text) is None), head)


def is_plan_of(insurer: str, name: str) -> bool:
    """Return whether a name is that of a plan of the insurer: it begins with its first word and goes on otherwise."""
    first, *rest = insurer.split()
    begins, *behind = name.split() or [""]
    # A name may be printed in capitals.
    alike = begins.lower() == first.lower() and len(first) >= _SHORTEST_NAME and behind != rest
    return alike and bool(behind) and not is_running_text(name) and _OF_A_PLAN.search(" ".join(behind)) is not None


# The words that tell a plan from others of its insurer.
_OF_A_PLAN = re.compile(
    r"\b(?:saver|savings|plus|choice|select|basic|standard|premium|premier|value|complete|preferred|essentials?"
    r"|classic|core|gold|silver|bronze|platinum|option|access|open)\b",
    re.IGNORECASE,
)


_WRITE_TO = re.compile(
    rf"(?:\bwrite\s(?:to\s)?(?:us\s)?(?:at|to)?|(?i:\bquestions)\??:?\s(?:[(\d][\d() -]+,)?"
    rf"|(?i:\b(?:(?:send|mail|submit)\s)?(?:all\s|medical\s|paper\s)*claims(?:\s(?:to|address))?)):?\s*"
    rf"(?P<address>(?:(?i:{PO_BOX})\s\d|\d+\s[A-Z]).{{3,60}}?,?\s[A-Z]{{2}},?\s\d{{5}}(?:-\d{{4}})?)\b"
)


def address_to_write_to(page: PageLayout) -> Found | None:
    """Return the address that a sentence asks to write to: "or write to PO Box 118, Quince, SC 29998.".

    A card says where claims go: "Send claims to PO Box 118, Quince, SC 29998".
    """
    for row in page.free:
        for cell in row:
            if (match := _WRITE_TO.search(cell.text)) is not None:
                return from_atoms(match["address"], atoms_within(cell.atoms, *match.span("address")))
    return None


_TOWN = r"[A-Z][A-Za-z .'-]{2,30}?,?\s[A-Z]{2},?\s\d{5}(?:-\d{4})?"
_ADDRESS = rf"(?P<address>(?:(?i:{PO_BOX})\s\d+|\d+\s[A-Z][\w' .]{{2,30}}?),?\s{_TOWN})\b"
_SHORTEST_NAME = 4
# What stands in the care of somebody else is the address of that one.
_CARE_OF = r"(?i:c/o|care\sof)\b"


def address_behind(pages: Iterable[PageLayout], name: Found) -> Found | None:
    """Return the address that a row prints behind the name of its owner: "Palisade, PO Box 1181, Lexmoor, KY 40999"."""
    first = _first_words(str(name.value))
    if len(first) < _SHORTEST_NAME:
        return None
    between = rf"(?:(?!{_CARE_OF})[^\d,]{{3,30}},\s)?"
    behind = re.compile(rf"\b(?i:{re.escape(first)})(?!\w)[^\d,]{{0,50}}[,|]\s{between}{_ADDRESS}")
    every = [[[atom for cell in row for atom in cell.atoms] for row in page.cells if row] for page in pages]
    # A sentence may wrap between street and town.
    wrapped = [[*row, *below] for rows in every for row, below in pairwise(rows) if row[-1].text.endswith(",")]
    for atoms in (*(row for rows in every for row in rows), *wrapped):
        match = behind.search(" ".join(atom.text for atom in atoms))
        if match is not None and not _REMIT.search(match.string[: match.start()]):
            return from_atoms(match["address"], atoms_within(atoms, *match.span("address")))
    return None


# Where checks go is the address of nobody's office.
_REMIT = re.compile(r"\b(?:remit(?:tance)?|(?:mail|send)\s(?:payments?|checks?))(?:\sto)?:?\s*$", re.IGNORECASE)


def _first_words(name: str) -> str:
    """The first word of a name, with the second where it is as short as "St."."""
    words = name.split()
    size = 1 if len(words[0].strip(",.")) >= _SHORTEST_NAME else 2
    return " ".join(words[:size]).strip(",.")


_CLAIM_FORM = re.compile(r"healthinsuranceclaim|\b1500\b", re.IGNORECASE)
_FIRST_BOX = re.compile(r"^1\.?\s|\b1a\b")


def _carrier(page: PageLayout) -> Found | None:
    """The plan that a claim form is sent to: it stands above the first box, to the right of the form's name."""
    above = list(takewhile(lambda row: not any(_FIRST_BOX.search(cell.text) for cell in row), page.free[:8]))
    title = next(filter(None, map(_end_of_form_name, above)), None)
    for cell in (cell for row in above for cell in row):
        # The name may stand in a row above that of the form's name.
        names = is_organization(cell.text) or _KIND_OF_PLAN.search(cell.text)
        if title is not None and cell.x0 > title.x1 and names and not is_title(cell.text):
            return cell_value(cell)
    return None


def _end_of_form_name(row: Sequence[Cell]) -> Cell | None:
    """The last cell of the form's name, None in a row without it; wide print parts its words and letters."""
    printed = ""
    for cell in row:
        printed += cell.text.replace(" ", "")
        if _CLAIM_FORM.search(printed) is not None:
            return cell
    return None


def cell_value(cell: Cell) -> Found:
    """Return what a cell prints, without what stands in parentheses at its end unless that is the kind of a plan."""
    text = re.sub(
        r"\s*\((?!(?:HMO|PPO|EPO|POS|PFFS|PDP|MSA|HMO-POS|Medicaid|Medicare|CHIP)\)).*?\)\s*$", "", cell.text
    ).strip(" ,;:")
    return from_atoms(text, cell.atoms)
