"""Ways to plant an error in a finished file."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pikepdf

from reportgen.preflight.fonts import Font

SHOW = ("Tj", "TJ")


def in_page(data: bytes, find: str, put: str) -> tuple[bytes, int]:
    """The file with the first run that is ``find`` saying ``put``, in glyphs its font has; and its page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            forms = [
                form for form in dict(page.obj.Resources.get("/XObject", {})).values() if "/BBox" in form
            ]
            for holder in (page.obj, *forms):
                content = _rewritten(holder, find, put)
                if content is None:
                    continue
                if isinstance(holder, pikepdf.Stream):
                    holder.write(content)
                else:
                    page.Contents = pdf.make_stream(content)
                return _saved(pdf), number
    raise AssertionError(f"no run is {find}")


def _rewritten(holder: Any, find: str, put: str) -> bytes | None:
    """The content of a page or form with one run changed; None where it has no such run."""
    done, instructions = 0, []
    font: Font | None = None
    for operands, operator in pikepdf.parse_content_stream(holder):
        if str(operator) == "Tf":
            font = Font(holder.Resources.Font[str(operands[0])])
        if str(operator) in SHOW and font is not None and not done:
            operands, done = _changed(list(operands), font, find, put)
        instructions.append((operands, operator))
    return pikepdf.unparse_content_stream(instructions) if done else None


def _changed(operands: list[Any], font: Font, find: str, put: str) -> tuple[list[Any], int]:
    parts = list(operands[0]) if isinstance(operands[0], pikepdf.Array) else [operands[0]]
    codes = [
        code for part in parts if isinstance(part, pikepdf.String) for code in font.codes.split(bytes(part))
    ]
    words = [font.text.get(code, chr(code)) for code in codes]
    if "".join(words) != find:
        return operands, 0
    known = {text: code for code, text in font.text.items()}
    if not all(char in known for char in put):
        return operands, 0
    codes = [known[char] for char in put]
    size = 2 if font.is_composite else 1
    shown = pikepdf.String(b"".join(code.to_bytes(size, "big") for code in codes))
    return [pikepdf.Array([shown]) if isinstance(operands[0], pikepdf.Array) else shown], 1


def without_pages(data: bytes, kept: int) -> bytes:
    """The file with its first pages alone, and no tags."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.pages[kept:]
        del pdf.Root.StructTreeRoot
        return _saved(pdf)


def in_alternative(data: bytes, find: str, put: str) -> bytes:
    """The file with the first alternative text that says ``find`` saying ``put``."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and find in str(thing.get("/Alt", "")):
                thing.Alt = pikepdf.String(str(thing.Alt).replace(find, put))
                return _saved(pdf)
    raise AssertionError(f"no alternative text says {find}")


def _saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def in_part(data: bytes, folder: str, find: str, put: str) -> tuple[bytes, int]:
    """The package with the first part of a folder that says ``find`` saying ``put``; and the part's number."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    saying = [name for name in parts if name.startswith(folder) and find.encode() in parts[name]]
    number, name = min(
        (int(re.findall(r"\d+", name)[-1]), name) for name in saying if not name.endswith(".rels")
    )
    parts[name] = parts[name].replace(find.encode(), put.encode())
    return _packed(parts), number


def in_slide(data: bytes, find: str, put: str) -> tuple[bytes, int]:
    """The deck with the first slide that says ``find`` saying ``put``, and its number."""
    return in_part(data, "ppt/slides/slide", find, put)


def in_workbook(data: bytes, find: str, put: str) -> bytes:
    """The deck with the first embedded workbook that says ``find`` saying ``put``."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in sorted(name for name in parts if name.endswith(".xlsx")):
        try:
            parts[name], _ = in_part(parts[name], "xl/worksheets/", find, put)
        except ValueError:
            continue
        return _packed(parts)
    raise AssertionError(f"no workbook says {find}")


def _packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()
