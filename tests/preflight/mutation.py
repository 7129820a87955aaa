"""Ways to break a good file: each takes an open pikepdf file and spoils one thing."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from samples import brochure_of, fonts

from reportgen.pdf.write import PRESS, write_pdf
from reportgen.preflight import Inspection, Purpose, preflight
from reportgen.themes import load_theme

Mutation = Callable[[pikepdf.Pdf], None]


@lru_cache
def press_file(name: str = "tiny") -> bytes:
    return write_pdf(brochure_of(name), load_theme(), fonts(), PRESS)


def broken(good: bytes, mutation: Mutation, **saving: object) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(good)) as pdf:
        mutation(pdf)
        pdf.save(buffer, fix_metadata_version=False, **saving)
    return buffer.getvalue()


def rules_of(data: bytes, purpose: Purpose | None = None) -> set[str]:
    return {finding.rule.id for finding in preflight(data, purpose).findings}


def errors_of(inspection: Inspection) -> set[str]:
    return {finding.rule.id for finding in inspection.errors}


def paint(pdf: pikepdf.Pdf, operators: str, page: int = 1) -> None:
    """Adds operators to the end of a page's content."""
    target = pdf.pages[page - 1]
    target.contents_add(Stream(pdf, b"q\n" + operators.encode("latin-1") + b"\nQ"), prepend=False)


def resource(pdf: pikepdf.Pdf, kind: str, name: str, value: object, page: int = 1) -> None:
    resources = pdf.pages[page - 1].obj.Resources
    table = resources.get(kind)
    resources[kind] = Dictionary() if table is None else Dictionary(table)
    resources[kind][name] = value


def image(pdf: pikepdf.Pdf, space: object, side: int, bits: int = 8, **more: object) -> Stream:
    components = {"/DeviceRGB": 3, "/DeviceCMYK": 4}.get(str(space), 1)
    row = (side * components * bits + 7) // 8
    stream = Stream(pdf, bytes([0x66]) * (row * side))
    stream.Type, stream.Subtype, stream.Width, stream.Height = Name.XObject, Name.Image, side, side
    stream.ColorSpace, stream.BitsPerComponent = space, bits
    for key, value in more.items():
        stream[f"/{key}"] = value
    return stream


def form(pdf: pikepdf.Pdf, operators: str, **more: object) -> Stream:
    stream = Stream(pdf, operators.encode("latin-1"))
    stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, 800, 1000])
    for key, value in more.items():
        stream[f"/{key}"] = value
    return stream


def chinese_font(pdf: pikepdf.Pdf) -> str:
    """The resource name of the first page's first Chinese face, the same in every run."""
    fonts = pdf.pages[0].obj.Resources.Font
    return next(name for name in sorted(fonts.keys()) if "SC-" in str(fonts[name].BaseFont))


def edges(pdf: pikepdf.Pdf, page: int = 2) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a page's trim."""
    left, bottom, right, top = (float(side) for side in pdf.pages[page - 1].obj.TrimBox)
    return left, bottom, right, top
