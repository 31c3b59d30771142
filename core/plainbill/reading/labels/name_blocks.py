"""Who stands on the paper: blocks of name, address and phone, and what kind of name it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plainbill.reading.labels.address_words import (
    CITY,
    OF_A_GRID,
    PO_BOX,
    STATE_NAME,
    STREET_START,
    with_streets_joined,
)
from plainbill.reading.labels.values import PHONE, torn_phone
from plainbill.reading.labels.words_of_forms import is_no_name
from plainbill.reading.rows.atoms import Atom, Cell, has_figure
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.terms.accents import without_accents
from plainbill.reading.terms.running_text import is_running_text

_COMPANY = re.compile(r"\b(?:inc|l\.?l\.?c|corp|corporation|company)\.?$", re.IGNORECASE)
_STREET = re.compile(
    rf"""^\d+[A-Z]?\s+\S+|^\d{{2,5}}[A-Z]{{3,}}\s\S|^{OF_A_GRID}\s+[A-Z]\S+|^B[O0]x\s+\d+|^{PO_BOX}|^One\s|^(?:RR|R\.R\.|HC|PSC)\s?\d+\s
    |^[A-Z][\w' .-]+\s(?:\#|Suite\s|Ste\.?\s|Unit\s)\s?\d+[A-Z]?$
    |^Station\s\d+,\s\d+\s|^(?:Suite|Ste|Unit|Floor|Apt|Building|Bldg|Dept|Department(?!\sof\b)|Room)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ORGANIZATION = re.compile(
    r"""hospital|infirmary|clinic|cent(?:er|re)\b|medical|medicine|health|physicians?|associates|\bgroup|\bp\.?\s?c\.?$|\bp?\.?l\.?l\.?[cp]\.?\b|\binc\b|
    laborator|\blabs?\b|imaging|radiolog|dental|dentist|surgery|surgical|surgeons|therapy|pharmacy|ambulance|\bems\b|
    urgent|\bcare\b|institute|universit|system|services|consultants|specialists|pediatric|cardiolog|orthop|dermatolog|
    endodont|periodont|prosthodont|orthodont|maxillofac|diagnostic|patholog|anesthes|oncolog|urolog|neurolog|gastro|\beye|vision|optic|rehab|wellness|partners|practice|
    insurance|mutual|\bplans?\b|\btrust|benefit|medicare|medicaid|\bblue\b|administrat|assurance|county|fire|rescue|transport|
    otolaryng|\bent$|dialysis|hospice|nursing|\bhome|\bmri\b|equipment|supply|foundation|network|\bmd\s?pa\b|\bp\.?a\.?$|dermat|ob-?gyn|women|family|
    chiropract|podiatr|\bpain\s(?:and|&)\s|(?:and|&)\sspine$|psych|counsel|behavioral|sleep|infusion|endoscopy|\bmemorial$|company|corporation|\bcorp\b|district|department""",
    re.IGNORECASE | re.VERBOSE,
)
_TITLE = re.compile(
    r"""\b(?:statement|invoice|explanation|benefits|notice|estimate|itemized|itemization|bill|billing|receipt|remittance|advice|
    voucher|summary|claim\sform|charges|account|page|thank|payment|claims?\s(?:details?|information)|detach|return|amount|due|not\sa\sbill|this\sis|confidential|duplicate|
    copy|original|important|customer|patient\scopy|predetermination|superbill|encounter\sform|balance|welcome|dear|date|good\sfaith|
    report\s(?:of|on|for)|(?:monthly|quarterly|yearly|annual)\sreport|
    member\sid|id\scards?|totals\sfor|questions|phone|fax|www|make\schecks?|checks?\spayable|remit|visit|details\sof|profile|history|expenses)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDENTIAL = re.compile(
    r"\b(?:M\.?D\.?|D\.?O\.?|D\.?D\.?S\.?|D\.?M\.?D\.?|N\.?P\.?|P\.?A\.?-?C?|R\.?N\.?|D\.?P\.?M\.?|Ph\.?D\.?|P\.?T\.?|L\.?C\.?S\.?W\.?|APRN|CRNA|CRNP|[AF]NP(?:-[BC]+)?|ARNP|CNM|[DM]PT|PTA|C?OTA(?:/L)?|OTR(?:/L)?|SLP|BCBA|LMFT|LMHC|LCPC|LPC|Psy\.?D|Au\.?D|Pharm\.?D|OD|DC)\.?$|^Dr\.?\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A name with the address and phone that stand below it."""

    name: Found | None
    address: Found | None
    phone: Found | None
    x0: float
    y: float
    top: float


def is_organization(name: str) -> bool:
    """True where the words name a firm or an office rather than a person."""
    return _ORGANIZATION.search(without_accents(name)) is not None


# Where in an office a letter goes, above its street.
_PART_OF_AN_OFFICE = re.compile(
    r"\b(?:accounts?|accounting|billing|office|claims|processing|payments?|campus|mail ?stop|wing|floor|building|"
    r"tower|suite|lock ?box|utilization|appeals|grievances)\b",
    re.IGNORECASE,
)


def is_part_of_an_office(name: str) -> bool:
    """True where the words above a street name a desk or a building: "PATIENT ACCOUNTS", "EAST WING"."""
    return _PART_OF_AN_OFFICE.search(name) is not None


_PLACE = re.compile(rf"^[A-Z][\w .'-]*,\s{STATE_NAME}$")


def is_place(text: str) -> bool:
    """True for a town and its state in full: "Duluth, Minnesota" beside the name of a clinic."""
    return _PLACE.match(text) is not None


def is_clinician(name: str) -> bool:
    """True where the name carries a clinician's title."""
    return _CREDENTIAL.search(name.strip(" ,")) is not None


def is_title(text: str) -> bool:
    """True where the words head a paper or give directions, and name nobody."""
    return _TITLE.search(text) is not None and _COMPANY.search(text) is None


_NUMBERED_STREET = re.compile(
    r"^\d{1,6}[A-Z]?\s+(?:[A-Za-z.']+\s+){1,4}(?:st|street|rd|road|ave|avenue|blvd|boulevard|dr|drive|ln|lane|way|ct|court|pl"
    r"|place|pkwy|parkway|hwy|highway|ter|terrace|cir|circle|trl|trail|pike|sq|square)\b\.?(?:$|,|\s+(?:suite|ste|unit|apt|#))",
    re.IGNORECASE,
)


def is_street_with_number(text: str) -> bool:
    """True where the words are a house number and the name of a street: "369 Alder Rd"."""
    return _NUMBERED_STREET.match(text) is not None


def is_street(text: str) -> bool:
    """True where the words begin an address: a street and its number, a box, a floor."""
    return _STREET.match(text) is not None


def is_city_line(text: str) -> bool:
    """True where the text holds a city, state and zip code."""
    return CITY.search(text) is not None


def parties_of(cells: Sequence[Sequence[Cell]]) -> tuple[Party, ...]:
    """Return every block with a city line, from top to bottom; `cells` are those of each row."""
    cells = [with_streets_joined(row) for row in cells]
    return tuple(party for i, row in enumerate(cells) for cell in row for party in _party_at(cells, i, cell))


def _party_at(cells: Sequence[Sequence[Cell]], row: int, cell: Cell) -> Iterator[Party]:
    match = CITY.search(cell.text)
    if match is None or _PERSONS_ADDRESS.match(cell.text):
        return
    parts = _covering(cell.atoms, match.start(), match.end(), from_start=True)
    street_here = re.match(rf"^(?:\d+[A-Z]?\s|{PO_BOX}|B[O0]x\s)", cell.text, re.IGNORECASE) is not None
    if (party := _on_one_line(cells, row, cell, parts)) is not None:
        yield party
        return
    chain = list(_upward(cells, row, cell))
    lines: list[Sequence[Atom]] = [parts]
    while chain and not street_here:
        above = chain[0]
        if (own := _named_with_street(above)) is not None:
            lines.insert(0, own[1].atoms)
            chain[0] = own[0]
            break
        if not _STREET.match(above.text) or len(lines) > 3:
            break
        lines.insert(0, above.atoms)
        chain.pop(0)
        if re.match(r"^(?:\d|P\.?\s?O|Box)", above.text, re.IGNORECASE) and not (
            chain and re.match(r"^P\.?\s?O", chain[0].text)
        ):
            break
    names = [above for above in chain[:2] if _is_name(above.text) and all(a.kind == "text" for a in above.atoms)]
    yield Party(
        name=_name_of(names[0]) if names else None,
        address=_address(lines),
        phone=_phone_near(cells, row, cell, names[:1]),
        x0=cell.x0,
        y=cell.y,
        top=(names[0] if names else cell).y,
    )


_BEFORE_A_STREET = re.compile(r"^(?P<name>[A-Z][^\d,]{4,60}),\s(?=\d+\s[A-Z])")


def _named_with_street(cell: Cell) -> tuple[Cell, Cell] | None:
    """The office and its street, which a row prints above their city: "Larkspur Hospital, 200 Elm Rd,"."""
    match = _BEFORE_A_STREET.match(cell.text)
    if match is None or not is_organization(match["name"]):
        return None
    size = len(match["name"].split())
    return replace(cell, atoms=cell.atoms[:size]), replace(cell, atoms=cell.atoms[size:])


# The label of an address that is no office's.
_PERSONS_ADDRESS = re.compile(
    r"^(?:patient|member|subscriber|insured|guarantor|your|mailing)\b[\w' ]{0,24}address\b", re.IGNORECASE
)
_NAMED_FIRST = re.compile(rf"^(?P<name>[A-Z][^\d(]{{4,60}}?),?\s+(?=(?:\(?\d{{3}}\)?[ -.]|\d+\s|(?i:{PO_BOX})))")


# What parts a name, its address and its phone on one line.
_AROUND_A_NAME = " ,|\u00b7\u2022"
_DOTS = frozenset({"|", "\u00b7", "\u2022"})


def _on_one_line(cells: Sequence[Sequence[Cell]], row: int, cell: Cell, parts: Sequence[Atom]) -> Party | None:
    """Name, phone and address that follow each other in one row."""
    text = " ".join(atom.text for atom in parts)
    match = _NAMED_FIRST.match(text)
    if match is None or not is_organization(match["name"]) or _DEPARTMENT.match(f"{match['name']},"):
        return None
    name = [a for a in _covering(parts, 0, match.end("name"), from_start=True) if a.text not in _DOTS]
    name = _behind_a_clinician(name)
    phone = phone_in(cell)
    rest = [
        a
        for a in parts[parts.index(name[-1]) + 1 :]
        if a.text not in _DOTS and not (phone and set(a.tokens) & set(phone.tokens))
    ]
    if not rest:
        return None
    return Party(
        name=from_atoms(" ".join(a.text for a in name).strip(_AROUND_A_NAME), name),
        address=_address([rest]),
        phone=phone or _phone_near(cells, row, cell, ()),
        x0=cell.x0,
        y=cell.y,
        top=cell.y,
    )


def _behind_a_clinician(name: Sequence[Atom]) -> list[Atom]:
    """The office behind the name of whoever works there: "Ada Lombard, M.D., Larkspur Inpatient Group"."""
    ends = [i for i, atom in enumerate(name[:-1], start=1) if atom.text.endswith(",")]
    for end in ends:
        office = " ".join(atom.text for atom in name[end:])
        if is_clinician(" ".join(atom.text for atom in name[:end])) and is_organization(office) and end > 1:
            return list(name[end:])
    return list(name)


def atoms_within(atoms: Sequence[Atom], start: int, end: int) -> list[Atom]:
    """Return the atoms whose text reaches into a stretch of their joined text."""
    return _covering(atoms, start, end, from_start=False)


def _covering(atoms: Sequence[Atom], start: int, end: int, *, from_start: bool) -> list[Atom]:
    """The atoms whose text reaches into the stretch of their joined text, or all up to its end."""
    kept, at = [], 0
    for atom in atoms:
        if at < end and (from_start or at + len(atom.text) > start):
            kept.append(atom)
        at += len(atom.text) + 1
    return kept


def _upward(cells: Sequence[Sequence[Cell]], row: int, cell: Cell) -> Iterator[Cell]:
    """Cells stacked above one another, nearest first, that start or are centered alike."""
    here = cell
    for j in range(row - 1, -1, -1):
        near = [
            other
            for other in cells[j]
            if abs(other.x0 - here.x0) < 1.2 * here.height
            or abs(other.middle - here.middle) < 1.0 * here.height
            or (abs(other.x1 - here.x1) < 0.5 * here.height and _STREET.match(other.text))
        ]
        if near:
            if here.y - near[0].y > 2.3 * max(here.height, near[0].height):
                return
            yield near[0]
            here = near[0]
        elif cells[j] and here.y - cells[j][0].y > 2.3 * here.height:
            return


def _is_name(text: str) -> bool:
    bare = PHONE.sub("", text).strip(" ,;")
    # "Customer Care: 1-800-555-0114" is a desk to call.
    if (phone := PHONE.search(text)) is not None and text[: phone.start()].rstrip().endswith(":"):
        return False
    return (
        sum(map(str.isalpha, bare)) >= 4
        and not re.match(r"^\d", bare)
        and not bare.endswith(":")
        and not (is_title(bare) and not is_organization(bare))
        and not _SITE.search(bare)
        and not is_place(bare)
        and (is_running_text(bare) or not is_no_name(bare))
    )


# A site or an address for mail stands above an address as names do.
_SITE = re.compile(r"\S@\S|\b[a-z0-9-]+\.[a-z]{2,}(?:/|$)|\bwww\.")


def _name_of(cell: Cell) -> Found:
    match = PHONE.search(cell.text)
    atoms = _covering(cell.atoms, 0, match.start(), from_start=True) if match else list(cell.atoms)
    return from_atoms(" ".join(atom.text for atom in atoms).strip(" ,;"), atoms)


def _address(lines: Sequence[Sequence[Atom]]) -> Found:
    lines = [_from_street(lines[0]), *lines[1:]]
    # A sentence may end in an address.
    text = ", ".join(" ".join(atom.text for atom in line).strip(" ,") for line in lines).rstrip(".")
    return from_atoms(text, [atom for line in lines for atom in line])


def _from_street(line: Sequence[Atom]) -> Sequence[Atom]:
    """The line from its street or box on, without an office's name before it."""
    texts = [atom.text for atom in line]
    starts = [i for i in range(len(line)) if STREET_START.match(" ".join(texts[i:]))]
    if not starts or _is_building(" ".join(texts[: starts[0]])):
        return line
    return line[starts[0] :]


_BUILDING = re.compile(
    r"^[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,2}\s(?:Plaza|Mall|Building|Towers?|Square|Arcade|Commons),$",
    re.IGNORECASE,
)


_DESK = re.compile(
    r"^(?:Suite|Ste|Floor|Building|Bldg|Dept|Department|Room|Mail\s?stop)\.?\s#?[A-Z]?\d+[A-Z]?,$", re.IGNORECASE
)


# Who opens the mail of a plan or an office.
_DEPARTMENT = re.compile(
    r"^(?:(?:medical|dental|vision|pharmacy|auto|tricare)\s)?(?:claims?(?:\s(?:office|center|processing|unit))?"
    r"|(?:grievances?\s(?:and|&)\s)?appeals|utilization\s(?:management|review)|(?:member|customer|provider)\sservices?"
    r"|billing|business\soffice)(?:\s(?:department|dept\.?|unit))?,$",
    re.IGNORECASE,
)


def _is_building(text: str) -> bool:
    """True for a building or desk before its street, "Juniper Plaza,", "Dept 4410,", and not for an office's name."""
    if _DESK.match(text) or _DEPARTMENT.match(text):
        return True
    return _BUILDING.match(text) is not None and not is_organization(text)


def phone_in(cell: Cell) -> Found | None:
    """The phone number in a cell, None where it holds none or only a fax number."""
    if not has_figure(cell.text):
        return None
    match = PHONE.search(cell.text)
    if match is None:
        return None if re.search(r"\bfax", cell.text, re.IGNORECASE) else torn_phone(cell.atoms)
    if re.search(r"\bfax", cell.text[: match.start()], re.IGNORECASE):
        return None
    atoms = _covering(cell.atoms, match.start(), match.end(), from_start=False)
    return from_atoms(match.group().strip(), atoms)


# Ten digits without marks; a provider's number begins with a one.
_BARE_PHONE = re.compile(r"^[2-9]\d{9}$")


def _bare_phone(cell: Cell) -> Found | None:
    """The phone number that a form prints without marks below an address."""
    return from_atoms(cell.text, cell.atoms) if _BARE_PHONE.match(cell.text) else None


def _phone_near(cells: Sequence[Sequence[Cell]], row: int, cell: Cell, names: Sequence[Cell]) -> Found | None:
    """A phone number in the block: behind the name, in the line of the city, or in the next lines below."""
    for own in (*names, cell):
        if found := phone_in(own):
            return found
    here = cell
    for below in cells[row + 1 : row + 4]:
        for other in below:
            if other.y - here.y < 2.4 * here.height and min(other.x1, cell.x1) - max(other.x0, cell.x0) > -cell.height:
                if found := phone_in(other) or _bare_phone(other):
                    return found
                here = other
                break
    return None
