"""The screen in Spanish: chosen by a link and kept; test_every_screen.py looks at all of it."""

from tests.browser.browsing import Open
from tests.browser.serving import Served


def test_spanish_is_chosen_and_kept_from_screen_to_screen(open_as: Open, cookie: str) -> None:
    visitor = open_as(cookie=cookie)
    visitor.page.get_by_role("link", name="Español").click()
    visitor.heading("1 cosa que vale la pena preguntar")
    assert "Ningún defensor de pacientes de habla hispana" in visitor.text()
    visitor.press("Ver el número 1")
    visitor.page.get_by_role("heading", name="Dónde pudo haber fallado").wait_for()
    visitor.page.reload()
    visitor.page.get_by_role("heading", name="Dónde pudo haber fallado").wait_for()


def test_a_language_without_a_catalogue_is_not_found(open_as: Open, screen: Served) -> None:
    visitor = open_as()

    assert visitor.context.request.get(f"{screen.address}/language/xx").status == 404
