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


LETTER = """
    Larchmont Mutual Insurance Company                               Notice of Denied Claim
    PO Box 3869
    Amber Coast, TX 65206

    Patient: Ada Lombard     Claim: 2625B586749     Provider of service: Elm Street Clinical
    {below}
    {gap}
    Dear Member:
    We have reviewed the request for the service and cannot approve it.
    Reason for our decision: The service was not authorized before it was provided.
    You may ask us to look at this decision again within 180 days of the date of this letter.
"""


def test_the_name_of_a_firm_that_ends_a_full_row_goes_on_at_the_margin_of_the_next() -> None:
    document = read_text(LETTER.format(below="Laboratory", gap=""))
    assert document.provider is not None
    assert document.provider.name == "Elm Street Clinical Laboratory"


def test_words_at_the_margin_below_a_row_that_had_room_for_them_are_no_part_of_its_name() -> None:
    roomy = LETTER.replace("You may ask us to look at", "You or somebody who speaks for you may ask us to look at")
    document = read_text(roomy.format(below="Laboratory", gap=""))
    assert document.provider is not None
    assert document.provider.name == "Elm Street Clinical"


def test_the_last_group_of_a_number_and_the_last_day_stand_below() -> None:
    document = read_text("""
        Timber Rehabilitation Hospital                       Statement

        Patient: Ada Lombard      Billing period: 07/01/2026 through      Member: GET 9930
        MRN: 661870               07/31/2026                              4471
        Date: 08/05/2026

        Rev. code    Service                 Units       Charges
        0128         Rehab room                 31     37,200.00
        0420         Physical therapy           44      9,680.00
        Total charges                                  46,880.00
    """)
    assert document.coverage is not None and document.coverage.member_id == "GET 9930 4471"
    assert (str(document.service_from), str(document.service_to)) == ("2026-07-01", "2026-07-31")


def test_the_last_group_of_a_number_stands_below_the_others() -> None:
    document = read_text("""
        Harrow Lake HMO

        INSURED            PARTICIPANT ID        RxBIN: 656791
          Iris             NKL 8131              RxPCN: MCD
        Lombard              0314
        GROUP #            EDI PAYER
        27091              56788
        PCP $35   Specialist $75   Urgent care $10   ER $20
        This card does not guarantee coverage.
    """)

    assert document.coverage is not None
    assert document.coverage.member_id == "NKL 8131 0314"
    assert document.payer is not None
    assert document.payer.payer_id == "56788"


def test_the_last_group_of_a_number_stands_before_the_next_label() -> None:
    document = read_text("""
        Harrow Lake HMO

        Member ID: NKL 8131                      RxBIN: 656791
        0314 Group #: 27091                      RxPCN: MCD
        PCP $35   Specialist $75   Urgent care $10   ER $20
        Call us 1-800-555-0116               This card does not guarantee coverage.
    """)

    assert document.coverage is not None
    assert (document.coverage.member_id, document.coverage.group_number) == ("NKL 8131 0314", "27091")


def test_a_number_of_another_size_below_is_no_group_of_it() -> None:
    document = read_text("""
        Harrow Lake HMO

        INSURED            PARTICIPANT ID        RxBIN: 656791
        Iris Lombard       NKL 8131              RxPCN: MCD
                           031488
        PCP $35   Specialist $75   Urgent care $10   ER $20
        This card does not guarantee coverage.
    """)

    assert document.coverage is not None
    assert document.coverage.member_id == "NKL 8131"


def test_a_caption_of_two_rows_says_whose_name_stands_below() -> None:
    document = read_text("""
        Harrow Lake HMO

        INSURED'S       PARTICIPANT ID        RxBIN: 656791
           NAME
           Iris         NKL813103147          RxPCN: MCD
         Lombard
        PCP $35   Specialist $75   Urgent care $10   ER $20
        This card does not guarantee coverage.
    """)

    assert document.coverage is not None
    assert document.coverage.subscriber_name == "Iris Lombard"
    assert document.patient is None or document.patient.name is None


def test_the_form_of_a_firm_stands_below_its_name() -> None:
    document = read_text("""
        Statement

        PATIENT'S NAME       ACCOUNT NO.      BILLING PROVIDER
        Ada Lombard          LC-10447         Ferncross Imaging Associates,
                                              P.A.

        Date          Code     Service            Charge
        03/02/2026    99213    Office visit       140.00
        Total charges                             140.00
    """)

    assert document.provider is not None
    assert document.provider.name == "Ferncross Imaging Associates, P.A."
