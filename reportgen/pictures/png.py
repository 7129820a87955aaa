"""A PNG taken apart into the picture and what it says of itself (ISO/IEC 15948 5.3, 11)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from reportgen.pictures.picture_parts import PictureParts

SIGNATURE = b"\x89PNG\r\n\x1a\n"
END = b"\0\0\0\0IEND\xae\x42\x60\x82"
NEEDED = (b"IHDR", b"PLTE", b"tRNS", b"IDAT")
FRAMES = b"acTL"  # of an animation, whose first picture is the one that every program shows
BITS_AT = 24  # the bit depth in the first chunk
LARGEST_PROFILE = 4_000_000  # bytes, unpacked


def png_parts(data: bytes) -> PictureParts:
    """The chunks that make the picture; texts, times, further frames and what follows its end are left out."""
    kept, exif, profile, moving = bytearray(SIGNATURE), b"", b"", False
    for kind, start, stop in _chunks(data):
        body = data[start + 8 : stop - 4]
        if kind in NEEDED:
            kept += data[start:stop]
        elif kind == b"eXIf":
            exif = body
        elif kind == b"iCCP":
            profile = _unpacked(body)
        moving = moving or kind == FRAMES
    return PictureParts("PNG", bytes(kept) + END, _bits(data), exif, profile, moving=moving)


def _bits(data: bytes) -> int:
    return data[BITS_AT] if len(data) > BITS_AT else 0


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Type, start and end of every chunk before the end of the picture."""
    at = len(SIGNATURE)
    while at + 8 <= len(data) and (kind := data[at + 4 : at + 8]) != b"IEND":
        stop = at + 12 + int.from_bytes(data[at : at + 4], "big")
        yield kind, at, stop
        at = stop


def _unpacked(body: bytes) -> bytes:
    """The profile in an iCCP chunk behind its name; what cannot be unpacked stays packed, and is no profile."""
    _, _, packed = body.partition(b"\0")
    try:
        return zlib.decompressobj().decompress(packed[1:], LARGEST_PROFILE) or packed
    except zlib.error:
        return packed
