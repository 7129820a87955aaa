"""The embedded TrueType file: a face's subset, plus copies of glyphs with other widths.

A half-width mark, or a character with extra space after it, gets a glyph of its own whose width is the
space it takes. Text extractors then see neither overlaps nor gaps, so they neither break a line at ``，“``
nor put a space into ``达479.5亿元``; and the widths the PDF states agree with the font's
(ISO 19005-2 6.2.11.5).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

import uharfbuzz as hb

from reportgen.fonts import Face

KEPT_TABLES = ("head", "hhea", "hmtx", "maxp", "loca", "glyf")
WORDS_AND_XY = 0x0003  # composite flags: arguments are 16-bit offsets
CHECKSUM_MAGIC = 0xB1B0AFBA


class Variant(NamedTuple):
    """A glyph as a code shows it: number in the face, width, and shift to the right; in font units."""

    gid: int
    width: int
    shift: int


def font_program(face: Face, variants: Sequence[Variant]) -> tuple[bytes, list[int]]:
    """The font file with these glyphs, and for each variant the number of its glyph there."""
    plain, numbers = _subset(face, [variant.gid for variant in variants])
    tables = _tables(plain)
    copies: dict[Variant, int] = {}
    count = struct.unpack_from(">H", tables["maxp"], 4)[0]
    glyphs: list[int] = []
    for variant in variants:
        own = Variant(variant.gid, round(face.advance(variant.gid) * face.upem), 0)
        if variant == own:
            glyphs.append(numbers[variant.gid])
        else:
            glyphs.append(copies.setdefault(variant, count + len(copies)))
    if copies:
        _append_copies(tables, [(numbers[copy.gid], copy) for copy in copies])
    return _file(tables), glyphs


def _subset(face: Face, gids: Sequence[int]) -> tuple[bytes, dict[int, int]]:
    """The face's file with these glyphs only, and old glyph number → new."""
    request = hb.SubsetInput()
    request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(gids)
    request.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).clear()
    dropped = {_number(tag) for tag in face.hb_face.table_tags} - {_number(tag) for tag in KEPT_TABLES}
    request.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(dropped)
    flags = hb.SubsetFlags
    request.flags = flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    plan = hb.SubsetPlan(face.hb_face, request)
    return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)


def _number(tag: str) -> int:
    return int.from_bytes(tag.encode("ascii").ljust(4), "big")


def _tables(data: bytes) -> dict[str, bytearray]:
    """The tables of an sfnt file by tag."""
    count = struct.unpack_from(">H", data, 4)[0]
    tables: dict[str, bytearray] = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, at)
        tables[tag.decode("ascii")] = bytearray(data[offset : offset + length])
    return tables


def _append_copies(tables: dict[str, bytearray], copies: Sequence[tuple[int, Variant]]) -> None:
    """Adds composite glyphs, each showing one glyph of the subset, with widths of their own."""
    locations = _locations(tables)
    metrics = _full_metrics(tables)
    glyf = tables["glyf"]
    for gid, variant in copies:
        start, end = locations[gid], locations[gid + 1]
        bounds = struct.unpack_from(">hhhh", glyf, start + 2) if end > start else None
        if bounds is not None:
            left, bottom, right, top = bounds
            shift = variant.shift
            glyf += struct.pack(">hhhhh", -1, left + shift, bottom, right + shift, top)
            glyf += struct.pack(">HHhh", WORDS_AND_XY, gid, shift, 0)
            glyf += bytes(-len(glyf) % 4)
        locations.append(len(glyf))
        metrics.append((variant.width, bounds[0] + variant.shift if bounds else 0))
    tables["loca"] = bytearray(struct.pack(f">{len(locations)}L", *locations))
    tables["hmtx"] = bytearray(b"".join(struct.pack(">Hh", *pair) for pair in metrics))
    _set(tables["head"], 50, 1)  # long locations
    _set(tables["hhea"], 34, len(metrics))
    _set(tables["hhea"], 10, max(width for width, _ in metrics))
    maxp = tables["maxp"]
    _set(maxp, 4, len(metrics))
    _set(maxp, 28, max(1, struct.unpack_from(">H", maxp, 28)[0]))  # component elements
    _set(maxp, 30, struct.unpack_from(">H", maxp, 30)[0] + 1)  # component depth
    for simple, composite in ((6, 10), (8, 12)):  # points, contours
        most = max(struct.unpack_from(">H", maxp, at)[0] for at in (simple, composite))
        _set(maxp, composite, most)


def _locations(tables: dict[str, bytearray]) -> list[int]:
    """Offsets of the glyphs in ``glyf``, one more than there are glyphs."""
    loca = tables["loca"]
    if struct.unpack_from(">h", tables["head"], 50)[0]:
        return list(struct.unpack(f">{len(loca) // 4}L", loca))
    return [2 * half for half in struct.unpack(f">{len(loca) // 2}H", loca)]


def _full_metrics(tables: dict[str, bytearray]) -> list[tuple[int, int]]:
    """Width and left bearing of every glyph, the shared last width written out."""
    count = struct.unpack_from(">H", tables["maxp"], 4)[0]
    long = struct.unpack_from(">H", tables["hhea"], 34)[0]
    hmtx = tables["hmtx"]
    pairs = [struct.unpack_from(">Hh", hmtx, 4 * i) for i in range(long)]
    last = pairs[-1][0]
    rest = [(last, struct.unpack_from(">h", hmtx, 4 * long + 2 * i)[0]) for i in range(count - long)]
    return [(width, bearing) for width, bearing in pairs] + rest


def _set(table: bytearray, at: int, value: int) -> None:
    struct.pack_into(">H", table, at, value)


def _file(tables: dict[str, bytearray]) -> bytes:
    """The tables as an sfnt file with its checksums."""
    struct.pack_into(">L", tables["head"], 8, 0)
    tags = sorted(tables)
    power = len(tags).bit_length() - 1
    head = struct.pack(">LHHHH", 0x00010000, len(tags), 16 << power, power, 16 * len(tags) - (16 << power))
    directory, body = b"", b""
    offset = 12 + 16 * len(tags)
    for tag in tags:
        data = bytes(tables[tag])
        directory += struct.pack(
            ">4sLLL", tag.encode("ascii"), _checksum(data), offset + len(body), len(data)
        )
        body += data + bytes(-len(data) % 4)
    whole = bytearray(head + directory + body)
    adjustment = (CHECKSUM_MAGIC - _checksum(bytes(whole))) & 0xFFFFFFFF
    at = offset + sum(len(tables[tag]) + -len(tables[tag]) % 4 for tag in tags if tag < "head")
    struct.pack_into(">L", whole, at + 8, adjustment)
    return bytes(whole)


def _checksum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
