"""Minutes on a dial of sixty ticks, the number in the middle."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reportgen.charts.captioned import Placed, draw_placed, placed
from reportgen.charts.reading import keys
from reportgen.charts.style import LABEL, Measure
from reportgen.charts.values import pieces
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

TICKS = 60
ACROSS = 102.0
VALUE_SIZES = (28.0, 24.0, 20.0, 16.0, 13.0)
UNIT_SIZE = 8.0
INNER_ON, INNER_OFF = 0.74, 0.86  # where ticks begin, of the radius
TICK_ON, TICK_OFF = 1.76, 1.13
CENTRE = 1.15  # room for words inside, of the radius


def _setting(spec: ChartSpec, width: float, measure: Measure, k: float) -> Placed | None:
    return placed(spec, ACROSS * k, width, measure, k, value=False)


def height(spec: ChartSpec, width: float, measure: Measure, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    setting = _setting(spec, width, measure, k)
    fits = setting is not None and _size(spec, measure, k) is not None
    return setting.height if setting and fits else float("inf")


def _size(spec: ChartSpec, measure: Measure, k: float) -> float | None:
    """The largest size at which the number stands inside the ticks."""
    room = ACROSS / 2 * k * CENTRE
    for size in VALUE_SIZES:
        if pieces(spec.data[0], size * k, "", measure)[1] <= room:
            return size * k
    return None


def draw(board: Board, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    datum, key, k = spec.data[0], keys(spec)[0], board.k
    setting, size = _setting(spec, board.width, board.measure, k), _size(spec, board.measure, k)
    assert setting is not None
    assert size is not None
    radius = ACROSS / 2 * k
    on = min(TICKS, max(0, round(datum.value)))
    board.segments(_ticks(0, on, radius, INNER_ON), board.palette.main, TICK_ON * k, f"bar:{key}")
    board.segments(_ticks(on, TICKS, radius, INNER_OFF), board.palette.off, TICK_OFF * k, "off")
    middle = radius + (0.2 if datum.unit else 0.36) * size
    board.value(radius, middle, datum, key, size, board.palette.value, "center")
    unit_size = UNIT_SIZE * k
    unit = (radius, middle + 4 * k + 0.8 * unit_size)
    board.text(*unit, datum.unit, LABEL, unit_size, board.palette.label, "center", f"unit:{key}")
    draw_placed(board, spec, ACROSS * k, setting, key, value=False)


def _ticks(
    first: int, last: int, radius: float, inner: float
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    ticks = []
    for i in range(first, last):
        angle = 2 * math.pi * (i + 0.5) / TICKS - math.pi / 2
        c, s = math.cos(angle), math.sin(angle)
        start = (radius + c * radius * inner, radius + s * radius * inner)
        ticks.append((start, (radius + c * radius, radius + s * radius)))
    return ticks
