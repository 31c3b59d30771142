"""A browser that remembers what it asked for and what it complained about."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, expect, sync_playwright

from tests.browser.looks import SIZES, Look

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WAIT_MS = 20_000
CASE_COOKIE = "plainbill_case"
LANGUAGE_COOKIE = "plainbill_language"
DOUBLE_ALL_LETTERS = """() => {
  const size = element => parseFloat(getComputedStyle(element).fontSize);
  const said = [...document.querySelectorAll('[data-testid=stApp] *')]
    .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())
      && element.checkVisibility() && size(element) > 0);
  const before = said.map(size);
  const root = document.documentElement;
  root.style.setProperty('font-size', 2 * size(root) + 'px', 'important');
  return Math.min(...said.map((element, i) => size(element) / before[i]));
}"""

TEXTS = """() => {
  const found = [], screen = document.querySelector('[data-testid=stApp]');
  const texts = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.textContent.trim(), within = texts.currentNode.parentElement;
    if (text && !within.closest('style, script')) found.push([text, within.closest('.pb [lang]')?.lang || '']);
  }
  return found;
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """One person's browser window, with every address it asked for and every complaint about the policy."""

    context: BrowserContext
    page: Page
    asked: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def heading(self, text: str) -> None:
        """Wait for a screen by its heading."""
        try:
            self.page.get_by_role("heading", level=1, name=text).wait_for(timeout=WAIT_MS)
        except TimeoutError as late:
            said = self.page.locator("body").inner_text()
            raise AssertionError(f"no heading {text!r} came; the screen says: {said}") from late

    def press(self, name: str, *, leads_to: str | None = None) -> None:
        """Tap a button, as a person does who sees a screen that is drawn; then wait for the heading it leads to."""
        button = self.page.get_by_role("button", name=name, exact=True)
        button.wait_for(timeout=WAIT_MS)
        self.settled()
        button.click(timeout=WAIT_MS)
        if leads_to is not None:
            self.heading(leads_to)

    def text(self) -> str:
        """Everything that the screen says once it has drawn all of it."""
        self.settled()
        return self.page.locator("body").inner_text()

    def says(self, text: str) -> None:
        """Wait until the screen says this; it may be drawn in more than one go."""
        expect(self.page.locator("body")).to_contain_text(text, use_inner_text=True, timeout=WAIT_MS)

    def texts(self) -> list[tuple[str, str]]:
        """Every text on the screen, folded or not, with the language that its element says it is in."""
        self.settled()
        return [(str(text), str(language)) for text, language in self.page.evaluate(TEXTS)]

    def settled(self) -> None:
        """Wait until the screen has drawn all of what a tap changed."""
        self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=WAIT_MS)

    def sideways(self) -> int:
        """How many pixels the screen is wider than the window."""
        return int(
            self.page.evaluate(
                "(main => main.scrollWidth - main.clientWidth)(document.querySelector('[data-testid=stMain]'))"
            )
        )

    def become(self, cookie: str | None, address: str) -> None:
        """Go on as the person whom a cookie belongs to, as a stranger where there is none."""
        if cookie is None:
            self.context.clear_cookies(name=CASE_COOKIE)
        else:
            # In place of the other at once: whatever the page asks for in between would be given a stranger's.
            self.context.add_cookies([{"name": CASE_COOKIE, "value": cookie, "url": address, "httpOnly": True}])

    def doubled(self) -> float:
        """Make all letters twice as large, as a phone's settings do; return how much larger the smallest became."""
        return float(self.page.evaluate(DOUBLE_ALL_LETTERS))

    def leave(self) -> None:
        """Leave the screen, and the window to whoever is next."""
        for another in self.context.pages:
            if another != self.page:
                another.close()
        self.page.evaluate("localStorage.clear()")
        # A tab stays open: a window whose last tab is closed is built anew for the next one.
        self.page.goto("about:blank")
        self.context.clear_cookies()

    def next_visitor(self, address: str, look: Look, cookie: str | None) -> "Visitor":
        """Open the screen in the window that was left, in a tab of its own.

        It has what the screen serves to everybody, and nothing of whoever was here before.
        """
        page = self.context.new_page()
        self.page.close()
        self.asked.clear()
        self.refused.clear()
        return _come(replace(self, page=page), address, look, cookie)

    def elsewhere(self, address: str) -> list[str]:
        """The addresses that were asked for and are not the screen's own."""
        return [url for url in self.asked if not url.startswith((f"{address}/", "data:", "blob:", "about:"))]

    def serious(self) -> list[str]:
        """What axe finds on this screen that is serious or critical."""
        self.settled()
        found = Axe().run(self.page).response["violations"]
        return [
            f"{each['id']}: {node['target']}"
            for each in found
            if each["impact"] in ("serious", "critical")
            for node in each["nodes"]
        ]


Open = Callable[..., Visitor]


@contextmanager
def launched() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


def visit(browser: Browser, address: str, look: Look, cookie: str | None = None) -> Visitor:
    """Open the screen in a new window, as the person whom the cookie belongs to."""
    on_phone = look.size != "desk"
    context = browser.new_context(
        viewport=SIZES[look.size],
        has_touch=on_phone,
        is_mobile=on_phone,
        color_scheme="dark" if look.dark else "light",
    )
    visitor = Visitor(context=context, page=context.new_page())
    context.on("request", lambda request: visitor.asked.append(request.url))
    context.on("console", lambda message: note_refusal(message.text, visitor))
    return _come(visitor, address, look, cookie)


def _come(visitor: Visitor, address: str, look: Look, cookie: str | None) -> Visitor:
    if not address.startswith("file:"):
        visitor.become(cookie, address)
        visitor.context.add_cookies(
            [{"name": LANGUAGE_COOKIE, "value": look.language, "url": address, "httpOnly": True}]
        )
    visitor.page.goto(address)
    return visitor


def note_refusal(message: str, visitor: Visitor) -> None:
    """Keep what the browser says about the content-security policy."""
    if "Content Security Policy" in message or "Content-Security-Policy" in message:
        visitor.refused.append(message)
