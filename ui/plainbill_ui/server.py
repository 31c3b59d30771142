"""The server: Streamlit, the pictures beside it, and the protection around both."""

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from streamlit.starlette import App

from plainbill.store import Store
from plainbill_ui.choosing import language_route
from plainbill_ui.downloads import download_route
from plainbill_ui.page_language import PageLanguage
from plainbill_ui.pictures import picture_routes
from plainbill_ui.protection import Protection, inline_script_hashes
from plainbill_ui.services import load_settings, services

SCRIPT = Path(__file__).with_name("screen.py")
INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


def make_app() -> App:
    """Return the whole screen as one ASGI application; one in a process, as Streamlit asks."""
    protection = Middleware(
        Protection, script_hashes=inline_script_hashes(INDEX), keep_days=load_settings().store.expire_days
    )
    routes = (*picture_routes(_store), download_route(_store), language_route())
    return App(SCRIPT, routes=routes, middleware=[protection, Middleware(PageLanguage)], lifespan=_open_and_close)


def _store() -> Store:
    return services().store


@asynccontextmanager
async def _open_and_close(_app: App) -> AsyncIterator[None]:
    # Streamlit switches this log on; it would hold an address for every piece of paper that somebody looked at.
    logging.getLogger("uvicorn.access").disabled = True
    opened = await run_in_threadpool(services)
    # Streamlit collects garbage after every tap: what is loaded for good need not be looked through each time.
    gc.collect()
    gc.freeze()
    yield
    await run_in_threadpool(opened.close)
