"""Which decisions count, which bill they are about, and which lines are one service."""
