"""What holds for every test: no socket leaves the machine, nothing around it changes, and how long it may take."""

import decimal
import locale
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.socket_guard import refuse_outside_sockets

TESTS = Path(__file__).parent
BROWSER = TESTS / "browser"
LONG_RUNNING = (BROWSER, TESTS / "slow")
LONG_RUNNING_TIMEOUT_S = 120

# Variables that change by themselves: pytest names the running test, cv2 and Qt put library folders first on import,
# plainbill_rapidocr forbids onnxruntime to report and plainbill_litellm forbids litellm to fetch for as long as the
# process lives.
NOT_A_LEAK = {
    "LD_LIBRARY_PATH",
    "LITELLM_LOCAL_MODEL_COST_MAP",
    "LITELLM_MODE",
    "ORT_DISABLE_TELEMETRY",
    "PYTEST_CURRENT_TEST",
    "PYTEST_VERSION",
    "QT_QPA_FONTDIR",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "TIKTOKEN_CACHE_DIR",
}

refusals: list[str] = []


def pytest_configure(config: pytest.Config) -> None:
    """Start from defaults, whatever this user has set up or stored, and refuse sockets from here on."""
    for name in [name for name in os.environ if name.startswith(("PLAINBILL_", "STREAMLIT_"))]:
        del os.environ[name]
    empty = tempfile.TemporaryDirectory(prefix="plainbill-tests-")
    config.add_cleanup(empty.cleanup)
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(Path(empty.name) / name)
    refuse_outside_sockets(refusals.append)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give tests that drive a browser or build a wheel the time they need; a browser forbids event loops after it."""
    items.sort(key=lambda item: BROWSER in item.path.parents)
    for item in items:
        if any(folder in item.path.parents for folder in LONG_RUNNING) and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(LONG_RUNNING_TIMEOUT_S, func_only=True))


def surroundings() -> dict[str, object]:
    """What one test could change for the next one."""
    return {
        "environment": {name: value for name, value in os.environ.items() if name not in NOT_A_LEAK},
        "working directory": Path.cwd(),
        "locale": locale.setlocale(locale.LC_ALL),
        "decimal precision": decimal.getcontext().prec,
        "decimal rounding": decimal.getcontext().rounding,
    }


@pytest.fixture(autouse=True)
def _nothing_leaks() -> Iterator[None]:
    """Fail a test that leaves its surroundings changed, or whose refused socket somebody swallowed."""
    before = surroundings()
    refusals.clear()
    yield
    after = surroundings()
    changed = [name for name in before if before[name] != after[name]]
    assert not changed, f"the test left these changed: {', '.join(changed)}: {describe_change(before, after)}"
    assert not refusals, f"something tried to leave this machine: {'; '.join(refusals)}"


def describe_change(before: dict[str, object], after: dict[str, object]) -> str:
    """The values that differ, with names of environment variables but not what they hold."""
    told = []
    for name, old in before.items():
        new = after[name]
        if isinstance(old, dict) and isinstance(new, dict):
            told += sorted(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))
        elif old != new:
            told.append(f"{old} became {new}")
    return ", ".join(told)
