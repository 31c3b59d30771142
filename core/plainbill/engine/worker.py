"""The process that does the work: it takes requests on standard input and says on standard output what came of them.

A crash costs this process and nothing else: whoever started it notices, and starts another.
"""

import contextlib
import io
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from plainbill.case import FaultyFile, Line, parse_json, read_as
from plainbill.engine.answering import answer_to
from plainbill.engine.engine import Engine
from plainbill.engine.glancing import glance_at_case
from plainbill.engine.refusals import NothingRead
from plainbill.engine.stored import read_case
from plainbill.plugins.containment.breadcrumb import KeptTrail
from plainbill.plugins.containment.messages import ANSWER, DONE, READY, REFUSED, read_failures
from plainbill.plugins.containment.speaking import Channel, say_where_not_what
from plainbill.plugins.records import SourceFile
from plainbill.settings import Settings
from plainbill.store import Store

# People who tap go before pages that are read, where both want the processor; where nobody taps it changes nothing.
BEHIND_THE_SCREEN = 5


def main() -> None:
    """Serve requests until standard input ends, which it does when the one that started this is gone."""
    sys.excepthook = say_where_not_what
    channel = Channel.take_standard_output()
    start: Any = parse_json(sys.stdin.readline().encode())
    try:
        engine = _engine(start)
    except FaultyFile as faulty:
        channel.tell(REFUSED, [asdict(fault) for fault in faulty.faults])
        return
    store = None if start["store"] is None else Store.open(start["store"])
    if store is not None:
        os.nice(BEHIND_THE_SCREEN)
    channel.tell(READY)
    said = 0
    for line in sys.stdin:
        request: Any = parse_json(line.encode())
        _serve(request, start, engine, store, channel)
        if store is not None:
            for remark in engine.remarks[said:]:
                sys.stderr.write(f"plainbill: {remark}\n")
            said = len(engine.remarks)
        channel.tell(DONE)


def _engine(start: Mapping[str, Any]) -> Engine:
    return Engine.start(
        read_as(Settings, start["settings"]),
        tables=None if start["tables"] is None else Path(start["tables"]),
        stopped=read_failures(start["stopped"]),
        trail=KeptTrail(Path(start["trail"])),
    )


def _serve(
    request: Mapping[str, Any], start: Mapping[str, Any], engine: Engine, store: Store | None, channel: Channel
) -> None:
    stopped = read_failures(start["stopped"])
    if request["do"] == "warm":
        warm_up(engine)
    elif request["do"] == "case":
        assert store is not None  # the pool names one
        read_case(request["id"], store, engine, channel, stopped)
    elif request["do"] == "glance":
        assert store is not None  # the pool names one
        glance_at_case(request["id"], store, engine)
    else:
        channel.tell(ANSWER, answer_to(request, engine, channel, stopped))


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


if __name__ == "__main__":
    main()
