"""The plugin under contract, for every group of the contract."""

import pytest

from plainbill.testing.subject import NoSuchPlugin, Subject, subject_called


@pytest.fixture(scope="session")
def subject(pytestconfig: pytest.Config) -> Subject:
    """The plugin that the option or the settings name; without a name there is nothing to test."""
    name = pytestconfig.getoption("--plainbill-plugin") or pytestconfig.getini("plainbill_plugin")
    if not name:
        pytest.exit("name the plugin: --plainbill-plugin NAME, or plainbill_plugin = NAME in pytest's settings", 4)
    try:
        return subject_called(str(name))
    except NoSuchPlugin as absent:
        pytest.exit(str(absent), 4)


@pytest.fixture
def loaded(subject: Subject) -> Subject:
    """The plugin, where it can be loaded; where not, the group on hooks says why."""
    if not subject.is_loaded:
        pytest.fail(f"it is not loaded: {subject.status.reason}")
    return subject
