"""Matrices and boxes of a page, in points, y up."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from reportgen.units import mm

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]  # left, bottom, right, top
Point = tuple[float, float]
Segment = tuple[str, tuple[float, ...]]  # m, l, c or h with user-space coordinates

PIXEL = mm(0.5)  # of the raster ink is measured on
BLEED = mm(3)  # painted beyond the trim
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Box = (-1e6, -1e6, 1e6, 1e6)
NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)
CURVE_STEPS = (0.25, 0.5, 0.75, 1.0)


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies ``first`` and ``then`` after it."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def matrix_of(values: Iterable[object]) -> Matrix:
    """Six numbers as a matrix; the identity for anything else."""
    numbers = [float(value) for value in values]  # type: ignore[arg-type]
    return (
        (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
        if len(numbers) == 6
        else IDENTITY
    )


def moved(matrix: Matrix, x: float, y: float) -> Point:
    """The point after the matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def scale(matrix: Matrix) -> float:
    """The mean enlargement: the root of the area's."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def box_of(points: Iterable[Point]) -> Box:
    """The smallest upright box around the points (at least one)."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def moved_box(matrix: Matrix, box: Box) -> Box:
    """The upright box around a box after the matrix."""
    left, bottom, right, top = box
    return box_of(
        moved(matrix, x, y) for x, y in ((left, bottom), (right, bottom), (right, top), (left, top))
    )


def common(one: Box, other: Box) -> Box | None:
    """What two boxes share; None where they do not meet."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None


def within(inner: Box, outer: Box, tolerance: float = 0.01) -> bool:
    """Whether a box lies in another, edges a tolerance apart allowed."""
    return (
        inner[0] >= outer[0] - tolerance
        and inner[1] >= outer[1] - tolerance
        and inner[2] <= outer[2] + tolerance
        and inner[3] <= outer[3] + tolerance
    )


def grown(box: Box, by: float) -> Box:
    """The box moved outwards on every side."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def upright(values: Sequence[float]) -> Box:
    """A rectangle given by any two opposite corners."""
    x1, y1, x2, y2 = values
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def path_box(path: Sequence[Segment], matrix: Matrix) -> Box | None:
    """The box of a path's points (control points too) after the matrix; None for an empty path."""
    a, b, c, d, e, f = matrix
    xs: list[float] = []
    ys: list[float] = []
    for _, values in path:
        xs += values[::2]
        ys += values[1::2]
    if not xs:
        return None
    if b == c == 0:
        left, right, bottom, top = min(xs) * a + e, max(xs) * a + e, min(ys) * d + f, max(ys) * d + f
        return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
    return box_of((a * x + c * y + e, b * x + d * y + f) for x, y in zip(xs, ys, strict=True))


def outlines(path: Sequence[Segment], matrix: Matrix) -> list[list[Point]]:
    """The subpaths as points after the matrix, curves in four straight steps."""
    found: list[list[Point]] = []
    for operator, values in path:
        if operator == "m":
            found.append([moved(matrix, *values)])
        elif not found:
            continue
        elif operator == "l":
            found[-1].append(moved(matrix, *values))
        elif operator == "c":
            start = found[-1][-1]
            first, second, end = (moved(matrix, values[i], values[i + 1]) for i in (0, 2, 4))
            found[-1] += [_on_curve(start, first, second, end, t) for t in CURVE_STEPS]
        elif operator == "h":
            found[-1].append(found[-1][0])
    return found


def _on_curve(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    s = 1 - t
    w0, w1, w2, w3 = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    return (
        w0 * p0[0] + w1 * p1[0] + w2 * p2[0] + w3 * p3[0],
        w0 * p0[1] + w1 * p1[1] + w2 * p2[1] + w3 * p3[1],
    )
