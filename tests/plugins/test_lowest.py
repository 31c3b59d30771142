"""With the lowest pluggy that the project allows, the tests of plugins run on that one and no other."""

import os
from importlib.metadata import version

import pluggy
import pytest
from packaging.version import Version


@pytest.mark.skipif("LOWEST_PLUGGY" not in os.environ, reason="`make test-lowest` puts the lowest pluggy in place")
def test_the_lowest_pluggy_is_the_one_that_is_used() -> None:
    lowest = Version(os.environ["LOWEST_PLUGGY"])

    assert Version(pluggy.__version__) == lowest == Version(version("pluggy"))
