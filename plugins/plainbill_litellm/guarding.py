"""The one client that requests go through: to the one address, no detours, and no reply without end.

Imported only when something is about to be sent, with litellm.
"""

import ssl
import time
from collections.abc import Iterator

import httpx

_PATHS = ("/chat/completions", "/api/chat")
_MOST_BYTES = 1_000_000


class GuardedTransport(httpx.BaseTransport):
    """Sends what goes to `address` ("host:port") and refuses the rest, until `deadline` by the monotonic clock.

    `sent_bytes` counts the bodies that were sent; `why` says what was refused or cut off, empty where nothing was, and
    `is_unreached` whether nobody was there to connect to.
    """

    def __init__(self, address: str, deadline: float, *, encrypted: bool) -> None:
        self._address = address
        self._deadline = deadline
        # A server on this machine speaks plain HTTP, and loading the certificates of the world would take longer.
        self._inner = httpx.HTTPTransport(verify=ssl.create_default_context() if encrypted else False)
        self.sent_bytes = 0
        self.why = ""
        self.is_unreached = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request, or answer it here with 404 where it goes anywhere but to the model."""
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        elsewhere = f"{request.url.host}:{port}" != self._address
        if elsewhere or request.method != "POST" or not request.url.path.endswith(_PATHS):
            return httpx.Response(404, request=request)
        left = max(0.001, self._deadline - time.monotonic())
        request.extensions["timeout"] = dict.fromkeys(("connect", "read", "write", "pool"), left)
        body = request.read()
        self.sent_bytes += len(body)
        try:
            response = self._inner.handle_request(request)
        except httpx.ConnectError:
            self.is_unreached = True
            self.sent_bytes -= len(body)
            raise
        return httpx.Response(
            response.status_code,
            headers=response.headers,
            stream=_Bounded(response, self),
            extensions=response.extensions,
            request=request,
        )

    def check(self, received: int) -> None:
        """Raise where a reply is too long or comes too late."""
        if received > _MOST_BYTES:
            self.why = "endless"
        elif time.monotonic() > self._deadline:
            self.why = "late"
        if self.why:
            raise httpx.ReadTimeout("the reply was cut off")

    def close(self) -> None:
        """Let go of the connection."""
        self._inner.close()


def refusing_client() -> httpx.Client:
    """Return a client that reaches nothing: every request is answered here with 404."""
    return httpx.Client(transport=httpx.MockTransport(lambda request: httpx.Response(404)), trust_env=False)


class _Bounded(httpx.SyncByteStream):
    def __init__(self, response: httpx.Response, guard: GuardedTransport) -> None:
        self._response = response
        self._guard = guard

    def __iter__(self) -> Iterator[bytes]:
        received = 0
        for chunk in self._response.iter_raw():
            received += len(chunk)
            self._guard.check(received)
            yield chunk

    def close(self) -> None:
        self._response.close()
