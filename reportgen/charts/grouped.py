"""Columns of several series side by side in their groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts.reading import keyed, longest, subject, unit_beside
from reportgen.charts.style import LABEL, Measure
from reportgen.charts.swatches import draw_key, key_height
from reportgen.charts.values import value_width
from reportgen.charts.words import widest, wrapped
from reportgen.model.chart import ChartSpec, Datum
from reportgen.model.theme import Colour

if TYPE_CHECKING:
    from reportgen.charts.board import Board

TALL = 116.0
GROUP = 0.78  # of the slot
COLUMN = 0.94  # of its share of the group
VALUE_SIZES = (17.0, 14.0, 12.0, 10.0, 8.5)
TURNED_SIZES = (10.0, 8.5, 7.0)
LABEL_SIZES = (9.0, 8.0, 7.0)
WIDEST_SLOT = 150.0
LABEL_LINES = 3
BASELINE = 0.75


class _Groups(Struct, frozen=True):
    """Measures at one scale; where columns are too narrow, only the subject's values are printed, in a row."""

    slot: float
    column: float
    value_size: float
    value_room: float
    turned: bool
    row: bool
    label_size: float
    labels: tuple[tuple[str, ...], ...]


def _groups(spec: ChartSpec, width: float, measure: Measure, k: float) -> _Groups | None:
    slot = min(width / len(longest(spec)), WIDEST_SLOT * k)
    column = slot * GROUP / len(spec.series)
    values = _values(spec, column, slot, measure, k)
    labels = _labels(spec, slot - 3 * k, measure, k)
    if values is None or labels is None:
        return None
    return _Groups(slot, column, *values, *labels)


def _values(
    spec: ChartSpec, column: float, slot: float, measure: Measure, k: float
) -> tuple[float, float, bool, bool] | None:
    """Size and height of the values, whether they are turned, and whether they stand in a row on top."""
    everything = tuple(datum for series in spec.series for datum in series.data)
    main = spec.series[subject(spec)].data
    for data, room, row in ((everything, column, False), (main, slot, True)):
        for size in (each * k for each in VALUE_SIZES):
            if _widest(spec, data, size, measure) <= room - 2 * k:
                return size, 0.75 * size, False, row
        for size in (each * k for each in TURNED_SIZES):
            if 0.8 * size <= room - k:
                return size, _widest(spec, data, size, measure), True, row
    return None


def _widest(spec: ChartSpec, data: tuple[Datum, ...], size: float, measure: Measure) -> float:
    return max(value_width(datum, size, unit_beside(spec, datum), measure) for datum in data)


def _labels(
    spec: ChartSpec, room: float, measure: Measure, k: float
) -> tuple[float, tuple[tuple[str, ...], ...]] | None:
    for size in (each * k for each in LABEL_SIZES):
        lines = tuple(wrapped(datum.label, room, LABEL, size, measure) for datum in longest(spec))
        fits = all(widest(each, LABEL, size, measure) <= room for each in lines)
        if fits and max(map(len, lines)) <= LABEL_LINES:
            return size, lines
    return None


def _label_room(groups: _Groups) -> float:
    return max(map(len, groups.labels)) * groups.label_size * 1.28


def _names(spec: ChartSpec) -> tuple[str, ...]:
    return tuple(series.label for series in spec.series if series.label)


def height(spec: ChartSpec, width: float, measure: Measure, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    groups = _groups(spec, width, measure, k)
    if groups is None:
        return float("inf")
    key = key_height(_names(spec), width, measure, k)
    return key + groups.value_room + 12 * k + TALL * k + 5.5 * k + _label_room(groups)


def draw(board: Board, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    groups = _groups(spec, board.width, board.measure, board.k)
    assert groups is not None
    k, colours, main = board.k, tuple(_colours(board, spec)), subject(spec)
    if len(_names(spec)) == len(spec.series):
        draw_key(board, _names(spec), colours)
    base = board.height - _label_room(groups) - 5.5 * k
    top = key_height(_names(spec), board.width, board.measure, k) + groups.value_room + 9 * k
    largest = max(datum.value for series in spec.series for datum in series.data)
    per_unit = (base - top) / max(largest, 1e-12)
    for key, s, i, datum in keyed(spec):
        x = groups.slot * (i + (1 - GROUP) / 2) + groups.column * s
        width = groups.column * COLUMN
        board.column(x, base, datum.value, per_unit, width, colours[s], key)
        foot, middle = base - datum.value * per_unit - 3.5 * k, x + width / 2
        if groups.row:
            foot, middle = top - 5.5 * k, groups.slot * (i + 0.5)
        if s == main or not groups.row:
            colour = board.palette.value if s == main else board.palette.label
            _value(board, spec, groups, datum, key, middle, foot, colour)
    for i, lines in enumerate(groups.labels):
        first = base + 5.5 * k + 0.88 * groups.label_size
        x, gid = groups.slot * (i + 0.5), f"label:{i}"
        board.lines(x, first, lines, LABEL, groups.label_size, board.palette.label, "center", gid)
    end = groups.slot * len(longest(spec))
    board.rule((0, base), (end, base), board.palette.rule, BASELINE, "baseline")


def _value(
    board: Board,
    spec: ChartSpec,
    groups: _Groups,
    datum: Datum,
    key: str,
    middle: float,
    foot: float,
    colour: Colour,
) -> None:
    size, unit = groups.value_size, unit_beside(spec, datum)
    if groups.turned:
        board.value(middle + 0.33 * size, foot, datum, key, size, colour, unit=unit, turned=True)
    else:
        board.value(middle, foot, datum, key, size, colour, "center", unit)


def _colours(board: Board, spec: ChartSpec) -> Iterator[Colour]:
    """The subject in the accent, the others in the mid tone and greys."""
    palette = board.palette
    others = [palette.rest, palette.other, palette.off, palette.muted]
    for i in range(len(spec.series)):
        yield palette.main if i == subject(spec) else others[min(i - (i > subject(spec)), 3)]
