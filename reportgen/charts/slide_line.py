"""Lines on a slide, values at their points and names of times along the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.category_axis import AIR as NAME_AIR
from reportgen.charts.category_axis import draw_base, draw_names
from reportgen.charts.reading import keyed, longest, subject, turning_points
from reportgen.charts.slide_type import MANY, SMALL_VALUE, fitting
from reportgen.charts.style import value_face, value_size
from reportgen.model.chart import ChartSpec
from reportgen.model.theme import Colour, SectionRole, Theme

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

SUBJECT, COMPARED = 3.0, 1.75
DOT = 5.0
GAP = 9.0  # points between a point and its value
FLAT = 5 / 6  # values that all lie above so much of the largest do not start from zero
BELOW_FLAT = 0.5  # of their range, left below such values


def draw_slide(pencil: Pencil, spec: ChartSpec) -> None:
    """Values at every point; of many at the ends, the highest and the lowest."""
    times, data = longest(spec), list(keyed(spec))
    slot = pencil.width / len(times)
    base = draw_names(pencil, [datum.label for datum in times], slot, len(times))
    size = fitting([d.said for *_, d in data], slot - NAME_AIR, SMALL_VALUE, pencil.letters)
    values = [datum.value for *_, datum in data]
    low, high = _floor(values), max(0.0, *values) if min(values) < 0 else max(values)
    room = 0.75 * size + GAP
    per_unit = (base - 2 * room) / max(high - low, 1e-12)
    origin = (slot / 2, base - room + low * per_unit)
    draw_base(pencil, origin[1] if min(values) < 0 else base)
    highest = max(range(len(spec.series)), key=lambda i: spec.series[i].data[-1].value)
    main, colours = subject(spec), series_colours(spec, pencil.style.role, pencil.style.theme)
    for index, series in sorted(
        enumerate(spec.series), key=lambda pair: pair[0] == main
    ):  # the subject on top
        colour = colours[index]
        heights = [datum.value for datum in series.data]
        weight = SUBJECT if index == main else COMPARED
        pencil.curve(heights, (slot, per_unit), origin, colour, weight, f"line:{index}")
        last = (slot * (len(heights) - 0.5), origin[1] - heights[-1] * per_unit)
        pencil.disc(last, DOT, colour, role=f"dot:{index}")
    for key, index, i, datum in data:
        points = spec.series[index].data
        if len(points) <= MANY or i in (0, *turning_points(points)):
            y = origin[1] - datum.value * per_unit
            over = index == highest and (datum.value >= 0 or len(spec.series) > 1)
            at = y - GAP if over else y + GAP + 0.75 * size
            face, points_size = value_face(datum.said), value_size(datum.said, size)
            pencil.text(
                slot * (i + 0.5), at, datum.said, face, points_size, pencil.palette.value, "center",
                f"value:{key}",
            )  # fmt: skip


def _floor(values: list[float]) -> float:
    """Where the value axis begins: zero, unless all values lie close together far from it."""
    low, high = min(values), max(values)
    if low <= FLAT * high:
        return min(0.0, low)
    return low - BELOW_FLAT * ((high - low) or 1.0)


def series_colours(spec: ChartSpec, role: SectionRole, theme: Theme) -> tuple[Colour, ...]:
    """The subject in the accent, what it is compared with grey."""
    grey = theme.colour("grey-400")
    return tuple(role.accent if i == subject(spec) else grey for i in range(len(spec.series)))
