"""What strace saw of sockets: who was spoken to."""

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_ADDRESS = re.compile(
    r"^\d+ +(?P<call>\w+)\(.*sa_family=AF_INET6?.*?"
    r'(?:inet_addr\("(?P<four>[^"]*)"\)|inet_pton\(AF_INET6, "(?P<six>[^"]*)")'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One call with an internet address in it."""

    call: str
    host: str


def spoken_to(log: Path) -> list[Spoken]:
    """Return every internet address that a watched process connected to, sent to or listened on."""
    found = (_ADDRESS.match(line) for line in log.read_text(encoding="utf-8", errors="replace").splitlines())
    return [Spoken(call=each["call"], host=each["four"] or each["six"]) for each in found if each]


def outside(calls: Iterable[Spoken]) -> list[Spoken]:
    """Return those that leave this machine, or let others in."""
    return [spoken for spoken in calls if not ipaddress.ip_address(spoken.host).is_loopback]
