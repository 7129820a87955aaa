"""Ranked horizontal bars from zero, the value at each bar's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts.arrow import ARROW, arrow
from reportgen.charts.reading import highlighted, keys, labels_above, ranked, unit_beside
from reportgen.charts.style import LABEL, LABEL_BOLD, Measure
from reportgen.charts.values import value_width
from reportgen.charts.words import widest, wrapped
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

LABEL_SIZE, LABEL_PITCH = 9.0, 11.5
VALUE_SIZE, DENSE_VALUE_SIZE = 20.0, 15.0
DENSE = 6  # more bars are set closer
LEAST_BAR = 40.0  # length of the longest
VALUE_GAP, LABEL_GAP = 5.7, 8.5
BASELINE = 0.75
LABEL_SHARE = 0.45  # of the width, for labels beside the bars
MOST_LINES = 3


class _Rows(Struct, frozen=True):
    """Measures at one scale: x of zero, the longest bar, and per bar its label lines and top."""

    zero: float
    length: float
    thickness: float
    value_size: float
    labels: tuple[tuple[str, ...], ...]
    tops: tuple[float, ...]
    height: float


def _rows(spec: ChartSpec, width: float, measure: Measure, k: float) -> _Rows | None:
    """None where the longest bar would be too short or a label too long."""
    dense = len(spec.data) > DENSE
    size = (DENSE_VALUE_SIZE if dense else VALUE_SIZE) * k
    above = labels_above(spec)
    column = width if above else LABEL_SHARE * width
    labels = tuple(
        wrapped(spec.data[i].label, column, LABEL_BOLD, LABEL_SIZE * k, measure) for i in ranked(spec)
    )
    used = [widest(lines, LABEL_BOLD, LABEL_SIZE * k, measure) for lines in labels]
    zero = 0.0 if above else max(used) + LABEL_GAP * k
    ends = [
        value_width(datum, size, unit_beside(spec, datum), measure) + (ARROW * k if datum.open_end else 0)
        for datum in spec.data
    ]
    length = width - zero - max(ends) - VALUE_GAP * k
    if length < LEAST_BAR * k or max(used) > column or max(map(len, labels)) > MOST_LINES:
        return None
    thickness = (9.0 if dense else 13.0 if above else 14.2) * k
    gap = (7.0 if dense else 8.6 if above else 12.4) * k
    tops, y = [], (0.0 if above else 1.5 * k)
    for lines in labels:
        words = len(lines) * LABEL_PITCH * k
        tops.append(y + words + 1.5 * k if above else y + max(0.0, words - thickness) / 2)
        y += (words + 1.5 * k + thickness if above else max(words, thickness)) + gap
    return _Rows(zero, length, thickness, size, labels, tuple(tops), y - gap + 1.5 * k)


def height(spec: ChartSpec, width: float, measure: Measure, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    rows = _rows(spec, width, measure, k)
    return rows.height if rows else float("inf")


def draw(board: Board, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    rows = _rows(spec, board.width, board.measure, board.k)
    assert rows is not None
    per_unit = rows.length / max(max(datum.value for datum in spec.data), 1e-12)
    names, accent = keys(spec), highlighted(spec)
    for i, lines, top in zip(ranked(spec), rows.labels, rows.tops, strict=True):
        main = i == accent
        colour = board.palette.main if main else board.palette.rest
        _label(board, rows, lines, top, main, labels_above(spec), names[i])
        datum = spec.data[i]
        board.bar(rows.zero, top, datum.value, per_unit, rows.thickness, colour, names[i])
        end = rows.zero + datum.value * per_unit
        if datum.open_end == "above":
            end = arrow(board, end, top, rows.thickness, colour, names[i])
        baseline = top + rows.thickness / 2 + 0.35 * rows.value_size
        at = end + VALUE_GAP * board.k
        unit = unit_beside(spec, datum)
        board.value(at, baseline, datum, names[i], rows.value_size, board.palette.value, unit=unit)
    if not labels_above(spec):
        board.rule((rows.zero, 0), (rows.zero, rows.height), board.palette.rule, BASELINE, "baseline")


def _label(
    board: Board, rows: _Rows, lines: tuple[str, ...], top: float, main: bool, above: bool, key: str
) -> None:
    size, pitch = LABEL_SIZE * board.k, LABEL_PITCH * board.k
    face = LABEL if above or not main else LABEL_BOLD
    if above:
        x, first, align = 0.0, top - 4.5 * board.k - (len(lines) - 1) * pitch, "left"
    else:
        middle = top + rows.thickness / 2
        x, align = rows.zero - LABEL_GAP * board.k, "right"
        first = middle + 0.37 * size - (len(lines) - 1) * pitch / 2
    board.lines(
        x, first, lines, face, size, board.palette.label, align, f"label:{key}", LABEL_PITCH / LABEL_SIZE
    )
