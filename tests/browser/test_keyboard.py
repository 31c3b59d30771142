"""The way with the keyboard alone: the sample is begun and deleted; from an answer to a finding, a call, a charge."""

from tests.browser.browsing import Open, Visitor

MOST_STOPS = 40
# What the element with the focus is called, and whether something around it or a piece of it shows that it has it.
# An area that scrolls gets the focus from the browser itself: there is nothing to press on it.
FOCUSED = """() => {
  const at = document.activeElement, shows = element => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  };
  const near = [at, at.parentElement, at.firstElementChild].filter(Boolean);
  const scrolls = at.matches('body, [data-testid=stMain]');
  return [(at.getAttribute('aria-label') || at.innerText || '').trim(), scrolls || near.some(shows)];
}"""


def test_the_sample_is_begun_and_deleted_while_it_is_read_with_the_keyboard_alone(open_as: Open) -> None:
    visitor = open_as(size="desk")
    visitor.heading("What does your medical bill say?")
    enter(visitor, "Try it with a sample bill")
    visitor.heading("We are reading your papers")
    enter(visitor, "Delete everything")
    visitor.heading("Delete everything?")
    enter(visitor, "Yes, delete everything")
    visitor.heading("Everything is deleted")


def test_the_way_can_be_gone_with_the_keyboard_alone(open_as: Open, photographed: str) -> None:
    visitor = open_as(cookie=photographed, size="desk")
    visitor.page.get_by_role("button", name="What to do next").wait_for()
    answer = visitor.page.get_by_role("heading", level=1).inner_text()
    enter(visitor, "Look at number 1")
    visitor.page.get_by_role("heading", name="Where it may have gone wrong").wait_for()
    enter(visitor, "What to say when you call", key="Space")
    visitor.page.locator(".pb-sheet").wait_for()
    enter(visitor, "Back to the answer")
    visitor.heading(answer)
    enter(visitor, "See every charge in plain words")
    visitor.heading("What is each charge?")
    box = str(visitor.page.locator(".pb-box").first.get_attribute("aria-label"))
    enter(visitor, box)
    visitor.page.locator(".pb-card:target").wait_for()
    enter(visitor, "Show it on the photo")
    visitor.page.locator(".pb-box:target").wait_for()
    assert visitor.page.evaluate(FOCUSED) == [box, True]
    enter(visitor, "Back to the answer")
    visitor.heading(answer)


def enter(visitor: Visitor, name: str, key: str = "Enter") -> None:
    """Go to a control by Tab alone and press a key on it; each stop on the way has to be seen."""
    visitor.page.get_by_label(name).or_(visitor.page.get_by_text(name, exact=True)).first.wait_for()
    visitor.settled()
    unseen = []
    for _ in range(MOST_STOPS):
        visitor.page.keyboard.press("Tab")
        said, seen = visitor.page.evaluate(FOCUSED)
        if not seen:
            unseen.append(said)
        if said == name:
            break
    assert (said, unseen) == (name, [])
    visitor.page.keyboard.press(key)
