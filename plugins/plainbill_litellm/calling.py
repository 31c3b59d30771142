"""Calling the model's server through litellm, held to the rules that were measured of it."""

import functools
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from plainbill_litellm.addresses import checked_address
from plainbill_litellm.asking import Request
from plainbill_litellm.settings import ModelSettings

if TYPE_CHECKING:
    from plainbill_litellm.guarding import GuardedTransport

Ending = Literal["answered", "no litellm", "not reached", "too slow", "server error", "refused by server", "no answer"]
"""How a call ended; never the words of an exception, which repeat what the server said."""

# litellm keeps its clients in module variables.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What came of one call; `reply` is empty unless it was answered."""

    ending: Ending
    reply: str = ""
    sent_bytes: int = 0
    seconds: float = 0.0
    tokens: int = 0


def call_model(request: Request, settings: ModelSettings, *, timeout_s: float) -> Called:
    """Return what the model answers within `timeout_s` seconds.

    Raises:
        AddressRefused: lines may not go to that address.
    """
    address = checked_address(settings.api_base, settings.allow_hosts)
    litellm = load_litellm()
    if litellm is None:
        return Called(ending="no litellm")
    start = time.monotonic()
    with _ONE_AT_A_TIME, _guarded(litellm, address, settings, start + timeout_s) as (guard, client):
        ending, reply, tokens = _complete(litellm, request, settings, client, timeout_s)
        return Called(
            ending=_ending(ending, guard),
            reply=reply,
            sent_bytes=guard.sent_bytes,
            seconds=time.monotonic() - start,
            tokens=tokens,
        )


def _ending(said: Ending, guard: "GuardedTransport") -> Ending:
    """How a call ended; litellm calls a server that is not there, or that does not end, one that failed."""
    if said == "answered":
        return said
    if guard.is_unreached:
        return "not reached"
    return "too slow" if guard.why else said


def price_of(request: Request, settings: ModelSettings) -> float | None:
    """Return the most dollars that a request may cost by litellm's own list, None where the list does not have it."""
    litellm = load_litellm()
    name = settings.model.partition("/")[2]
    if litellm is None or litellm.model_cost.keys().isdisjoint({settings.model, name}):
        return None
    costs = litellm.cost_per_token(
        model=settings.model, prompt_tokens=request.tokens, completion_tokens=request.reply_tokens
    )
    return float(sum(costs))


@functools.cache
def load_litellm() -> Any:
    """Return the package, imported with its own network use switched off; None where it is not installed."""
    # Both are read while it is imported: no price list is fetched, and no .env of the working folder is taken up.
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    os.environ["LITELLM_MODE"] = "PRODUCTION"
    try:
        import litellm
    except ImportError:
        return None
    litellm.suppress_debug_info = True
    litellm.turn_off_message_logging = True
    litellm.telemetry = False
    litellm.callbacks = []
    # Threads of its own ask Ollama about a model after the answer is there; nobody waits for that, and it stays here.
    from litellm.llms.custom_httpx.http_handler import HTTPHandler

    from plainbill_litellm.guarding import refusing_client

    litellm.module_level_client = HTTPHandler(client=refusing_client())
    return litellm


@contextmanager
def _guarded(
    litellm: Any, address: str, settings: ModelSettings, deadline: float
) -> Iterator[tuple["GuardedTransport", Any]]:
    import httpx

    from plainbill_litellm.guarding import GuardedTransport

    guard = GuardedTransport(address, deadline, encrypted=settings.api_base.startswith("https"))
    # No proxy of the environment, no redirect: either would be another address than the one that was allowed.
    with httpx.Client(transport=guard, trust_env=False, follow_redirects=False) as client:
        from litellm.llms.custom_httpx.http_handler import HTTPHandler

        before = litellm.client_session
        litellm.client_session = client
        try:
            yield guard, HTTPHandler(client=client)
        finally:
            litellm.client_session = before


def _complete(
    litellm: Any, request: Request, settings: ModelSettings, client: Any, timeout_s: float
) -> tuple[Ending, str, int]:
    import httpx

    kind = settings.model.partition("/")[0]
    # Ollama and vLLM are asked through litellm's own client, the others through that of openai.
    own: dict[str, object] = {"client": client} if kind in ("ollama_chat", "hosted_vllm") else {}
    if kind == "ollama_chat":
        own |= {"num_ctx": settings.context_tokens, "keep_alive": "5m"}
    schema = {key: value for key, value in request.schema.items() if not key.startswith("$")}
    try:
        answer = litellm.completion(
            model=settings.model,
            api_base=settings.api_base,
            # Left out, litellm would look for a key in the environment and send it along.
            api_key=os.environ.get(settings.api_key_variable, "") or "none",
            messages=[{"role": "user", "content": request.text}],
            response_format={
                "type": "json_schema",
                "json_schema": {"name": request.prompt.replace(".", "_"), "schema": schema, "strict": True},
            },
            temperature=0,
            seed=0,
            max_tokens=request.reply_tokens,
            timeout=timeout_s,
            num_retries=0,
            max_retries=0,
            **own,
        )
        return "answered", answer.choices[0].message.content or "", int(answer.usage.total_tokens)
    except litellm.exceptions.Timeout:
        return "too slow", "", 0
    except (litellm.exceptions.InternalServerError, litellm.exceptions.ServiceUnavailableError):
        return "server error", "", 0
    except (litellm.exceptions.APIConnectionError, httpx.TransportError):
        return "not reached", "", 0
    except tuple(litellm.exceptions.LITELLM_EXCEPTION_TYPES):
        return "refused by server", "", 0
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return "no answer", "", 0
