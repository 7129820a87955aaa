"""Rules and fields: the two shapes most of a page is made of."""

from __future__ import annotations

import math

from reportgen.layout.parts.frame import Frame
from reportgen.lengths import Rect
from reportgen.model.sheet import Item, Path, Shape, Stroke
from reportgen.model.theme import Colour

HAIRLINE = 0.25
SECTION_RULE = 0.5
STAT_RULE = 0.75
KAPPA = 4 / 3 * (math.sqrt(2) - 1)  # control-point distance of a quarter circle of radius 1


def rectangle(rect: Rect) -> Path:
    """The closed outline of a rectangle."""
    return (
        ("M", rect.x, rect.y),
        ("L", rect.right, rect.y),
        ("L", rect.right, rect.bottom),
        ("L", rect.x, rect.bottom),
        ("Z",),
    )


def field(rect: Rect, colour: Colour, name: str = "") -> Shape:
    """A flat rectangle of one colour."""
    return Shape(rectangle(rect), fill=colour, name=name)


def outline(rect: Rect, colour: Colour, width: float, dash: tuple[float, ...] = ()) -> Shape:
    """A rectangle's border; the stroke is inside the rectangle."""
    return Shape(rectangle(rect.inset(width / 2, width / 2)), stroke=Stroke(colour, width, dash))


def rule(x: float, y: float, width: float, colour: Colour, weight: float = HAIRLINE) -> Shape:
    """A horizontal rule whose top edge is y."""
    middle = y + weight / 2
    return Shape((("M", x, middle), ("L", x + width, middle)), stroke=Stroke(colour, weight))


def rule_frame(width: float, colour: Colour, weight: float = HAIRLINE) -> Frame:
    """A rule as a frame of its own weight's height."""
    return Frame(width, weight, (rule(0, 0, width, colour, weight),))


def circle(x: float, y: float, radius: float) -> Path:
    """A full circle of four cubic arcs."""
    k = radius * KAPPA
    return (
        ("M", x + radius, y),
        ("C", x + radius, y + k, x + k, y + radius, x, y + radius),
        ("C", x - k, y + radius, x - radius, y + k, x - radius, y),
        ("C", x - radius, y - k, x - k, y - radius, x, y - radius),
        ("C", x + k, y - radius, x + radius, y - k, x + radius, y),
        ("Z",),
    )


def bounds(item: Item) -> Rect:
    """The rectangle an item covers; of a shape what is drawn of its path, strokes as lines."""
    if not isinstance(item, Shape):
        return item.rect
    points = [float(value) for segment in item.path for value in segment[1:]]
    xs, ys = points[::2], points[1::2]
    whole = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return whole.intersection(item.clip) if item.clip else whole
