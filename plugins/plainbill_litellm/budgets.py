"""Budgets: how often, how long and for how much one case may ask the model."""

import time

from plainbill_litellm.addresses import host_of, is_this_machine
from plainbill_litellm.asking import Request
from plainbill_litellm.calling import Called, price_of
from plainbill_litellm.settings import ModelSettings


class Budget:
    """What is left of the settings' limits for one case."""

    def __init__(self, settings: ModelSettings, request: Request) -> None:
        self._settings = settings
        self._request = request
        self._deadline = time.monotonic() + settings.time_limit_s
        self._calls = 0
        self._tokens = 0

    @property
    def seconds_left(self) -> float:
        """Seconds until the case may wait no longer."""
        return max(0.0, self._deadline - time.monotonic())

    def refusal(self) -> str:
        """Return in a sentence why there may be no further call, empty where there may."""
        if self._calls >= self._settings.calls:
            return f"the budget of {self._settings.calls} calls for a case is used up"
        if self._calls and not self.seconds_left:
            return "the time for a case is used up; raise time_limit_s, or use a smaller model"
        if self._tokens + self._request.tokens + self._request.reply_tokens > self._settings.tokens:
            return f"the budget of {self._settings.tokens:,} tokens for a case would not do; raise tokens"
        return self._too_dear()

    def spend(self, called: Called) -> None:
        """Take note of a call."""
        self._calls += 1
        self._tokens += called.tokens or self._request.tokens

    def _too_dear(self) -> str:
        if is_this_machine(host_of(self._settings.api_base)) or not self._settings.dollars:
            return ""
        price = price_of(self._request, self._settings)
        if price is None:
            return f"litellm has no price for {self._settings.model}; set dollars = 0 to go without a limit"
        if price * (self._calls + 1) > self._settings.dollars:
            return f"one case might cost more than {self._settings.dollars:g} dollars; raise dollars"
        return ""
