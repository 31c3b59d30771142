"""The process that reads cases: it takes requests on standard input and says on standard output how each one ended.

A crash costs this process and nothing else: the pool that started it notices, says so in the case, and starts another.
"""

import contextlib
import datetime
import io
import json
import os
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from plainbill.case import Line, parse_json, read_as
from plainbill.engine import Engine, NothingRead, Step
from plainbill.plugins.records import LoadedPage, Picture, SourceFile
from plainbill.settings import Settings, published_tables_file
from plainbill.store import CaseGone, Progress, Store, StoredPage

WARM = "warm"
READY, STEP, DONE = "ready", "step", "done"
UNREADABLE = "nothing on it could be read as a medical bill or a letter about one; photograph it again, flat, in light"
# Longest side in pixels of the pictures kept for the screen: print of a letter page stays easy to read in a crop.
LONGEST_SIDE = 2400
JPEG_QUALITY = 82


def main() -> None:
    """Serve requests until standard input ends, which it does when the pool is gone."""
    sys.excepthook = _say_where_not_what
    channel = _take_standard_output()
    start = parse_json(sys.stdin.readline().encode())
    assert isinstance(start, dict)  # the pool writes it
    settings = read_as(Settings, start["settings"])
    store = Store.open(str(start["store"]))
    engine = Engine.start(settings, tables=published_tables_file())
    _tell(channel, READY)
    said = 0
    for request in sys.stdin:
        if request.strip() == WARM:
            warm_up(engine)
        else:
            read_case(request.strip(), store, engine, channel)
        for remark in engine.remarks[said:]:
            sys.stderr.write(f"plainbill: {remark}\n")
        said = len(engine.remarks)
        _tell(channel, DONE)


def read_case(case_id: str, store: Store, engine: Engine, channel: TextIO) -> None:
    """Read one case and leave in the store what came of it; a case that is gone by now is left alone."""
    files = store.files(case_id)
    watch = _Keeper(case_id, store, channel)
    sources = [SourceFile(name=file.name, content=file.content) for file in files]
    try:
        result = engine.explain(sources, watch=watch, today=datetime.date.today())
        store.save_result(case_id, result)
    except NothingRead as nothing:
        told = [f"{page.file}: {each.text}" for page in nothing.pages for each in page.problems]
        store.save_trouble(case_id, told or [f"{file.name}: {UNREADABLE}" for file in files])
    except CaseGone:
        return


def warm_up(engine: Engine) -> None:
    """Load what reading needs by reading a page that says nothing, so that the first person need not wait for it."""
    from PIL import Image, ImageDraw

    page = Image.new("RGB", (900, 1200), "white")
    ImageDraw.Draw(page).text((200, 300), "page", fill="black", font_size=40)
    written = io.BytesIO()
    page.save(written, "PNG")
    with contextlib.suppress(NothingRead):
        engine.read([SourceFile(name="warm-up", content=written.getvalue())])
    engine.describe([Line(id="1", description="office visit")])


class _Keeper:
    """Keeps the picture of each page and notes each step, in the store and for the pool."""

    def __init__(self, case_id: str, store: Store, channel: TextIO) -> None:
        self._case_id = case_id
        self._store = store
        self._channel = channel

    def on_step(self, step: Step) -> None:
        """Note the step."""
        page = 0 if step.page is None else step.page + 1
        self._store.save_progress(self._case_id, Progress(step=step.kind, file=step.file, page=page))
        _tell(self._channel, STEP)

    def on_page(self, index: int, file: str, page: LoadedPage) -> None:
        """Keep the picture, smaller where it is very large."""
        if page.picture is not None:
            kept = StoredPage(
                position=index, file=file, picture=as_jpeg(page.picture), width=page.width, height=page.height
            )
            self._store.save_page(self._case_id, kept)


def as_jpeg(picture: Picture) -> bytes:
    """Return the picture as a JPEG that holds nothing but pixels."""
    from PIL import Image

    image = Image.fromarray(picture.pixels)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    written = io.BytesIO()
    image.save(written, "JPEG", quality=JPEG_QUALITY)
    return written.getvalue()


def _take_standard_output() -> TextIO:
    """Return the way to the pool; what plugins print goes to standard error from here on."""
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return channel


def _tell(channel: TextIO, word: str) -> None:
    channel.write(f"{word}\n")
    channel.flush()


def _say_where_not_what(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    # Never the message of the exception: it may quote the bill.
    places = traceback.extract_tb(trace)[-3:]
    where = " < ".join(f"{Path(place.filename).name}:{place.lineno}" for place in reversed(places))
    sys.stderr.write(f"plainbill: reading stopped: {kind.__name__} at {where}\n")


def start_message(settings: Settings, store_url: str) -> str:
    """Return the first line that a worker is told."""
    return json.dumps({"settings": settings.model_dump(mode="json"), "store": store_url}) + "\n"


if __name__ == "__main__":
    main()
