"""Names of series with a swatch each, in rows: a key without a box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.charts.style import LABEL, Measure
from reportgen.model.theme import Colour

if TYPE_CHECKING:
    from reportgen.charts.board import Board

SIZE, PITCH, SQUARE = 8.5, 14.0, 7.0
AIR = 14.0


def places(
    names: Sequence[str], width: float, measure: Measure, k: float
) -> tuple[tuple[float, int], ...] | None:
    """x and row of each entry; None where one is wider than the room."""
    found, x, row = [], 0.0, 0
    for name in names:
        wide = (SQUARE + 4) * k + measure(LABEL, SIZE * k, name)
        if wide > width:
            return None
        if x and x + wide > width:
            x, row = 0.0, row + 1
        found.append((x, row))
        x += wide + AIR * k
    return tuple(found)


def key_height(names: Sequence[str], width: float, measure: Measure, k: float) -> float:
    """Height of all rows, infinite where the width is too small."""
    found = places(names, width, measure, k)
    if found is None:
        return float("inf")
    return (found[-1][1] + 1) * PITCH * k if found else 0.0


def draw_key(board: Board, names: Sequence[str], colours: Sequence[Colour]) -> None:
    """The rows at the top of the board."""
    k = board.k
    for (x, row), name, colour in zip(
        places(names, board.width, board.measure, k) or (), names, colours, strict=True
    ):
        y = row * PITCH * k
        board.block(x, y + 0.5 * k, SQUARE * k, SQUARE * k, colour)
        at = x + (SQUARE + 4) * k
        board.text(at, y + 7.6 * k, name, LABEL, SIZE * k, board.palette.label, gid=f"series:{name}")
