"""What a command says on standard error when a plugin's share of the result is missing."""

from plainbill.cli.ending import say
from plainbill.cli.settings import AnyEngine
from plainbill.plugins.boundary import describe_failure


def say_failures(engine: AnyEngine) -> None:
    """Name every plugin that failed, and say what else somebody at this machine should know."""
    for failure in engine.failures:
        say(f"plainbill: the result is partial: {describe_failure(failure)}")
    for remark in engine.remarks:
        say(remark)
