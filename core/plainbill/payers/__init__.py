"""Payer packs: what is publicly known of a payer's papers, as data that a plugin hands to the core.

A plugin for a payer is a package with a file `payer.toml` and these lines:

    from plainbill.payers import load_pack

    globals().update(load_pack(__name__))
"""

from plainbill.payers.faults import FaultyPack, contradictions, read_pack
from plainbill.payers.hooks import FILE, load_pack, packaged
from plainbill.payers.pack import Pack

__all__ = ["FILE", "FaultyPack", "Pack", "contradictions", "load_pack", "packaged", "read_pack"]
