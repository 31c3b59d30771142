"""A screen as `python -m plainbill_ui` serves it, with a store of its own, watched by strace."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from PIL import Image

from plainbill.case import ExplainResult
from plainbill.engine.stored import as_jpeg
from plainbill.plugins.records import Picture
from plainbill.store import Store, StoredCase, StoredPage

FIXTURES = Path(__file__).parents[2] / "fixtures"
START_TIMEOUT_S = 60
STOP_TIMEOUT_S = 20
# seccomp lets every other system call run at full speed.
STRACE = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg,bind", "-o")


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A running screen: where it is, its store, its process, and what strace wrote (None where nobody watches)."""

    address: str
    store: Store
    folder: Path
    pid: int
    watched: Path | None

    def new_cookie(self) -> str:
        """Begin a case without papers; return its cookie."""
        cookie = secrets.token_urlsafe(32)
        self.store.create_case(cookie, now=datetime.now(UTC), keep_days=1)
        return cookie

    def case_of(self, cookie: str) -> StoredCase:
        """Return the case behind a cookie."""
        case = self.store.case_of(cookie, now=datetime.now(UTC))
        assert case is not None
        return case

    def keep(self, result: ExplainResult) -> str:
        """Put a case that was read into the store, with the picture of the sample bill; return its cookie."""
        cookie = self.new_cookie()
        case = self.case_of(cookie)
        page = StoredPage(position=0, file="bill.jpg", picture=_sample_picture(), width=1950, height=2600)
        self.store.save_page(case.id, page)
        self.store.save_result(case.id, result)
        return cookie


@cache
def _sample_picture() -> bytes:
    import numpy

    pixels = numpy.asarray(Image.open(FIXTURES / "sample" / "bill.jpg").convert("RGB"))
    return as_jpeg(Picture(pixels=pixels))


@contextmanager
def served(folder: Path, own: str = "", *, watch: bool = True) -> Iterator[Served]:
    """Serve the screen for as long as the context lasts, watched by strace where that is wanted and allowed.

    `own` are further settings, as in `plainbill.toml`.
    """
    port = free_port()
    url = f"sqlite:///{folder / 'cases.sqlite'}"
    (folder / "plainbill.toml").write_text(f'[store]\nurl = "{url}"\n[screen]\nport = {port}\n{own}', encoding="utf-8")
    watched = folder / "strace.log" if watch and can_trace(folder) else None
    command = [sys.executable, "-m", "plainbill_ui"]
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [*STRACE, str(watched), *command] if watched else command,
            cwd=folder,
            env=surroundings(folder),
            stderr=log,
            start_new_session=True,
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", process, folder)
        store = Store.open(url)
        yield Served(address=f"http://127.0.0.1:{port}", store=store, folder=folder, pid=process.pid, watched=watched)
        store.close()
    finally:
        # The whole group: strace blocks the signal for itself and ends with the server.
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=STOP_TIMEOUT_S)


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a person who never set anything up."""
    return {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}


def can_trace(folder: Path) -> bool:
    """True where strace may watch a process here."""
    attempt = subprocess.run([*STRACE, str(folder / "attempt.log"), "true"], capture_output=True, check=False)
    return attempt.returncode == 0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def wait_for(address: str, process: "subprocess.Popen[bytes]", folder: Path) -> None:
    """Return when the address answers; fail with what the server said where it never does."""
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(f"the screen did not start: {(folder / 'server.log').read_text(encoding='utf-8')[-2000:]}")
