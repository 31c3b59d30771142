"""Visitors of the screen without a browser: each speaks to the server as Streamlit's page does."""

import time
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

LARGEST_MESSAGE = 64 * 1024 * 1024
ANSWER_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One visitor's open page."""

    socket: ClientConnection

    def run(self, page: str) -> float:
        """Have the script run for a page, as a tap does; return the seconds until the last of it is here."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        start = time.perf_counter()
        self.socket.send(asked.SerializeToString())
        while True:
            said = ForwardMsg.FromString(_bytes(self.socket.recv(ANSWER_S)))
            if said.WhichOneof("type") == "script_finished":
                return time.perf_counter() - start


class Visitors:
    """Sessions that are open together, each with the cookie of its case."""

    def __init__(self, address: str) -> None:
        self._address = address.replace("http://", "ws://")
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._open.close()

    def enter(self, cookie: str, page: str) -> Session:
        """Open a page; return when it is drawn."""
        socket = self._open.enter_context(
            connect(
                f"{self._address}/_stcore/stream",
                additional_headers={"Cookie": f"plainbill_case={cookie}"},
                max_size=LARGEST_MESSAGE,
                open_timeout=ANSWER_S,
            )
        )
        session = Session(socket=socket)
        session.run(page)
        return session


def _bytes(message: str | bytes) -> bytes:
    return message if isinstance(message, bytes) else message.encode()
