"""One face: the metrics and shaping of a TrueType file, mapped into memory when first asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb
from msgspec import Struct

from reportgen.errors import error
from reportgen.fonts.glyph_path import OutlineSegment, glyph_path

# The em box of a Chinese face: its ideographic top and bottom, not the far larger hhea values.
EM_ASCENT = 0.88
EM_DESCENT = 0.12
FIRST_IDEOGRAPH, LAST_IDEOGRAPH = "\u4e00", "\u9fff"  # of those in everyday use (URO)


class Glyph(NamedTuple):
    """A shaped glyph: its number, the text it represents ('' after the first of a cluster), em values."""

    gid: int
    text: str
    advance: float
    offset: float


class FaceRecord(Struct, frozen=True):
    """A face's row in ``fonts.toml``; ``typeface`` is the name PowerPoint knows it by."""

    key: str
    file: str
    sha256: str
    family: str
    family_zh: str
    style: str
    weight: int
    typeface: str
    fallback: tuple[str, ...]
    system_fallback: tuple[str, ...]
    licence: str


class Face:
    """A face of the catalogue. Lengths are in em, glyph numbers those of the bundled file."""

    ascent = EM_ASCENT
    descent = EM_DESCENT

    def __init__(self, record: FaceRecord, path: Path) -> None:
        self.record = record
        self.key = record.key
        self.family = record.family
        self.typeface = record.typeface
        self.weight = record.weight
        self.path = path
        self._glyphs: dict[str, int] = {}
        self._advances: dict[int, float] = {}
        self._forms: dict[str, Glyph] = {}
        self._outlines: dict[int, list[OutlineSegment]] = {}
        self._halves: dict[str, Glyph] = {}

    @cached_property
    def hb_face(self) -> hb.Face:
        """The harfbuzz face over the mapped file; raises ReportgenError when the file is missing."""
        if not self.path.is_file():
            raise error(f"找不到字体文件 {self.path.name}", f"font file {self.path.name} is missing")
        return hb.Face(hb.Blob.from_file_path(str(self.path)))

    @cached_property
    def _font(self) -> hb.Font:
        return hb.Font(self.hb_face)

    @cached_property
    def upem(self) -> int:
        return int(self.hb_face.upem)

    @cached_property
    def postscript_name(self) -> str:
        name = self.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)
        return name or self.typeface.replace(" ", "")

    @cached_property
    def cap_height(self) -> float:
        """Height of the Latin capitals and digits (OS/2 sCapHeight)."""
        return self._signed("OS/2", 88) / self.upem

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top that enclose every glyph of the face (``head``)."""
        left, bottom, right, top = (self._signed("head", at) / self.upem for at in (36, 38, 40, 42))
        return left, bottom, right, top

    def _signed(self, table: str, at: int) -> int:
        data = bytes(self.hb_face.reference_table(table).data)
        return int.from_bytes(data[at : at + 2], "big", signed=True)

    def glyph(self, char: str) -> int:
        """The character's nominal glyph, 0 if the face has none."""
        gid = self._glyphs.get(char)
        if gid is None:
            gid = self._glyphs[char] = int(self._font.get_nominal_glyph(ord(char)) or 0)
        return gid

    def advance(self, gid: int) -> float:
        """The glyph's own advance width."""
        width = self._advances.get(gid)
        if width is None:
            width = self._advances[gid] = self._font.get_glyph_h_advance(gid) / self.upem
        return width

    def bounds(self, gid: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the glyph's ink; all 0 for a blank glyph."""
        extents = self._font.get_glyph_extents(gid)
        if extents is None:
            return 0.0, 0.0, 0.0, 0.0
        left, top = extents.x_bearing / self.upem, extents.y_bearing / self.upem
        return left, top + extents.height / self.upem, left + extents.width / self.upem, top

    def outline(self, gid: int) -> list[OutlineSegment]:
        """The glyph's outline at size 1, y up."""
        path = self._outlines.get(gid)
        if path is None:
            path = self._outlines[gid] = glyph_path(self._font, gid, self.upem)
        return path

    def form(self, char: str) -> Glyph:
        """The character alone, in its form for Chinese (the wide dash, the full-width quote).

        An ideograph's is its nominal glyph: the faces are those of Chinese as written on the mainland.
        """
        form = self._forms.get(char)
        if form is None:
            if FIRST_IDEOGRAPH <= char <= LAST_IDEOGRAPH:
                gid = self.glyph(char)
                form = Glyph(gid, char, self.advance(gid), 0.0)
            else:
                form = self.shape(char, {}, chinese=True)[0]
            self._forms[char] = form
        return form

    def feature_form(self, char: str, feature: str) -> Glyph:
        """The character alone with one feature on (``halt``, ``pwid``, ``vert``)."""
        key = f"{feature}:{char}"
        form = self._halves.get(key)
        if form is None:
            form = self._halves[key] = self.shape(char, {feature: True}, chinese=True)[0]
        return form

    def shape(
        self, text: str, features: Mapping[str, bool] | None = None, *, chinese: bool = False
    ) -> tuple[Glyph, ...]:
        """The glyphs of a piece of text of one script, kerned, clusters in reading order."""
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.direction = "ltr"
        buffer.script = "Hani" if chinese else "Latn"
        buffer.language = "zh-Hans" if chinese else "en"
        hb.shape(self._font, buffer, dict(features or {}))
        return tuple(self._clustered(text, buffer))

    def _clustered(self, text: str, buffer: hb.Buffer) -> list[Glyph]:
        infos, positions, scale = buffer.glyph_infos, buffer.glyph_positions, self.upem
        starts = [info.cluster for info in infos]
        out: list[Glyph] = []
        for index, (info, position) in enumerate(zip(infos, positions, strict=True)):
            first = index == 0 or starts[index - 1] != info.cluster
            end = next((start for start in starts[index + 1 :] if start != info.cluster), len(text))
            piece = text[info.cluster : end] if first else ""
            out.append(Glyph(info.codepoint, piece, position.x_advance / scale, position.x_offset / scale))
        return out
