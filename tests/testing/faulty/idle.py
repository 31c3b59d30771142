"""No hook at all."""

HOOK_API = 1
