"""The few tables of a TrueType program a check needs, read without a font library."""

from __future__ import annotations

import struct

Tables = dict[bytes, bytes]


def tables(program: bytes) -> Tables:
    """The table directory's contents; empty for data that are not a single font file."""
    if len(program) < 12 or program[:4] not in (b"\0\1\0\0", b"true", b"OTTO"):
        return {}
    found: Tables = {}
    for i in range(int.from_bytes(program[4:6], "big")):
        record = program[12 + 16 * i : 28 + 16 * i]
        if len(record) == 16:
            tag, _, offset, length = struct.unpack(">4sIII", record)
            found[tag] = program[offset : offset + length]
    return found


def advances(program: bytes) -> list[float]:
    """Advance widths of every glyph in thousandths of an em; empty where the tables are short."""
    parts = tables(program)
    head, hhea, hmtx = parts.get(b"head", b""), parts.get(b"hhea", b""), parts.get(b"hmtx", b"")
    maxp = parts.get(b"maxp", b"")
    if len(head) < 20 or len(hhea) < 36 or len(maxp) < 6:
        return []
    units = int.from_bytes(head[18:20], "big")
    measured = int.from_bytes(hhea[34:36], "big")
    glyphs = int.from_bytes(maxp[4:6], "big")
    if not units or not measured or len(hmtx) < 4 * measured:
        return []
    widths = [value * 1000 / units for value in struct.unpack(f">{2 * measured}H", hmtx[: 4 * measured])[::2]]
    return widths + [widths[-1]] * (glyphs - measured)
