"""Statements that say of each group of charges what is left of it, by words that no list of sums holds."""

from decimal import Decimal

from tests.reading.papers import read_text

STATEMENT = """
    Alder Family Clinic
    41 Alder Street, Westerfield, CO 56461

    Patient: Ada Lombard         Account: AF-20771

    Visit of April 2, 2026 with Dr. Ruth Holloway
    99395    Yearly exam                       210.00
    90471    Vaccine given                      35.00
    Insurance payment - Meridian Mutual       -190.00
    Insurance discount                         -55.00
             Open of this day                    0.00
    Visit of April 20, 2026 with Dr. Ruth Holloway
    99212    Short visit                        80.00
    87804    Flu swab                           40.00
    Insurance discount                         -60.00
             Open of this day                   60.00
             Both days, you owe                $60.00
"""


def test_what_is_left_of_each_group_is_no_service() -> None:
    document = read_text(STATEMENT)
    assert [line.code for line in document.lines] == ["99395", "90471", "99212", "87804"]
    assert document.totals is not None
    assert document.totals.balance_due == Decimal(60)


def test_what_a_group_takes_off_is_a_payment_of_its_own() -> None:
    paid = [(each.description, each.amount) for each in read_text(STATEMENT).payments]
    assert paid == [
        ("Insurance payment - Meridian Mutual", Decimal(190)),
        ("Insurance discount", Decimal(55)),
        ("Insurance discount", Decimal(60)),
    ]


def test_a_service_that_costs_what_others_leave_is_one_where_its_words_do_not_recur() -> None:
    other = STATEMENT.replace("Open of this day                    0.00", "Splint                             55.00")
    assert "Splint" in [line.description for line in read_text(other).lines]
