"""年轮: growth rings of equal area, one ring for one part of a whole."""

from __future__ import annotations

import math
from itertools import pairwise

from reportgen.layout.parts.ornaments.thin_line import thin_line
from reportgen.lengths import Point, Rect, mm
from reportgen.model.sheet import Path, PathSegment, Shape
from reportgen.model.theme import Colour

ARCS = 24  # cubic curves to a ring: the error stays below 0.03 mm at 250 mm radius
WOBBLE = 0.052
WAVES = ((0.55, 2, 0.7), (0.3, 3, 2.1), (0.22, 5, 0.3))  # amplitude, lobes, phase
OPEN_FROM, OPEN_TO = 2.35, 4.6  # the open end's arc, radians clockwise from the right
OPEN_LINES, OPEN_WIDTH = 4, 1.6  # its lines, and their width in that of fine ones
DASH = mm(0.9)
TENTHS = 10  # rings of a whole
# Outlines: the heaviest, their share of the radius, and of rings that are off.
HEAVIEST, HEAVY_SHARE, OFF_LINE = mm(0.55), 0.0059, mm(0.25)
FINE_LINE, SMALL_LINE, LARGE_LINE, SWATCH_LINE = mm(0.13), mm(0.1), mm(0.16), mm(0.08)
SMALL_RADIUS, LARGE_RADIUS = mm(60), mm(200)
FEW_RINGS, LINES_OF_FEW = 8, 8  # fewer rings are divided into this many parts each
FEWEST_LINES, MOST_LINES, LINE_PITCH = 4, 6, mm(0.87)  # parts of the others; about so far apart
SAFELY = 1.1  # times the wobble, when rings outside the clip are left out

Arcs = tuple[Point, tuple[tuple[Point, Point, Point], ...]]  # start, then handles and end of each curve


def rings(
    centre: tuple[float, float],
    radius: float,
    on: int,
    of: int = TENTHS,
    *,
    line: Colour,
    ground: Colour,
    fill: Colour | None = None,
    open_end: bool = False,
    clip: Rect | None = None,
    small: bool = False,
) -> tuple[Shape, ...]:
    """``on`` of ``of`` rings of exactly equal area (r ∝ √k), their outlines wavering alike.

    Rings that are on have fine lines inside and, with ``fill``, a filled ground; the others an outline
    only. ``open_end``: dashed arcs in the next ring, for 以上. Raises ValueError unless 0 ≤ on ≤ of.
    """
    if not 0 <= on <= of or of < 1:
        raise ValueError(f"{on} of {of} rings")
    inside, field = _lines_inside(radius, of, small), _Field(centre, radius / math.sqrt(of), clip)
    heavy = min(HEAVIEST, max(OFF_LINE, radius * HEAVY_SHARE))
    fine = _fine_line(radius, small)
    shapes = []
    if fill and on:
        shapes.append(Shape(field.circle(on), fill=fill, clip=clip, name="rings-filled"))
    for name, steps, width, below in (
        (
            "rings-fine",
            [k + s / inside for k in range(on) for s in range(1, inside)],
            fine,
            fill or ground,
        ),
        ("rings", [float(k) for k in range(1, on + 1)], heavy, ground),
        ("rings-off", [float(k) for k in range(on + 1, of + 1)], fine if small else OFF_LINE, ground),
    ):
        path = field.circles(steps)
        if path:
            shapes.append(Shape(path, stroke=thin_line(line, below, width), clip=clip, name=name))
    if open_end and on < of:
        arcs = field.arcs([on + s / (OPEN_LINES + 1) for s in range(1, OPEN_LINES + 1)])
        stroke = thin_line(line, ground, OPEN_WIDTH * fine, (DASH, DASH))
        shapes.append(Shape(arcs, stroke=stroke, clip=clip, name="rings-open"))
    return tuple(shapes)


def _fine_line(radius: float, small: bool) -> float:
    """Width of the lines inside a ring."""
    if radius > LARGE_RADIUS:
        return LARGE_LINE
    if small:
        return SWATCH_LINE
    return SMALL_LINE if radius < SMALL_RADIUS else FINE_LINE


def _lines_inside(radius: float, of: int, small: bool) -> int:
    """Into how many parts fine lines divide a ring, by the width of the outermost."""
    if of < FEW_RINGS:
        return LINES_OF_FEW
    outermost = radius * (1 - math.sqrt(1 - 1 / of))
    return FEWEST_LINES if small else min(MOST_LINES, max(FEWEST_LINES, round(outermost / LINE_PITCH)))


class _Field:
    """Rings about one centre; ring k ends where k units of area do. Those outside the clip are left out."""

    def __init__(self, centre: Point, unit: float, clip: Rect | None) -> None:
        self._centre, self._unit = centre, unit
        self._nearest, self._farthest = _distances(centre, clip)
        self._round = _unit_arcs(0, 2 * math.pi, ARCS)

    def circle(self, step: float) -> Path:
        return (*self._trace(self._round, self._unit * math.sqrt(step)), ("Z",))

    def circles(self, steps: list[float]) -> Path:
        path: list[PathSegment] = []
        for step in steps:
            radius = self._unit * math.sqrt(step)
            if (
                radius * (1 + SAFELY * WOBBLE) >= self._nearest
                and radius * (1 - SAFELY * WOBBLE) <= self._farthest
            ):
                path += self.circle(step)
        return tuple(path)

    def arcs(self, steps: list[float]) -> Path:
        shape = _unit_arcs(OPEN_FROM, OPEN_TO, ARCS // 2)
        path: list[PathSegment] = []
        for step in steps:
            path += self._trace(shape, self._unit * math.sqrt(step))
        return tuple(path)

    def _trace(self, arcs: Arcs, radius: float) -> list[PathSegment]:
        x, y = self._centre
        (start_x, start_y), curves = arcs
        path: list[PathSegment] = [("M", x + radius * start_x, y + radius * start_y)]
        for (ax, ay), (bx, by), (cx, cy) in curves:
            first = (x + radius * ax, y + radius * ay)
            second = (x + radius * bx, y + radius * by)
            path.append(("C", *first, *second, x + radius * cx, y + radius * cy))
        return path


def _distances(centre: Point, clip: Rect | None) -> tuple[float, float]:
    """From the centre to the clip's nearest and farthest point."""
    if clip is None:
        return 0.0, math.inf
    x, y = centre
    near = math.hypot(max(clip.x - x, 0, x - clip.right), max(clip.y - y, 0, y - clip.bottom))
    far = math.hypot(max(x - clip.x, clip.right - x), max(y - clip.y, clip.bottom - y))
    return near, far


def _unit_arcs(start: float, end: float, count: int) -> Arcs:
    """The wavering unit ring from one angle to another as ``count`` cubic curves."""
    step = (end - start) / count
    points = [_point(start + i * step) for i in range(count + 1)]
    curves = []
    for (x0, y0, dx0, dy0), (x1, y1, dx1, dy1) in pairwise(points):
        k = step / 3  # Hermite tangents as Bézier handles
        curves.append(((x0 + k * dx0, y0 + k * dy0), (x1 - k * dx1, y1 - k * dy1), (x1, y1)))
    return points[0][:2], tuple(curves)


def _point(angle: float) -> tuple[float, float, float, float]:
    """The point at that angle and its derivative by the angle."""
    r = 1 + WOBBLE * sum(a * math.sin(n * angle + p) for a, n, p in WAVES)
    dr = WOBBLE * sum(a * n * math.cos(n * angle + p) for a, n, p in WAVES)
    c, s = math.cos(angle), math.sin(angle)
    return r * c, r * s, dr * c - r * s, dr * s + r * c
