"""Paths cut at a rectangle: DrawingML shapes cannot clip, so the geometry itself is cut."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from reportgen.model.sheet import Path
from reportgen.units import Rect

Point = tuple[float, float]
CURVE_STEPS = 12


def clipped(path: Path, clip: Rect | None, *, filled: bool) -> Path:
    """The part of the path inside the rectangle; curves are flattened only where they are cut."""
    if clip is None or _inside(path, clip):
        return path
    pieces: list[tuple[list[Point], bool]] = []
    for points, closed in _polylines(path):
        if filled:
            cut = _cut_polygon(points, clip)
            pieces += [(cut, True)] if len(cut) > 2 else []
        else:
            line = [*points, points[0]] if closed else points
            pieces += [(part, False) for part in _cut_line(line, clip)]
    return tuple(segment for points, closed in pieces for segment in _segments(points, closed))


def bounds(path: Path) -> Rect:
    """The smallest rectangle around all points of the path."""
    xs = [float(v) for segment in path for v in segment[1::2]]
    ys = [float(v) for segment in path for v in segment[2::2]]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _inside(path: Path, clip: Rect) -> bool:
    return clip.contains(bounds(path))


def _segments(points: list[Point], closed: bool) -> Iterable[tuple[str] | tuple[str, float, float]]:
    yield ("M", *points[0])
    for point in points[1:]:
        yield ("L", *point)
    if closed:
        yield ("Z",)


def _polylines(path: Path) -> Iterable[tuple[list[Point], bool]]:
    """Every subpath as points, curves as chords."""
    points: list[Point] = []
    for kind, *values in path:
        numbers = [float(value) for value in values]
        if kind == "M":
            if len(points) > 1:
                yield points, False
            points = [(numbers[0], numbers[1])]
        elif kind == "L":
            points.append((numbers[0], numbers[1]))
        elif kind == "C":
            points += _curve(points[-1], numbers)
        elif len(points) > 1:
            yield points, True
            points = [points[0]]
    if len(points) > 1:
        yield points, False


def _curve(start: Point, numbers: list[float]) -> list[Point]:
    x1, y1, x2, y2, x3, y3 = numbers
    out = []
    for step in range(1, CURVE_STEPS + 1):
        t = step / CURVE_STEPS
        u = 1 - t
        a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        out.append((a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3))
    return out


def _cut_line(points: list[Point], clip: Rect) -> list[list[Point]]:
    """Runs of the polyline inside the rectangle (Liang–Barsky on each leg)."""
    parts: list[list[Point]] = []
    for start, end in pairwise(points):
        leg = _cut_leg(start, end, clip)
        if leg is None:
            continue
        if parts and parts[-1][-1] == leg[0]:
            parts[-1].append(leg[1])
        else:
            parts.append([leg[0], leg[1]])
    return parts


def _cut_leg(start: Point, end: Point, clip: Rect) -> tuple[Point, Point] | None:
    dx, dy = end[0] - start[0], end[1] - start[1]
    near, far = 0.0, 1.0
    edges = (
        (-dx, start[0] - clip.x),
        (dx, clip.right - start[0]),
        (-dy, start[1] - clip.y),
        (dy, clip.bottom - start[1]),
    )
    for slope, room in edges:
        if slope == 0:
            if room < 0:
                return None
            continue
        t = room / slope
        if slope < 0:
            near = max(near, t)
        else:
            far = min(far, t)
    if near >= far:
        return None
    first = start if near == 0 else (start[0] + near * dx, start[1] + near * dy)
    last = end if far == 1 else (start[0] + far * dx, start[1] + far * dy)
    return first, last


def _cut_polygon(points: list[Point], clip: Rect) -> list[Point]:
    """The polygon inside the rectangle (Sutherland–Hodgman)."""
    for axis, limit, sign in ((0, clip.x, 1), (0, clip.right, -1), (1, clip.y, 1), (1, clip.bottom, -1)):
        points = _cut_edge(points, axis, limit, sign)
        if not points:
            break
    return points


def _cut_edge(points: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    out: list[Point] = []
    for i, point in enumerate(points):
        before = points[i - 1]
        here, there = sign * (point[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
        if here != there:
            t = (limit - before[axis]) / (point[axis] - before[axis])
            cut = [before[0] + t * (point[0] - before[0]), before[1] + t * (point[1] - before[1])]
            cut[axis] = limit
            out.append((cut[0], cut[1]))
        if here:
            out.append(point)
    return out
