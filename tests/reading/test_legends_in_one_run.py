from tests.reading.papers import read_text


def test_notes_that_follow_each_other_in_one_row_are_two() -> None:
    document = read_text(
        """
        Harbor Mutual                                               Explanation of Benefits
        Patient: MARISOL TEAGUE        Member ID: HM5550113         Provider: Elmwood Clinic

        Date        Service              Billed    Allowed    Not covered    Plan paid    You owe   Notes
        01/22/2025  Office visit         140.00     100.00           0.00        80.00      20.00   01
        01/22/2025  Durable equipment    135.00       0.00         135.00         0.00     135.00   88
        TOTAL                            275.00     100.00         135.00        80.00     155.00

        01 The provider has agreed to accept the allowed amount. 88 This item is not covered under your policy.
        """
    )
    assert [(note.code, note.text) for note in document.remarks] == [
        ("01", "The provider has agreed to accept the allowed amount."),
        ("88", "This item is not covered under your policy."),
    ]


LINES = """
        Harbor Mutual                                               Explanation of Benefits
        Patient: MARISOL TEAGUE        Member ID: HM5550113         Provider: Elmwood Clinic

        Date        Service              Billed    Allowed    Not covered    Plan paid    You owe   Notes
        01/22/2025  Office visit         140.00     100.00           0.00        80.00      20.00   C33
        01/22/2025  Durable equipment    135.00       0.00         135.00         0.00     135.00   N04
        TOTAL                            275.00     100.00         135.00        80.00     155.00
"""


def test_notes_in_running_words_may_have_their_title_before_them() -> None:
    document = read_text(
        LINES
        + """
        Remark codes: C33 = The provider has agreed to accept the allowed amount. You do not owe more. N04 = This
        item is not covered under your policy.
        """
    )
    assert [(note.code, note.text) for note in document.remarks] == [
        ("C33", "The provider has agreed to accept the allowed amount. You do not owe more."),
        ("N04", "This item is not covered under your policy."),
    ]


def test_a_code_whose_naught_was_taken_for_a_letter_is_that_of_the_line() -> None:
    document = read_text(
        LINES
        + """
        What the notes mean
        C33 The provider has agreed to accept the allowed amount.
        No4 This item is not covered under your policy.
        """
    )
    assert [note.code for note in document.remarks] == ["C33", "N04"]
