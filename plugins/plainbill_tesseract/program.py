"""Whether the program `tesseract` and its English letters are there."""

import shutil
import subprocess
from functools import cache
from importlib.util import find_spec

LANGUAGE = "eng"
LISTING_TIMEOUT_S = 20
INSTALL = "on Debian: apt-get install tesseract-ocr"


def unavailable() -> str | None:
    """Why Tesseract cannot work here and what to do, None where it can."""
    if find_spec("pytesseract") is None:
        return "the Python package pytesseract is not installed; install plainbill again"
    program = shutil.which("tesseract")
    if program is None:
        return f"the program tesseract is not installed; {INSTALL}"
    if LANGUAGE not in _languages(program):
        return f"the program tesseract does not know English print; {INSTALL}-{LANGUAGE}"
    return None


@cache
def _languages(program: str) -> frozenset[str]:
    """The languages that the program at this path lists; none where it does not start."""
    try:
        done = subprocess.run(
            [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=LISTING_TIMEOUT_S
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(done.stdout.split())
