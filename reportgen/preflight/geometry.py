"""Matrices and boxes of a page, in points, y up."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from reportgen.lengths import Point, mm

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]  # left, bottom, right, top
PathOperator = tuple[str, tuple[float, ...]]  # m, l, c or h with user-space coordinates

PIXEL = mm(0.5)  # of the raster ink is measured on
BLEED = mm(3)  # painted beyond the trim
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Box = (-1e6, -1e6, 1e6, 1e6)
NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)
CURVE_WEIGHTS = tuple(  # of a curve's four points, at its quarters
    ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3) for t in (0.25, 0.5, 0.75, 1.0)
)


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
    """Whether a box is inside another, within a tolerance at the edges."""
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


def path_box(path: Sequence[PathOperator], matrix: Matrix) -> Box | None:
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


def outlines(path: Sequence[PathOperator], matrix: Matrix) -> list[list[Point]]:
    """The subpaths as points after the matrix, curves in four straight steps."""
    a, b, c, d, e, f = matrix
    found: list[list[Point]] = []
    points: list[Point] = []  # of the subpath that is open
    x = y = 0.0  # the current point, before the matrix
    start: Sequence[float] = ()
    for operator, values in path:
        if operator == "m":
            points, start = [], values
            found.append(points)
        elif not found:
            continue
        if operator == "c":
            x1, y1, x2, y2, x3, y3 = values
            for w0, w1, w2, w3 in CURVE_WEIGHTS:
                u, v = w0 * x + w1 * x1 + w2 * x2 + w3 * x3, w0 * y + w1 * y1 + w2 * y2 + w3 * y3
                points.append((a * u + c * v + e, b * u + d * v + f))
            x, y = x3, y3
        elif operator == "h":
            points.append(points[0])
            x, y = start
        else:
            x, y = values
            points.append((a * x + c * y + e, b * x + d * y + f))
    return found
