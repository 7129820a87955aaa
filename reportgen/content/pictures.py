"""Pictures beside the report: read once to see that they are pictures and how large."""

from __future__ import annotations

import struct
import warnings
from pathlib import Path

from reportgen.content.files import inside
from reportgen.content.problems import Problems
from reportgen.errors import Place
from reportgen.model.report import Picture

FORMATS = ("PNG", "JPEG")
MOST_PIXELS = 80_000_000
LARGEST = 60_000_000  # bytes
ORIENTATION = 0x0112  # EXIF
SIDEWAYS = (5, 6, 7, 8)  # orientations that lay the picture on its side


def read_picture(
    folder: Path, name: str, alt: str, credit: str, place: Place, problems: Problems
) -> Picture | None:
    """The picture with its size in pixels; None (and a problem) when the file is none."""
    path = inside(folder, name, place, problems)
    if path is None:
        return None
    size = _size(path)
    if size is None:
        problems.add(
            place,
            f"“{name}”不是可用的 PNG 或 JPEG 图片",
            f"'{name}' is no usable PNG or JPEG picture",
            ("重新存为 PNG 或 JPEG，不超过 8000 万像素", "save it as PNG or JPEG, up to 80 megapixels"),
        )
        return None
    return Picture(str(path), alt, *size, credit, place)


def _size(path: Path) -> tuple[int, int] | None:
    """Width and height, as it is to stand, of a picture that can be decoded to its end."""
    from PIL import Image  # only reports with pictures pay for it

    try:
        if path.stat().st_size > LARGEST:
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large pictures; the limit here is our own
            with Image.open(path, formats=FORMATS) as image:
                size = image.size
                if not size[0] or size[0] * size[1] > MOST_PIXELS:
                    return None
                image.load()
                if image.getexif().get(ORIENTATION, 1) in SIDEWAYS:
                    size = size[::-1]
    except (OSError, ValueError, SyntaxError, EOFError, struct.error, Image.DecompressionBombError):
        return None
    return size
