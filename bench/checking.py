"""Times checking in one process with its tables loaded, and many cases in a pool of two; prints figures beside bars."""

import itertools
import json
import math
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bench.made_cases import Written, many_papers, mixed, one_pair, one_service, words_only
from bench.screen import tell
from plainbill.case import Case, parse_json, read_as, write_json
from plainbill.checking import check

ROOT = Path(__file__).parents[1]
ROUNDS = 7
SEED = 1
TYPICAL_LINES, MIDDLE_LINES, LARGE_LINES = 12, 500, 5_000
TYPICAL_BAR_MS, MIDDLE_BAR_MS, LARGE_BAR_MS = 3, 60, 1_000
POOL_BAR = 600
POOL_CASES = 1_200
SHAPES: dict[str, Callable[..., Written]] = {
    "many papers": many_papers,
    "one bill and its EOB": one_pair,
    "one bill without codes": words_only,
    "one service again and again": one_service,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """Medians over the rounds in milliseconds: by the clock, and of processor time, which a busy machine bends less."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:,.3g} ms ({self.processor:,.3g} ms of processor time)"


def ms(work: Callable[[], object], *, times: int = 1) -> Took:
    """How long `work` takes once it is warm, done so many times a round."""
    work()
    clock, processor = [], []
    for _ in range(ROUNDS):
        start, used = time.perf_counter(), time.process_time()
        for _ in range(times):
            work()
        processor.append((time.process_time() - used) * 1000 / times)
        clock.append((time.perf_counter() - start) * 1000 / times)
    return Took(clock=statistics.median(clock), processor=statistics.median(processor))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sized:
    """What checking a case took, and its size: the characters of its JSON text, which hold papers and lines alike."""

    checking: Took
    characters: int


def tell_size(shape: str, lines: int, bar_ms: int, *, times: int = 1) -> Sized:
    """How long a case of this shape takes, and how long merely reading it from JSON values takes."""
    written = SHAPES[shape](lines, seed=SEED)
    case, characters = read_as(Case, written), len(json.dumps(written))
    papers, counted = len(case.documents), sum(len(document.lines) for document in case.documents)
    checking, reading = ms(lambda: check(case), times=times), ms(lambda: read_as(Case, written), times=times)
    tell(
        f"  {shape}, papers {papers:,}, lines {counted:,}, characters {characters:,}: {checking}, bar {bar_ms:,} ms;"
        f" {checking.processor / reading.processor:.1f} times reading it"
    )
    return Sized(checking=checking, characters=characters)


def tell_growth() -> None:
    """One case of each shape in each size, and how the time grows from the middle size to the large one."""
    tell("check, in process, tables loaded:")
    tell_size("one bill and its EOB", TYPICAL_LINES, TYPICAL_BAR_MS, times=40)
    for shape in SHAPES:
        middle = tell_size(shape, MIDDLE_LINES, MIDDLE_BAR_MS)
        large = tell_size(shape, LARGE_LINES, LARGE_BAR_MS)
        grown = large.checking.processor / middle.checking.processor
        # Ten times the lines are not ten times the case: how many papers they stand on is drawn.
        larger = large.characters / middle.characters
        allowed = larger * math.log(LARGE_LINES) / math.log(MIDDLE_LINES)
        tell(f"  {shape}: {grown:.1f} times the time for {larger:.1f} times the case, bar {allowed:.1f} (n log n)")


def answer(text: str) -> str:
    """A case as JSON text in, its findings as JSON text out."""
    return write_json(check(read_as(Case, parse_json(text.encode()))))


def worked_cases() -> Sequence[Written]:
    """The project's own worked cases that are not there to be refused."""
    files = sorted((ROOT / "tests" / "checking" / "cases").glob("*.json"))
    written = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return [each["case"] for each in written if each.get("exit") != [1]]


def tell_pool() -> None:
    """Worked cases, and as many made ones of about twenty lines among them, from JSON to JSON, in a pool of two."""
    worked = list(itertools.islice(itertools.cycle(worked_cases()), POOL_CASES))
    made = list(mixed(POOL_CASES // 2, seed=SEED))
    tell_throughput("worked cases", worked)
    tell_throughput("worked and larger made cases", [case for pair in zip(worked, made, strict=False) for case in pair])


def tell_throughput(name: str, cases: Sequence[Written]) -> None:
    """How many of these cases one process and a pool of two judge in a second."""
    texts = [json.dumps(case) for case in cases]
    alone = ms(lambda: [answer(text) for text in texts])
    with ProcessPoolExecutor(max_workers=2) as pool:
        pooled = ms(lambda: list(pool.map(answer, texts, chunksize=20)))
    tell(
        f"check, {len(texts):,} {name} from JSON to JSON: {len(texts) / pooled.clock * 1000:,.0f} a second"
        f" in a pool of two, bar {POOL_BAR};"
        f" one process does {len(texts) / alone.processor * 1000:,.0f} a second of processor time"
    )


if __name__ == "__main__":
    tell_growth()
    tell_pool()
