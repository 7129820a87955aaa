"""Outlines of glyphs as paths, by HarfBuzz."""

from __future__ import annotations

from typing import Any

OutlineSegment = tuple[str, tuple[float, ...]]  # an operator of ISO 32000-1 table 59 and its numbers


def glyph_path(font: Any, glyph: int, units: float) -> list[OutlineSegment]:
    """The glyph of a ``uharfbuzz.Font`` at size 1, y up: m, l, c and h, quadratic curves as the cubics they are."""
    pen = _PathPen(units)
    font.draw_glyph_with_pen(glyph, pen)
    return pen.path


class _PathPen:
    """fontTools' pen protocol into segments."""

    def __init__(self, units: float) -> None:
        self.path: list[OutlineSegment] = []
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
