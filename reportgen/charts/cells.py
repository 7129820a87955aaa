"""A single ratio as ten cells: full, hatched where it is open-ended, outlined."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reportgen.charts.captioned import Caption, caption, draw_caption
from reportgen.charts.reading import keys, share
from reportgen.charts.style import Measure
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

CELLS = 10
LARGEST, FILL = 24.9, 0.886  # pitch at k = 1, and the cell's share of it
SMALLEST = 8.0
OUTLINE = 0.7
GAP = 9.0


def _pitch(width: float, k: float) -> float:
    """The last cell has no gap after it."""
    return min(width / (CELLS - 1 + FILL), LARGEST * k)


def _words(spec: ChartSpec, width: float, measure: Measure, k: float) -> Caption | None:
    return caption(spec, width, measure, k)


def height(spec: ChartSpec, width: float, measure: Measure, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    words = _words(spec, width, measure, k)
    if words is None or _pitch(width, k) < SMALLEST:
        return float("inf")
    return words.height + GAP * k + _pitch(width, k) * FILL


def draw(board: Board, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    datum, key, palette = spec.data[0], keys(spec)[0], board.palette
    words = _words(spec, board.width, board.measure, board.k)
    assert words is not None
    draw_caption(board, spec, words, 0, 0, key, True)
    pitch, top = _pitch(board.width, board.k), words.height + GAP * board.k
    size, filled = pitch * FILL, share(datum) * CELLS
    whole = math.floor(filled + 1e-9)
    for i in range(CELLS):
        x, part = i * pitch, min(1.0, max(0.0, filled - i))
        if part > 1e-9:
            board.block(x, top, size * part, size, palette.main, f"cell:{key}")
        if i == whole and datum.open_end == "above":
            rest = x + size * part
            corners = ((rest, top), (x + size, top), (x + size, top + size), (rest, top + size))
            board.hatch(corners, palette.main, f"open:{key}")
        if part < 1 - 1e-9:
            board.frame(x, top, size, palette.main, OUTLINE, "off")
