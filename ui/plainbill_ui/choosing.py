"""The choice of a language: a link that sets a cookie, and the word on who has reviewed a translation."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from plainbill.knowledge.languages import ENGLISH
from plainbill_ui.languages import LANGUAGE_COOKIE, NAMES, _, language, languages
from plainbill_ui.markup import Markup, join, tag
from plainbill_ui.pictures import NOT_FOUND

YEAR_S = 365 * 24 * 3600


def language_route() -> Route:
    """Return the address that keeps the choice of a language and leads back to where the case stands."""

    def choose(request: Request) -> Response:
        name = str(request.path_params["name"])
        if name not in languages():
            return NOT_FOUND
        answer = RedirectResponse("/", status_code=303)
        secure = request.url.scheme == "https"
        answer.set_cookie(LANGUAGE_COOKIE, name, max_age=YEAR_S, httponly=True, samesite="strict", secure=secure)
        return answer

    return Route("/language/{name}", choose)


def language_links() -> Markup:
    """Return a link to each other language, and where the screen is translated, who has reviewed that."""
    now = language()
    links = (
        tag("a", NAMES.get(each, each), href=f"/language/{each}", target="_self", lang=each, class_="pb-language")
        for each in languages()
        if each != now
    )
    return join(tag("p", *links), _unreviewed() if now != ENGLISH else "")


def _unreviewed() -> Markup:
    """Return what is to be known of a translation; it is what the catalogue says of itself."""
    said = (
        _("No patient advocate who speaks this language has reviewed these words yet."),
        _("What we say about some charges is in English for now."),
    )
    return tag("p", " ".join(said), class_="pb-quiet")
