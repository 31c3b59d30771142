"""The way through the house: files to pages, pages to a case, a case to its explanation."""

from plainbill.engine.engine import Engine
from plainbill.engine.refusals import NothingRead
from plainbill.engine.watching import Step, Watch

__all__ = ["Engine", "NothingRead", "Step", "Watch"]
