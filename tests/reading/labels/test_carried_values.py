"""Values of narrow boxes that go on in the next row."""

from tests.reading.papers import read_text


def test_a_number_and_a_name_go_on_below_the_middle_of_their_boxes() -> None:
    document = read_text("""
        Harrow Lake HMO

        INSURED            PARTICIPANT ID        RxBIN: 656791
          Iris             NKL813103147-         RxPCN: MCD
        Lombard                 02
        GROUP #            EDI PAYER
        27091              56788
        PCP $35   Specialist $75   Urgent care $10   ER $20
        This card does not guarantee coverage.
    """)

    assert document.coverage is not None
    assert document.coverage.member_id == "NKL813103147-02"
    assert document.coverage.subscriber_name == "Iris Lombard"


def test_a_whole_name_takes_nothing_from_the_row_below() -> None:
    document = read_text("""
        Harrow Lake HMO

        INSURED            PARTICIPANT ID        RxBIN: 656791
        Iris Lombard       NKL813103147          RxPCN: MCD
        Gold               02
        PCP $35   Specialist $75   Urgent care $10   ER $20
        This card does not guarantee coverage.
    """)

    assert document.coverage is not None
    assert document.coverage.member_id == "NKL813103147"
    assert document.coverage.subscriber_name == "Iris Lombard"
