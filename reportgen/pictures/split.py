"""A file's bytes into the parts of a picture; which kind it is, its content says, not its name."""

from __future__ import annotations

from reportgen.pictures import jpeg, png
from reportgen.pictures.jpeg import jpeg_parts
from reportgen.pictures.picture_parts import PictureParts
from reportgen.pictures.png import png_parts


def split(data: bytes) -> PictureParts | None:
    """The parts of a PNG or JPEG; None where the bytes begin as neither does."""
    if data.startswith(png.SIGNATURE):
        return png_parts(data)
    return jpeg_parts(data) if data.startswith(jpeg.SIGNATURE) else None
