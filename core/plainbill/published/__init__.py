"""The tables that CMS publishes, as imported on this machine: reading its files, keeping them, looking things up."""

from plainbill.published.damage import DamagedTables
from plainbill.published.records import FileImport, Hints, Loaded
from plainbill.published.using import judge_with

__all__ = ["DamagedTables", "FileImport", "Hints", "Loaded", "judge_with"]
