"""Writes the files that the tests of loading need: small PDFs by hand, pictures by Pillow."""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from plainbill.plugins.records import LoadedPage, PageRange, SourceFile
from plainbill_files import register_loaders

WIDTH, HEIGHT = 300, 400


def loaded(name: str, content: bytes, pages: PageRange | None = None) -> list[LoadedPage]:
    """The pages that the loader with the highest claim makes of the file."""
    loader = max(register_loaders(), key=lambda loader: loader.claim(content[:4096], name))
    return list(loader.load(SourceFile(name=name, content=content), pages or PageRange()))


def kinds(page: LoadedPage) -> list[str]:
    """The kinds of the page's problems."""
    return [problem.kind for problem in page.problems]


def marked_picture(mode: str = "RGB") -> Image.Image:
    """White, taller than wide, with a black square in the top left corner."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    ImageDraw.Draw(image).rectangle((0, 0, 59, 59), fill="black")
    return image.convert(mode)


def written(image: Image.Image, form: str, **options: object) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def text_page(*rows: tuple[int, int, str], mode: int = 0, font_size: int = 12) -> bytes:
    """The content of a PDF page: texts at (x, y) in points from the bottom left, in the given rendering mode."""
    shown = [f"BT /F1 {font_size} Tf {mode} Tr {x} {y} Td ({text}) Tj ET" for x, y, text in rows]
    return "\n".join(shown).encode("ascii")


def pdf(
    pages: Sequence[bytes], *, rotate: int = 0, locked: bool = False, encoding: str = "", font: str = "Helvetica"
) -> bytes:
    """A PDF of letter pages with these contents in one font; `locked` asks for a password that nobody has."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} {encoding} >>".encode(),
    ]
    for index, content in enumerate(pages):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate {rotate} /Contents {5 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects += [page.encode(), b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)]
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R"
    if locked:
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"4f" * 32, b"55" * 32))
        trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Encrypt {len(objects)} 0 R /ID [<00> <00>]"
    return _assembled(objects, trailer)


def _assembled(objects: Sequence[bytes], trailer: str) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + f"trailer\n{trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
