from dataclasses import replace

from plainbill.case import Document
from plainbill.reading.page import PageWords
from tests.reading.papers import page_of, read_pages

SUMMARY = """
Quarrytown Internal Medicine
AFTER-VISIT SUMMARY

Ada Lombard        DOB 06/21/1963        Established patient        Total time today: 34 minutes
Seen on 09/08/2026

Reason for visit: Follow-up                   What was done today

Blood pressure 138/84                         Office visit                        99214-25

Pulse 72                                      Finger stick                        83036-QW

Weight 171 lb                                 Knee injection                      20610-RT

BMI 28.4                                      Flu vaccine                         90656
"""
CODES = {"99214-25", "83036-QW", "20610-RT", "90656"}


def bent(page: PageWords, by: float) -> PageWords:
    """The page with the codes at its right edge higher."""
    words = [
        replace(word, box=replace(word.box, y0=word.box.y0 - by, y1=word.box.y1 - by)) if word.text in CODES else word
        for word in page.words
    ]
    return replace(page, words=tuple(words))


def read(by: float) -> Document:
    (parsed,) = read_pages(bent(page_of(SUMMARY), by))
    return parsed.document


def test_codes_that_stand_higher_than_their_words_are_theirs_one_by_one() -> None:
    assert [(line.code, line.description) for line in read(17.0).lines] == [
        ("99214", "Office visit"),
        ("83036", "Finger stick"),
        ("20610", "Knee injection"),
        ("90656", "Flu vaccine"),
    ]


def test_cells_by_themselves_tell_of_the_visit() -> None:
    visit = read(0.0).visit
    assert visit is not None
    assert (visit.new_patient, visit.minutes) == (False, 34)
