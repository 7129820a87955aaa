"""Pictures beside the report: opened once to see that they are pictures and how large."""

from __future__ import annotations

from pathlib import Path

from reportgen.content.problems import Problems
from reportgen.content.tables import inside
from reportgen.errors import Place
from reportgen.model.report import Picture

FORMATS = ("PNG", "JPEG")
MOST_PIXELS = 80_000_000


def read_picture(
    folder: Path, name: str, alt: str, credit: str, place: Place, problems: Problems
) -> Picture | None:
    """The picture with its size in pixels; None (and a problem) when the file is none."""
    path = inside(folder, name, place, problems)
    if path is None:
        return None
    from PIL import Image  # only reports with pictures pay for it

    try:
        with Image.open(path, formats=FORMATS) as image:
            width, height = image.size
    except (OSError, ValueError, Image.DecompressionBombError):
        width = height = 0
    if not width or width * height > MOST_PIXELS:
        problems.add(
            place,
            f"“{name}”不是可用的 PNG 或 JPEG 图片",
            f"'{name}' is no usable PNG or JPEG picture",
            ("另存为 PNG 或 JPEG", "save it as PNG or JPEG"),
        )
        return None
    return Picture(str(path), alt, width, height, credit)
