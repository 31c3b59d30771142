"""`python -m docs.screenshots` makes the pictures of each screen: the sample is read, and the whole way is walked."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageFilter

from tests.browser.browsing import Visitor, launched, visit
from tests.browser.looks import Look
from tests.browser.places import DOUBTED, in_bad_light
from tests.browser.serving import FIXTURES, served
from tests.plainbill_ui.explanation import doubtful

PICTURES = Path(__file__).parent / "pictures"
READING_MS = 120_000
BLUR_PIXELS = 9


def main() -> None:
    """Write one picture for each screen, at the size of a phone."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as screen, launched() as browser:
        phone = Look(size="phone")
        _take_papers(visit(browser, screen.address, phone), Path(folder))
        for name in _walk_sample(visitor := visit(browser, screen.address, phone)):
            _take(visitor, name)
        for name, cookie in (("proofreading", screen.keep(doubtful(DOUBTED))), ("readable", in_bad_light(screen))):
            visitor = visit(browser, screen.address, phone, cookie)
            if name == "proofreading":
                visitor.press("Check 1 place on your photo")
            visitor.page.locator(".pb-crops img, .pb-trouble").first.wait_for()
            _take(visitor, name)


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


def _walk_sample(visitor: Visitor) -> Iterator[str]:
    """Go from screen to screen, and name each one when it stands."""
    visitor.heading("What does your medical bill say?")
    yield "start"
    visitor.press("Try it with a sample bill")
    visitor.heading("We are reading your papers")
    yield "reading"
    visitor.page.get_by_role("button", name="What to do next").wait_for(timeout=READING_MS)
    yield "answer"
    yield from _to_act(visitor)
    visitor.press("Back to the answer")
    visitor.press("Answer a few questions")
    visitor.heading("Did you have health insurance that day?")
    yield "story"
    visitor.press("Show me the answer")
    visitor.press("See every charge in plain words")
    visitor.heading("What is each charge?")
    yield "charges"
    visitor.press("Check the words, as somebody who knows them")
    visitor.page.get_by_label("Your name").fill("Ana Ruiz")
    visitor.press("Begin")
    visitor.heading("Are these words right?")
    visitor.press("Change the words")
    visitor.page.get_by_label("Your words").wait_for()
    yield "review"


def _to_act(visitor: Visitor) -> Iterator[str]:
    visitor.press("Look at number 1")
    visitor.page.get_by_role("heading", name="Where it may have gone wrong").wait_for()
    yield "finding"
    visitor.press("What to say when you call")
    visitor.page.locator(".pb-sheet").wait_for()
    yield "calls"
    visitor.press("Note what they said")
    visitor.heading("What did they say?")
    yield "noting"
    visitor.press("What to do next")
    visitor.heading("What to do next")
    yield "next"
    visitor.press("The bill is right, but I cannot pay it")
    visitor.heading("Is the bill right, but too much to pay?")
    yield "help"
    visitor.press("Back to what to do next")
    visitor.press("Write a letter")
    visitor.heading("Which letter do you want?")
    visitor.press("Read letter 1")
    visitor.page.locator(".pb-letter").wait_for()
    yield "letter"
    visitor.press("Another letter")
    visitor.heading("Which letter do you want?")
    visitor.press("Back to what to do next")
    visitor.heading("What to do next")


def _take(visitor: Visitor, name: str) -> None:
    visitor.page.wait_for_timeout(400)  # pictures and fonts are drawn a little after the script has run
    visitor.page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
