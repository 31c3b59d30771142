"""A model's server on this machine for tests: it speaks Ollama's form and OpenAI's, and answers as it is told to."""

import contextlib
import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

LINE = re.compile(r"^(\d+)\. (.*)$", re.MULTILINE)
FENCE = re.compile(r"^(`{3,})\n(.*?)\n\1$", re.MULTILINE | re.DOTALL)

Script = Callable[[Sequence[str]], str]
"""What a scripted model answers, given the lines that it was asked about, as they were sent."""


def entries(*plain: str) -> str:
    """A reply of the wanted form, with one wording for each line; an empty one says that nobody can say."""
    told = [{"number": i, "plain": each, "cannot_say": not each} for i, each in enumerate(plain, start=1)]
    return json.dumps({"lines": told}, ensure_ascii=False)


def good(lines: Sequence[str]) -> str:
    """Words that each line bears out: its own last word."""
    return entries(*(f"This is probably a {last_word(line)}." for line in lines))


def last_word(line: str) -> str:
    """The last word of a line as it was sent, in small letters."""
    return str(re.findall(r"[A-Z]{3,}", line)[-1]).lower()


SCRIPTS: dict[str, Script] = {
    "good": good,
    "prose around JSON": lambda lines: f"Sure, here it is:\n```json\n{good(lines)}\n```\nAnything else?",
    "wrong types": lambda lines: good(lines).replace('"number": 1', '"number": "one"').replace("false", '"no"'),
    "invented numbers": lambda lines: entries(*(f"This is probably a {last_word(each)} for 417." for each in lines)),
    "instructions obeyed": lambda lines: entries(*("You must not pay this bill." for _ in lines)),
}
MODES = (*SCRIPTS, "slow", "500", "flaky", "endless")


class ModelServer:
    """The server; `requests` are the bodies that came, as bytes, and `paths` where to."""

    def __init__(self, mode: str = "good", script: Script | None = None) -> None:
        self.mode = mode
        self.script = script or SCRIPTS.get(mode, good)
        self.requests: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.leave = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._server.daemon_threads = True

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def base_for(self, model: str) -> str:
        """The api_base for a kind of model."""
        return self.address if model.startswith("ollama_chat/") else f"{self.address}/v1"

    @property
    def texts(self) -> list[str]:
        """The text of every request."""
        return [json.loads(body)["messages"][0]["content"] for body in self.requests]

    @contextlib.contextmanager
    def running(self) -> Iterator["ModelServer"]:
        """Serve until the block ends."""
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.leave.set()
            self._server.shutdown()
            self._server.server_close()
            thread.join()


def lines_in(text: str) -> list[str]:
    """The lines that a request asks about, as they were sent."""
    quoted = FENCE.search(text)
    assert quoted is not None
    return [each[1] for each in LINE.findall(quoted[2])]


def _handler_of(server: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # the name that http.server looks for
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.requests.append(body)
            server.paths.append(self.path)
            server.headers.append(dict(self.headers))
            if server.mode == "slow":
                server.leave.wait(30)
                return
            if server.mode == "500" or (server.mode == "flaky" and len(server.requests) == 1):
                self._answer(500, b'{"error": {"message": "broken"}}')
                return
            if server.mode == "endless":
                self._never_end()
                return
            asked = json.loads(body)
            reply = server.script(lines_in(asked["messages"][0]["content"]))
            self._answer(200, json.dumps(_wrapped(self.path, reply)).encode())

        def _answer(self, status: int, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def _never_end(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            with contextlib.suppress(OSError):
                while not server.leave.is_set():
                    self.wfile.write(b" " * 1000)
                    time.sleep(0.01)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    return Handler


def _wrapped(path: str, reply: str) -> dict[str, object]:
    message = {"role": "assistant", "content": reply}
    if path.startswith("/api/"):
        return {
            "model": "scripted",
            "created_at": "2026-01-01T00:00:00Z",
            "message": message,
            "done": True,
            "done_reason": "stop",
            "prompt_eval_count": 100,
            "eval_count": 20,
        }
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }
