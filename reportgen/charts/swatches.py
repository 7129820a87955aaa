"""Names of series with a swatch each, in rows: a key without a box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.charts.lettering import Lettering
from reportgen.charts.style import LABEL
from reportgen.model.theme import Colour

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

SIZE, PITCH, SQUARE = 8.5, 14.0, 7.0
AIR = 14.0


def places(
    names: Sequence[str], width: float, letters: Lettering, k: float
) -> tuple[tuple[float, int], ...] | None:
    """x and row of each entry; None where one is wider than the room."""
    found, x, row = [], 0.0, 0
    for name in names:
        wide = (SQUARE + 4) * k + letters.measure(LABEL, SIZE * k, name)
        if wide > width:
            return None
        if x and x + wide > width:
            x, row = 0.0, row + 1
        found.append((x, row))
        x += wide + AIR * k
    return tuple(found)


def key_height(names: Sequence[str], width: float, letters: Lettering, k: float) -> float:
    """Height of all rows, infinite where the width is too small."""
    found = places(names, width, letters, k)
    if found is None:
        return float("inf")
    return (found[-1][1] + 1) * PITCH * k if found else 0.0


def draw_key(pencil: Pencil, names: Sequence[str], colours: Sequence[Colour]) -> None:
    """The rows at the top of the board."""
    k = pencil.k
    for (x, row), name, colour in zip(
        places(names, pencil.width, pencil.letters, k) or (), names, colours, strict=True
    ):
        y = row * PITCH * k
        pencil.block(x, y + 0.5 * k, SQUARE * k, SQUARE * k, colour)
        at = x + (SQUARE + 4) * k
        pencil.text(at, y + 7.6 * k, name, LABEL, SIZE * k, pencil.palette.label, role=f"series:{name}")
