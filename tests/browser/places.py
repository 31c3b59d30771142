"""Every screen by its address, with the cookie of somebody who may see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plainbill.engine.amending import key_of
from plainbill.store import Answers, Call, Settlement
from plainbill_ui.settling import NOT_SO
from tests.browser.serving import FIXTURES, Served
from tests.plainbill_ui.explanation import doubtful, explanation, in_trouble

DOUBTED = "documents[0].lines[2].charge"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenPlace:
    """Where a screen is, and whose cookie shows it; None for a stranger."""

    cookie: str | None
    path: str


def every_screen(screen: Served, photographed: str) -> Mapping[str, ScreenPlace]:
    """Return where each screen is; those of the answer show the case of a photo that was read.

    Those of a stranger come last: the cookie that a stranger is given may come after the page, in place of another's.
    """
    settled = _settled(screen)
    of_a_case = {name: ScreenPlace(cookie=photographed, path=path) for name, path in _paths(screen, photographed)}
    return {
        "papers": ScreenPlace(cookie=_with_papers(screen, "new"), path="/"),
        "failed": ScreenPlace(cookie=_with_papers(screen, "failed"), path="/"),
        "reading": ScreenPlace(cookie=_with_papers(screen, "reading"), path="/reading"),
        "readable": ScreenPlace(cookie=in_bad_light(screen), path="/readable"),
        "proofreading": ScreenPlace(cookie=screen.keep(doubtful(DOUBTED)), path="/proofreading"),
        "story": ScreenPlace(cookie=screen.keep(explanation()), path="/story"),
        **of_a_case,
        "settled": ScreenPlace(cookie=settled, path=f"/finding?about={key_of(explanation().findings[0])}"),
        "called": ScreenPlace(cookie=settled, path="/noting?call=1"),
        "start": ScreenPlace(cookie=None, path="/"),
        "deleted": ScreenPlace(cookie=None, path="/delete"),
    }


def _paths(screen: Served, photographed: str) -> list[tuple[str, str]]:
    result = screen.store.result(screen.case_of(photographed).id)
    assert result is not None
    about = next(key_of(each) for each in result.findings if each.acts_first == "billing_office")
    names = ("answer", "charges", "review", "next", "help", "letters", "delete")
    by_name = [(name, f"/{name}") for name in names]
    return [
        *by_name,
        ("finding", f"/finding?about={about}"),
        ("calls", "/calls?call=1"),
        ("noting", "/noting?call=1"),
        ("letter", "/letters?letter=1"),
    ]


def in_bad_light(screen: Served, *doubted: str) -> str:
    """Return the cookie of somebody whose photo was read but is hard to read, `doubted` too; its file waits."""
    cookie = screen.keep(doubtful(*doubted).but(pages=in_trouble().pages))
    _give_photo(screen, cookie)
    return cookie


def _with_papers(screen: Served, state: str) -> str:
    cookie = screen.new_cookie()
    _give_photo(screen, cookie)
    case = screen.case_of(cookie)
    if state == "failed":
        screen.store.save_trouble(case.id, ["bill.jpg: nothing on it could be read; photograph it again"])
    if state == "reading":
        screen.store.begin_reading(case.id)
    return cookie


def _give_photo(screen: Served, cookie: str) -> None:
    photo = (FIXTURES / "sample" / "bill.jpg").read_bytes()
    screen.store.add_files(screen.case_of(cookie).id, [("bill.jpg", photo)])


def _settled(screen: Served) -> str:
    """Return the cookie of somebody who called, and whose answer settled a question."""
    cookie = screen.keep(explanation())
    finding = explanation().findings[0]
    settlement = Settlement(finding=key_of(finding), title=finding.title, answer=NOT_SO, aside=True)
    call = Call(
        desk="billing_office",
        office="Brightwater Urgent Care",
        day=date(2025, 6, 2),
        spoke_to="Dana Moreno",
        promised="a corrected bill",
    )
    added = Answers(settled=(settlement,), calls=(call,))
    screen.store.change_answers(screen.case_of(cookie).id, lambda answers: added)
    return cookie
