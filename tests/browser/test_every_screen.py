"""Every screen, looked at in each way: axe finds nothing serious, nothing is too wide, nothing comes from elsewhere."""

import pytest
from playwright.sync_api import Browser

from tests.browser.browsing import Visitor, visit
from tests.browser.looks import LOOKS, WHOLE, Look
from tests.browser.places import ScreenPlace, every_screen
from tests.browser.serving import Served


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_screen_is_sound(browser: Browser, screen: Served, photographed: str, look: Look) -> None:
    visitor = visit(browser, screen.address, look)
    places = every_screen(screen, photographed)
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
    if look.doubled and visitor.doubled() < 1.9:
        faults.append("some letters stay small")
    if visitor.sideways() > 0:
        faults.append(f"{visitor.sideways()} pixels too wide")
    spoken = str(visitor.page.evaluate("document.querySelector('.pb').lang"))
    if spoken != look.language:
        faults.append(f"speaks {spoken}")
    # What axe minds is no other with large letters; `make soak` looks all the same.
    return faults if look.doubled and not WHOLE else [*faults, *visitor.serious()]
