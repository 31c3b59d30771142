"""Rows below the last service of a page: the day that heads the services of the next one."""

from tests.reading.papers import page_of, read_pages, read_text

FIRST = """
Elmgrove Community Hospital
44 Slate Street, Elmgrove, NM 87999

Patient: Ada Lombard      Account: 4470-118
Statement date: 05/01/2025

Item no    Rev    Description          Total charge    Balance
Apr 2, 2025
118820     301    Lipid panel                 48.00       48.00
118841     300    Blood draw                  22.00       70.00
Apr 3, 2025
220714     320    Film of the hand           310.00      380.00
Apr 7, 2025
{foot}
Questions? Call 505-555-0142                        Page 1 of 2
"""
SECOND = """
Item no    Rev    Description          Total charge    Balance
330905     270    Finger splint               35.00      415.00
330911     450    Visit to emergency         940.00    1,355.00
Total charges                              1,355.00
Page 2 of 2
"""


def days_of(foot: str) -> list[str]:
    (parsed,) = read_pages(page_of(FIRST.format(foot=foot)), page_of(SECOND, index=1))
    return [str(line.service_date) for line in parsed.document.lines]


def test_a_day_below_the_last_service_of_a_page_heads_those_of_the_next() -> None:
    assert days_of("") == ["2025-04-02", "2025-04-02", "2025-04-03", "2025-04-07", "2025-04-07"]


def test_a_day_far_below_the_last_service_heads_none() -> None:
    first = FIRST.format(foot="").replace("Apr 7, 2025\n", "\n\n\n\nApr 7, 2025\n")
    (parsed,) = read_pages(page_of(first), page_of(SECOND, index=1))
    assert [str(line.service_date) for line in parsed.document.lines][3:] != ["2025-04-07", "2025-04-07"]


def test_a_drug_code_and_a_diagnosis_below_the_last_service_are_its_own_in_whatever_column() -> None:
    page = """
    Ashford Mills Hospital              Statement date: 04/23/2025
    Patient: Imogen Quillfeather        Account number: A41010380

    Item        Units   Date         Charge    Revenue Code       Description
    5643101478    1     03/11/2025   336.33    0260               96360 HYDRATION
                                               Dx: R07.9
    8699600081    1     03/11/2025   406.77    0636               Q9967 CONTRAST
                                               Dx: H61.23
    5269500878    1     03/11/2025    25.25    0636               J2270 MORPHINE
                                               N4 00641-6125-25
                                               Dx: R07.9
"""
    lines = read_text(page).lines
    assert [(line.ndc, [*(line.diagnosis_codes or ())]) for line in lines] == [
        (None, ["R07.9"]),
        (None, ["H61.23"]),
        ("00641-6125-25", ["R07.9"]),
    ]


def test_a_sentence_below_the_last_service_is_no_part_of_its_words() -> None:
    summary = """
    Your Visit Summary                    Pinecrest Medical Group
    Patient: Ivo Quenby                   Visit date: 05/11/2025

    Performed today                              HCPCS Code
    Breathing capacity test                      94010
    Urine test by strip                          81002
    Keep walking 20 minutes a day and drink enough water.
    Come back in three months, sooner if the pain gets worse.
    Take your medicines as listed. Call us before you stop one.
"""
    assert [line.description for line in read_text(summary).lines] == ["Breathing capacity test", "Urine test by strip"]
