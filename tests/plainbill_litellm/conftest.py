"""litellm is loaded, and used once, for all tests of it: that alone takes longer than a test may."""

import tempfile
from pathlib import Path

import pytest

from plainbill.case import Line
from plainbill_litellm.proposing import propose
from plainbill_litellm.settings import ModelSettings
from tests.plainbill_litellm.serving import ModelServer


@pytest.fixture(scope="session", autouse=True)
def _litellm_was_used_once() -> None:
    with ModelServer().running() as server, tempfile.TemporaryDirectory() as folder:
        for model in ("ollama_chat/scripted", "openai/scripted"):
            settings = ModelSettings(model=model, api_base=server.base_for(model), time_limit_s=300)
            propose((Line(id="1", description="TRAY"),), settings, Path(folder) / "m.sqlite")
    assert len(server.requests) == 2
