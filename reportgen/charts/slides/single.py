"""A single value on a slide: ten cells, ten rings, sixty ticks, a bar with an open end."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reportgen.charts.reading import keys, share
from reportgen.charts.slides.look import HATCH, WORDS
from reportgen.charts.style import PLAIN, value_face, value_size
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

TENTHS, TICKS = 10, 60
CELL_GAP = 0.0185  # of the width
EDGE, RING_EDGE = 1.5, 1.0
ON, OFF = 3.2, 1.6
INNER_ON, INNER_OFF = 0.76, 0.87  # where ticks begin, of the radius
NUMERAL = 0.69  # of the radius
STOP, SHOULDER = 0.75, 0.946  # of the width: the value, where the open end tapers
BAR, TALLEST, TICK = 0.68, 30.0, 2.2


def draw_cells(board: Board, spec: ChartSpec) -> None:
    """Ten cells in two rows; the part beyond an open-ended value is hatched."""
    datum, key, palette = spec.data[0], keys(spec)[0], board.palette
    full, gap = share(datum) * TENTHS, board.width * CELL_GAP
    size = min((board.width - 4 * gap) / 5, (board.height - gap) / 2)
    for k in range(TENTHS):
        x, y = k % 5 * (size + gap), k // 5 * (size + gap)
        if k + 1 <= full + 1e-9:
            board.block(x, y, size, size, palette.main, f"cell:{key}")
            continue
        if k < full - 1e-9 or (k < full + 1 - 1e-9 and datum.open_end == "above"):
            corners = ((x, y), (x + size, y), (x + size, y + size), (x, y + size))
            board.hatch(corners, palette.main, f"open:{key}", HATCH)
        board.frame(x, y, size, palette.main, EDGE, "off")


def draw_rings(board: Board, spec: ChartSpec) -> None:
    """Ten rings of equal area, filled from the middle."""
    full, palette = round(share(spec.data[0]) * TENTHS), board.palette
    reach, centre = min(board.width, board.height) / 2 - 1, (board.width / 2, board.height / 2)
    board.disc(centre, reach * math.sqrt(full / TENTHS), palette.main, gid=f"bar:{keys(spec)[0]}")
    for ring in range(TENTHS, 0, -1):
        colour = palette.paper if ring < full else palette.rest
        board.disc(centre, reach * math.sqrt(ring / TENTHS), colour, RING_EDGE)


def draw_dial(board: Board, spec: ChartSpec) -> None:
    """As many heavy ticks as there are minutes; number and unit in the middle."""
    datum, key, palette = spec.data[0], keys(spec)[0], board.palette
    radius, middle = min(board.width, board.height) / 2, board.height / 2
    lit = min(TICKS, max(0, round(datum.value)))
    board.segments(_ticks(0, lit, radius, middle, INNER_ON), palette.main, ON, f"bar:{key}")
    board.segments(_ticks(lit, TICKS, radius, middle, INNER_OFF), palette.other, OFF, "off")
    size = NUMERAL * radius
    face, points = value_face(datum.text), value_size(datum.text, size)
    board.text(
        radius, middle + 0.22 * size, datum.text, face, points, palette.value, "center", f"value:{key}"
    )
    unit = datum.unit or spec.unit
    board.text(
        radius, middle + 0.34 * size + WORDS, unit, PLAIN, WORDS, palette.label, "center", f"unit:{key}"
    )


def _ticks(
    first: int, last: int, radius: float, middle: float, inner: float
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    ticks = []
    for i in range(first, last):
        angle = 2 * math.pi * (i + 0.5) / TICKS - math.pi / 2
        dx, dy = math.cos(angle) * radius, math.sin(angle) * radius
        ticks.append(((radius + dx * inner, middle + dy * inner), (radius + dx, middle + dy)))
    return ticks


def draw_threshold(board: Board, spec: ChartSpec) -> None:
    """A bar up to the value, a tick, and an open hatched end beyond it (below: before it)."""
    datum, key, palette = spec.data[0], keys(spec)[0], board.palette
    tall = min(board.height * BAR, TALLEST)
    top, stop = (board.height - tall) / 2, board.width * STOP
    if datum.open_end == "below":
        corners = ((0.0, top), (stop, top), (stop, top + tall), (0.0, top + tall))
        board.hatch(corners, palette.main, f"open:{key}", HATCH)
    else:
        board.bar(0, top, datum.value, stop / max(datum.value, 1e-12), tall, palette.main, key)
    if datum.open_end == "above":
        shoulder, tip = board.width * SHOULDER, board.width
        outline = ((stop, top), (shoulder, top), (tip, top + tall / 2), (shoulder, top + tall))
        board.hatch((*outline, (stop, top + tall)), palette.main, f"open:{key}", HATCH)
    board.rule((stop, 0), (stop, board.height), palette.rule, TICK, "tick")
