"""Art drawn out to the edges of another page: the live area keeps its shape, the strip around it stretches smoothly."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from reportgen.lengths import Point, Rect, mm
from reportgen.model.sheet import Path, PathSegment

ZONE = mm(10)  # from the trim inwards: there is nothing but art here
ART_ZONE = mm(40)  # what art in a large frame of its own is stretched over
PIECE = mm(8)  # of a curve that crosses the zone; each is mapped with its tangents
MOST_PIECES = 24

Curve = tuple[Point, Point, Point, Point]


class Axis(Struct, frozen=True):
    """Old to new positions along one axis of a page that grows from ``old`` to ``new`` points.

    The trim stays on the trim and the bleed on the bleed (``bleeds``: old and new, at either end). The live area
    is moved as a whole; in the zones the stretch grows evenly from there to the trim, so no line has a corner.
    """

    old: float
    new: float
    start_bleeds: tuple[float, float]
    end_bleeds: tuple[float, float]
    start_zone: float = ZONE
    end_zone: float = ZONE

    def within(self, low: float, high: float) -> Axis:
        """The axis for art in a frame: where that is large and runs over the trim, the stretch is spread wide."""
        large = high - low >= 2 * ART_ZONE
        return replace(
            self,
            start_zone=ART_ZONE if large and low <= 0 else ZONE,
            end_zone=ART_ZONE if large and high >= self.old else ZONE,
        )

    @property
    def shift(self) -> float:
        """Of the live area."""
        return (self.new - self.old) / 2

    def at(self, value: float) -> float:
        """The new position."""
        first, last = self.start_zone, self.old - self.end_zone
        if value < first:
            return self.shift + first - self._out(first - value, first, *self.start_bleeds)
        if value > last:
            return self.shift + last + self._out(value - last, self.end_zone, *self.end_bleeds)
        return self.shift + value

    def slope(self, value: float) -> float:
        """How much the axis is stretched there."""
        first, last = self.start_zone, self.old - self.end_zone
        if value < first:
            return self._stretch(first - value, first, *self.start_bleeds)
        return self._stretch(value - last, self.end_zone, *self.end_bleeds) if value > last else 1.0

    def rigid(self, low: float, high: float) -> bool:
        """Whether all between the two positions is only moved."""
        first, last = -self.start_bleeds[0], self.old + self.end_bleeds[0]
        live = low >= self.start_zone and high <= self.old - self.end_zone
        return live or high <= first or low >= last

    def _out(self, depth: float, zone: float, old: float, new: float) -> float:
        """How far outside the live area what was at that depth ends up; ``old``, ``new``: bleed."""
        past = depth - zone
        if past <= 0:
            return depth + self.shift * (depth / zone) ** 2
        bled = past * new / old if past < old else new + past - old
        return zone + self.shift + bled

    def _stretch(self, depth: float, zone: float, old: float, new: float) -> float:
        if depth <= zone:
            return 1 + 2 * self.shift * depth / zone**2
        return new / old if depth - zone < old else 1.0


def stretched_rect(rect: Rect, across: Axis, down: Axis) -> Rect:
    """The rectangle between the new places of its corners."""
    x, y = across.at(rect.x), down.at(rect.y)
    return Rect(x, y, across.at(rect.right) - x, down.at(rect.bottom) - y)


def stretched_path(path: Path, across: Axis, down: Axis) -> Path:
    """The path on the new page; curves in the zone are cut into pieces that follow the stretch."""
    return tuple(_segments(path, across, down))


def _segments(path: Path, across: Axis, down: Axis) -> Iterator[PathSegment]:
    here: Point = (0.0, 0.0)
    for segment in path:
        if len(segment) == 3:
            here = segment[1], segment[2]
            yield (segment[0], across.at(here[0]), down.at(here[1]))
        elif len(segment) == 7:
            letter, ax, ay, bx, by, x, y = segment
            curve: Curve = (here, (ax, ay), (bx, by), (x, y))
            for piece in _pieces(curve, across, down):
                first, second, end = _mapped(piece, across, down)
                yield (letter, *first, *second, *end)
            here = x, y
        else:
            yield segment


def _pieces(curve: Curve, across: Axis, down: Axis) -> Iterator[Curve]:
    """The curve whole where it is only moved, else in short parts."""
    xs, ys = zip(*curve, strict=True)
    if across.rigid(min(xs), max(xs)) and down.rigid(min(ys), max(ys)):
        yield curve
        return
    length = sum(math.dist(a, b) for a, b in pairwise(curve))
    count = min(MOST_PIECES, math.ceil(length / PIECE) or 1)
    for left in range(count, 1, -1):
        first, curve = _split(curve, 1 / left)
        yield first
    yield curve


def _split(curve: Curve, t: float) -> tuple[Curve, Curve]:
    """Both parts of the curve at that parameter (de Casteljau)."""
    a, b, c, d = curve
    ab, bc, cd = _between(a, b, t), _between(b, c, t), _between(c, d, t)
    abc, bcd = _between(ab, bc, t), _between(bc, cd, t)
    middle = _between(abc, bcd, t)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def _between(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _mapped(curve: Curve, across: Axis, down: Axis) -> tuple[Point, Point, Point]:
    """Handles and end of the curve with the mapped ends and tangents."""
    a, b, c, d = curve
    x0, y0, x1, y1 = across.at(a[0]), down.at(a[1]), across.at(d[0]), down.at(d[1])
    first = (x0 + (b[0] - a[0]) * across.slope(a[0]), y0 + (b[1] - a[1]) * down.slope(a[1]))
    second = (x1 + (c[0] - d[0]) * across.slope(d[0]), y1 + (c[1] - d[1]) * down.slope(d[1]))
    return first, second, (x1, y1)
