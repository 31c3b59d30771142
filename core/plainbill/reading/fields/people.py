"""Parties and numbers of a paper: which labeled value or block goes into which field."""

import re
from collections.abc import Iterable, Sequence

from plainbill.case import DocumentKind
from plainbill.reading.fields.addresses import leads_to_an_office, settle_addresses
from plainbill.reading.fields.among_captions import among_captions
from plainbill.reading.fields.blocks_of_forms import is_a_persons_phone, named_with_number
from plainbill.reading.fields.card_slips import approves_a_card
from plainbill.reading.fields.claim_form_blocks import with_who_bills
from plainbill.reading.fields.claim_form_boxes import box_fields
from plainbill.reading.fields.claim_form_carriers import with_carrier
from plainbill.reading.fields.claim_form_values import with_values_by_kind
from plainbill.reading.fields.claim_forms import form_fields, is_who_bills
from plainbill.reading.fields.claim_providers import provider_of_claims
from plainbill.reading.fields.family_numbers import number_in_family
from plainbill.reading.fields.hospital_form_corner import with_corner
from plainbill.reading.fields.hospital_form_values import with_hospital_form
from plainbill.reading.fields.insurers_above import insurer_above, may_insure
from plainbill.reading.fields.labeled_addresses import is_below_a_persons_address, labeled_address
from plainbill.reading.fields.letterheads import letterhead
from plainbill.reading.fields.logos import written_out
from plainbill.reading.fields.loose_phones import any_phone, only_phone, phones_of_others, spelled_phone
from plainbill.reading.fields.lost_blanks import with_lost_blanks
from plainbill.reading.fields.office_blocks import (
    bears_a_persons_name,
    block_beside,
    block_of,
    contractor_above,
    named_block,
    office_of_a_department,
    phone_below,
)
from plainbill.reading.fields.offices_of_visits import office_of_visit
from plainbill.reading.fields.paper_numbers import as_of_treatment_plan, first_of, numbers_of, values_for
from plainbill.reading.fields.patient_names import is_said, patient_name
from plainbill.reading.fields.payers import (
    address_behind,
    address_to_write_to,
    cell_value,
    insurer_on_bill,
    issuer_of_card,
    organization_of,
    owner_of,
)
from plainbill.reading.fields.persons import NAMES_OF_PERSONS
from plainbill.reading.fields.persons_of_cards import insurer_of_claims_address, member_and_subscriber
from plainbill.reading.fields.plans import pays_second, plan_of, says_network
from plainbill.reading.fields.senders_of_letters import is_from_plan
from plainbill.reading.fields.settled_names import settled_names, told_apart
from plainbill.reading.fields.signatures import signed_by
from plainbill.reading.fields.where_claims_go import claims_address
from plainbill.reading.labels.finding import Labeled
from plainbill.reading.labels.name_blocks import (
    Party,
    is_clinician,
    is_organization,
    parties_of,
)
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import Found, alike, from_atoms
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.running_text import is_running_text
from plainbill.reading.terms.vocabulary import plain_key

Fields = dict[str, Found]

_ROWS_OF_A_HEAD, _HIGH = 8, 0.3


def people_of(layouts: Sequence[PageLayout], kind: DocumentKind) -> Fields:
    """Provider, payer, patient, coverage and the numbers of the paper."""
    called = frozenset(token for layout in layouts for token in phones_of_others(layout))
    labels = [
        label
        for layout in layouts
        for label in layout.labels
        if not (_names_others(label, layout) or approves_a_card(label, layout) or called & set(label.value.tokens))
    ]
    fields: Fields = {}
    first = layouts[0]
    parties = [
        party
        for layout in layouts
        for party in parties_of(layout.cells)
        if not _is_in_a_sentence(party) and not is_below_a_persons_address(party, layout)
    ]
    remits = [label.value for label in labels if label.field == "remit"]
    decided = kind in {"eob", "insurance_card"}
    heading = _heading(first, labels)
    others = (
        _others_print(labels, from_plan=decided) | among_captions(heading, labels, parties) | _services_print(first)
    )
    if decided and (office := office_of_visit(first)) is not None:
        others |= {*office.tokens}
    head = letterhead(heading, first.height, others)
    head = issuer_of_card(first, head) if kind == "insurance_card" else head
    whole = head and written_out(head, [row for layout in layouts for row in layout.cells])
    # Who insures may share its first word with who gave care.
    head = whole if whole and head and (not decided or may_insure(whole, head)) else head
    insurer = insurer_above(head, heading) if decided else None
    below, head = (head, insurer) if insurer is not None else (None, head)
    from_plan = decided or (kind == "letter" and is_from_plan(head, layouts))
    from_plan |= kind == "estimate" and _is_plans(layouts)
    if kind == "estimate" and not from_plan and _plans_treatment(layouts):
        labels = as_of_treatment_plan(labels)
    for field, value in numbers_of(labels, from_plan=from_plan, is_notice=kind == "eob"):
        _put(fields, field, value)
    offices = _without_persons(parties, labels)
    if from_plan:
        _put_payer(fields, layouts, head, [party for party in offices if not bears_a_persons_name(party, head)], labels)
        if kind == "insurance_card" and "payer.name" not in fields:
            sent_to = insurer_of_claims_address(offices)
            fields.update(_block_fields("payer", sent_to) if sent_to is not None else {})
        if kind != "insurance_card":
            for field, value in provider_of_claims(layouts, labels, offices, fields.get("payer.name")):
                _put(fields, field, value)
            _put(fields, "provider.name", cell_value(below) if below is not None else None)
        if "payer.address" not in fields and (block := contractor_above(offices, labels, fields)) is not None:
            _put(fields, "payer.address", block.address)
            _put(fields, "payer.phone", block.phone)
    else:
        _put_provider(fields, layouts, head, offices, labels, remits)
        # An estimate may have several who each print their block.
        names = [label.value for label in labels if label.field == "provider.name" and kind == "estimate"]
        fields |= _only("provider.name", named_with_number(fields.get("provider.npi"), names, layouts))
        cared = (name for name in values_for(labels, "rendering") if is_organization(str(name.value)))
        _put(fields, "provider.name", next(cared, None))
        _put(fields, "payer.name", insurer_on_bill(layouts, labels))
        told_apart(fields, offices)
        if "provider.phone" not in fields and "provider.name" in fields:
            _put(fields, "provider.phone", only_phone(layouts))
    for party in ("payer", "provider"):
        if (name := fields.get(f"{party}.name")) is not None and f"{party}.address" not in fields:
            block = block_of(name, offices)
            _put(fields, f"{party}.address", block.address if block is not None else address_behind(layouts, name))
            _put(fields, f"{party}.phone", block.phone if block is not None else None)
    fields |= dict(each for layout in reversed(layouts) for each in box_fields(layout))
    if kind == "bill":
        fields = with_values_by_kind(with_who_bills(with_carrier(fields, first), layouts), layouts)
        fields = with_corner(with_hospital_form(fields, layouts), layouts)
    for field, value in form_fields(layouts, fields.get("payer.name")):
        if field == "patient.sex":
            # "SEX  M  F" above the boxes says neither.
            fields.pop(field, None)
        _put(fields, field, value)
    _put_patient(fields, first, parties, labels, kind)
    own = number_in_family(layouts, fields.get("patient.name"), fields.get("coverage.member_id"))
    fields |= {"coverage.member_id": own} if own is not None else {}
    settle_addresses(fields, parties, layouts, "payer" if from_plan else "provider")
    for field, value in plan_of(labels, layouts, kind, fields.get("payer.name")):
        _put(fields, field, value)
    return with_lost_blanks(settled_names(fields), layouts)


_OTHER_BILLS = re.compile(
    r"\b(?:also|separate(?:ly)?|other|additional|more)\b.{0,40}\bbill(?:s|ed)?\b.{0,30}\b(?:from|by)\b", re.IGNORECASE
)


# What the coupon asks for goes to whoever sent the paper.
_ASKS_TO_SEND = re.compile(r"\b(?:mail|send|return|remit)\s.*\b(?:check|payment|coupon|stub)s?\sto:?$", re.IGNORECASE)


def _names_others(label: Labeled, layout: PageLayout) -> bool:
    """True for a patient's phone, and behind words that others send bills: "You may also receive bills from: ...".

    And for whom a coupon is sent to: "Tear here and mail with check to: ...".
    """
    if label.field not in {"provider.name", "addressee.name"}:
        return is_a_persons_phone(label, layout)
    row = next((row for row in layout.rows if label.label[-1] in row.tokens), None)
    before = row.tokens[: row.tokens.index(label.label[-1]) + 1] if row is not None else ()
    told = _OTHER_BILLS if label.field == "provider.name" else _ASKS_TO_SEND
    return told.search(" ".join(token.text for token in before)) is not None


def _is_in_a_sentence(party: Party) -> bool:
    """True where what stands before the address is running text, and the name of nobody."""
    return party.name is not None and is_running_text(str(party.name.value))


def _heading(page: PageLayout, labels: Sequence[Labeled]) -> list[list[Cell]]:
    """What may be a letterhead: print that stands free above the services, where there is any, and is nobody's name."""
    listing = [table for table in page.tables if table.head and any(row.role == "service" for row in table.rows)]
    heads = [max(token.y for token in table.head) for table in listing]
    above = [row for row in page.free if row and row[0].y < min(heads, default=float("inf"))]
    persons = _names_of_persons(labels)
    return [[cell for cell in row if plain_key(cell.text) not in persons] for row in above or page.free]


def _names_of_persons(labels: Sequence[Labeled]) -> frozenset[str]:
    named = (label for label in labels if label.field in NAMES_OF_PERSONS and not leads_to_an_office(label))
    return frozenset(plain_key(str(label.value.value)) for label in named)


def _without_persons(parties: Sequence[Party], labels: Sequence[Labeled]) -> list[Party]:
    """The blocks but those of whom a label names as patient or member: a letter is sent to that address."""
    persons = _names_of_persons(labels)
    named = ((party, str(party.name.value) if party.name is not None else "") for party in parties)
    return [party for party, name in named if plain_key(name) not in persons and not _CARE_OF.match(name)]


# A letter in the care of somebody goes to a person.
_CARE_OF = re.compile(r"^(?:c/o|care\sof)\b", re.IGNORECASE)


_NO_ISSUER = frozenset({"patient.name", "subscriber", "referring", "group_name", "coverage.plan_name", "network"})


def _services_print(layout: PageLayout) -> frozenset[Token]:
    """What the services of a page say of themselves: none of it is somebody's name in a letterhead."""
    rows = (row for table in layout.tables for row in table.rows if row.role == "service")
    return frozenset(token for row in rows for atom in row.atoms for token in atom.tokens)


def _others_print(labels: Iterable[Labeled], *, from_plan: bool) -> frozenset[Token]:
    """The names that labels give to others than whoever sends the paper: a plan, or else a provider."""
    named = _NO_ISSUER | ({"provider.name", "rendering"} if from_plan else {"payer.name", "secondary_payer"})
    own = (
        label for label in labels if label.field in named and not (label.field == "network" and not says_network(label))
    )
    return frozenset(token for label in own for token in label.value.tokens)


_PREDETERMINATION = re.compile(
    r"\bpre-?\s?(?:determination|treatment\s(?:estimate|review)|estimate\sof\sbenefits)", re.IGNORECASE
)


def _is_plans(layouts: Sequence[PageLayout]) -> bool:
    """True where an estimate is a plan's answer to what a dentist means to do."""
    head = layouts[0].cells[:_ROWS_OF_A_HEAD]
    return any(
        _PREDETERMINATION.search(cell.text) and not _TITLE_OF_A_PLAN.match(cell.text) for row in head for cell in row
    )


# A copy of what a dentist means to do that a plan is to look at.
_TITLE_OF_A_PLAN = re.compile(r"^(?:your |proposed |dental )*treatment\s(?:plan|proposal)\b", re.IGNORECASE)
_TREATMENT_PLAN = re.compile(r"\btreatment\s(?:plan|proposal)\b", re.IGNORECASE)


def _plans_treatment(layouts: Sequence[PageLayout]) -> bool:
    """True where an estimate says that it is a plan of treatment."""
    return any(_TREATMENT_PLAN.search(cell.text) for layout in layouts for row in layout.cells for cell in row)


def _only(name: str, value: Found | None) -> Fields:
    return {name: value} if value is not None else {}


def _put(fields: Fields, name: str, value: Found | None) -> None:
    if value is not None and name not in fields:
        fields[name] = value


_WHERE = re.compile("facility|hospital|clinic|department|location|lab(?:oratory)?|pharmacy|surg(?:ery|ical)")


def _says_where(label: Labeled) -> bool:
    """True where the label names the place of the care, which another than its owner may ask money for."""
    return _WHERE.fullmatch(label.label[0].text.strip(":").lower()) is not None


def _put_provider(
    fields: Fields,
    pages: Sequence[PageLayout],
    head: Cell | None,
    parties: Sequence[Party],
    labels: Sequence[Labeled],
    remits: Sequence[Found],
) -> None:
    page = pages[0]
    headed = head is not None and is_organization(head.text)
    named = next(
        (
            label.value
            for label in labels
            if is_who_bills(label)
            or label.field == "provider.name"
            and is_organization(str(label.value.value))
            and not is_clinician(str(label.value.value))
            and not (headed and _says_where(label))
        ),
        None,
    )
    if head is not None and named is None and not headed and _put_named_block(fields, page, parties, above=head.y):
        return
    if head is not None and named is None:
        fields["provider.name"] = cell_value(head)
    elif named is not None:
        fields["provider.name"] = named
    elif (anyone := first_of(labels, "provider.name")) is not None:
        fields["provider.name"] = anyone
    name = fields.get("provider.name")
    if name is None:
        if not _put_named_block(fields, page, parties) and (signed := signed_by(pages, parties)) is not None:
            fields |= _block_fields("provider", signed)
        return
    if (office := office_of_a_department(name, parties)) is not None and office.name is not None:
        fields["provider.name"] = name = office.name
    block = named_block(name, head, parties)
    beside = block_beside(head, parties) if head is not None and alike(cell_value(head), name) else None
    if block is not None and beside is not None and bears_a_persons_name(block, head):
        # Below stands whom the paper is sent to.
        block = None
    _put(fields, "provider.phone", first_of(labels, "provider.phone"))
    if block is not None:
        _put(fields, "provider.address", block.address)
        _put(fields, "provider.phone", block.phone)
    _put(fields, "provider.address", labeled_address(pages, labels))
    if beside is not None and "provider.address" not in fields:
        _put(fields, "provider.address", beside.address)
        _put(fields, "provider.phone", beside.phone)
    if head is not None:
        _put(fields, "provider.phone", phone_below(page, head))


def _block_fields(whose: str, party: Party) -> Fields:
    """Name, address and phone of a block, those that it has."""
    parts = (("name", party.name), ("address", party.address), ("phone", party.phone))
    return {f"{whose}.{part}": value for part, value in parts if value is not None}


def _put_named_block(fields: Fields, page: PageLayout, parties: Sequence[Party], above: float | None = None) -> bool:
    """Without a letterhead the office whose name and address stand in one row high on the page is the provider.

    Says whether there is one; where the letterhead names a person, only what stands `above` it counts.
    """
    high = _HIGH * page.height if above is None else min(above, _HIGH * page.height)
    for party in parties:
        if party.name is not None and party.y < high and is_organization(str(party.name.value)):
            fields.update({**_block_fields("provider", party), **fields})
            return True
    return False


_MEDICARE = re.compile(
    r"medicare\s*summary|medicare-?\s*approved|claims?\s*for\s*part\s*[ab]\b|amount\s*medicare"
    r"|part\s[ab]\s\(?(?:medical|hospital)\sinsurance|^(?:your\s)?medicare\snumber\b",
    re.IGNORECASE,
)


def _of_the_sender(labels: Sequence[Labeled], head: Cell | None) -> list[Labeled]:
    """The labels but "Primary payer" below the letterhead of an insurer: that one paid first and sent another paper."""
    if head is None or not is_organization(head.text):
        return list(labels)
    return [label for label in labels if label.label[0].text.strip(":").lower() != "primary"]


def _put_payer(
    fields: Fields, pages: Sequence[PageLayout], head: Cell | None, parties: Sequence[Party], labels: Sequence[Labeled]
) -> None:
    page = pages[0]
    # Whoever pays after Medicare prints what it approved.
    cells = () if pays_second(page) else (cell for row in page.cells for cell in row)
    medicare = next((cell for cell in cells if _MEDICARE.search(cell.text)), None)
    if medicare is not None:
        printed = [atom for atom in medicare.atoms if "medicare" in atom.text.lower()] or list(medicare.atoms[:1])
        fields["payer.name"] = from_atoms("Medicare", printed[:1])
        _put(fields, "payer.phone", spelled_phone(pages, "medicare"))
    elif (named := organization_of(_of_the_sender(labels, head), "payer.name")) is not None:
        fields["payer.name"] = named
    else:
        _put(fields, "payer.name", owner_of(page, head))
    _put(fields, "payer.phone", first_of(labels, "payer.phone") or first_of(labels, "provider.phone"))
    if head is not None and medicare is None and (name := fields.get("payer.name")) and alike(cell_value(head), name):
        loose = [party for party in parties if party.name is None and party.y < 0.3 * page.height]
        block = named_block(name, head, parties) or (loose[0] if loose else None)
        if block is not None:
            _put(fields, "payer.address", block.address)
            _put(fields, "payer.phone", block.phone)
    if medicare is None:
        _put(fields, "payer.address", address_to_write_to(page) or claims_address(pages))
    if len(pages) > 1 and page.kind == "insurance_card" and (name := fields.get("payer.name")) is not None:
        # The back of a card says where claims go.
        own = (party for party in parties if party.name is not None and alike(party.name, name))
        _put(fields, "payer.address", next((party.address for party in own if party.address is not None), None))
    if "payer.phone" not in fields:
        _put(fields, "payer.phone", any_phone(page, parties, labels))


def _put_patient(
    fields: Fields, page: PageLayout, parties: Sequence[Party], labels: Sequence[Labeled], kind: DocumentKind
) -> None:
    both = member_and_subscriber(labels) if kind == "insurance_card" else None
    if both is not None:
        fields |= {"patient.name": both[0], "coverage.subscriber_name": both[1]}
    subscribers = (name for name in values_for(labels, "subscriber") if not is_said(str(name.value)))
    _put(fields, "coverage.subscriber_name", next(subscribers, None))
    taken = [str(fields[name].value) for name in ("provider.name", "payer.name") if name in fields]
    _put(fields, "patient.name", patient_name(page, parties, labels, kind, taken))
