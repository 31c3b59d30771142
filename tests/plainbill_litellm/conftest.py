"""litellm is imported once for all tests of it: that alone takes longer than a test may."""

import os

import pytest


@pytest.fixture(scope="session", autouse=True)
def _litellm_is_there() -> None:
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    os.environ["LITELLM_MODE"] = "PRODUCTION"
    import litellm

    assert litellm.completion
