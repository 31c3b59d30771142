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
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLAINBILL = str(Path(sys.executable).with_name("plainbill"))
ROUNDS = 7

ENLARGE = """
import sys
from PIL import Image
picture = Image.open(sys.argv[1]).convert("RGB")
width, height = picture.size
factor = (12_000_000 / (width * height)) ** 0.5
picture.resize((round(width * factor), round(height * factor)), Image.Resampling.LANCZOS).save(sys.argv[2], quality=90)
"""


def tell(line: str) -> None:
    """Print one line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def seconds(command: Sequence[str]) -> float:
    """Wall time of one run of a command."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def medians(*commands: Sequence[str]) -> list[float]:
    """Median wall time of each command; they take turns, so that a busy moment meets all of them."""
    for command in commands:
        seconds(command)
    runs = [[seconds(command) for command in commands] for _ in range(ROUNDS)]
    return [statistics.median(column) for column in zip(*runs, strict=True)]


def tell_pages() -> None:
    """Everything but reading the words, as a share of reading them, page by page."""
    pictures = sorted(map(str, (ROOT / "fixtures").glob("photos/*.jpg")))
    done = subprocess.run(
        [sys.executable, "-m", "bench.pages", *pictures], cwd=ROOT, capture_output=True, text=True, check=True
    )
    shares = []
    for page in json.loads(done.stdout):
        reading = page["spent"].get("read", 0.0)
        rest = sum(page["spent"].values()) - reading
        if not reading or "checked" not in page["spent"]:
            tell(f"  {page['picture']}: not explained, left out")
            continue
        shares.append(rest / reading)
        tell(f"  {page['picture']}: words {reading:.2f} s, everything else {rest:.3f} s ({rest / reading:.1%})")
    tell(f"everything but OCR: median {statistics.median(shares):.1%} of OCR, worst {max(shares):.1%} (bar 15 %)")


def tell_describe() -> None:
    """A cold `plainbill describe`, against importing spaCy."""
    describe, spacy = medians(
        [PLAINBILL, "describe", "COMPREHENSIVE METABOLIC PANEL"], [sys.executable, "-c", "import spacy"]
    )
    tell(f"describe from cold: {describe:.2f} s; import spacy: {spacy:.2f} s; ratio {describe / spacy:.2f} (bar 1.5)")


def tell_check() -> None:
    """A cold `plainbill check`, less what Python itself takes to start."""
    case = str(ROOT / "fixtures" / "truth" / "hospital-itemized.json")
    check, bare = medians([PLAINBILL, "check", case], [sys.executable, "-c", "pass"])
    tell(f"check from cold: {check:.2f} s; bare Python: {bare:.2f} s; difference {check - bare:.2f} s (bar 0.5 s)")


def tell_memory() -> None:
    """The most memory that `plainbill explain` holds on a photo of 12 megapixels."""
    photo = ROOT / "fixtures" / "photos" / "hospital-itemized.jpg"
    with tempfile.TemporaryDirectory() as folder:
        large = str(Path(folder) / "large.jpg")
        subprocess.run([sys.executable, "-c", ENLARGE, str(photo), large], check=True)
        child = subprocess.Popen([PLAINBILL, "explain", large], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"plainbill explain ended with status {child.returncode} on the 12-megapixel photo")
    # Linux counts ru_maxrss in kibibytes.
    tell(f"explain on a 12-megapixel photo: peak memory {usage.ru_maxrss * 1024 / 1e9:.2f} GB (bar 1.5 GB)")


if __name__ == "__main__":
    tell(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}")
    for part in (tell_memory, tell_check, tell_describe, tell_pages):
        part()
