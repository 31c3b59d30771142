"""Payer packs: what is publicly known of a payer's papers, as data that a plugin hands to the core.

A plugin for a payer is a package with a file `payer.toml` and these lines:

    from plainbill.payers import load_pack

    HOOK_API = 1
    globals().update(load_pack(__name__))
"""

from plainbill.payers.hooks import load_pack

__all__ = ["load_pack"]
