"""Which way of setting its services a page has: tables below heads first, then blocks that say more of themselves."""

import itertools
from collections.abc import Sequence

from plainbill.reading.blocks.account_sections import account_sections
from plainbill.reading.blocks.boxes_below import without_boxes_below
from plainbill.reading.blocks.captioned_services import captioned_services
from plainbill.reading.blocks.cards import cards_of
from plainbill.reading.blocks.claim_rows import claim_form_rows, hospital_form_rows, tells_more
from plainbill.reading.blocks.decided_items import decided_items
from plainbill.reading.blocks.denied_in_words import denied_service
from plainbill.reading.blocks.denied_requests import denied_request, with_denial
from plainbill.reading.blocks.dispensed import dispensed_drugs
from plainbill.reading.blocks.headless_tables import tables_without_head
from plainbill.reading.blocks.item_lists import as_sums, hold, item_lists
from plainbill.reading.blocks.listed_cards import listed_cards
from plainbill.reading.blocks.marked_choices import marked_choices
from plainbill.reading.blocks.named_columns import table_of_named_columns
from plainbill.reading.blocks.one_service import service_told_by_labels
from plainbill.reading.blocks.service_lists import listed_services
from plainbill.reading.blocks.services_in_prose import services_in_prose
from plainbill.reading.blocks.sums_beside_lists import without_sums_beside
from plainbill.reading.blocks.tiles import department_tiles
from plainbill.reading.blocks.timelines import timeline
from plainbill.reading.blocks.transposed import transposed_table
from plainbill.reading.blocks.two_deck_tables import two_deck_table
from plainbill.reading.columns.table import Table
from plainbill.reading.kinds import kind_of
from plainbill.reading.rows.atoms import Atom, cells_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.gutters import gutters_of
from plainbill.reading.tables.forming import tables_with_head
from plainbill.reading.tables.sums_over_columns import with_sums_over_columns

# In heights of print, between the columns of tables that have a column for each service.
_GUTTER = 0.9


def tables_on(
    rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], height: float, columns: Sequence[int]
) -> tuple[Table, ...]:
    """Return the tables of a page, those of its cards and its lists of services among them.

    `columns` are the numbers of rows in each of its columns of print.
    """
    cells = [cells_of(own, _GUTTER * row.height) for row, own in zip(rows, atoms, strict=True)]
    transposed = transposed_table(rows, cells) or table_of_named_columns(rows, cells)
    if transposed is not None:
        return (transposed,)
    if (marked := marked_choices(rows, atoms)) is not None:
        return (marked,)
    headed = tuple(map(without_boxes_below, tables_with_head(rows, atoms)))
    # A head of a hospital's form that was read in part leaves out its codes, its charges or its days.
    partly = not any({"revenue_code", "charge", "date"} <= set(table.fields) for table in headed)
    if partly and (claimed := hospital_form_rows(rows, atoms)) is not None:
        return (claimed,)
    decked = two_deck_table(rows, atoms)
    if decked is not None and (_services(decked) >= sum(map(_charged, headed)) or _holds_all(decked, headed)):
        return (*(table for table in headed if not decked.tokens & table.tokens), decked)
    captioned, items = captioned_services(rows, atoms), item_lists(rows, atoms)
    # Captions over the amounts of each service may be taken for heads of tables with one or no service.
    beside = [table for table in headed if captioned is None or not captioned.tokens & table.tokens]
    count = sum(map(_services, headed))
    if items is not None and not hold(headed, items) and (captioned is None or _services(captioned) < _services(items)):
        return (*as_sums(headed), items)
    claimed = claim_form_rows(rows, atoms)
    if count and claimed is not None and tells_more(claimed, headed):
        return (*(table for table in headed if not claimed.tokens & table.tokens), claimed)
    if count:
        more = captioned is not None and (_services(captioned) > count or _hold_more(captioned, headed))
        return (*beside, captioned) if captioned is not None and more else headed
    if claimed is not None:
        return (*headed, claimed)
    if (sections := account_sections(rows, atoms)) is not None:
        return (*headed, sections)
    if (timed := timeline(rows, atoms)) is not None:
        return (*headed, timed)
    if (tiles := department_tiles(rows, atoms)) is not None:
        return (*headed, tiles)
    if (drugs := dispensed_drugs(rows, atoms)) is not None:
        return (*headed, drugs)
    cards = listed_cards(rows, atoms) or cards_of(rows, atoms)
    if cards is not None and (captioned is None or _says_no_less(cards, captioned)):
        return (*headed, cards)
    if captioned is not None:
        return (*beside, captioned)
    told = service_told_by_labels(rows, atoms) or denied_request(rows, atoms)
    if told is not None:
        return (*(table for table in headed if not told.tokens & table.tokens), with_denial(told, atoms))
    if not count and (decided := decided_items(rows, atoms)) is not None:
        return (*(table for table in headed if not decided.tokens & table.tokens), decided)
    if not any(_services(table) for table in headed) and (denied := denied_service(rows, atoms)) is not None:
        return (*headed, denied)
    if not any(_services(table) for table in headed) and (told := services_in_prose(rows, atoms)) is not None:
        return (*headed, told)
    kind = kind_of(
        [cells_of(own, gutter) for own, gutter in zip(atoms, gutters_of(rows), strict=True)], frozenset(), height
    )
    if kind == "visit_summary" and (listed := listed_services(rows, atoms)) is not None:
        return (*headed, listed)
    # What a visit costs by a member's card is no charge.
    if kind == "insurance_card":
        return headed
    starts = [0, *itertools.accumulate(columns)]
    spans = [slice(start, stop) for start, stop in itertools.pairwise(starts)]
    atoms = without_sums_beside(rows, atoms)
    found = [table for span in spans for table in tables_without_head(rows[span], atoms[span])]
    return (*headed, *with_sums_over_columns(found))


def _services(table: Table) -> int:
    return sum(row.role == "service" for row in table.rows)


def _says_no_less(cards: Table, captioned: Table) -> bool:
    """True unless blocks of as many services or more tell the code, a modifier or the words of more of them."""
    told = [
        [sum(bool(table.cell(row, name)) for row in table.rows) for name in ("code", "modifiers", "description")]
        for table in (cards, captioned)
    ]
    return all(one >= other for one, other in zip(*told, strict=True)) or _services(cards) > _services(captioned)


def _hold_more(captioned: Table, headed: Sequence[Table]) -> bool:
    """True where blocks hold all amounts of the services in tables, and others that stand below these."""
    return _amounts([captioned]) > _amounts(headed)


def _holds_all(decked: Table, headed: Sequence[Table]) -> bool:
    """True where services over two rows hold all amounts of the rows that a head of one row takes for services."""
    return _amounts(headed) <= _amounts([decked])


def _amounts(tables: Sequence[Table]) -> frozenset[Atom]:
    rows = (row for table in tables for row in table.rows if row.role == "service")
    return frozenset(atom for row in rows for cell in row.cells for atom in cell if atom.money is not None)


def _charged(table: Table) -> int:
    return sum(row.role == "service" and bool(table.cell(row, "charge")) for row in table.rows)
