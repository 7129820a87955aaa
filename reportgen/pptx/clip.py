"""Paths cut at a rectangle: DrawingML shapes cannot clip, so the geometry itself is cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from reportgen.lengths import Point, Rect
from reportgen.model.sheet import Path

Coordinates = tuple[list[float], list[float]]
Leg = tuple[Any, ...]  # a segment of a path: its letter and its coordinates
CURVE_STEPS = 12


def clipped(path: Path, clip: Rect | None, *, filled: bool) -> Path:
    """The part of the path inside the rectangle; curves are flattened only where they are cut."""
    if clip is None or _inside(path, clip):
        return path
    return _cut_fields(path, clip) if filled else _cut_strokes(path, clip)


def bounds(path: Path) -> Rect:
    """The smallest rectangle around all points of the path."""
    return box_around(coordinates(path))


def coordinates(path: Iterable[Leg]) -> Coordinates:
    """x and y of all points of the path, those of curves' handles too."""
    both = [value for leg in path for value in leg[1:]]
    return both[::2], both[1::2]


def box_around(points: Coordinates) -> Rect:
    """The smallest rectangle around the points."""
    xs, ys = points
    left, top = min(xs), min(ys)
    return Rect(left, top, max(xs) - left, max(ys) - top)


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


@lru_cache(maxsize=8)  # the title and the closing slide have the same rings
def _cut_strokes(path: Iterable[Leg], clip: Rect) -> Path:
    """The pieces of line inside, each starting where the one before was cut off.

    A leg is inside the hull of its points: most are entirely inside or outside.
    """
    left, top, right, bottom = clip.x, clip.y, clip.right, clip.bottom
    kept: list[Leg] = []
    pen: Point | None = None
    here: Point = (0.0, 0.0)
    first = here
    for leg in path:
        if leg[0] == "M":
            here = first = leg[1:]
            continue
        line = leg if len(leg) > 1 else ("L", *first)  # a closed subpath ends in a line
        hull = here + line[1:]
        xs, ys = hull[::2], hull[1::2]
        parts: Iterable[tuple[Point, Leg]] = ()
        if min(xs) >= left and max(xs) <= right and min(ys) >= top and max(ys) <= bottom:
            parts = ((here, line),)
        elif min(xs) <= right and max(xs) >= left and min(ys) <= bottom and max(ys) >= top:
            parts = _cut_chords(here, line, clip)
        for start, part in parts:
            if start != pen:
                kept.append(("M", *start))
            kept.append(part)
            pen = part[-2:]
        here = line[-2:]
    return tuple(kept)


def _cut_chords(start: Point, leg: Leg, clip: Rect) -> Iterator[tuple[Point, Leg]]:
    """The parts of a leg inside, where an edge of the rectangle may cut it."""
    chords = _curve(start, leg[1:]) if leg[0] == "C" else [leg[1:]]
    for a, b in pairwise((start, *chords)):
        if cut := _cut_leg(a, b, clip):
            yield cut[0], ("L", *cut[1])


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


def _bernstein(t: float) -> tuple[float, float, float, float]:
    """The weight of each of a curve's four points at ``t``."""
    u = 1 - t
    return u**3, 3 * u * u * t, 3 * u * t * t, t**3


BERNSTEIN = tuple(_bernstein(step / CURVE_STEPS) for step in range(1, CURVE_STEPS + 1))


def _curve(start: Point, ends: Leg) -> list[Point]:
    """The curve as chords: the end of each."""
    (x0, y0), (x1, y1, x2, y2, x3, y3) = start, ends
    return [
        (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3) for a, b, c, d in BERNSTEIN
    ]


def _cut_leg(start: Point, end: Point, clip: Rect) -> tuple[Point, Point] | None:
    """The part of a straight line inside (Liang–Barsky)."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    near, far = 0.0, 1.0
    for slope, room in ((-dx, x - clip.x), (dx, clip.right - x), (-dy, y - clip.y), (dy, clip.bottom - y)):
        if slope == 0:
            if room < 0:
                return None
            continue
        share = room / slope
        if slope > 0 and share < far:
            far = share
        elif slope < 0 and share > near:
            near = share
    if near >= far:
        return None
    first = start if near == 0 else (x + near * dx, y + near * dy)
    last = end if far == 1 else (x + far * dx, y + far * dy)
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
