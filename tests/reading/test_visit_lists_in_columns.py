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


def test_a_list_beside_other_print_is_read_without_it() -> None:
    document = read_text(
        """
        Larkspur Family Practice
        Your visit summary
        Patient: Ada Lombard       Visit date: 04/02/2025

        DIAGNOSES                                      WHAT WAS DONE TODAY
        J02.9 Sore throat, not yet clear               Office visit, brief 99212
        R05.9 Cough                                    Strep test 87880
        VITALS                                         Giving the vaccine 90471
        Pulse 66   Temp 98.1                           NEXT STEPS
        Weight 151 lb                                  Come back in 12 days
        This is a record of your visit and not a bill.
        """
    )
    assert [(line.code, line.description) for line in document.lines] == [
        ("99212", "Office visit, brief"),
        ("87880", "Strep test"),
        ("90471", "Giving the vaccine"),
    ]
