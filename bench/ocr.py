"""Compares reading words with RapidOCR as it comes, and sees what reading holds in memory, page after page.

python -m bench.ocr compare PICTURE ...     # time and recall of both, page by page in turns; JSON
python -m bench.ocr hold PICTURE ...        # memory after 10, 20, 30 pages, the pictures again and again; JSON
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy

from plainbill.plugins.records import PageRange, Picture, SourceFile
from plainbill_files.pictures import load_picture
from plainbill_opencv import register_cleaners
from plainbill_rapidocr.networks import runtime, silence
from plainbill_rapidocr.reader import read_words, read_words_frugally

ROOT = Path(__file__).parents[1]
PAGES, EVERY = 30, 10

Read = Callable[[Picture], Sequence[str]]


@dataclass(slots=True)
class Tally:
    """What one way of reading took and found."""

    clock_s: float = 0.0
    processor_s: float = 0.0
    found: int = 0
    printed: int = 0

    def add(self, read: Read, picture: Picture, printed: Sequence[str]) -> None:
        """Read one picture and count which printed words were read exactly, each as often as it is printed."""
        clock, processor = time.perf_counter(), time.process_time()
        words = Counter(read(picture))
        self.clock_s += time.perf_counter() - clock
        self.processor_s += time.process_time() - processor
        wanted = Counter(printed)
        self.found += sum(min(count, words[word]) for word, count in wanted.items())
        self.printed += len(printed)


def main() -> None:
    """Do what is asked for and print it."""
    what, *names = sys.argv[1:]
    told = _compare(names) if what == "compare" else _hold(names)
    sys.stdout.write(json.dumps(told))


def _compare(names: Sequence[str]) -> dict[str, object]:
    ways: dict[str, Read] = {"default": rapidocr_as_it_comes(), "ours": _ours, "frugal": _frugal}
    tallies = {way: Tally() for way in ways}
    warm_up, _ = _page(names[0])
    for read in ways.values():
        read(warm_up)
    for name in names:
        picture, printed = _page(name)
        for way, read in ways.items():
            tallies[way].add(read, picture, printed)
    return {"runtime": runtime(), "pages": len(names)} | {
        way: {
            "clock_s": tally.clock_s / len(names),
            "processor_s": tally.processor_s / len(names),
            "recall": tally.found / tally.printed,
        }
        for way, tally in tallies.items()
    }


def _hold(names: Sequence[str]) -> dict[str, object]:
    held = []
    pictures = [_page(name)[0] for name in names]
    for number in range(1, PAGES + 1):
        _ours(pictures[number % len(pictures)])
        if number % EVERY == 0:
            held.append(_held_bytes())
    return {"held": held}


def _held_bytes() -> int:
    # Linux counts in pages of 4,096 bytes.
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096


def _ours(picture: Picture) -> Sequence[str]:
    return [word.text for word in read_words(picture)]


def _frugal(picture: Picture) -> Sequence[str]:
    return [word.text for word in read_words_frugally(picture)]


def rapidocr_as_it_comes() -> Read:
    """RapidOCR with its own settings and runtime: the words of a picture, one by one."""
    silence()
    from rapidocr import RapidOCR
    from rapidocr.utils.output import RapidOCROutput

    engine = RapidOCR(params={"Global.log_level": "critical"})

    def read(picture: Picture) -> Sequence[str]:
        done = engine(numpy.ascontiguousarray(picture.pixels[:, :, ::-1]))
        assert isinstance(done, RapidOCROutput)
        return [word for run in done.txts or () for word in run.split()]

    return read


def _page(name: str) -> tuple[Picture, list[str]]:
    """A fixture's picture, flattened as for reading, and the words that are printed on it."""
    (loaded,) = load_picture(SourceFile(name=name, content=(ROOT / "fixtures" / name).read_bytes()), PageRange())
    assert loaded.picture is not None
    picture = loaded.picture
    for cleaner in register_cleaners():
        cleaned = cleaner.clean(picture)
        picture = cleaned.picture if cleaned is not None else picture
    entries = json.loads((ROOT / "fixtures" / "manifest.json").read_text(encoding="utf-8"))
    (entry,) = (each for each in entries if each["file"] == name)
    words = json.loads((ROOT / "fixtures" / "words" / f"{entry['paper']}.json").read_text(encoding="utf-8"))
    return picture, [text for text, *_ in words["pages"][int(entry["page"]) - 1]["words"]]


if __name__ == "__main__":
    main()
