"""How a camera was held: the EXIF orientation, and the picture turned upright by it."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from types import MappingProxyType

from PIL import Image

UPRIGHT = 1
SIDEWAYS = (5, 6, 7, 8)  # these exchange width and height
ORIENTATION = 0x0112
LONG = 4  # the type of a number of four bytes; orientation should be one of two
ENTRY = 12  # bytes
BYTE_ORDERS: Mapping[bytes, str] = MappingProxyType({b"II": "<", b"MM": ">"})
TURNS: Mapping[int, Image.Transpose] = MappingProxyType(
    {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
)


def orientation(exif: bytes) -> int:
    """1 … 8 as the first directory of the TIFF block says; 1 where it says nothing or nothing valid."""
    order = BYTE_ORDERS.get(exif[:2])
    if order is None:
        return UPRIGHT
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, start)
        for at in range(start + 2, start + 2 + ENTRY * count, ENTRY):
            tag, kind = struct.unpack_from(f"{order}HH", exif, at)
            if tag == ORIENTATION:
                (value,) = struct.unpack_from(order + ("I" if kind == LONG else "H"), exif, at + 8)
                return int(value) if value in TURNS else UPRIGHT
    except struct.error:  # the block is cut
        pass
    return UPRIGHT


def turned(image: Image.Image, orientation: int) -> Image.Image:
    """The picture upright; the same object where it is so already."""
    return image.transpose(TURNS[orientation]) if orientation in TURNS else image
