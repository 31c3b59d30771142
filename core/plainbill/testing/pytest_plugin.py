"""What pytest gains where plainbill is installed: the option that names the plugin under contract.

Nothing else is imported here: pytest loads this in every project of the environment.
"""

from pathlib import Path

import pytest

CONTRACT = Path(__file__).parent / "contract"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--plainbill-plugin NAME`, and the same as a setting."""
    told = "the plugin of plainbill that has to keep the contract, by the name of its entry point"
    parser.getgroup("plainbill").addoption("--plainbill-plugin", metavar="NAME", help=told)
    parser.addini("plainbill_plugin", told)


def pytest_configure(config: pytest.Config) -> None:
    """Run the contract with a project's own tests where its settings name the plugin."""
    by_hand = config.args_source is pytest.Config.ArgsSource.ARGS
    if config.getini("plainbill_plugin") and not by_hand:
        config.args.append(str(CONTRACT))
