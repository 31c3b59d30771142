"""A plugin that was written for hooks that are gone."""

HOOK_API = 0
