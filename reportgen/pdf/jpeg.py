"""A JPEG without data about its origin: only the segments a decoder needs (ISO/IEC 10918-1 B.1)."""

from __future__ import annotations

START_OF_SCAN = 0xDA
ADOBE = 0xEE  # APP14: which colour transform the data have
TOLD = {*range(0xE0, 0xF0), 0xFE} - {ADOBE}  # application data (EXIF with its place, profiles) and comments


def bare_jpeg(data: bytes) -> bytes:
    """The same picture without application segments and comments; data that is not a JPEG is left alone."""
    if data[:2] != b"\xff\xd8":
        return data
    kept, at = bytearray(data[:2]), 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xFF:  # a fill byte
            at += 1
            continue
        if kind == START_OF_SCAN:
            break
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if kind not in TOLD:
            kept += data[at:end]
        at = end
    return bytes(kept) + data[at:]
