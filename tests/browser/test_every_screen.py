"""Every screen, looked at in each way: axe finds nothing serious, nothing is too wide, nothing comes from elsewhere.

In another language than English no English sentence is left that does not say so; on the answer, none at all.
"""

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser

from tests.browser.browsing import Visitor, visit
from tests.browser.looks import LOOKS, LOOKS_AT_THE_ANSWER, SIZES, Look
from tests.browser.places import ScreenPlace, every_screen
from tests.browser.serving import Served

OF_THE_ANSWER = ("answer", "finding", "calls")
# Two of these in one text are a sentence; names and printed words have one at most.
ENGLISH_WORDS = re.compile(r"\b(?:the|and|your|you|is|are|was|it|that|this|with|for|not)\b", re.IGNORECASE)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_screen_is_sound(browser: Browser, screen: Served, photographed: str, look: Look) -> None:
    look_at(every_screen(screen, photographed), look, browser, screen)


@pytest.mark.parametrize("look", LOOKS_AT_THE_ANSWER, ids=str)
def test_the_answer_is_sound_at_each_size_in_each_language(
    browser: Browser, screen: Served, photographed: str, look: Look
) -> None:
    places = every_screen(screen, photographed)

    look_at({name: places[name] for name in OF_THE_ANSWER}, look, browser, screen)


def look_at(places: Mapping[str, ScreenPlace], look: Look, browser: Browser, screen: Served) -> None:
    """Look at screens one after another in one window; say all that is wrong at once."""
    first = next(iter(places.values()))
    visitor = visit(browser, screen.address, look, first.cookie)
    found = {name: faults_of(visitor, screen.address, name, place, look) for name, place in places.items()}
    visitor.context.close()

    assert {name: faults for name, faults in found.items() if faults} == {}
    assert visitor.elsewhere(screen.address) == []
    assert visitor.refused == []
    assert len(visitor.asked) > len(places)


def faults_of(visitor: Visitor, address: str, name: str, place: ScreenPlace, look: Look) -> list[str]:
    """Show a screen; return what is wrong with it, in words."""
    visitor.become(place.cookie, address)
    visitor.page.goto(f"{address}{place.path}")
    visitor.page.get_by_role("heading", level=1).first.wait_for()
    visitor.settled()
    faults = [] if visitor.page.url == f"{address}{place.path}" else [f"leads to {visitor.page.url}"]
    spoken = str(visitor.page.evaluate("`${document.documentElement.lang} ${document.querySelector('.pb').lang}`"))
    if spoken != f"{look.language} {look.language}":
        faults.append(f"speaks {spoken}")
    if look.language != "en":
        faults += english_on(visitor, marked_counts=name in OF_THE_ANSWER)
    return [*faults, *visitor.serious(), *too_wide(visitor, look)]


def english_on(visitor: Visitor, *, marked_counts: bool) -> list[str]:
    """Return the English sentences on a screen; those that are marked as English only where that counts too."""
    texts = visitor.texts()
    return [
        f"says in English: {text}"
        for text, language in texts
        if len(ENGLISH_WORDS.findall(text)) > 1 and (marked_counts or language != "en")
    ]


def too_wide(visitor: Visitor, look: Look) -> list[str]:
    """Return at which sizes a screen scrolls sideways: as it is, with letters twice as large, on a narrow phone."""
    wide = {look.size: visitor.sideways()}
    if look.size == "phone":
        visitor.page.set_viewport_size(SIZES["narrow"])
        wide["narrow"] = visitor.sideways()
        visitor.page.set_viewport_size(SIZES["phone"])
    larger = visitor.doubled()
    wide["letters twice as large"] = visitor.sideways()
    small = [] if larger > 1.9 else ["some letters stay small"]
    return [*small, *(f"{name}: {pixels} pixels too wide" for name, pixels in wide.items() if pixels > 0)]
