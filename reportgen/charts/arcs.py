"""Circular arcs as cubic curves."""

from __future__ import annotations

import math

from reportgen.lengths import Point

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
