"""Lengths in points (1 pt = 1/72 in) and the rectangle every placed item has."""

from __future__ import annotations

from msgspec import Struct

POINTS_PER_INCH = 72.0
MILLIMETRES_PER_INCH = 25.4
EMU_PER_POINT = 12_700

Point = tuple[float, float]  # x and y; whether y runs up or down is the space's


def mm(value: float) -> float:
    """Millimetres as points."""
    return value * POINTS_PER_INCH / MILLIMETRES_PER_INCH


def inch(value: float) -> float:
    """Inches as points."""
    return value * POINTS_PER_INCH


def emu(points: float) -> int:
    """Points as English Metric Units, the integer unit of Office files."""
    return round(points * EMU_PER_POINT)


class Edges(Struct, frozen=True):
    """A distance at each edge of a page, in points."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0

    @classmethod
    def all(cls, distance: float) -> Edges:
        return cls(distance, distance, distance, distance)

    @property
    def widest(self) -> float:
        return max(self.top, self.right, self.bottom, self.left)

    @property
    def narrowest(self) -> float:
        return min(self.top, self.right, self.bottom, self.left)

    def scaled(self, factor: float) -> Edges:
        return Edges(self.top * factor, self.right * factor, self.bottom * factor, self.left * factor)


NO_EDGES = Edges()


class Rect(Struct, frozen=True):
    """A rectangle in points; the origin is the trim box's top left, y runs down."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, edges: Edges) -> Rect:
        width, height = self.width + edges.left + edges.right, self.height + edges.top + edges.bottom
        return Rect(self.x - edges.left, self.y - edges.top, width, height)

    def inset(self, dx: float, dy: float) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.width - 2 * dx, self.height - 2 * dy)

    def union(self, other: Rect) -> Rect:
        """The smallest rectangle that contains both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def intersection(self, other: Rect) -> Rect:
        """What both share; empty where they share nothing."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(x, y, max(0.0, right - x), max(0.0, bottom - y))

    def contains(self, other: Rect, tolerance: float = 0.01) -> bool:
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.x + other.width <= self.x + self.width + tolerance
            and other.y + other.height <= self.y + self.height + tolerance
        )

    def overlaps(self, other: Rect, tolerance: float = 0.01) -> bool:
        return (
            self.x < other.x + other.width - tolerance
            and other.x < self.x + self.width - tolerance
            and self.y < other.y + other.height - tolerance
            and other.y < self.y + self.height - tolerance
        )
