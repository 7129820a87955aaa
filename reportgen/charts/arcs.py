"""Circular arcs as cubic curves."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from reportgen.lengths import Point
from reportgen.model.sheet import Path, PathSegment

QUARTER = math.pi / 2


def arc(centre: Point, radius: float, start: float, end: float) -> list[Point]:
    """First point and then three points a curve, from one turn to another (0–1, clockwise from the top).

    y runs down. A curve spans at most a quarter circle: the error is below 0.03 % of the radius.
    """
    count = max(1, math.ceil(abs(end - start) * 4 - 1e-9))
    step = 2 * math.pi * (end - start) / count
    handle = 4 / 3 * math.tan(step / 4) * radius
    points: list[Point] = []
    for i in range(count + 1):
        angle = 2 * math.pi * start + i * step - QUARTER
        c, s = math.cos(angle), math.sin(angle)
        x, y = centre[0] + radius * c, centre[1] + radius * s
        if i:
            points.append((x + handle * s, y - handle * c))
        points.append((x, y))
        if i < count:
            points.append((x - handle * s, y + handle * c))
    return points


def ring(centre: Point, radii: tuple[float, float], turns: tuple[float, float], gap: float = 0.0) -> Path:
    """A piece of a ring, its sides ``gap`` / 2 points from where they meet its neighbours'; or a disc."""
    small, large = min(radii), max(radii)
    start, end = turns
    if small == 0 and end - start >= 1:
        first, *curves = arc(centre, large, start, end)
        return (("M", *first), *_curves(curves), ("Z",))
    out, within = (min(gap / (4 * math.pi * r), (end - start) / 2) for r in (large, small))
    first, *outer = arc(centre, large, start + out, end - out)
    turn, *inner = arc(centre, small, end - within, start + within)
    return (("M", *first), *_curves(outer), ("L", *turn), *_curves(inner), ("Z",))


def _curves(points: Sequence[Point]) -> Iterator[PathSegment]:
    for a, b, c in zip(points[::3], points[1::3], points[2::3], strict=True):
        yield ("C", *a, *b, *c)
