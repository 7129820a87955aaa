"""The open end of a bar: a hatched arrow beyond the value (突破, 超, 以上)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.model.theme import Colour

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

ARROW = 26.0  # pt at k = 1
HEAD = 0.27  # of the arrow, its pointed part


def arrow(
    pencil: Pencil, x: float, top: float, thickness: float, colour: Colour, key: str, length: float = 0.0
) -> float:
    """Draws the arrow from ``x`` on and returns where it ends; a negative length points to the left."""
    reach = length or ARROW * pencil.k
    neck, tip = x + reach * (1 - HEAD), x + reach
    outline = (
        (x, top),
        (neck, top),
        (tip, top + thickness / 2),
        (neck, top + thickness),
        (x, top + thickness),
    )
    pencil.hatch(outline, colour, f"open:{key}")
    return tip
