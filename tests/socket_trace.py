"""Watches the system calls of a program and its children for sockets that leave this machine."""

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.socket_guard import is_this_machine

# With --seccomp-bpf only these calls are stopped at, so that the program runs at nearly its own pace.
STRACE = (
    "strace",
    "--seccomp-bpf",
    "--follow-forks",
    "--quiet=all",
    "--signal=none",
    "--trace=bind,connect,sendmmsg,sendmsg,sendto",
)
ADDRESS = re.compile(r'inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """How a traced program ended, and the addresses outside this machine that it tried to use."""

    status: int
    output: str
    outside: tuple[str, ...]


def traced_command(command: Sequence[str], log: Path) -> list[str]:
    """The command under strace, which writes what it sees to `log`; for programs that have to be stopped."""
    return [*STRACE, f"--output={log}", *command]


def outside_addresses(log: Path) -> tuple[str, ...]:
    """Every address in strace's log that is not this machine's, in order and once."""
    found = (first or second for first, second in ADDRESS.findall(log.read_text(encoding="utf-8", errors="replace")))
    return tuple(dict.fromkeys(address for address in found if not is_this_machine(address)))


def trace(command: Sequence[str], *, folder: Path) -> Traced:
    """Run a command to its end in `folder`, which also takes the log."""
    log = folder / "strace.log"
    done = subprocess.run(traced_command(command, log), cwd=folder, capture_output=True, text=True, check=False)
    return Traced(status=done.returncode, output=done.stdout, outside=outside_addresses(log))
