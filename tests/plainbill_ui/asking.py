"""Asks an ASGI application for an address, without a server."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came back."""

    status: int
    headers: Headers
    body: bytes


def ask(app: ASGIApp, path: str, headers: Mapping[str, str] | None = None, *, scheme: str = "http") -> Answered:
    """Return the answer to a GET of `path`."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asked = Headers({"host": "127.0.0.1:8501", **(headers or {})})
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": asked.raw, "scheme": scheme}
    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]  # an ASGI application is a coroutine function
    start = sent[0]
    body = b"".join(each.get("body", b"") for each in sent[1:])
    return Answered(status=start["status"], headers=Headers(raw=start["headers"]), body=body)
