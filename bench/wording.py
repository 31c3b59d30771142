"""Prints what asking a model costs around the model's own time, on a case of 40 lines that the tables leave open.

The server is a scripted one in this process that answers at once, and its time counts too. `bench.run` starts this.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bench.screen import tell
from plainbill.case import Line
from plainbill.describing import describe_without_plugins
from plainbill.describing.leaving import what_may_leave
from plainbill_litellm.keeping import FILE_NAME, Kept
from plainbill_litellm.proposing import propose, send_anew
from plainbill_litellm.settings import ModelSettings
from tests.plainbill_litellm.serving import ModelServer

LINES = 40
ROUNDS = 9
# What the tables know words of, and no service.
WORDS = ("WOUND", "BLADDER", "HEART", "BLOOD", "KNEE", "EYE", "SKIN", "LUNG")


def case(number: int) -> list[Line]:
    """Forty lines, none of which an earlier case had."""
    made = (
        Line(id=str(i), description=f"{WORDS[i % 8]} {WORDS[(i // 8 + number) % 8]} ZQ", units=number + i / 100)
        for i in range(LINES)
    )
    left = (what_may_leave(line) for line in made)
    return [line for line in left if line is not None]


def timed(lines: list[Line], settings: ModelSettings, file: Path) -> tuple[float, float]:
    """Milliseconds by the clock and of processor time that one asking takes."""
    clock, processor = time.perf_counter(), time.process_time()
    proposals = propose(lines, settings, file)
    if proposals.trouble:
        raise SystemExit(proposals.trouble)
    return (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000


def again(folder: Path, settings: ModelSettings) -> None:
    """The second run, in this process, which never imports litellm."""
    for line in case(1):
        describe_without_plugins(line)  # as the first round has, before anybody looks for kept answers
    gc.collect()  # cleaning up behind the tables takes 15 ms whenever its turn comes, and is no part of this
    clock, processor = timed(case(1), settings, folder / FILE_NAME)
    if "litellm" in sys.modules:
        raise SystemExit("litellm was imported for a kept answer")
    tell(f"words from kept answers: {clock:.1f} ms, {processor:.1f} ms of processor time a case (bar 20 ms)")


def first(folder: Path) -> None:
    """The first run: everything but the model and loading litellm."""
    with ModelServer().running() as server:
        settings = ModelSettings(model="openai/scripted", api_base=server.base_for("openai/scripted"))
        send_anew(case(0), settings, folder / FILE_NAME)
        costs = [timed(case(number), settings, folder / FILE_NAME) for number in range(1, ROUNDS + 1)]
    with Kept.open(folder / FILE_NAME) as kept:
        assert len(kept.sends()) == ROUNDS + 1
    clock, processor = (statistics.median(each) for each in zip(*costs, strict=True))
    tell(f"asking a model around its own time: {clock:.1f} ms, {processor:.1f} ms of processor time a case (bar 50 ms)")
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "bench.wording", str(folder), settings.api_base])


if __name__ == "__main__":
    if len(sys.argv) > 1:
        again(Path(sys.argv[1]), ModelSettings(model="openai/scripted", api_base=sys.argv[2]))
    else:
        first(Path(tempfile.mkdtemp()))
