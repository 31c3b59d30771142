"""The screen in Spanish: chosen by a link, kept, and sound on answer, finding and call at a desk too."""

from tests.browser.browsing import Open
from tests.browser.serving import Served


def test_spanish_is_chosen_and_kept_on_every_screen(open_as: Open, screen: Served, cookie: str) -> None:
    visitor = open_as(cookie=cookie, size="desk")
    visitor.page.get_by_role("link", name="Español").click()
    visitor.heading("1 cosa que vale la pena preguntar")
    found = {"answer": visitor.serious()}
    assert "Ningún defensor de pacientes de habla hispana" in visitor.text()
    visitor.press("Ver el número 1")
    visitor.page.get_by_role("heading", name="Dónde pudo haber fallado").wait_for()
    found["finding"] = visitor.serious()
    visitor.page.reload()
    visitor.page.get_by_role("heading", name="Dónde pudo haber fallado").wait_for()
    visitor.press("Qué decir cuando llame")
    visitor.page.locator(".pb-sheet").wait_for()
    found["calls"] = visitor.serious()

    assert found == {"answer": [], "finding": [], "calls": []}
    assert visitor.elsewhere(screen.address) == []
    assert visitor.refused == []


def test_a_language_without_a_catalogue_is_not_found(open_as: Open, screen: Served) -> None:
    visitor = open_as()

    assert visitor.context.request.get(f"{screen.address}/language/xx").status == 404
