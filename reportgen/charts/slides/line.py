"""A time series on a slide: the subject heavy in the accent, comparisons grey, values at the points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.reading import keyed, longest, subject
from reportgen.charts.slides.columns import AIR, draw_category_axis
from reportgen.charts.slides.look import MANY, SMALL_VALUE, fitting
from reportgen.charts.style import value_face, value_size
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

SUBJECT, OTHER = 3.0, 1.75
DOT = 5.0
GAP = 9.0  # points between a point and its value
FLAT = 5 / 6  # values that all lie above so much of the largest do not start from zero
FOOT = 0.5  # of their range, left below such values


def draw_line(board: Board, spec: ChartSpec) -> None:
    """Values at every point, at the ends only where there are many."""
    times, data = longest(spec), list(keyed(spec))
    slot = board.width / len(times)
    base = draw_category_axis(board, [datum.label for datum in times], slot, len(times))
    size = fitting([d.text for *_, d in data], slot - AIR, SMALL_VALUE, board.measure)
    values = [datum.value for *_, datum in data]
    low, high = _floor(values), max(values)
    room = 0.75 * size + GAP
    per_unit = (base - 2 * room) / max(high - low, 1e-12)
    origin = (slot / 2, base - room + low * per_unit)
    highest = max(range(len(spec.series)), key=lambda i: spec.series[i].data[-1].value)
    main = subject(spec)
    for index, series in sorted(
        enumerate(spec.series), key=lambda pair: pair[0] == main
    ):  # the subject on top
        colour = board.palette.main if index == main else board.palette.other
        points = [datum.value for datum in series.data]
        weight = SUBJECT if index == main else OTHER
        board.curve(range(len(points)), points, (slot, per_unit), origin, colour, weight, f"line:{index}")
        last = (slot * (len(points) - 0.5), origin[1] - points[-1] * per_unit)
        board.disc(last, DOT, colour, gid=f"dot:{index}")
    for key, index, i, datum in data:
        if i in (0, len(spec.series[index].data) - 1) or len(spec.series[index].data) <= MANY:
            y = origin[1] - datum.value * per_unit
            at = y - GAP if index == highest else y + GAP + 0.75 * size
            face, points_size = value_face(datum.text), value_size(datum.text, size)
            board.text(
                slot * (i + 0.5), at, datum.text, face, points_size, board.palette.value, "center",
                f"value:{key}",
            )  # fmt: skip


def _floor(values: list[float]) -> float:
    """Where the value axis begins: zero, unless all values lie close together far from it."""
    low, high = min(values), max(values)
    if low <= FLAT * high:
        return min(0.0, low)
    return low - FOOT * ((high - low) or 1.0)
