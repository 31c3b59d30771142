"""A case described with a model at hand, in this process, by the engine as the command line starts it."""

from plainbill.engine import Engine
from plainbill.plugins.models import Outgoing
from plainbill.settings import Settings
from tests.plainbill_litellm.serving import ModelServer


def settings_with(server: ModelServer, model: str = "openai/scripted") -> Settings:
    """Settings that switch the server's model on."""
    own = {"model": model, "api_base": server.base_for(model)}
    return Settings.model_validate({"plugins": {"mode": "built-in", "litellm": own}})


def engine_with(server: ModelServer, shown: list[Outgoing]) -> Engine:
    """An engine that asks the server's model, and lists in `shown` what it shows beforehand."""
    engine = Engine.start(settings_with(server))
    engine.show_what_leaves(shown.append)
    return engine


def engine_without() -> Engine:
    """An engine without a model."""
    return Engine.start(Settings())
