"""The settings of the model: which one, where it is, and how much it may be asked."""

from typing import Annotated

from pydantic import Field, field_validator

from plainbill.plugins.settings import OwnSettings

KINDS = ("ollama_chat", "openai", "hosted_vllm", "lm_studio", "llamafile")
"""Kinds of servers, as litellm calls them, whose requests all go through a client of ours that holds them to rules."""


class ModelSettings(OwnSettings):
    """A model that may propose words for lines that no table explains. Without `model` it is off."""

    model: Annotated[str, Field(description='such as "ollama_chat/llama3.2" or "openai/NAME"; empty: no model')] = ""
    api_base: Annotated[str, Field(description="where the model's server is")] = "http://127.0.0.1:11434"
    api_key_variable: Annotated[
        str, Field(description="the environment variable that holds the server's key, where it wants one")
    ] = ""
    allow_hosts: Annotated[
        tuple[str, ...], Field(description="hosts other than this machine that lines may be sent to, by name")
    ] = ()
    time_limit_s: Annotated[float, Field(gt=0, description="longest that one case may wait for the model")] = 60.0
    calls: Annotated[int, Field(ge=1, description="most requests for one case")] = 3
    tokens: Annotated[int, Field(ge=1, description="most tokens for one case, sent and received")] = 24_000
    dollars: Annotated[
        float, Field(ge=0, description="most that one case may cost on another machine, by litellm's price list")
    ] = 0.05
    context_tokens: Annotated[int, Field(ge=2048, description="the context that Ollama is asked to keep")] = 8192

    @field_validator("model")
    @classmethod
    def _is_of_a_kind_we_hold(cls, model: str) -> str:
        kind, _, name = model.partition("/")
        if model and (kind not in KINDS or not name):
            raise ValueError(
                f"is no model that plainbill can ask; write one of {', '.join(KINDS)}, a stroke, and its name"
            )
        return model
