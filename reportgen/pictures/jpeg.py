"""A JPEG taken apart into the picture and what it says of itself (ISO/IEC 10918-1 B.1, ITU-T T.871)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from reportgen.pictures.picture_parts import PictureParts

SIGNATURE, END = b"\xff\xd8", b"\xff\xd9"
START_OF_SCAN = 0xDA
APP0, APP1, APP2, APP14 = 0xE0, 0xE1, 0xE2, 0xEE
TOLD = frozenset((*range(0xE0, 0xF0), 0xFE))  # application data and comments
JFIF, EXIF, PROFILE, ADOBE = b"JFIF\0", b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe"
# Says that colours are YCbCr and nothing more: a header in the file may hold a small copy of the picture.
PLAIN_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # no stuffed byte, no restart, no fill
NUMBERS = 2  # bytes before each piece of a profile: which it is, and of how many
BITS = 8


def jpeg_parts(data: bytes) -> PictureParts:
    """The picture's own segments up to its end, without comments and application data.

    Of application data stay what decoders need: that the file is JFIF, and Adobe's colour transform.
    Further pictures and whatever else lies behind the end are not the picture's.
    """
    kept, exif, profile = bytearray(SIGNATURE), b"", b""
    for segment in _segments(data):
        kind, body = segment.kind, segment.body
        if kind not in TOLD or (kind == APP14 and body.startswith(ADOBE)):
            kept += data[segment.start : segment.stop]
        elif kind == APP0 and body.startswith(JFIF):
            kept += PLAIN_JFIF
        elif kind == APP1 and body.startswith(EXIF):
            exif = exif or body[len(EXIF) :]
        elif kind == APP2 and body.startswith(PROFILE):
            profile += body[len(PROFILE) + NUMBERS :]
        kept += segment.scanned
    return PictureParts("JPEG", bytes(kept), BITS, exif, profile, whole=kept.endswith(END))


class _JpegSegment(Struct, frozen=True):
    """From its marker to its end in the file; ``scanned``: the coded picture that follows it in a scan."""

    kind: int
    start: int
    stop: int
    body: bytes
    scanned: bytes


def _segments(data: bytes) -> Iterator[_JpegSegment]:
    """Every segment to the end of the picture; bytes between segments belong to it in scans only."""
    found, scanning = MARKER.search(data, len(SIGNATURE)), False
    while found:
        kind, start = data[found.end() - 1], found.end()
        if found.group() == END:
            yield _JpegSegment(kind, found.start(), start, b"", b"")
            return
        stop = start + int.from_bytes(data[start : start + 2], "big")
        following = MARKER.search(data, stop)
        scanning = scanning or kind == START_OF_SCAN
        scanned = data[stop : following.start() if following else len(data)] if scanning else b""
        yield _JpegSegment(kind, found.start(), stop, data[start + 2 : stop], scanned)
        found = following
