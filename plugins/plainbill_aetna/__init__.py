"""What papers of Aetna say; the facts stand in `payer.toml`."""

from plainbill.payers import load_pack

HOOK_API = 1
globals().update(load_pack(__name__))
