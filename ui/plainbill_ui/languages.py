"""The language of the screen."""


def N_(message: str) -> str:
    """Return a message as it is; marks it for the catalogues where it is said later."""
    return message


def _(message: str) -> str:
    """Return a message in the language of the visitor."""
    return message
