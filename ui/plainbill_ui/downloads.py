"""Files of a case to keep, print or send, made when asked for and served only to the browser whose case it is."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plainbill.knowledge.languages import ENGLISH
from plainbill.store import Store
from plainbill_ui.explained import explained_of
from plainbill_ui.languages import languages
from plainbill_ui.markup import Markup, tag
from plainbill_ui.pictures import NOT_FOUND, own_case
from plainbill_ui.services import services


def download_route(store_of: Callable[[], Store]) -> Route:
    """Return the address of files; it answers 404 to all but the owner."""

    def file(request: Request) -> Response:
        case = own_case(store_of(), request)
        asked = request.query_params.get("language", ENGLISH)
        explained = (
            None if case is None or case.state != "done" or asked not in languages() else explained_of(case, asked)
        )
        if explained is None:
            return NOT_FOUND
        path = str(request.path_params["path"])
        found = services().engine.export(explained.told_report, {path}, language=asked)
        if not found:
            return NOT_FOUND
        name = path.rsplit("/", 1)[-1]
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(found[0].content, media_type=found[0].media_type, headers=headers)

    return Route("/file/{tag}/{path:path}", file)


def download_link(tag_of_case: str, path: str, said: str, language: str = ENGLISH) -> Markup:
    """Return a link that saves a file of the case, written in `language`."""
    asked = "" if language == ENGLISH else f"?language={language}"
    return tag("a", said, href=f"/file/{tag_of_case}/{path}{asked}", download="", class_="pb-save")
