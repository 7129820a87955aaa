"""Columns on a slide, one or several series, from a common base line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.reading import highlighted, keyed, longest, series_colours
from reportgen.charts.slides.look import (
    AXIS,
    COLUMN_LABEL,
    LABEL,
    MANY,
    SMALLEST,
    fitting,
    value_start,
)
from reportgen.charts.style import LABEL as FACE
from reportgen.charts.style import value_face, value_size
from reportgen.charts.words import widest, wrapped
from reportgen.model.chart import ChartSpec
from reportgen.model.theme import Colour

if TYPE_CHECKING:
    from reportgen.charts.board import Board

LEADING = 1.2
ABOVE, BELOW = 7.0, 8.0  # points from a column to its value, from the base line to the labels
AIR = 4.0
MOST_LINES = 3


def draw_columns(board: Board, spec: ChartSpec) -> None:
    """The gap between groups is as wide as a column."""
    groups, several = longest(spec), len(spec.series)
    slot = board.width / len(groups)
    base = draw_category_axis(board, [datum.label for datum in groups], slot, len(groups))
    width = slot / (several + 1)
    data = list(keyed(spec))
    room = (slot if several == 1 else width) - AIR
    size = fitting([d.text for *_, d in data], room, value_start(spec, board.width), board.measure)
    per_unit = (base - 0.75 * size - ABOVE) / max(max(d.value for *_, d in data), 1e-12)
    for key, series, i, datum in data:
        x = slot * i + width / 2 + width * series
        board.column(x, base, datum.value, per_unit, width, _colour(board, spec, series, i), key)
        top = base - datum.value * per_unit - ABOVE
        face, points = value_face(datum.text), value_size(datum.text, size)
        board.text(
            x + width / 2, top, datum.text, face, points, board.palette.value, "center", f"value:{key}"
        )


def _colour(board: Board, spec: ChartSpec, series: int, index: int) -> Colour:
    if len(spec.series) > 1:
        return series_colours(spec, board.style.role)[series]
    return board.palette.main if index == highlighted(spec) else board.palette.rest


def draw_category_axis(board: Board, labels: list[str], slot: float, count: int) -> float:
    """Draws the base line and the labels under it; returns the base line's y."""
    size = COLUMN_LABEL if count <= MANY else LABEL
    while True:
        lines = [wrapped(label, slot - AIR, FACE, size, board.measure) for label in labels]
        wide = max(widest(each, FACE, size, board.measure) for each in lines)
        if size <= SMALLEST or (max(map(len, lines)) <= MOST_LINES and wide <= slot):
            break
        size -= 1.0
    base = board.height - BELOW - max(map(len, lines)) * size * LEADING
    for i, each in enumerate(lines):
        first = base + BELOW + 0.88 * size
        board.lines(
            slot * (i + 0.5), first, each, FACE, size, board.palette.label, "center", f"label:{i}", LEADING
        )
    board.rule((0, base), (board.width, base), board.palette.rule, AXIS, "baseline")
    return base
