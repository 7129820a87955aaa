"""Outlines of embedded glyphs by HarfBuzz, for true extents and for ink where letters are large."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportgen.preflight.fonts import Font
from reportgen.preflight.geometry import Box, Segment, box_of, common, path_box
from reportgen.preflight.paint import TextPaint

CHARSTRINGS_ALONE = (b"\x01\x00", b"%!")  # bare CFF and Type 1, which HarfBuzz does not open


@dataclass
class Outlines:
    """The glyphs of one embedded program as paths in em units, each drawn once."""

    font: Font
    drawn: dict[int, list[Segment]] = field(default_factory=dict)
    face: Any = None
    units: float = 1000.0

    def __post_init__(self) -> None:
        program = self.font.program
        if len(program) < 12 or program[:2] in CHARSTRINGS_ALONE:
            return
        import uharfbuzz  # only where an outline is asked for

        face = uharfbuzz.Face(program)
        if face.glyph_count > 1:
            self.face, self.units = uharfbuzz.Font(face), float(face.upem or 1000)

    def path(self, code: int) -> list[Segment] | None:
        """The glyph's path at size 1; None where its outline is out of reach."""
        if self.face is None or not self.font.is_composite:
            return None
        if code not in self.drawn:
            self.drawn[code] = self._draw(self.font.glyph(self.font.cid(code)))
        return self.drawn[code]

    def _draw(self, glyph: int) -> list[Segment]:
        pen = _Pen(self.units)
        self.face.draw_glyph_with_pen(glyph, pen)
        return pen.path


class _Pen:
    """fontTools' pen protocol into segments."""

    def __init__(self, units: float) -> None:
        self.path: list[Segment] = []
        self._units, self._at = units, (0.0, 0.0)

    def _scaled(self, *points: tuple[float, float]) -> tuple[float, ...]:
        self._at = points[-1]
        return tuple(value / self._units for point in points for value in point)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.path.append(("m", self._scaled(point)))

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.path.append(("l", self._scaled(point)))

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.path.append(("c", self._scaled(*points)))

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        """A quadratic curve as the cubic that is the same (ISO 32000 has cubics only)."""
        first = _between(self._at, control)
        self.path.append(("c", self._scaled(first, _between(end, control), end)))

    def closePath(self) -> None:  # noqa: N802
        self.path.append(("h", ()))

    def endPath(self) -> None:  # noqa: N802
        pass


def _between(end: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    return end[0] + 2 / 3 * (control[0] - end[0]), end[1] + 2 / 3 * (control[1] - end[1])


def outlines_of(font: Font) -> Outlines:
    """The font's outlines, kept with it."""
    if font.outlines is None:
        font.outlines = Outlines(font)
    found: Outlines = font.outlines
    return found


def ink_box(paint: TextPaint) -> Box | None:
    """What the glyphs really cover, inside the clip; their em boxes where outlines are out of reach."""
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
