"""The base line of columns and lines on a slide, and at the foot the names of what stands on it."""

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


def draw_names(pencil: Pencil, labels: list[str], slot: float, count: int) -> float:
    """Draws the names along the foot; returns the y that drawings may reach down to."""
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
    return base


def draw_base(pencil: Pencil, y: float) -> None:
    """The line at zero, or at the foot where zero is not shown."""
    pencil.rule((0, y), (pencil.width, y), pencil.palette.rule, AXIS, "baseline")
