"""The page names the language that the visitor reads, and nothing else of it changes."""

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from plainbill_ui.page_language import PageLanguage, language_for
from tests.plainbill_ui.asking import ask

PAGE = b'<!doctype html><html lang="en"><body lang="en">' + 1000 * b"." + b"</body></html>"
SPANISH = {"cookie": "plainbill_language=es", "accept": "text/html,*/*", "accept-encoding": "gzip"}


@pytest.fixture
def app() -> ASGIApp:
    page = Route("/", lambda _request: Response(PAGE, media_type="text/html"))
    return PageLanguage(Starlette(routes=[page], middleware=[Middleware(GZipMiddleware)]))


def test_the_page_names_the_language_that_was_chosen(app: ASGIApp) -> None:
    answer = ask(app, "/", SPANISH)

    assert answer.body == PAGE.replace(b'<html lang="en"', b'<html lang="es"')
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_what_is_no_page_is_left_as_it_is(app: ASGIApp) -> None:
    assert ask(app, "/", {**SPANISH, "accept": "image/*"}).headers["content-encoding"] == "gzip"


def test_without_a_choice_the_page_is_english(app: ASGIApp) -> None:
    assert ask(app, "/").body == PAGE


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        ({"accept-language": "es-MX,es;q=0.9,en;q=0.8"}, "es"),
        ({"accept-language": "fr-FR,es;q=0.9"}, "en"),
        ({"accept-language": "es", "cookie": "plainbill_language=en"}, "en"),
        ({"cookie": "plainbill_language=<script>"}, "en"),
        ({"accept-language": ""}, "en"),
    ],
)
def test_the_choice_goes_before_what_the_browser_prefers(headers: dict[str, str], language: str) -> None:
    assert language_for(Headers(headers)) == language
