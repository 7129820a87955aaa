"""The container PowerPoint keeps embedded fonts in: Embedded OpenType 2.2, neither packed nor scrambled.

The header is filled from the font's own ``OS/2``, ``head`` and ``name`` tables
(W3C Submission EOT, 2008-03-05, §3.1).
"""

from __future__ import annotations

import struct

VERSION = 0x00020002
MAGIC = 0x504C
ANY_CHARSET = 1
ROOT_STRING_SUM = 0x50475342  # checksum of the empty root string: valid everywhere
HEADED_NAMES = (1, 2, 5, 4)  # family, style, version, full name
WINDOWS_UNICODE_US = (3, 1, 0x409)


def eot_bytes(font: bytes) -> bytes:
    """The static TrueType file as EOT; flags 0: the whole file unchanged."""
    os2, head = _table(font, "OS/2"), _table(font, "head")
    weight, rights = struct.unpack_from(">H", os2, 4)[0], struct.unpack_from(">H", os2, 8)[0]
    ranges = struct.unpack_from(">4I", os2, 42)
    selection = struct.unpack_from(">H", os2, 62)[0]
    pages = struct.unpack_from(">2I", os2, 78)
    body = (
        os2[32:42]  # panose
        + struct.pack("<BBIHH", ANY_CHARSET, selection & 1, weight, rights, MAGIC)
        + struct.pack("<4I2I", *ranges, *pages)
        + struct.pack("<5I", struct.unpack_from(">I", head, 8)[0], 0, 0, 0, 0)
    )
    names = _names(font)
    for number in HEADED_NAMES:
        text = names.get(number, b"")
        body += struct.pack("<HH", 0, len(text)) + text
    body += struct.pack("<HHIIHHII", 0, 0, ROOT_STRING_SUM, 0, 0, 0, 0, 0)
    size = 16 + len(body) + len(font)
    return struct.pack("<4I", size, len(font), VERSION, 0) + body + font


def _table(font: bytes, wanted: str) -> bytes:
    """The bytes of one table of an sfnt file."""
    count = struct.unpack_from(">H", font, 4)[0]
    for at in range(12, 12 + 16 * count, 16):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, at)
        if tag == wanted.encode("ascii"):
            return font[offset : offset + length]
    raise ValueError(wanted)


def _names(font: bytes) -> dict[int, bytes]:
    """Windows names in English by number, as UTF-16 little endian."""
    table = _table(font, "name")
    _, count, storage = struct.unpack_from(">3H", table)
    found = {}
    for at in range(6, 6 + 12 * count, 12):
        *where, number, length, offset = struct.unpack_from(">6H", table, at)
        if tuple(where) == WINDOWS_UNICODE_US:
            start = storage + offset
            found[number] = table[start : start + length].decode("utf-16-be").encode("utf-16-le")
    return found
