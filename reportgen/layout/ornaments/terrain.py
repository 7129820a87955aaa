"""An abstract section through hills with a datum line: a schematic, never survey data."""

from __future__ import annotations

import math

from reportgen.model.sheet import Path, Segment, Shape, Stroke
from reportgen.model.theme import Colour
from reportgen.units import Rect

LAYERS = 9
STEPS = 90
PHASES = (
    (1.37, 0.99),
    (5.65, 0.78),
    (3.01, 0.83),
    (4.44, 1.1),
    (0.92, 0.7),
    (2.6, 1.2),
    (5.1, 0.9),
    (3.7, 0.65),
)


def terrain(
    rect: Rect, level: float, *, wash: Colour, line: Colour, top_line: Colour, datum: Colour
) -> tuple[Shape, ...]:
    """Ridgelines one behind the other, the ground below the datum tinted, the datum across.

    ``level``: the datum's distance from the top as a share of the height.
    """
    y = rect.y + rect.height * level
    below = Rect(rect.x, y, rect.width, rect.bottom - y)
    top = _ridge(rect, 0)
    ground: Path = (*top, ("L", rect.right, rect.bottom), ("L", rect.x, rect.bottom), ("Z",))
    under: list[Segment] = []
    for layer in range(1, LAYERS):
        under += _ridge(rect, layer)
    return (
        Shape(ground, fill=wash, clip=below, name="terrain"),
        Shape(tuple(under), stroke=Stroke(line, 0.6), clip=rect, name="terrain"),
        Shape(top, stroke=Stroke(top_line, 1.1), clip=rect, name="terrain"),
        Shape((("M", rect.x, y), ("L", rect.right, y)), stroke=Stroke(datum, 1.0), clip=rect, name="terrain"),
    )


def _ridge(rect: Rect, layer: int) -> Path:
    points = [
        (rect.x + rect.width * i / STEPS, rect.y + rect.height * _height(i / STEPS, layer))
        for i in range(STEPS + 1)
    ]
    return (("M", *points[0]), *(("L", *point) for point in points[1:]))


def _height(t: float, layer: int) -> float:
    """How far below the top (as a share) the ridge of that layer runs: it rises to the right."""
    wave = sum(
        a * math.sin((m + 1) * 2.1 * t * (1 + 0.04 * layer) + p + layer * 0.33) / (m + 1.25)
        for m, (p, a) in enumerate(PHASES)
    )
    rise = 0.52 * math.pow(t, 1.6)
    return min(1.1, 0.80 - rise - 0.085 * wave * (0.35 + 0.65 * t) + layer * 0.085)
