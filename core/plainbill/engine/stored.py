"""Reading a case of the store: its result, its progress and the pictures of its pages go back there."""

import datetime
import io
from collections.abc import Callable, Sequence
from dataclasses import asdict

from plainbill.engine.engine import Engine
from plainbill.engine.partial import with_failures
from plainbill.engine.refusals import NothingRead
from plainbill.engine.retaking import pages_to_retake
from plainbill.engine.watching import FoundLines, Step
from plainbill.plugins.containment.messages import LINES, STEP
from plainbill.plugins.containment.speaking import Channel
from plainbill.plugins.records import Failure, LoadedPage, Picture, SourceFile
from plainbill.store import CaseGone, Progress, Store, StoredPage

UNREADABLE = "nothing on it could be read as a medical bill or a letter about one; photograph it again, flat, in light"
# Longest side in pixels of the pictures kept for the screen: print of a letter page stays easy to read in a crop.
LONGEST_SIDE = 2400
JPEG_QUALITY = 82


def read_case(case_id: str, store: Store, engine: Engine, channel: Channel, stopped: Sequence[Failure]) -> None:
    """Read one case and leave in the store what came of it; a case that is gone by now is left alone.

    `stopped` are failures that ended a process before: what their plugins would have said is missing here.
    """
    files = store.files(case_id)
    watch = _Keeper(case_id, store, channel)
    sources = [SourceFile(name=file.name, content=file.content) for file in files]
    try:
        result = engine.explain(sources, watch=watch, today=datetime.date.today())
        result = result.but(pages=with_failures(result.pages, stopped))
        store.save_result(case_id, result, keep_files=bool(pages_to_retake(result.pages)))
    except NothingRead as nothing:
        told = [f"{page.file}: {each.text}" for page in nothing.pages for each in page.problems]
        store.save_trouble(case_id, told or [f"{file.name}: {UNREADABLE}" for file in files])
    except CaseGone:
        return


class _Keeper:
    """Keeps the picture of each page and notes each step, in the store and for the pool, which hears of lines too."""

    def __init__(self, case_id: str, store: Store, channel: Channel) -> None:
        self._case_id = case_id
        self._store = store
        self._channel = channel

    def on_step(self, step: Step) -> None:
        """Note the step."""
        page = 0 if step.page is None else step.page + 1
        self._store.save_progress(self._case_id, Progress(step=step.kind, file=step.file, page=page))
        self._channel.tell(STEP)

    def on_page(self, index: int, file: str, page: LoadedPage) -> None:
        """Keep the picture, smaller where it is very large."""
        if page.picture is not None:
            kept = StoredPage(
                position=index, file=file, picture=as_jpeg(page.picture), width=page.width, height=page.height
            )
            self._store.save_page(self._case_id, kept)

    def on_lines(self, find: Callable[[], FoundLines]) -> None:
        """Tell the pool, and nobody else: what is still to change is not stored."""
        self._channel.tell(LINES, asdict(find()))


def as_jpeg(picture: Picture, *, longest_side: int = LONGEST_SIDE) -> bytes:
    """Return the picture as a JPEG that holds nothing but pixels, its longest side at most so many."""
    from PIL import Image

    image = Image.fromarray(picture.pixels)
    image.thumbnail((longest_side, longest_side))
    written = io.BytesIO()
    image.save(written, "JPEG", quality=JPEG_QUALITY)
    return written.getvalue()
