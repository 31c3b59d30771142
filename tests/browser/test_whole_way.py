"""The whole way is tapped through at each size: on each screen axe finds nothing serious, all comes from here."""

import pytest

from tests.browser.browsing import Open, Visitor
from tests.browser.places import DOUBTED, in_bad_light
from tests.browser.serving import FIXTURES, Served
from tests.browser.walking import walk, walk_in_doubt

BILL = FIXTURES / "sample" / "bill.jpg"


# Eighteen screens, each looked at by axe, and a page read: on a busy machine this takes minutes.
@pytest.mark.timeout(240)
@pytest.mark.parametrize("size", ["phone", "desk"])
def test_every_screen_on_the_way_is_sound(open_as: Open, screen: Served, size: str) -> None:
    visitor = open_as(size=size)
    found = {name: faults_of(visitor) for name in walk(visitor, [BILL])}
    visitor.become(in_bad_light(screen, DOUBTED), screen.address)
    visitor.page.goto(screen.address)
    found |= {name: faults_of(visitor) for name in walk_in_doubt(visitor)}

    assert len(found) == 18
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert visitor.elsewhere(screen.address) == []
    assert visitor.refused == []


def faults_of(visitor: Visitor) -> list[str]:
    """Return what is wrong with the screen that stands, in words."""
    # Where reading goes on, or ended in this moment, the screen may be another before axe is through with it.
    wide = visitor.sideways()
    return [*visitor.serious(), *([f"{wide} pixels too wide"] if wide > 0 else [])]
