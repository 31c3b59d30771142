"""How cleaning and reading fare on freshly photographed papers of the fixtures; needs Chromium for the first run.

python -m bench.photos FOLDER --level hard --count 40 --seed 1

FOLDER keeps the drawn papers from run to run. Printed for each photo and in sum, as JSON: printed words and amounts
that were read exactly and in their place, how level rows are, faults that were told, processor seconds by step.
"""

import argparse
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2
import numpy

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "fixtures"))

from plainbill.engine.geometry import IDENTITY, followed_by, place_word  # noqa: E402 - as above
from plainbill.plugins.records import Cleaned, Cleaner, PageRange, Picture, SourceFile  # noqa: E402 - as above
from plainbill.reading.layout import lay_out  # noqa: E402 - as above
from plainbill.reading.page import PageWords, Word  # noqa: E402 - as above
from plainbill.reading.rows.forming import rows_of  # noqa: E402 - as above
from plainbill_files.pictures import load_picture  # noqa: E402 - as above
from plainbill_opencv import register_cleaners as paper_cleaners  # noqa: E402 - as above
from plainbill_rapidocr import register_cleaners as upright_cleaners  # noqa: E402 - as above
from plainbill_rapidocr import register_readers  # noqa: E402 - as above
from source.camera import Shot, take  # noqa: E402 - the path above makes it importable

AMOUNT = re.compile(r"\$?-?\(?\$?[\d,]+\.\d\d\)?-?")
# Share of the photo's longest side within which a word is where it is printed.
NEAR = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A page as it comes out of the printer, with its words: text and middle as share of the page, row by row."""

    name: str
    pixels: numpy.ndarray
    dpi: int
    words: tuple[tuple[str, float, float], ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A printed word that lies within the photo."""

    text: str
    row: int
    place: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How much of a photo was read: words and amounts exact and in place, rows kept apart, pixels words lie off."""

    found: int
    amounts: int
    amounts_found: int
    rows: int
    rows_kept: int
    off: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """What was measured on one photo."""

    paper: str
    damages: tuple[str, ...]
    problems: tuple[str, ...]
    spent: dict[str, float]
    printed: int
    unlevel: float
    read: Reading | None


def main() -> None:
    """Photograph, clean and read; print one object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--level", default="hard")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--raw", action="store_true", help="read the photo as it is, without any cleaner")
    parser.add_argument("--no-reading", action="store_true", help="clean alone")
    asked = parser.parse_args()
    sheets = list(prints(asked.folder))
    cleaners = [] if asked.raw else [*paper_cleaners(), *upright_cleaners()]
    photos = []
    for number in range(asked.count):
        print_ = sheets[number % len(sheets)]
        shot = take(print_.pixels, asked.level, asked.seed * 1000 + number, dpi=print_.dpi)
        photos.append(_measured(print_, shot, cleaners, reading=not asked.no_reading))
        sys.stderr.write(json.dumps(asdict(photos[-1])) + "\n")
    sys.stdout.write(json.dumps(_summed(photos), indent=1) + "\n")


def prints(folder: Path) -> Iterator[Print]:
    """Every page of the papers that have charges, drawn where the folder does not have them yet."""
    listing = folder / "pages.json"
    if not listing.exists():
        _draw_prints(folder)
    for page in json.loads(listing.read_text("utf-8")):
        pixels = numpy.asarray(cv2.imread(str(folder / page["file"])), numpy.uint8)
        words = page["words"]
        yield Print(
            name=page["file"], pixels=pixels, dpi=page["dpi"], rows=tuple(_rows(words, page["height"])),
            words=tuple(
                (text, (x0 + x1) / 2 / page["width"], (y0 + y1) / 2 / page["height"]) for text, x0, y0, x1, y1 in words
            ),
        )  # fmt: skip


def _draw_prints(folder: Path) -> None:
    from source.catalog import all_papers
    from source.render import CAMERA_DPI, chromium, draw

    folder.mkdir(parents=True, exist_ok=True)
    pages = []
    with chromium() as browser:
        for paper in all_papers():
            for number, sheet in enumerate(draw(browser, paper) if paper.documents and paper.pages else [], 1):
                file = f"{paper.name}-{number}.png"
                cv2.imwrite(str(folder / file), sheet.fine)
                height, width = sheet.scan.shape[:2]
                pages.append({"file": file, "dpi": CAMERA_DPI, "width": width, "height": height, "words": sheet.words})
    (folder / "pages.json").write_text(json.dumps(pages), "utf-8")


def _rows(words: Sequence[tuple[str, int, int, int, int]], height: int) -> Iterator[int]:
    """A number for each word, the same for words whose middles are on one height."""
    known: list[float] = []
    for _, _, y0, _, y1 in words:
        middle = (y0 + y1) / 2
        near = [row for row, y in enumerate(known) if abs(y - middle) < 0.003 * height]
        if not near:
            known.append(middle)
        yield near[0] if near else len(known) - 1


def _measured(print_: Print, shot: Shot, cleaners: Sequence[Cleaner], *, reading: bool) -> Photo:
    clock = time.process_time()
    (page,) = load_picture(SourceFile(name=f"photo{shot.suffix}", content=shot.file), PageRange())
    assert page.picture is not None
    spent = {"load": time.process_time() - clock}
    done, problems = Cleaned(picture=page.picture, to_source=IDENTITY), []
    for cleaner in cleaners:
        clock = time.process_time()
        cleaned = cleaner.clean(done.picture)
        spent[cleaner.name] = time.process_time() - clock
        if cleaned is not None:
            problems += [problem.kind for problem in cleaned.problems]
            way = followed_by(cleaned.to_source, done.to_source)
            done = Cleaned(picture=cleaned.picture, to_source=way)
    printed = visible(print_, shot)
    return Photo(
        paper=print_.name, damages=shot.damages, problems=tuple(dict.fromkeys(problems)), spent=spent,
        printed=len(printed), unlevel=_unlevel(printed, done),
        read=_read(done, page.picture, printed, spent) if reading else None,
    )  # fmt: skip


def visible(print_: Print, shot: Shot) -> list[Seen]:
    height, width = print_.pixels.shape[:2]
    places = shot.place(numpy.array([(x * width, y * height) for _, x, y in print_.words]))
    inside_y, inside_x = shot.picture.shape[:2]
    return [
        Seen(text=text, row=row, place=(float(x), float(y)))
        for (text, _, _), row, (x, y) in zip(print_.words, print_.rows, places, strict=True)
        if 0 < x < inside_x and 0 < y < inside_y
    ]


def _unlevel(printed: Sequence[Seen], done: Cleaned) -> float:
    """How far the words of a printed row stray from its middle height in the cleaned picture, per mille of its height.

    The median over the rows of the greatest distance of two words.
    """
    back = numpy.linalg.inv(numpy.array(done.to_source).reshape(3, 3))
    heights: dict[int, list[float]] = {}
    for word in printed:
        x, y, scale = back @ (*word.place, 1.0)
        heights.setdefault(word.row, []).append(float(y / scale))
    spans = [max(ys) - min(ys) for ys in heights.values() if len(ys) > 2]
    return round(1000 * statistics.median(spans) / done.picture.height, 1) if spans else 0.0


def _read(done: Cleaned, source: Picture, printed: Sequence[Seen], spent: dict[str, float]) -> Reading:
    (reader,) = register_readers()
    clock = time.process_time()
    seen = reader.read(done.picture)
    spent["read"] = time.process_time() - clock
    clock = time.process_time()
    words = tuple(
        place_word(word, "rapidocr", done.to_source, width=float(source.width), height=float(source.height))
        for word in seen
        if word.text.strip()
    )
    page = PageWords(
        index=0, file="", number=1, width=float(done.picture.width), height=float(done.picture.height), words=words
    )
    lay_out(page)
    spent["lay_out"] = time.process_time() - clock
    found = _matched(printed, words, NEAR * max(source.width, source.height))
    amounts = [word for word in printed if AMOUNT.fullmatch(word.text)]
    whole, kept = _rows_kept(printed, found, page)
    return Reading(
        found=len(found), amounts=len(amounts), amounts_found=sum(id(word) in found for word in amounts),
        rows=whole, rows_kept=kept, off=_off(printed, found),
    )  # fmt: skip


def _matched(printed: Sequence[Seen], words: Sequence[Word], reach: float) -> dict[int, Word]:
    """The word that was read for a printed one, by the printed one's identity."""
    free = list(words)
    found: dict[int, Word] = {}
    for seen in printed:
        near = [(_distance(seen, word), n) for n, word in enumerate(free) if word.text == seen.text]
        if near and min(near)[0] <= reach:
            found[id(seen)] = free.pop(min(near)[1])
    return found


def _distance(seen: Seen, word: Word) -> float:
    x, y = word.source_box.middle
    return float(numpy.hypot(x - seen.place[0], y - seen.place[1]))


def _off(printed: Sequence[Seen], found: dict[int, Word]) -> float:
    """Pixels by which read words lie off their place, median."""
    far = [_distance(word, found[id(word)]) for word in printed if id(word) in found]
    return round(statistics.median(far), 1) if far else 0.0


def _rows_kept(printed: Sequence[Seen], found: dict[int, Word], page: PageWords) -> tuple[int, int]:
    """Printed rows with two words or more that were read, and how many of them came out as one row of their own."""
    tokens = [(token.box.middle, number) for number, row in enumerate(rows_of(page)) for token in row.tokens]
    rows: dict[int, set[int]] = {}
    count: dict[int, int] = {}
    for word in printed:
        if id(word) not in found:
            continue
        box = found[id(word)].box
        rows.setdefault(word.row, set()).update(
            number for (x, y), number in tokens if box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1
        )
        count[word.row] = count.get(word.row, 0) + 1
    owners: dict[int, set[int]] = {}
    for row, numbers in rows.items():
        for number in numbers:
            owners.setdefault(number, set()).add(row)
    whole = [row for row, numbers in rows.items() if count[row] > 1]
    kept = [row for row in whole if len(rows[row]) == 1 and len(owners[next(iter(rows[row]))]) == 1]
    return len(whole), len(kept)


def _summed(photos: Sequence[Photo]) -> dict[str, object]:
    steps = sorted({step for photo in photos for step in photo.spent})
    told = Counter(kind for photo in photos for kind in photo.problems)
    sums: dict[str, object] = {
        "photos": len(photos),
        "unlevel": statistics.median(photo.unlevel for photo in photos),
        "told": dict(told),
        "spent": {step: round(statistics.median(photo.spent.get(step, 0.0) for photo in photos), 3) for step in steps},
    }
    read = [photo.read for photo in photos if photo.read is not None]
    if read:
        sums["words"] = sum(each.found for each in read) / max(sum(photo.printed for photo in photos), 1)
        sums["amounts"] = sum(each.amounts_found for each in read) / max(sum(each.amounts for each in read), 1)
        sums["rows"] = sum(each.rows_kept for each in read) / max(sum(each.rows for each in read), 1)
    return sums


if __name__ == "__main__":
    main()
