"""How much of what is printed RapidOCR as it comes finds on photos of a level that nothing has cleaned.

python -m bench.legible FOLDER --level hard --count 24 --seed 5

FOLDER keeps the drawn papers from run to run, as that of `bench.photos`. A printed word counts where it lies within the
photo; found exactly, or with the blanks of the reader left out.
"""

import argparse
import re
from collections import Counter
from pathlib import Path

from bench.ocr import rapidocr_as_it_comes
from bench.photos import AMOUNT, prints, visible
from bench.screen import tell
from plainbill.plugins.records import PageRange, SourceFile
from plainbill_files.pictures import load_picture
from source.camera import take

SORTS = {"amounts": AMOUNT, "codes": re.compile(r"\d{5}|[A-Z]\d{4}")}


def main() -> None:
    """Photograph, read and count; one line a sort of word."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--level", default="hard")
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--seed", type=int, default=5)
    asked = parser.parse_args()
    sheets, read = list(prints(asked.folder)), rapidocr_as_it_comes()
    counts: Counter[tuple[str, str]] = Counter()
    for number in range(asked.count):
        sheet = sheets[number % len(sheets)]
        shot = take(sheet.pixels, asked.level, asked.seed * 1000 + number, dpi=sheet.dpi)
        (page,) = load_picture(SourceFile(name=f"photo{shot.suffix}", content=shot.file), PageRange())
        assert page.picture is not None
        words = list(read(page.picture))
        exact, glued = Counter(words), "".join(words)
        for text, times in Counter(seen.text for seen in visible(sheet, shot)).items():
            for sort, pattern in SORTS.items():
                if pattern.fullmatch(text):
                    counts[sort, "printed"] += times
                    counts[sort, "exact"] += min(times, exact[text])
                    counts[sort, "glued"] += min(times, glued.count(text))
    for sort in SORTS:
        printed, exact_, glued_ = (counts[sort, what] for what in ("printed", "exact", "glued"))
        tell(f"{sort}: {exact_ / printed:.3f} exactly, {glued_ / printed:.3f} without blanks, of {printed} printed")


if __name__ == "__main__":
    main()
