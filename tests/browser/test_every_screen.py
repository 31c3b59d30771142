"""Every screen, looked at in each way: axe finds nothing serious, nothing is too wide, nothing comes from elsewhere."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser

from tests.browser.browsing import Visitor, visit
from tests.browser.looks import LOOKS, LOOKS_AT_THE_ANSWER, SIZES, Look
from tests.browser.places import ScreenPlace, every_screen
from tests.browser.serving import Served


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_screen_is_sound(browser: Browser, screen: Served, photographed: str, look: Look) -> None:
    look_at(every_screen(screen, photographed), look, browser, screen)


@pytest.mark.parametrize("look", LOOKS_AT_THE_ANSWER, ids=str)
def test_the_answer_is_sound_at_each_size_in_each_language(
    browser: Browser, screen: Served, photographed: str, look: Look
) -> None:
    places = every_screen(screen, photographed)

    look_at({name: places[name] for name in ("answer", "finding", "calls")}, look, browser, screen)


def look_at(places: Mapping[str, ScreenPlace], look: Look, browser: Browser, screen: Served) -> None:
    """Look at screens one after another in one window; say all that is wrong at once."""
    first = next(iter(places.values()))
    visitor = visit(browser, screen.address, look, first.cookie)
    found = {name: faults_of(visitor, screen.address, place, look) for name, place in places.items()}
    visitor.context.close()

    assert {name: faults for name, faults in found.items() if faults} == {}
    assert visitor.elsewhere(screen.address) == []
    assert visitor.refused == []
    assert len(visitor.asked) > len(places)


def faults_of(visitor: Visitor, address: str, place: ScreenPlace, look: Look) -> list[str]:
    """Show a screen; return what is wrong with it, in words."""
    visitor.become(place.cookie, address)
    visitor.page.goto(f"{address}{place.path}")
    visitor.page.get_by_role("heading", level=1).first.wait_for()
    visitor.settled()
    faults = [] if visitor.page.url == f"{address}{place.path}" else [f"leads to {visitor.page.url}"]
    spoken = str(visitor.page.evaluate("document.querySelector('.pb').lang"))
    if spoken != look.language:
        faults.append(f"speaks {spoken}")
    return [*faults, *visitor.serious(), *too_wide(visitor, look)]


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
