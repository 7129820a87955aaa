"""Columns on a slide, one or several series, from a common base line; falls below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.category_axis import AIR, draw_base, draw_names
from reportgen.charts.reading import extent, highlighted, keyed, longest, room_at_ends, series_colours
from reportgen.charts.slide_type import fitting, value_start
from reportgen.charts.style import value_face, value_size
from reportgen.model.chart import ChartSpec
from reportgen.model.theme import Colour

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

ABOVE = 7.0  # points from a column to its value


def draw_slide(pencil: Pencil, spec: ChartSpec) -> None:
    """The gap between groups is as wide as a column."""
    groups, several = longest(spec), len(spec.series)
    slot = pencil.width / len(groups)
    foot = draw_names(pencil, [datum.label for datum in groups], slot, len(groups))
    width = slot / (several + 1)
    data = list(keyed(spec))
    room = (slot if several == 1 else width) - AIR
    size = fitting([d.said for *_, d in data], room, value_start(spec, pencil.width), pencil.letters)
    below, above = room_at_ends(spec, lambda datum: 0.75 * size + ABOVE)
    low, high = extent(spec)
    per_unit = (foot - above - below) / (high - low)
    base = foot - below + low * per_unit
    draw_base(pencil, base)
    for key, series, i, datum in data:
        x = slot * i + width / 2 + width * series
        pencil.column(x, base, datum.value, per_unit, width, _colour(pencil, spec, series, i), key)
        end = base - datum.value * per_unit
        at = end - ABOVE if datum.value >= 0 else end + ABOVE + 0.75 * size
        face, points = value_face(datum.said), value_size(datum.said, size)
        pencil.text(
            x + width / 2, at, datum.said, face, points, pencil.palette.value, "center", f"value:{key}"
        )


def _colour(pencil: Pencil, spec: ChartSpec, series: int, index: int) -> Colour:
    if len(spec.series) > 1:
        return series_colours(spec, pencil.style.role, pencil.style.theme)[series]
    return pencil.palette.main if index == highlighted(spec) else pencil.palette.rest
