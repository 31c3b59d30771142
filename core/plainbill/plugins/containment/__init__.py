"""A process of its own for what plugins do: watched, stopped where it has to be, and the culprit named."""
