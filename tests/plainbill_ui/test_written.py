"""Writings on the screen: text stays text, and what a screen has no use for is left out."""

from plainbill.acting.writing import Blanks, Block, Cell, Grid, Heading, Paragraph, Sentence, plain
from plainbill_ui.written import write_blocks
from tests.plainbill_ui.explanation import HOSTILE


def test_a_number_at_the_head_of_a_sentence_dials() -> None:
    said = Paragraph(sentences=(Sentence(text="(503) 555-0126 (on the bill)", phone="(503) 555-0126"),))

    assert '<a href="tel:+15035550126" class="pb-call">(503) 555-0126</a> (on the bill)' in write_blocks([said])


def test_rows_to_fill_in_go_with_the_heading_above_them() -> None:
    blocks: list[Block] = [Heading(text="Ask"), plain("Why?"), Heading(text="Write down"), Blanks(labels=("Name",))]

    assert write_blocks(blocks) == '<h2>Ask</h2><p class="">Why?</p>'


def test_hostile_words_stay_words() -> None:
    grid = Grid(caption=HOSTILE, heads=(HOSTILE, "b"), rows=((Cell(text=HOSTILE), Cell(text="1")),), amounts=(1,))

    written = write_blocks([plain(HOSTILE, style="say"), plain(HOSTILE, style="address"), grid])

    assert "<img" not in written
    assert 'class="pb-right"' in written
