"""Say what a medical bill means and which desk must put it right."""

HOOK_API = 1
"""The number of the hooks that plugins are written for; it grows only when an old plugin would no longer work."""
