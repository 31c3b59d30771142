"""Prints how fast the screen is; `bench.run` starts this, and `python -m bench.browser` does.

The server is started as a person starts it. What one visitor feels is measured in a browser, what twenty do to each
other by sessions without one: twenty browsers would take the processors for themselves.
"""

import functools
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page

from bench.screen import tell
from bench.sessions import Session, Visitors
from plainbill.case import ExplainResult, read_as
from plainbill.store import StoredCase
from tests.browser.browsing import CASE_COOKIE, Visitor, launched, visit
from tests.browser.looks import Look
from tests.browser.serving import FIXTURES, Served, served
from tests.plainbill_ui.explanation import explanation

ROUNDS = 7
LINES = 40
SESSIONS = 20
IDLE_SESSIONS = 40
# Clicks of each session, one a second, and a page to read at the same time.
CLICKS, BETWEEN_S = 10, 1.0
READING_MS = 120_000
PAGES = ("answer", "charges", "next")
BILL = FIXTURES / "sample" / "bill.jpg"
PILE = (BILL, FIXTURES / "photos" / "long-bill-1.jpg", FIXTURES / "photos" / "long-bill-2.jpg")


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), watch=False) as screen:
        # One person's tap, before there are other sessions: many have a figure of their own.
        tell_reading(screen)
        cookies = [screen.keep(long_answer()) for _ in range(SESSIONS)]
        tell_memory(screen, cookies)
        tell_first_heading(screen)
        tell_rerun(screen, cookies[0])
        tell_crowd(screen, cookies)


def long_answer() -> ExplainResult:
    """Return an explanation of a bill with many lines, and a question about every fourth."""
    made = explanation()
    (bill,) = made.case.documents
    lines = [bill.lines[i % 4].but(id=str(i + 1)) for i in range(LINES)]
    words = [made.translations[i % 4].but(line=f"d1:{i + 1}") for i in range(LINES)]
    findings = [made.findings[i % 2].but(lines=(f"d1:{4 * i + 2}", f"d1:{4 * i + 3}")) for i in range(LINES // 4)]
    sources = {
        f"documents[0].lines[{i}].charge": made.sources[f"documents[0].lines[{i % 4}].charge"] for i in range(LINES)
    }
    changed = made.but(
        case=made.case.but(documents=(bill.but(lines=tuple(lines)),)),
        translations=tuple(words),
        findings=tuple(findings),
        sources=sources,
    )
    return read_as(ExplainResult, changed.model_dump(mode="json", exclude_none=True))


def tell_first_heading(screen: Served) -> None:
    """From an address typed in an empty browser to the first heading."""
    with launched() as browser:
        took = []
        for _ in range(1 + ROUNDS):
            start = time.perf_counter()
            visitor = visit(browser, screen.address, Look(size="phone"))
            visitor.heading("What does your medical bill say?")
            took.append(time.perf_counter() - start)
            visitor.context.close()
    tell(f"first heading in a browser that was never here: {statistics.median(took[1:]):.2f} s (bar 1.5 s)")


def tell_rerun(screen: Served, cookie: str) -> None:
    """One more run of each screen that shows every line."""
    with Visitors(screen.address) as visitors:
        for page in PAGES:
            session = visitors.enter(cookie, page)
            before = _processor_s(screen)
            took = [session.run(page) for _ in range(3 * ROUNDS)]
            spent = (_processor_s(screen) - before) / len(took)
            tell(
                f"a rerun of the screen {page!r} with {LINES} lines: {1000 * statistics.median(took):.0f} ms,"
                f" {1000 * spent:.0f} ms of processor time (bar 100 ms)"
            )


def tell_reading(screen: Served) -> None:
    """From tapping "read" to the answer, and to the first page's lines, each against what was read until then."""
    share, tapped, read = _median_share(
        screen,
        (BILL,),
        lambda page: page.get_by_role("button", name="What to do next"),
        lambda case: case.state != "reading",
    )
    tell(f"from the tap to the answer: {tapped:.2f} s, {share:.2f} times the {read:.2f} s of reading (bar 1.3)")
    share, tapped, read = _median_share(
        screen,
        PILE,
        lambda page: page.get_by_role("heading", name="Found so far"),
        # Where nobody looks a second time, the next page tells that this one is done.
        lambda case: case.progress.step == "reread" or case.progress.page > 1,
    )
    tell(
        f"from the tap to the lines of the first of {len(PILE)} pages: {tapped:.2f} s,"
        f" {share:.2f} times the {read:.2f} s of reading that page (bar 1.3)"
    )


def _median_share(
    screen: Served, papers: Sequence[Path], awaited: Callable[[Page], Locator], is_read: Callable[[StoredCase], bool]
) -> tuple[float, float, float]:
    """Return how often the time of reading passes from the tap to what is awaited, and both in seconds."""
    with launched() as browser:
        shares = []
        for turn in range(1 + ROUNDS):
            visitor = visit(browser, screen.address, Look(size="phone"))
            visitor.heading("What does your medical bill say?")
            visitor.page.locator("input[type=file]").set_input_files(papers)
            visitor.heading("Is that every page?")
            cookie = next(each["value"] for each in visitor.context.cookies() if each["name"] == CASE_COOKIE)
            while len(screen.store.glances(screen.case_of(cookie).id)) < len(papers):
                time.sleep(0.1)
            tapped, read = _read_once(visitor, awaited, functools.partial(screen.case_of, cookie), is_read)
            visitor.context.close()
            shares += [(tapped / read, tapped, read)] if turn else []
    return sorted(shares)[len(shares) // 2]


def _read_once(
    visitor: Visitor,
    awaited: Callable[[Page], Locator],
    case: Callable[[], StoredCase],
    is_read: Callable[[StoredCase], bool],
) -> tuple[float, float]:
    """Return the seconds from the tap to what is awaited on the screen, and those of them in which was read."""
    spans: list[float] = []
    watch = threading.Thread(target=_watch_reading, args=(case, is_read, spans), daemon=True)
    visitor.settled()
    watch.start()
    start = time.perf_counter()
    visitor.press("Read my papers")
    awaited(visitor.page).wait_for(timeout=READING_MS)
    tapped = time.perf_counter() - start
    watch.join()
    while case().state == "reading":
        time.sleep(0.05)
    return tapped, spans[0]


def _watch_reading(case: Callable[[], StoredCase], is_read: Callable[[StoredCase], bool], spans: list[float]) -> None:
    """Note how long the case was being read until what is awaited was read."""
    while case().state != "reading":
        time.sleep(0.005)
    begun = time.perf_counter()
    while not is_read(case()):
        time.sleep(0.01)
    spans.append(time.perf_counter() - begun)


def tell_crowd(screen: Served, cookies: list[str]) -> None:
    """Twenty people who tap once a second while a case is read."""
    reader = screen.new_cookie()
    screen.store.add_files(screen.case_of(reader).id, [("bill.jpg", BILL.read_bytes())])
    with launched() as browser, Visitors(screen.address) as visitors:
        sessions = [visitors.enter(cookie, "answer") for cookie in cookies]
        visitor = visit(browser, screen.address, Look(size="phone"), reader)
        visitor.press("Read my papers")
        took: list[float] = []
        before = _processor_s(screen)
        threads = [threading.Thread(target=_click, args=(session, took)) for session in sessions]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        spent = (_processor_s(screen) - before) / len(took)
    tell(
        f"{SESSIONS} sessions clicking while a case is read: a rerun takes {statistics.median(took):.2f} s,"
        f" the longest {max(took):.2f} s, {1000 * spent:.0f} ms of processor time each (bar 2 s)"
    )


def _click(session: Session, took: list[float]) -> None:
    for turn in range(CLICKS):
        took.append(session.run(PAGES[turn % len(PAGES)]))
        time.sleep(BETWEEN_S)


def tell_memory(screen: Served, cookies: list[str]) -> None:
    """What a session that does nothing holds in the server."""
    with Visitors(screen.address) as visitors:
        for cookie in cookies:
            visitors.enter(cookie, "answer")  # what is loaded once, and what is held of a case, is no session's
        before = _memory_kb(screen)
        for i in range(IDLE_SESSIONS):
            visitors.enter(cookies[i % len(cookies)], "answer")
        held = _memory_kb(screen) - before
    tell(f"memory of an idle session: {held / 1024 / IDLE_SESSIONS:.1f} MB (bar 5 MB)")


def _processor_s(screen: Served) -> float:
    """Return the processor time that the server's own process has taken, without those that read."""
    fields = Path(f"/proc/{screen.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory_kb(screen: Served) -> int:
    """Return the memory of the server's own process in KiB, without those that read."""
    status = Path(f"/proc/{screen.pid}/status").read_text(encoding="ascii")
    return next(int(row.split()[1]) for row in status.splitlines() if row.startswith("VmRSS:"))


if __name__ == "__main__":
    main()
