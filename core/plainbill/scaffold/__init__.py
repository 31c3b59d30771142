"""A new payer plugin, written from templates: it keeps the contract as it comes."""

from plainbill.scaffold.writing import NotEmpty, write_package

__all__ = ["NotEmpty", "write_package"]
