"""Pictures of pages and pieces of them, served only to the browser whose case it is."""

import io
from collections.abc import Callable
from functools import lru_cache

from PIL import Image
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plainbill.store import Store, StoredCase, StoredPage
from plainbill_ui.protection import COOKIE, valid_cookie
from plainbill_ui.services import now

CROP_QUALITY = 85
# Paper shown around a box, in parts of its height and at most in parts of the page's: print is easier to trust when its
# surroundings show.
MARGIN = 0.3
LARGEST_MARGIN = 0.005

NOT_FOUND = Response("Not found", status_code=404, media_type="text/plain")


def case_tag(case_id: str) -> str:
    """Return what stands for a case in addresses, so that a browser never shows a picture of the case before."""
    return case_id[:8]


def picture_routes(store_of: Callable[[], Store]) -> tuple[Route, ...]:
    """Return the addresses of pictures: a page, a piece of one, and a page small before it is read.

    They answer 404 to all but the owner.
    """

    def whole(request: Request) -> Response:
        page = _own_page(store_of(), request)
        return NOT_FOUND if page is None else Response(page.picture, media_type="image/jpeg")

    def piece(request: Request) -> Response:
        x0, y0, x1, y1 = (request.path_params[name] for name in ("x0", "y0", "x1", "y1"))
        page = _own_page(store_of(), request) if x0 < x1 and y0 < y1 else None
        return NOT_FOUND if page is None else Response(cut(page, (x0, y0, x1, y1)), media_type="image/jpeg")

    def small(request: Request) -> Response:
        store = store_of()
        case = own_case(store, request)
        file, page = request.path_params["file"], request.path_params["page"]
        picture = None if case is None else store.glance_picture(case.id, file, page)
        return NOT_FOUND if picture is None else Response(picture, media_type="image/jpeg")

    return (
        Route("/waiting/{tag}/{file}/{page:int}", small),
        Route("/page/{tag}/{page:int}", whole),
        Route("/page/{tag}/{page:int}/{x0:int}-{y0:int}-{x1:int}-{y1:int}", piece),
    )


def cut(page: StoredPage, box: tuple[int, int, int, int]) -> bytes:
    """Return what stands in `box`, in pixels of the page that was read, with some paper around it, as a JPEG."""
    picture = _decoded(page.picture)
    across, down = picture.width / max(page.width, 1), picture.height / max(page.height, 1)
    margin = min(MARGIN * (box[3] - box[1]), LARGEST_MARGIN * page.height)
    x0, y0 = max((box[0] - margin) * across, 0), max((box[1] - margin) * down, 0)
    x1, y1 = min((box[2] + margin) * across, picture.width), min((box[3] + margin) * down, picture.height)
    piece = picture.crop((int(x0), int(y0), max(int(x1), int(x0) + 1), max(int(y1), int(y0) + 1)))
    written = io.BytesIO()
    piece.save(written, "JPEG", quality=CROP_QUALITY)
    return written.getvalue()


@lru_cache(maxsize=2)
def _decoded(picture: bytes) -> Image.Image:
    # The pieces of one page are asked for together; two pictures are about 25 MB.
    image = Image.open(io.BytesIO(picture))
    image.load()
    return image


def forget_pictures() -> None:
    """Let go of pictures held in memory; to be called when a case is deleted."""
    _decoded.cache_clear()


def own_case(store: Store, request: Request) -> StoredCase | None:
    """Return the case that an address names, where the browser that asks is its owner's; else None."""
    cookie = valid_cookie(request.cookies.get(COOKIE))
    case = None if cookie is None else store.case_of(cookie, now=now())
    return case if case is not None and case_tag(case.id) == request.path_params["tag"] else None


def _own_page(store: Store, request: Request) -> StoredPage | None:
    case = own_case(store, request)
    return None if case is None else store.page(case.id, request.path_params["page"])
