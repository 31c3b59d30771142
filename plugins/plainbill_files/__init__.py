"""Load photos, scans, PDFs and copied text as pages."""

from collections.abc import Sequence

from plainbill.plugins.hookspecs import hookimpl
from plainbill.plugins.records import Loader
from plainbill_files.pdf import claim_pdf, load_pdf
from plainbill_files.pictures import claim_picture, load_picture
from plainbill_files.refusal import claim_anything, load_nothing
from plainbill_files.text import claim_text, load_text

HOOK_API = 1


@hookimpl
def register_loaders() -> Sequence[Loader]:
    """Loaders of pictures, PDFs and plain text, and the one that says why it cannot load what no other claims."""
    return (
        Loader(name="pictures", claim=claim_picture, load=load_picture),
        Loader(name="pdf", claim=claim_pdf, load=load_pdf),
        Loader(name="text", claim=claim_text, load=load_text),
        Loader(name="refusal", claim=claim_anything, load=load_nothing),
    )
