"""The layout of one page: its rows, its tables, its labeled values, and what kind of paper it looks like."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainbill.case import DocumentKind
from plainbill.reading.blocks.choosing import tables_on
from plainbill.reading.blocks.numbered_tables import with_numbered_parts
from plainbill.reading.blocks.ticked import only_ticked
from plainbill.reading.columns.heads_of_sums import has_a_title, with_sums
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.numbered_heads import with_numbers_spelled_out
from plainbill.reading.heads.side_columns import rows_with_sides_apart
from plainbill.reading.kinds import kind_of
from plainbill.reading.labels.cut_numbers import without_cut_numbers
from plainbill.reading.labels.finding import Labeled, labeled_values
from plainbill.reading.labels.marginal_notes import without_marginal_notes
from plainbill.reading.medical import is_medical
from plainbill.reading.page import PageWords
from plainbill.reading.rows.amounts_between import with_amounts_between
from plainbill.reading.rows.atoms import Atom, AtomsOfRows, Cell, atoms_of, cells_of
from plainbill.reading.rows.day_chips import with_leaves_joined
from plainbill.reading.rows.fax_lines import without_fax_lines
from plainbill.reading.rows.forming import Row, rows_of
from plainbill.reading.rows.gutters import gutters_of
from plainbill.reading.rows.leading_amounts import with_leading_amounts_behind
from plainbill.reading.rows.print_columns import in_reading_order
from plainbill.reading.rows.raised_keys import with_raised_keys
from plainbill.reading.rows.sheet_margins import without_sheet_margins
from plainbill.reading.rows.stacked_figures import with_figures_apart
from plainbill.reading.rows.tokens import Token
from plainbill.reading.rows.wrapped_days import with_days_joined
from plainbill.reading.tables.captioned_sums import with_captioned_sums
from plainbill.reading.tables.captions_over_sums import without_captions
from plainbill.reading.tables.counted_sums import with_announced_sums, with_counted_sums, with_payments_summed_up
from plainbill.reading.tables.counts_before_days import with_counts_before_days
from plainbill.reading.tables.counts_before_words import with_counts_before_words
from plainbill.reading.tables.days_of_a_month import with_days_of_a_month, with_days_over_two_services
from plainbill.reading.tables.decisions import with_decisions, with_decisions_for_amounts
from plainbill.reading.tables.dense_days import with_days_and_codes_apart
from plainbill.reading.tables.drugs_above import with_drugs_above
from plainbill.reading.tables.entries_said_again import with_entries_said_again
from plainbill.reading.tables.filled_prescriptions import with_fills_below
from plainbill.reading.tables.glued_counts import with_counts_apart
from plainbill.reading.tables.grids import grid_values
from plainbill.reading.tables.group_sums import with_sums_of_each_table
from plainbill.reading.tables.item_numbers import with_item_numbers_apart
from plainbill.reading.tables.labeled_rows import with_labeled_rows
from plainbill.reading.tables.last_days_below import with_last_days_below
from plainbill.reading.tables.modifiers_of_codes import with_modifiers_of_codes
from plainbill.reading.tables.named_above import with_names_apart
from plainbill.reading.tables.names_below_words import with_names_below
from plainbill.reading.tables.points_of_counts import with_points_of_counts
from plainbill.reading.tables.services import Entry, entries_of
from plainbill.reading.tables.shares_named_below import with_shares_named_below
from plainbill.reading.tables.sums_over_words import sums_over_words
from plainbill.reading.tables.titles_in_heads import with_titles_in_heads
from plainbill.reading.tables.told_below import with_rows_below
from plainbill.reading.tables.words_over_edges import with_words_of_services
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.vocabulary import ANY_ISSUER, IssuerHeads, heads_of

# On a photo "Page" may be read as "Paqe", and its first letter as a bracket.
_PAGE_NUMBER = re.compile(
    r"(?:\b(?:p[ao][gq9]e|pg\.?|sheet)|[\[(|]age)\s*(\d{1,2})\s*(?:[o0]f|/)\s*(\d{1,2})\b|^(\d{1,2})\s*[o0]f\s*(\d{1,2})$",
    re.IGNORECASE,
)
_LEAF = re.compile(r"^page\s(\d{1,2})$", re.IGNORECASE)
# A browser prints the address at the foot of each page, and the number of the page at the end of that row.
_ADDRESS = re.compile(r"^https?:", re.IGNORECASE)
_NUMBER_OF_PRINT = re.compile(r"^(\d{1,2})/(\d{1,2})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLayout:
    """What one page looks like.

    `kind` is the kind of paper as far as the page alone tells, None where it is not medical. `cells` are those of each
    row, tables included; `free` leaves out what services, payments and head words take up. `number` is what is printed
    as "page 2 of 3", `leaf` as "Page 2" alone.
    """

    kind: DocumentKind | None = None
    medical: bool = False
    rows: tuple[Row, ...] = ()
    tables: tuple[Table, ...] = ()
    labels: tuple[Labeled, ...] = ()
    cells: tuple[tuple[Cell, ...], ...] = ()
    free: tuple[tuple[Cell, ...], ...] = ()
    number: tuple[int, int] | None = None
    leaf: int | None = None
    height: float = 0.0


@functools.lru_cache(maxsize=4)
def lay_out(page: PageWords, issuer: IssuerHeads = ANY_ISSUER) -> PageLayout:
    """Return the layout of `page`; a page without words has an empty one.

    `issuer` has the words over columns that the page's issuer uses beside those that everybody knows. The last few are
    kept: whether a picture shows two papers is asked of its layout before anybody else asks for it.
    """
    known = AtomsOfRows()
    printed = without_marginal_notes(without_sheet_margins(with_figures_apart(page)))
    parts = [with_leading_amounts_behind(part, known) for part in _in_parts(printed, known)]
    rows = with_numbers_spelled_out([row for part in parts for row in part])
    if not rows:
        return PageLayout(height=page.height)
    with heads_of(issuer):
        atoms = with_raised_keys(with_leaves_joined([known.of(row) for row in rows]))
        tables_of_page = with_titles_in_heads(tables_on(rows, atoms, page.height, [len(part) for part in parts]), atoms)
        found = with_sums_of_each_table(without_captions(with_numbered_parts(tables_of_page, atoms)))
        found = [with_shares_named_below(with_fills_below(with_last_days_below(each))) for each in found]
        tables = [
            with_rows_below(
                only_ticked(with_item_numbers_apart(with_counts_apart(with_counts_before_days(each))), rows, atoms)
            )
            for each in found
        ]
        tables = [with_days_and_codes_apart(with_names_apart(with_labeled_rows(each))) for each in tables]
        tables = [with_points_of_counts(each) for each in tables]
        tables = [with_modifiers_of_codes(with_words_of_services(with_names_below(each))) for each in tables]
        tables = [
            with_payments_summed_up(with_announced_sums(with_counted_sums(with_counts_before_words(each))))
            for each in tables
        ]
        tables = [with_decisions_for_amounts(with_decisions(with_drugs_above(each))) for each in tables]
        tables = [with_captioned_sums(each) for each in tables]
        tables = [with_days_of_a_month(with_sums(each, atoms), atoms) for each in tables]
        tables = [with_entries_said_again(with_days_over_two_services(each), atoms) for each in tables]
        return _laid_out(rows, atoms, tables, page.height)


def _in_parts(page: PageWords, atoms: AtomsOfRows) -> tuple[tuple[Row, ...], ...]:
    """The rows in reading order, cut in two where the page has two columns of services, a bar at its side apart."""
    rows = rows_of(page)
    parts = in_reading_order(rows, atoms)
    # One of two columns of services goes its own way too, and is no bar at the side.
    if len(parts) > 1:
        return parts
    again = with_amounts_between(rows_with_sides_apart(page, rows))
    return parts if again == rows else in_reading_order(again, atoms)


def laid_out(rows: Sequence[Row], tables: Sequence[Table], height: float) -> PageLayout:
    """Return the layout of a page whose tables are known."""
    return _laid_out(rows, [atoms_of(row) for row in rows], tables, height)


def _laid_out(
    rows: Sequence[Row], printed: Sequence[Sequence[Atom]], tables: Sequence[Table], height: float
) -> PageLayout:
    """The same with the atoms of its rows."""
    atoms = [_as_in_tables(row, tables) for row in without_fax_lines(printed)]
    heights = [row.height for row in rows]
    gutters = gutters_of(rows)
    grid = [
        Labeled(fields=(v.field,), label=v.label, value=v.value)
        for v in (*grid_values(atoms, heights), *sums_over_words(atoms, heights))
        if v.label and not _of_services(tables) & set(v.value.tokens)
    ]
    in_grid = frozenset(token for own in grid for token in (*own.label, *own.value.tokens))
    tables = tuple(_without(table, in_grid) for table in tables)
    taken = in_grid | {token for table in tables for token in _taken(table)}
    left = [tuple(atom for atom in row if not taken & set(atom.tokens)) for row in atoms]
    named = [each for each in labeled_values(with_days_joined(left), heights, gutters) if not _heads(each, tables)]
    labels = (*without_cut_numbers(named), *grid)
    cells = tuple(cells_of(row, gutter, typed=True) for row, gutter in zip(atoms, gutters, strict=True))
    # What sentences tell of services says that it is denied, and no more of what paper it is.
    fields = frozenset(
        column.field
        for table in tables
        if not table.is_furniture and table.rows
        for column in table.columns
        if not table.is_told or column.field == "status"
    )
    fields |= {label.field for label in labels}
    medical = is_medical(cells, fields)
    return PageLayout(
        kind=kind_of(cells, fields, height) if medical else None,
        medical=medical,
        rows=tuple(rows),
        tables=tuple(tables),
        labels=labels,
        cells=cells,
        free=tuple(cells_of(row, gutter, typed=True) for row, gutter in zip(left, gutters, strict=True)),
        number=_number(cells),
        leaf=_leaf(cells),
        height=height,
    )


def _of_services(tables: Sequence[Table]) -> frozenset[Token]:
    """The print of services with their day and code, or with a row of their own above: no sums below words.

    Nor are sums below a head and a title of their own, which are told by its columns.
    """
    rows = [
        row
        for table in tables
        for row in table.rows
        if (
            row.role == "service"
            and (table.is_paired or _is_named(row) or _is_coded(table, row) or _is_twin(table, tables))
        )
        or (row.role == "total" and has_a_title(table))
    ]
    return frozenset(token for row in rows for atom in row.atoms for token in atom.tokens)


def _is_twin(table: Table, tables: Sequence[Table]) -> bool:
    """True where another table of services has the very words of this one's head, as for each claim of a notice."""
    words = sorted(token.text.lower() for token in table.head)
    others = (other for other in tables if other is not table and any(row.role == "service" for row in other.rows))
    return bool(words) and any(sorted(token.text.lower() for token in other.head) == words for other in others)


def _heads(label: Labeled, tables: Sequence[Table]) -> bool:
    """True for some of the words over a column of amounts, which say another thing than all of them: "Non-covered"."""
    own = set(label.label)
    heads = (column.head for table in tables for column in table.columns if own & set(column.head.tokens))
    return any(
        own < set(head.tokens) and head.exact and bool(AMOUNT_FIELDS & {*head.fields[:1]}) and _stands_below(label)
        for head in heads
    )


def _stands_below(label: Labeled) -> bool:
    return label.value.tokens[0].y - label.label[-1].y > label.label[-1].box.height / 2


def _is_named(row: TableRow) -> bool:
    return any(atom.date is not None for atom in row.atoms) and any(
        parse_code(atom.text) is not None for atom in row.atoms
    )


def _is_coded(table: Table, row: TableRow) -> bool:
    """True where a row prints a code and a charge in their columns."""
    code = " ".join(atom.text for atom in table.cell(row, "code"))
    return parse_code(code) is not None and any(atom.money is not None for atom in table.cell(row, "charge"))


def _without(table: Table, tokens: frozenset[Token]) -> Table:
    """The table without the rows that hold any of the tokens."""
    rows = (row for row in table.rows if not tokens & {token for atom in row.atoms for token in atom.tokens})
    return replace(table, rows=tuple(rows))


def _as_in_tables(atoms: Sequence[Atom], tables: Sequence[Table]) -> tuple[Atom, ...]:
    """The atoms with those put together that a table reads as one amount."""
    whole = {atom.tokens[0]: atom for table in tables for atom in table.pieced}
    kept: list[Atom] = []
    for atom in atoms:
        if kept and atom.tokens[0] in kept[-1].tokens:
            continue
        kept.append(whole.get(atom.tokens[0], atom))
    return tuple(kept)


def _taken(table: Table) -> frozenset[Token]:
    """What a table keeps from labels: head words, services and payments with the words that belong to them."""
    if table.is_furniture:
        return frozenset()
    entries: tuple[Entry, ...] = entries_of(table)
    if not entries:
        # Heads over sums alone name no values either: "PROV ADJ AMT" is no provider.
        return frozenset(table.head) if any(row.role == "total" for row in table.rows) else frozenset()
    rows = [row for entry in entries for row in (entry.row, *entry.words)]
    atoms: list[Atom] = [atom for row in rows for atom in row.atoms]
    return frozenset((*table.head, *table.captions)) | {token for atom in atoms for token in atom.tokens}


def _number(cells: Sequence[Sequence[Cell]]) -> tuple[int, int] | None:
    return next(iter(page_numbers(cells)), None)


def _leaf(cells: Sequence[Sequence[Cell]]) -> int | None:
    """What is printed as "Page 2" in a cell of its own, None where no page or several are named so."""
    named = {int(match[1]) for row in cells for cell in row if (match := _LEAF.match(cell.text))}
    return next(iter(named)) if len(named) == 1 else None


def page_numbers(cells: Sequence[Sequence[Cell]]) -> list[tuple[int, int]]:
    """Return what is printed as "page 2 of 3": copied text may have several pages in one."""
    found: list[tuple[int, int]] = []
    numbered = [_NUMBER_OF_PRINT.match(row[-1].text) for row in cells if row and _ADDRESS.match(row[0].text)]
    for match in (*numbered, *(_PAGE_NUMBER.search(cell.text) for row in cells for cell in row)):
        number, count = (int(digits) for digits in match.groups() if digits) if match is not None else (0, 0)
        found += [(number, count)] if 1 <= number <= count else []
    return found
