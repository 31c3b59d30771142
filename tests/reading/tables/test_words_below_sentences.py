"""Words below a sentence to the reader, which go on with no service above it."""

from tests.reading.papers import read_text


def test_words_below_a_sentence_to_the_reader_are_none_of_the_last_service() -> None:
    document = read_text("""
        Elm Heart Hospital
        Statement
        Patient: Ada Lombard          Account: LC-10447

        Service                                                      Fee
        PHARMACY                                                     217.87
        LABORATORY                                                 1,380.71
        CT SCAN                                                      518.34
        You can pay online at www.elmheart.example any time of day.
        New: walking group on Sundays!
        Please tear off and mail with your check
    """)

    assert [line.description for line in document.lines] == ["PHARMACY", "LABORATORY", "CT SCAN"]
