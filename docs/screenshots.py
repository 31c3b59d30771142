"""`python -m docs.screenshots` makes the pictures of each screen: the whole way is tapped through with the sample."""

import tempfile
from pathlib import Path

from PIL import Image, ImageFilter

from tests.browser.browsing import Visitor, launched, visit
from tests.browser.looks import Look
from tests.browser.places import DOUBTED, in_bad_light
from tests.browser.serving import FIXTURES, served
from tests.browser.walking import READING_MS, walk, walk_in_doubt

PICTURES = Path(__file__).parent / "pictures"
SAMPLE = tuple(FIXTURES / "sample" / name for name in ("bill.jpg", "eob.jpg"))
# Screens that need no picture in the docs: one question or a list, or made in another way below.
PLAIN = ("papers", "letters", "delete", "deleted")
BLUR_PIXELS = 9


def main() -> None:
    """Write one picture for each screen, at the size of a phone."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as screen, launched() as browser:
        phone = Look(size="phone")
        for name in walk(visitor := visit(browser, screen.address, phone), SAMPLE):
            if name not in PLAIN:
                _take(visitor, name)
        for name in walk_in_doubt(visitor := visit(browser, screen.address, phone, in_bad_light(screen, DOUBTED))):
            _take(visitor, name)
        _take_papers(visit(browser, screen.address, phone), Path(folder))


def _take_papers(visitor: Visitor, folder: Path) -> None:
    """Give a good photo and a blurred one; take the picture when both were looked at."""
    blurred = folder / "second page.jpg"
    Image.open(FIXTURES / "sample" / "eob.jpg").filter(ImageFilter.GaussianBlur(BLUR_PIXELS)).save(blurred)
    visitor.heading("What does your medical bill say?")
    visitor.page.locator("input[type=file]").set_input_files([FIXTURES / "sample" / "bill.jpg", blurred])
    visitor.page.get_by_text("Looks readable.").wait_for(timeout=READING_MS)
    visitor.page.get_by_text("Blurred.").wait_for(timeout=READING_MS)
    visitor.settled()
    _take(visitor, "papers")


def _take(visitor: Visitor, name: str) -> None:
    visitor.page.wait_for_timeout(400)  # pictures and fonts are drawn a little after the script has run
    visitor.page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
