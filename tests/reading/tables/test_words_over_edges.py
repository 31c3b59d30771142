"""Words of a service that fell over the edge of their column."""

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.rows.atoms import Atom, atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.words_over_edges import with_words_of_services
from tests.reading.papers import page_of, read_text


def texts(row: TableRow) -> list[str]:
    return [" ".join(atom.text for atom in cell) for cell in row.cells]


def moved(head: str, printed: str, cut: str, field: str) -> list[str]:
    """The cells of a service whose second cell begins with the word `cut`."""
    above, below = rows_of(page_of(f"{head}\n{printed}"))
    own: tuple[Atom, ...] = atoms_of(below)
    at = next(i for i, atom in enumerate(own) if atom.text == cut)
    tokens = above.tokens
    columns = [
        Column(
            field=name,
            head=HeadColumn(fields=(name,), x0=token.box.x0, x1=token.box.x1, tokens=(token,)),
            left=token.box.x0,
            right=token.box.x1,
        )
        for name, token in zip(("description", field), tokens, strict=True)
    ]
    row = TableRow(role="service", cells=(own[:at], own[at:]), y=below.y, height=below.height)
    return texts(with_words_of_services(Table(columns=tuple(columns), rows=(row,), head=tokens)).rows[0])


def test_an_aside_is_not_parted_from_its_end() -> None:
    cells = moved(
        "Description                            Provider",
        "Ultrasound of the heart (93306 TC)     Finch, A",
        "TC)",
        "provider",
    )
    assert cells == ["Ultrasound of the heart (93306 TC)", "Finch, A"]


def test_words_left_of_the_head_of_days_belong_to_the_service() -> None:
    cells = moved(
        "Description                  Date",
        "PREV VISIT EST AGE 40-64     06/25/2026",
        "VISIT",
        "date",
    )
    assert cells == ["PREV VISIT EST AGE 40-64", "06/25/2026"]


def test_words_below_the_head_of_days_stay_there() -> None:
    cells = moved(
        "Description       Date",
        "Office visit      Rush 06/25/2026",
        "Rush",
        "date",
    )
    assert cells == ["Office visit", "Rush 06/25/2026"]


def test_words_that_run_on_into_the_codes_are_given_back_to_the_last() -> None:
    document = read_text(
        """
    Medicare Summary Notice                         Claims for Part B
    Notice for: Anneliese Goodfellow                Claim number: 1115C564101

    Service       Billing Code                                Charged     Paid     You may be billed
    03/21/2025 Office visit, established patient, moderate     271.50     0.00              271.50
                  (99214,25)
    03/21/2025 Office visit, new, low   (99203,25)             300.57   101.82               45.46
    Total for this claim                                       572.07   101.82              316.96
"""
    )
    assert [(line.code, line.description) for line in document.lines] == [
        ("99214", "Office visit, established patient, moderate"),
        ("99203", "Office visit, new, low"),
    ]


def test_a_code_may_break_behind_its_hyphen() -> None:
    document = read_text(
        """
    Medicare Summary Notice                         Claims for Part B
    Notice for: Anneliese Goodfellow                Claim number: 1115C564101

    Service Provided & Billing Code              Quantity    Charged       Paid    You may be billed
    06/15/2024
    Ambulance, advanced life support 2 (A0433-   1          1,851.50   1,218.26               170.36
    SH)
    Ground mileage, each mile (A0425-RH)         1             15.56       4.25                 1.82
    Total for this claim                                    1,867.06   1,222.51               172.18
"""
    )
    assert [(line.code, line.description) for line in document.lines] == [
        ("A0433", "Ambulance, advanced life support 2"),
        ("A0425", "Ground mileage, each mile"),
    ]
    assert document.lines[0].modifiers == ("SH",)


def test_a_title_over_the_edge_belongs_to_the_name_before_it() -> None:
    document = read_text(
        """
    Larkmoor Laboratory                             Statement date: 07/28/2025
    Patient: Wilhelm Haverford                      Account number: 1415067013

    Date          Test             Provider     Diagnosis     Code        Charge
    06/02/2025    IRON SERUM       Nakagawa MD  G47.33        83540        36.00
    06/02/2025    LIPID PANEL      Nakagawa  MD G47.33        80061       118.06
    06/03/2025    SED RATE         Nakagawa  MD G47.33        85652        23.50
    Total                                                                 177.56
"""
    )
    assert [line.rendering_provider for line in document.lines] == ["Nakagawa MD"] * 3
