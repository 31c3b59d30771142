from tests.reading.papers import read_text


def test_words_wrapped_in_a_column_far_from_the_codes_belong_to_them() -> None:
    document = read_text(
        """
        Pinecrest Clinic                                         YOUR VISIT SUMMARY
        For services to: Sabina Kowalczyk       Service date: 09-12-25

        HCPCS/CPT                               PROCEDURES
        20610                                   Injection or
                                                draining of a
                                                large joint
        99213                                   Office visit,
                                                established
                                                patient, low
        94010                                   Breathing
                                                capacity test

        Come back in three months, sooner if the pain gets worse.
        This summary is part of your medical record.
        """
    )
    assert [(line.code, line.description) for line in document.lines] == [
        ("20610", "Injection or draining of a large joint"),
        ("99213", "Office visit, established patient, low"),
        ("94010", "Breathing capacity test"),
    ]
