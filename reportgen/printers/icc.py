"""The header of an ICC profile (ICC.1:2010 7.2), enough to refuse a wrong one."""

from __future__ import annotations

import struct

from msgspec import Struct

HEADER = 128
SPACES = {"CMYK": "CMYK", "RGB ": "RGB", "GRAY": "Grey", "Lab ": "Lab"}
BOTH_WAYS = {"A2B0", "B2A0"}  # tables from and to the inks


class IccHeader(Struct, frozen=True):
    """Device class (``prtr``), colour space, description and table of tags."""

    device: str
    space: str
    description: str
    tags: frozenset[str]

    @property
    def prints_cmyk(self) -> bool:
        return self.device == "prtr" and self.space == "CMYK" and self.tags >= BOTH_WAYS

    @property
    def space_name(self) -> str:
        return SPACES.get(self.space, self.space.strip())


def read_icc(data: bytes) -> IccHeader | None:
    """The header of a profile; None where the bytes are not a profile."""
    if len(data) < HEADER + 4 or data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") > len(data):
        return None
    tags: dict[str, bytes] = {}
    for i in range(min(int.from_bytes(data[128:132], "big"), 200)):
        entry = data[132 + 12 * i : 144 + 12 * i]
        if len(entry) < 12:
            return None
        name, start, length = struct.unpack(">4sII", entry)
        tags[name.decode("latin-1")] = data[start : start + length]
    return IccHeader(
        data[12:16].decode("latin-1"),
        data[16:20].decode("latin-1"),
        _words(tags.get("desc", b"")),
        frozenset(tags),
    )


def _words(tag: bytes) -> str:
    """A description of version 2 (ASCII) or of version 4 (its first language)."""
    if tag[:4] == b"desc" and len(tag) >= 12:
        return tag[12 : 12 + int.from_bytes(tag[8:12], "big")].split(b"\0")[0].decode("latin-1").strip()
    if tag[:4] == b"mluc" and len(tag) >= 28:
        length, start = struct.unpack(">II", tag[20:28])
        return tag[start : start + length].decode("utf-16-be", "replace").strip("\0 ")
    return ""
