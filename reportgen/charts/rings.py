"""A single ratio as ten rings of equal area, filled from the middle."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reportgen.charts.captioned import Placed, draw_placed, placed
from reportgen.charts.reading import keys, share
from reportgen.charts.style import Measure
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

RINGS = 10
ACROSS = 96.0
LINE, OPEN_LINE = 0.75, 0.5


def _setting(spec: ChartSpec, width: float, measure: Measure, k: float) -> Placed | None:
    return placed(spec, ACROSS * k, width, measure, k)


def height(spec: ChartSpec, width: float, measure: Measure, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    setting = _setting(spec, width, measure, k)
    return setting.height if setting else float("inf")


def draw(board: Board, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    datum, key, palette = spec.data[0], keys(spec)[0], board.palette
    setting = _setting(spec, board.width, board.measure, board.k)
    assert setting is not None
    middle = ACROSS * board.k / 2
    centre, unit = (middle, middle), (middle - LINE / 2) / math.sqrt(RINGS)
    filled = share(datum) * RINGS
    whole = math.floor(filled + 1e-9)
    board.disc(centre, unit * math.sqrt(filled), palette.main, gid=f"bar:{key}")
    if datum.open_end == "above" and whole < RINGS:
        _open_ring(board, centre, unit, whole, key)
    for k in range(1, RINGS + 1):
        inside = k < filled + 1e-9
        colour = palette.paper if inside and k < RINGS else palette.main
        board.disc(centre, unit * math.sqrt(k), colour, LINE if inside else OPEN_LINE)
    draw_placed(board, spec, ACROSS * board.k, setting, key)


def _open_ring(board: Board, centre: tuple[float, float], unit: float, whole: int, key: str) -> None:
    """Hatches the ring beyond the value."""
    outer, inner = unit * math.sqrt(whole + 1), unit * math.sqrt(whole)
    ticks = []
    count = max(24, round(2 * math.pi * outer / (2.6 * board.k)))
    for i in range(count):
        a, b = 2 * math.pi * i / count, 2 * math.pi * (i + 0.8) / count
        start = (centre[0] + inner * math.cos(a), centre[1] + inner * math.sin(a))
        ticks.append((start, (centre[0] + outer * math.cos(b), centre[1] + outer * math.sin(b))))
    board.segments(ticks, board.palette.main, LINE, f"open:{key}")
