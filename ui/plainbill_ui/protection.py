"""What every answer of the server carries: a strict policy, a cookie that no script can read, no copy in a cache."""

import base64
import hashlib
import re
import secrets
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "plainbill_case"
# 32 random bytes as token_urlsafe writes them; anything else was not made here.
COOKIE_FORM = re.compile(r"[A-Za-z0-9_-]{43}")
_HOST_FORM = re.compile(r"[A-Za-z0-9.\-]+(:[0-9]+)?|\[[0-9a-fA-F:.]+\](:[0-9]+)?")
_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
# Streamlit's own files, the same for everybody: only these may be kept by a browser or what stands between.
_SHARED = "/static/"

FIXED_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def valid_cookie(written: str | None) -> str | None:
    """Return the cookie's value where this server can have made it, else None."""
    return written if written is not None and COOKIE_FORM.fullmatch(written) else None


def inline_script_hashes(index: Path) -> tuple[str, ...]:
    """Return the policy's names for the scripts that stand in Streamlit's start page, so that only these may run."""
    found: list[bytes] = _INLINE_SCRIPT.findall(index.read_bytes())
    return tuple(f"'sha256-{base64.b64encode(hashlib.sha256(each).digest()).decode()}'" for each in found)


def content_policy(host: str, script_hashes: tuple[str, ...]) -> str:
    """Return the content-security policy of a page served as `host`: all from here, nothing from elsewhere."""
    # Browsers that do not count the socket of the page's own host as 'self' need it named.
    sockets = f" ws://{host} wss://{host}" if _HOST_FORM.fullmatch(host) else ""
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self' blob:", *script_hashes)),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self'{sockets}",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


class Protection:
    """The middleware that puts this on every answer."""

    def __init__(self, app: ASGIApp, *, script_hashes: tuple[str, ...], keep_days: int) -> None:
        self._app = app
        self._script_hashes = script_hashes
        self._keep_days = keep_days

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the headers of its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = Headers(scope=scope)

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._complete(message, scope, asked)
            await send(message)

        await self._app(scope, receive, complete)

    def _complete(self, message: MutableMapping[str, Any], scope: Scope, asked: Headers) -> None:
        headers = MutableHeaders(scope=message)
        headers["Content-Security-Policy"] = content_policy(asked.get("host", ""), self._script_hashes)
        for name, value in FIXED_HEADERS.items():
            headers[name] = value
        if scope["path"].startswith(_SHARED):
            return
        headers["Cache-Control"] = "no-store"
        if valid_cookie(cookie_of(asked)) is None and not _from_elsewhere(asked):
            headers.append("Set-Cookie", self._fresh_cookie(scope))

    def _fresh_cookie(self, scope: Scope) -> str:
        secure = "; Secure" if scope.get("scheme") == "https" else ""
        age_s = self._keep_days * 24 * 3600
        return f"{COOKIE}={secrets.token_urlsafe(32)}; HttpOnly; SameSite=Strict; Path=/; Max-Age={age_s}{secure}"


def cookie_of(headers: Headers) -> str | None:
    """Return what the request's cookie of ours says, None where there is none."""
    return cookie_parser(headers.get("cookie", "")).get(COOKIE)


def _from_elsewhere(headers: Headers) -> bool:
    """True where another site led here: the browser then holds our cookie back, and a new one would lose the case."""
    return headers.get("sec-fetch-site") in ("cross-site", "same-site")
