"""Outlines of embedded glyphs by HarfBuzz, for true extents and for ink where letters are large."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportgen.preflight.fonts import Font
from reportgen.preflight.geometry import Box, PathOperator, box_of, common, path_box
from reportgen.preflight.painted import TextPaint

CHARSTRINGS_ALONE = (b"\x01\x00", b"%!")  # bare CFF and Type 1, which HarfBuzz does not open


@dataclass
class Outlines:
    """The glyphs of one embedded program as paths in em units, each drawn once."""

    font: Font
    drawn: dict[int, list[PathOperator]] = field(default_factory=dict)
    face: Any = None
    units: float = 1000.0

    def __post_init__(self) -> None:
        program = self.font.program
        if len(program) < 12 or program[:2] in CHARSTRINGS_ALONE:
            return
        import uharfbuzz  # loaded only where an outline is needed

        face = uharfbuzz.Face(program)
        if face.glyph_count > 1:
            self.face, self.units = uharfbuzz.Font(face), float(face.upem or 1000)

    def path(self, code: int) -> list[PathOperator] | None:
        """The glyph's path at size 1; None where its outline cannot be read."""
        if self.face is None or not self.font.is_composite:
            return None
        if code not in self.drawn:
            from reportgen.fonts.glyph_path import glyph_path  # loads HarfBuzz

            self.drawn[code] = glyph_path(self.face, self.font.glyph(self.font.cid(code)), self.units)
        return self.drawn[code]


def outlines_of(font: Font) -> Outlines:
    """The font's outlines, kept with it."""
    if font.outlines is None:
        font.outlines = Outlines(font)
    found: Outlines = font.outlines
    return found


def ink_box(paint: TextPaint) -> Box | None:
    """What the glyphs really cover, inside the clip; their em boxes where outlines cannot be read."""
    if paint.font is None:
        return paint.box
    glyphs = outlines_of(paint.font)
    boxes: list[Box] = []
    for code, (x, y) in zip(paint.codes, paint.origins, strict=True):
        path = glyphs.path(code)
        if path is None:
            return paint.box
        a, b, c, d, _, _ = paint.matrix
        if (box := path_box(path, (a, b, c, d, x, y))) is not None:
            boxes.append(box)
    if not boxes:
        return None
    corners = [point for box in boxes for point in ((box[0], box[1]), (box[2], box[3]))]
    return common(box_of(corners), paint.state.clip)
