"""The language that the whole page says it is in: Streamlit's start page names English, whoever reads it."""

from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plainbill.knowledge.languages import ENGLISH
from plainbill_ui.languages import LANGUAGE_COOKIE, languages

_PAGE = "text/html"
_NAMED = b'<html lang="%s"'


class PageLanguage:
    """The middleware that names the visitor's language, so that a screen reader speaks buttons in it too.

    It is the language that was chosen, else the first one that the browser asks for. Names of two letters keep the
    page as long as it was.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and name the language in a page that comes back."""
        asked = Headers(scope=scope) if scope["type"] == "http" else Headers()
        language = language_for(asked) if _PAGE in asked.get("accept", "") else ENGLISH
        if language == ENGLISH or len(language) != len(ENGLISH):
            await self._app(scope, receive, send)
            return
        # In a compressed page nothing could be named.
        headers = [each for each in scope["headers"] if each[0] != b"accept-encoding"]

        async def named(message: Message) -> None:
            if message["type"] == "http.response.body":
                _name(message, language)
            await send(message)

        await self._app({**scope, "headers": headers}, receive, named)


def language_for(headers: Headers) -> str:
    """Return the language that a request's cookie chose, else the first that the browser prefers where it is there."""
    chosen = cookie_parser(headers.get("cookie", "")).get(LANGUAGE_COOKIE)
    preferred = headers.get("accept-language", "").partition(",")[0].partition(";")[0].partition("-")[0].strip().lower()
    return next((each for each in (chosen, preferred) if each in languages()), ENGLISH)


def _name(message: MutableMapping[str, Any], language: str) -> None:
    message["body"] = message.get("body", b"").replace(_NAMED % ENGLISH.encode(), _NAMED % language.encode(), 1)
