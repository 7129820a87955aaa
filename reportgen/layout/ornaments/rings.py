"""年轮: rings of equal area; so many of them filled is so many tenths of a whole."""

from __future__ import annotations

import math

from reportgen.model.sheet import Path, Segment, Shape, Stroke
from reportgen.model.theme import Colour, blend
from reportgen.units import Rect, mm

WOBBLE = 0.055
MAJOR, MINOR, SMALL_MAJOR = mm(0.5), mm(0.15), mm(0.25)
BETWEEN = 5  # fine lines divide a ring into so many
OPEN_ARC = (2.35, 4.6)  # radians: where the partial ring of 以上 begins and ends
DASH = (2.6, 2.6)


def rings(
    centre: tuple[float, float],
    radius: float,
    on: int,
    of: int = 10,
    *,
    line: Colour,
    ground: Colour,
    clip: Rect,
    fill: Colour | None = None,
    open_end: bool = False,
    small: bool = False,
) -> tuple[Shape, ...]:
    """``of`` rings, ring k ending at radius·√(k/of) so that all have one area; ``on`` of them are lit.

    The outline wobbles alike at every radius, which keeps the areas exact. ``open_end`` adds a dashed
    part of a ring beyond the lit ones (以上).
    """
    shapes: list[Shape] = []
    at = [radius * math.sqrt(k / of) for k in range(of + 1)]
    if fill is not None:
        shapes.append(Shape(ring_path(centre, at[on]), fill=fill, clip=clip, name="rings"))
    lit = fill or ground
    fine = _joined(centre, [_between(at, k, s) for k in range(1, on + 1) for s in range(1, _lines(small))])
    major = _joined(centre, at[1 : on + 1])
    if fine:
        shapes.append(Shape(fine, stroke=Stroke(blend(line, lit, 0.75), MINOR), clip=clip, name="rings"))
    shapes.append(Shape(major, stroke=Stroke(line, SMALL_MAJOR if small else MAJOR), clip=clip, name="rings"))
    if on < of:
        rest = _joined(centre, at[on + 1 :])
        shapes.append(
            Shape(rest, stroke=Stroke(blend(line, ground, 0.6), SMALL_MAJOR), clip=clip, name="rings")
        )
    if open_end and on < of:
        shapes.append(_open(centre, at, on, line, clip))
    return tuple(shapes)


def _lines(small: bool) -> int:
    return 3 if small else BETWEEN


def _between(at: list[float], k: int, step: int) -> float:
    """Radius of a fine line inside ring k, dividing its width evenly."""
    return at[k - 1] + (at[k] - at[k - 1]) * step / BETWEEN


def _open(centre: tuple[float, float], at: list[float], on: int, line: Colour, clip: Rect) -> Shape:
    path: list[Segment] = []
    for step in range(1, BETWEEN):
        path += ring_path(centre, at[on] + (at[on + 1] - at[on]) * step / BETWEEN, *OPEN_ARC)
    return Shape(tuple(path), stroke=Stroke(line, SMALL_MAJOR, DASH), clip=clip, name="rings")


def _joined(centre: tuple[float, float], radii: list[float]) -> Path:
    path: list[Segment] = []
    for radius in radii:
        path += ring_path(centre, radius)
    return tuple(path)


def ring_path(
    centre: tuple[float, float], radius: float, start: float = 0.0, end: float = 2 * math.pi
) -> Path:
    """A wobbling circle (or arc) as smooth Bézier curves through points on it."""
    whole = end - start > 2 * math.pi - 1e-6
    count = max(10, int(14 + radius / 40))
    step = (end - start) / count
    points = [_point(centre, radius, start + i * step) for i in range(count + 1)]
    slopes = [_slope(radius, start + i * step) for i in range(count + 1)]
    path: list[Segment] = [("M", *points[0])]
    for i in range(count):
        (x1, y1), (x2, y2) = points[i], points[i + 1]
        (dx1, dy1), (dx2, dy2) = slopes[i], slopes[i + 1]
        third = step / 3
        path.append(("C", x1 + dx1 * third, y1 + dy1 * third, x2 - dx2 * third, y2 - dy2 * third, x2, y2))
    return (*path, ("Z",)) if whole else tuple(path)


def _wobble(angle: float) -> float:
    wave = (
        0.55 * math.sin(2 * angle + 0.7) + 0.3 * math.sin(3 * angle + 2.1) + 0.22 * math.sin(5 * angle + 0.3)
    )
    return 1 + WOBBLE * wave


def _wobble_slope(angle: float) -> float:
    wave = 1.1 * math.cos(2 * angle + 0.7) + 0.9 * math.cos(3 * angle + 2.1) + 1.1 * math.cos(5 * angle + 0.3)
    return WOBBLE * wave


def _point(centre: tuple[float, float], radius: float, angle: float) -> tuple[float, float]:
    reach = radius * _wobble(angle)
    return centre[0] + reach * math.cos(angle), centre[1] + reach * math.sin(angle)


def _slope(radius: float, angle: float) -> tuple[float, float]:
    """The outline's derivative by angle, for the curves' control points."""
    reach, change = radius * _wobble(angle), radius * _wobble_slope(angle)
    cos, sin = math.cos(angle), math.sin(angle)
    return change * cos - reach * sin, change * sin + reach * cos
