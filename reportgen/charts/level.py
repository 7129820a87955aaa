"""A height over the ground, where it is not laid out as a section diagram: a datum line over its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.reading import keys
from reportgen.charts.style import LABEL, Measure
from reportgen.charts.values import value_width
from reportgen.charts.words import widest, wrapped
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

GROUND = 16.0
VALUE_SIZE, LABEL_SIZE = 30.0, 9.0
LEVEL = 36.0
LINE = 1.0


def height(spec: ChartSpec, width: float, measure: Measure, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    datum = spec.data[0]
    lines = wrapped(datum.label, width, LABEL, LABEL_SIZE * k, measure)
    fits = value_width(datum, VALUE_SIZE * k, datum.unit, measure) <= width
    fits = fits and widest(lines, LABEL, LABEL_SIZE * k, measure) <= width and len(lines) <= 3
    return (LEVEL + 12 + GROUND) * k + len(lines) * 1.28 * LABEL_SIZE * k if fits else float("inf")


def draw(board: Board, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    datum, key, k = spec.data[0], keys(spec)[0], board.k
    palette, level = board.palette, LEVEL * k
    board.rule((0, level), (board.width, level), palette.main, LINE, "tick")
    board.value(0, level - 7 * k, datum, key, VALUE_SIZE * k, palette.value, unit=datum.unit)
    size = LABEL_SIZE * k
    lines = wrapped(datum.label, board.width, LABEL, size, board.measure)
    board.lines(0, level + 6 * k + 0.9 * size, lines, LABEL, size, palette.label, gid=f"label:{key}")
    top = level + 12 * k + len(lines) * size * 1.28
    ground = ((0, top), (board.width, top), (board.width, board.height), (0, board.height))
    board.hatch(ground, palette.off, f"open:{key}")
