"""The screen in Spanish: chosen by a link and kept; test_every_screen.py looks at all of it."""

from tests.browser.browsing import Open
from tests.browser.serving import Served


def test_spanish_is_chosen_and_kept_from_screen_to_screen(open_as: Open, cookie: str) -> None:
    visitor = open_as(cookie=cookie)
    visitor.page.get_by_role("link", name="Español").click()
    visitor.heading("1 cosa que vale la pena preguntar")
    visitor.says("Ningún defensor de pacientes de habla hispana")
    visitor.press("Ver el número 1")
    visitor.page.get_by_role("heading", name="Dónde pudo haber fallado").wait_for()
    visitor.page.reload()
    visitor.page.get_by_role("heading", name="Dónde pudo haber fallado").wait_for()


def test_a_letter_goes_out_in_english_and_can_be_read_in_spanish_beside_it(
    open_as: Open, photographed: str, screen: Served
) -> None:
    visitor = open_as(cookie=photographed)
    visitor.page.goto(f"{screen.address}/language/es")
    visitor.page.goto(f"{screen.address}/letters?letter=1")
    visitor.heading("Por favor revisen")

    sent = visitor.page.locator(".pb-letter").first.inner_text()
    read = visitor.page.locator(".pb-letter").last.inner_text()
    link = visitor.page.get_by_role("link", name="Guardar como texto").get_attribute("href")
    saved = visitor.context.request.get(f"{screen.address}{link}").text()

    assert "To whom it may concern:" in sent
    assert "A quien corresponda:" in read
    assert "To whom it may concern:" in saved
    assert "corresponda" not in saved


def test_the_whole_answer_is_saved_in_spanish(open_as: Open, photographed: str, screen: Served) -> None:
    visitor = open_as(cookie=photographed)
    visitor.page.goto(f"{screen.address}/language/es")
    visitor.page.goto(f"{screen.address}/next")
    visitor.heading("Qué hacer ahora")

    link = visitor.page.get_by_role("link", name="Guardar estas fechas").get_attribute("href")
    saved = visitor.context.request.get(f"{screen.address}{link}").text()
    unknown = visitor.context.request.get(f"{screen.address}{str(link).replace('=es', '=xx')}")

    assert "La factura pide el pago para este día" in saved.replace("\r\n ", "")
    assert unknown.status == 404


def test_a_language_without_a_catalogue_is_not_found(open_as: Open, screen: Served) -> None:
    visitor = open_as()

    assert visitor.context.request.get(f"{screen.address}/language/xx").status == 404
