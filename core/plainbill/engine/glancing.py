"""A quick look at the files of a case before they are read: a small picture of each page, and what is wrong with it."""

from collections.abc import Iterator

from plainbill.case import Problem
from plainbill.engine.engine import Engine
from plainbill.engine.retaking import worth_saying
from plainbill.engine.stored import as_jpeg
from plainbill.plugins.records import PageRange, SourceFile
from plainbill.store import Store, StoredFile

# Photos have one page; of a long file its beginning tells whether it is the right one and how it was taken.
PAGES = PageRange(last=3, limit=3)
# Longest side in pixels: a page fills half the width of a phone, and its print can be told from a blur.
LONGEST_SIDE = 480


def glance_at_case(case_id: str, store: Store, engine: Engine) -> None:
    """Look at each file that nobody has looked at yet, and leave in the store what was found."""
    for file in store.files_to_glance_at(case_id):
        store.save_glances(case_id, file.position, tuple(_glances(file, engine)))


def _glances(file: StoredFile, engine: Engine) -> Iterator[tuple[tuple[Problem, ...], bytes | None]]:
    for seen in engine.glance(SourceFile(name=file.name, content=file.content), PAGES):
        picture = None if seen.page.picture is None else as_jpeg(seen.page.picture, longest_side=LONGEST_SIDE)
        yield worth_saying(seen.problems), picture
