"""The base line under columns and lines on a slide, with the names of what stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.lettering import widest
from reportgen.charts.slide_type import AXIS, COLUMN_LABEL, LABEL, MANY, SMALLEST
from reportgen.charts.style import LABEL as FACE

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

LEADING = 1.2
BELOW = 8.0  # points from the base line to the names
AIR = 4.0  # between neighbouring names
MOST_LINES = 3


def draw_category_axis(pencil: Pencil, labels: list[str], slot: float, count: int) -> float:
    """Draws the base line and the labels under it; returns the base line's y."""
    size = COLUMN_LABEL if count <= MANY else LABEL
    while True:
        lines = [pencil.letters.broken(FACE, size, label, slot - AIR) for label in labels]
        wide = max(widest(each, FACE, size, pencil.letters) for each in lines)
        if size <= SMALLEST or (max(map(len, lines)) <= MOST_LINES and wide <= slot):
            break
        size -= 1.0
    base = pencil.height - BELOW - max(map(len, lines)) * size * LEADING
    for i, each in enumerate(lines):
        first = base + BELOW + 0.88 * size
        pencil.lines(
            slot * (i + 0.5), first, each, FACE, size, pencil.palette.label, "center", f"label:{i}", LEADING
        )
    pencil.rule((0, base), (pencil.width, base), pencil.palette.rule, AXIS, "baseline")
    return base
