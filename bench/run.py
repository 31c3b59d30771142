"""Prints how fast plainbill is and how much memory it takes; `make bench` runs it.

This process stays small: a child is charged with the memory that its parent held when it was started.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.screen import tell

ROOT = Path(__file__).parents[1]
PLAINBILL = (sys.executable, "-c", "from plainbill.cli import main; main()")
# Photos and scans; wide, tall and small; few and many words.
OCR_PICTURES = (
    "photos/hospital-itemized.jpg",
    "photos/eob-commercial.jpg",
    "scans/insurance-card.png",
    "photos/physician-statement.jpg",
    "scans/long-bill-1.png",
    "photos/medicare-notice.jpg",
)
ROUNDS = 7

ENLARGE = """
import sys
from PIL import Image
picture = Image.open(sys.argv[1]).convert("RGB")
width, height = picture.size
factor = (12_000_000 / (width * height)) ** 0.5
picture.resize((round(width * factor), round(height * factor)), Image.Resampling.LANCZOS).save(sys.argv[2], quality=90)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run of a command took: seconds by the clock, seconds of processor time, bytes at its largest."""

    wall_s: float
    processor_s: float
    peak_bytes: int


def run(command: Sequence[str]) -> Cost:
    """Run a command to its end, which must be a good one, and say what it took with all its children."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment())
    _, status, usage = os.wait4(child.pid, 0)
    wall_s = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with status {child.returncode}")
    # Linux counts ru_maxrss in kibibytes.
    return Cost(wall_s=wall_s, processor_s=usage.ru_utime + usage.ru_stime, peak_bytes=usage.ru_maxrss * 1024)


def _environment() -> dict[str, str]:
    """This environment, in which what is compiled is kept, as in any installed package."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def typical(*commands: Sequence[str]) -> list[Cost]:
    """The median cost of each command; they take turns, so that a busy moment meets all of them."""
    rounds = [[run(command) for command in commands] for _ in range(1 + ROUNDS)]
    # The first round fills the disk's cache.
    return [
        Cost(
            wall_s=statistics.median(cost.wall_s for cost in costs),
            processor_s=statistics.median(cost.processor_s for cost in costs),
            peak_bytes=max(cost.peak_bytes for cost in costs),
        )
        for costs in zip(*rounds[1:], strict=True)
    ]


def tell_pages() -> None:
    """Everything but reading, and the second reader's look at what is in doubt, as shares of reading, page by page."""
    pictures = sorted(map(str, (ROOT / "fixtures").glob("photos/*.jpg")))
    done = subprocess.run(
        [sys.executable, "-m", "bench.pages", *pictures], cwd=ROOT, capture_output=True, text=True, check=True
    )
    shares, looks = [], []
    for page in json.loads(done.stdout):
        reading, look = (page["spent"].get(step, 0.0) for step in ("read", "reread"))
        rest = sum(page["spent"].values()) - reading - look
        if not reading or "checked" not in page["spent"]:
            tell(f"  {page['picture']}: not explained, left out")
            continue
        shares.append(rest / reading)
        looks.append(look / reading)
        tell(
            f"  {page['picture']}: words {reading:.2f} s, second look {look:.3f} s ({look / reading:.1%}),"
            f" everything else {rest:.3f} s ({rest / reading:.1%})"
        )
    for what, held, bar in (("everything but OCR", shares, "15 %"), ("the second look", looks, "25 % on hard pages")):
        tell(f"{what}: median {statistics.median(held):.1%} of reading words, worst {max(held):.1%} (bar {bar})")


def tell_lengths() -> None:
    """What a page of 60 charges costs besides reading its words, against one of 10."""
    done = subprocess.run([sys.executable, "-m", "bench.lengths"], cwd=ROOT, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    short, long = told["short"], told["long"]
    for charges, page in (("10", short), ("60", long)):
        tell(
            f"  a page of {charges} charges: words {page['words_s']:.2f} s, second look {page['look_s']:.3f} s,"
            f" everything else {page['rest_s']:.3f} s"
        )
    times = long["rest_s"] / short["rest_s"]
    tell(f"everything but OCR, a page of 60 charges against one of 10: {times:.2f} times (bar 1.3)")


def tell_describe() -> None:
    """A cold `plainbill describe`, against importing spaCy."""
    describe, spacy = typical(
        [*PLAINBILL, "describe", "COMPREHENSIVE METABOLIC PANEL"], [sys.executable, "-c", "import spacy"]
    )
    tell(
        f"describe from cold: {describe.wall_s:.2f} s, {describe.wall_s / spacy.wall_s:.2f} times `import spacy`"
        f" ({describe.processor_s / spacy.processor_s:.2f} times its processor time; bar 1.5)"
    )


def tell_plugins() -> None:
    """What asking plugins costs, and listing them from cold."""
    subprocess.run([sys.executable, "-m", "bench.guarding"], cwd=ROOT, check=True)
    (listing,) = typical([*PLAINBILL, "plugins"])
    tell(f"plugins listed from cold: {listing.wall_s:.2f} s ({listing.processor_s:.2f} s of processor time; bar 0.3 s)")


def tell_describing() -> None:
    """How well, how fast and in how much memory charge lines are described."""
    subprocess.run([sys.executable, "-m", "bench.describing"], cwd=ROOT, check=True)


def tell_wording() -> None:
    """What asking a model costs around the model itself, and what a kept answer costs."""
    subprocess.run([sys.executable, "-m", "bench.wording"], cwd=ROOT, check=True)


def tell_check() -> None:
    """A cold `plainbill check`, less what Python itself takes to start."""
    case = str(ROOT / "fixtures" / "sample" / "case.json")
    check, bare = typical([*PLAINBILL, "check", case], [sys.executable, "-c", "pass"])
    tell(
        f"check from cold: {check.wall_s - bare.wall_s:.2f} s over bare Python"
        f" ({check.processor_s - bare.processor_s:.2f} s of processor time; bar 0.5 s)"
    )


def tell_checking() -> None:
    """Checking alone, by the size of the case and many at a time."""
    subprocess.run([sys.executable, "-m", "bench.checking"], cwd=ROOT, check=True)


def tell_recognizing() -> None:
    """Whose paper a page is, among many payers."""
    subprocess.run([sys.executable, "-m", "bench.recognizing"], cwd=ROOT, check=True)


def tell_memory() -> None:
    """The most memory that `plainbill explain` holds on a photo of 12 megapixels, as it is and frugally."""
    photo = ROOT / "fixtures" / "photos" / "hospital-itemized.jpg"
    with tempfile.TemporaryDirectory() as folder:
        large, frugal = str(Path(folder) / "large.jpg"), Path(folder) / "frugal.toml"
        frugal.write_text("[reading]\nfrugal = true\n", encoding="utf-8")
        run([sys.executable, "-c", ENLARGE, str(photo), large])
        usual = run([*PLAINBILL, "explain", large])
        less = run([*PLAINBILL, "explain", "--settings", str(frugal), large])
    tell(f"explain on a 12-megapixel photo: peak memory {usual.peak_bytes / 1e9:.2f} GB (bar 1.7 GB)")
    tell(f"the same with `frugal = true`: {less.peak_bytes / 1e9:.2f} GB (bar 1.0 GB)")


def tell_ocr() -> None:
    """Reading words against RapidOCR as it comes, on the same pages in turns, and what 30 pages hold in memory."""
    told = _ask_ocr("compare", OCR_PICTURES)
    for way in ("default", "ours", "frugal"):
        tell(
            f"  OCR, {way}: {told[way]['clock_s']:.2f} s a page, {told[way]['processor_s']:.2f} s of processor time,"
            f" {told[way]['recall']:.4f} of the printed words"
        )
    for what, way, other, bar in (("ours against RapidOCR", "ours", "default", 0.5), ("frugal", "frugal", "ours", 1.5)):
        clock, processor = (told[way][kind] / told[other][kind] for kind in ("clock_s", "processor_s"))
        tell(f"OCR, {what}, on {told['runtime']}: {clock:.2f} times, {processor:.2f} times the processor (bar {bar})")
    held = " / ".join(f"{size / 1e9:.2f}" for size in _ask_ocr("hold", OCR_PICTURES[:4])["held"])
    tell(f"memory held after 10 / 20 / 30 pages of OCR: {held} GB (bar: no growth)")


def _ask_ocr(what: str, pictures: Sequence[str]) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.ocr", what, *pictures]
    return dict(json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout))


def tell_screen() -> None:
    """What people feel of the screen: its first heading, a tap, twenty people at once, the way to the answer."""
    subprocess.run([sys.executable, "-m", "bench.browser"], cwd=ROOT, check=True)


def tell_tables() -> None:
    """Importing 2.5 million pair edits from ZIP files of text, and looking up in them."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "bench.tables", folder], cwd=ROOT, capture_output=True, text=True, check=True
        )
    told = json.loads(done.stdout)
    tell(
        f"tables import: {told['rows']:,} pair rows in {told['import_s']:.1f} s,"
        f" {told['rows'] / told['import_s']:,.0f} rows a second, {told['bytes'] / 1e6:.0f} MB kept (bar 120 s)"
    )
    tell(f"a look-up: {told['hit_us']:.1f} µs where there is an edit, {told['miss_us']:.1f} µs where not (bar 50 µs)")


if __name__ == "__main__":
    # Installed code is compiled once; with this set, a checkout's would be compiled at every start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    tell(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}")
    for part in (
        tell_memory,
        tell_ocr,
        tell_check,
        tell_checking,
        tell_recognizing,
        tell_tables,
        tell_describe,
        tell_plugins,
        tell_describing,
        tell_wording,
        tell_pages,
        tell_lengths,
        tell_screen,
    ):
        part()
