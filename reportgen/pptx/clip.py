"""Paths cut at a rectangle: DrawingML shapes cannot clip, so the geometry itself is cut."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from itertools import pairwise
from operator import and_
from typing import Any

from reportgen.model.sheet import Path
from reportgen.units import Rect

Point = tuple[float, float]
Leg = tuple[Any, ...]  # a segment of a path: its letter and its coordinates
CURVE_STEPS = 12


def clipped(path: Path, clip: Rect | None, *, filled: bool) -> Path:
    """The part of the path inside the rectangle; curves are flattened only where they are cut."""
    if clip is None or _inside(path, clip):
        return path
    return _cut_fields(path, clip) if filled else tuple(_cut_strokes(path, clip))


def bounds(path: Path) -> Rect:
    """The smallest rectangle around all points of the path."""
    xs = [float(v) for segment in path for v in segment[1::2]]
    ys = [float(v) for segment in path for v in segment[2::2]]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _inside(path: Path, clip: Rect) -> bool:
    return clip.contains(bounds(path))


def _cut_fields(path: Path, clip: Rect) -> Path:
    cut = (_cut_polygon(points, clip) for points in _polylines(path))
    return tuple(segment for points in cut if len(points) > 2 for segment in _closed(points))


def _closed(points: list[Point]) -> Iterable[Leg]:
    yield ("M", *points[0])
    for point in points[1:]:
        yield ("L", *point)
    yield ("Z",)


def _cut_strokes(path: Path, clip: Rect) -> Iterable[Leg]:
    """The pieces of line inside, each begun anew where the one before was cut off."""
    pen: Point | None = None
    for start, leg in _legs(path):
        for first, part in _kept(start, leg, clip):
            if first != pen:
                yield ("M", *first)
            yield part
            pen = part[-2], part[-1]


def _legs(path: Iterable[Leg]) -> Iterable[tuple[Point, Leg]]:
    """Every line and curve with the point it starts from; a closed subpath ends in a line."""
    here: Point = (0.0, 0.0)
    first = here
    for leg in path:
        if leg[0] == "M":
            here = first = leg[1], leg[2]
            continue
        line = ("L", *first) if leg[0] == "Z" else leg
        yield here, line
        here = line[-2], line[-1]


def _kept(start: Point, leg: Leg, clip: Rect) -> Iterable[tuple[Point, Leg]]:
    """The parts of a leg inside. A curve lies within the hull of its points, so most need no cutting."""
    sides = [_beyond(x, y, clip) for x, y in (start, *zip(leg[1::2], leg[2::2], strict=True))]
    if not any(sides):
        yield start, leg
    elif not reduce(and_, sides):
        ends = _curve(start, leg[1:]) if leg[0] == "C" else [(leg[-2], leg[-1])]
        for a, b in pairwise((start, *ends)):
            if cut := _cut_leg(a, b, clip):
                yield cut[0], ("L", *cut[1])


def _beyond(x: float, y: float, clip: Rect) -> int:
    """The edges the point lies beyond, a bit each (Cohen–Sutherland)."""
    across = 1 if x < clip.x else 2 if x > clip.right else 0
    return across | (4 if y < clip.y else 8 if y > clip.bottom else 0)


def _polylines(path: Iterable[Leg]) -> Iterable[list[Point]]:
    """Every subpath as points, curves as chords."""
    points: list[Point] = []
    for leg in path:
        if leg[0] == "M":
            if len(points) > 1:
                yield points
            points = [(leg[1], leg[2])]
        elif leg[0] == "L":
            points.append((leg[1], leg[2]))
        elif leg[0] == "C":
            points += _curve(points[-1], leg[1:])
    if len(points) > 1:
        yield points


def _curve(start: Point, ends: Leg) -> list[Point]:
    x1, y1, x2, y2, x3, y3 = ends
    out = []
    for step in range(1, CURVE_STEPS + 1):
        t = step / CURVE_STEPS
        u = 1 - t
        a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        out.append((a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3))
    return out


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
