"""Pictures of a file as CMYK pixels, to measure their ink."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image, ImageChops

from reportgen.preflight.painted import ImagePaint

MODES = {(1, 1): "1", (1, 8): "L", (3, 8): "RGB", (4, 8): "CMYK"}  # components and bits of plain samples


def pixels_of(record: ImagePaint) -> Image.Image | None:
    """The image in CMYK, masks left aside; None where it cannot be decoded."""
    try:
        picture = _decoded(record)
        if picture.mode == "CMYK":
            return picture
        if picture.mode in ("L", "1", "LA", "I;16"):
            key = ImageChops.invert(picture.convert("L"))
            blank = Image.new("L", picture.size)
            return Image.merge("CMYK", (blank, blank, blank, key))
        return picture.convert("RGB").convert("CMYK")
    except (ValueError, NotImplementedError, TypeError, OSError, pikepdf.PdfError, KeyError):
        return None


def _decoded(record: ImagePaint) -> Image.Image:
    source = record.source
    if not isinstance(source, pikepdf.Stream):
        inline: Image.Image = source.as_pil_image()
        return inline
    coding = str(source.get("/Filter", ""))
    if coding == "/DCTDecode":
        return _jpeg(source)
    mode = MODES.get((record.space.components if record.space else 0, record.bits))
    if mode and record.space and record.space.kind != "Indexed" and "JPX" not in coding:
        samples = Image.frombytes(mode, record.pixels, source.read_bytes())
        return _inverted(samples) if _reverses(source) else samples
    picture: Image.Image = pikepdf.PdfImage(source).as_pil_image(apply_mask=False)
    return picture


def _jpeg(source: Any) -> Image.Image:
    """Pillow inverts every CMYK JPEG; PDF does so only where the Decode array says it."""
    picture: Image.Image = Image.open(BytesIO(source.read_raw_bytes()))
    picture.load()
    if picture.mode == "CMYK":
        return picture if _reverses(source) else ImageChops.invert(picture)
    return _inverted(picture) if _reverses(source) else picture


def _inverted(picture: Image.Image) -> Image.Image:
    return ImageChops.invert(picture.convert("L") if picture.mode == "1" else picture)


def _reverses(source: Any) -> bool:
    decode = source.get("/Decode")
    return decode is not None and len(decode) > 1 and float(decode[0]) > float(decode[1])
