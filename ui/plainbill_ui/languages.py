"""The language of the screen."""

N_ = str


def _(message: str) -> str:
    return message
