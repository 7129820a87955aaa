"""A time series: lines named at their ends, values where they say most."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts import refusals
from reportgen.charts.lettering import DIGIT_TOP, Lettering, widest
from reportgen.charts.reading import keyed, longest, subject, turning_points
from reportgen.charts.record import ChartKind, InOffice, OfficePlot, OnPage, OnSlide
from reportgen.charts.slide_line import draw_slide, series_colours
from reportgen.charts.style import LABEL, LABEL_BOLD, PLAIN
from reportgen.charts.values import value_width
from reportgen.errors import Message
from reportgen.lengths import Point
from reportgen.model.chart import ChartSpec, Datum, Series
from reportgen.model.theme import Colour

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

TALL = 118.0  # from the highest to the lowest value
SUBJECT, COMPARED, GRID, BASELINE, TICK = 2.55, 1.42, 0.5, 0.75, 3.4  # 0.9 mm, 0.5 mm …
DOT = 3.1
VALUE_SIZE, NAME_SIZE, TIME_SIZE = 13.0, 8.0, 8.0
MARGIN_TOP, FOOT = 22.0, 22.0
NAME_WIDTH = 84.0
GRIDS = 3
BELOW_ZERO = 0.22  # of the range, under values below zero: room for the lowest one's label
ZERO_BASE = 0.55  # lines that stay above this share of their highest value may start above zero
AROUND = 10  # half ems round a point, within which the highest and lowest value find room
FEW = 6  # points whose values are all printed
AIR = 3.0

_LabelArea = tuple[float, float, float, float]  # left, top, right, bottom


class _Plot(Struct, frozen=True):
    """The plot's edges on the board and the values at its foot and top."""

    left: float
    right: float
    top: float
    base: float
    low: float
    high: float
    count: int

    def x(self, index: int) -> float:
        return self.left + (self.right - self.left) * index / max(1, self.count - 1)

    def y(self, value: float) -> float:
        return self.base - (self.base - self.top) * (value - self.low) / (self.high - self.low)


def _ends(spec: ChartSpec, letters: Lettering, k: float) -> float:
    """PageRoom right of the last point: names of the series, or half the last value."""
    names = [letters.broken(LABEL_BOLD, NAME_SIZE * k, s.label, NAME_WIDTH * k) for s in spec.series]
    named = max(widest(lines, LABEL_BOLD, NAME_SIZE * k, letters) for lines in names)
    values = max(value_width(series.data[-1], VALUE_SIZE * k, "", letters) for series in spec.series)
    times = letters.measure(PLAIN, TIME_SIZE * k, longest(spec)[-1].label) / 2
    if len(spec.series) == 1:
        return max(values / 2, times) + DOT * k
    return max(max(named, values) + (DOT + 5) * k, times)


def _start(spec: ChartSpec, letters: Lettering, k: float) -> float:
    """PageRoom left of the first point: half of its widest words."""
    values = max(value_width(series.data[0], VALUE_SIZE * k, "", letters) for series in spec.series)
    return max(values, letters.measure(PLAIN, TIME_SIZE * k, longest(spec)[0].label)) / 2


def _series_room(spec: ChartSpec, letters: Lettering, k: float) -> float:
    """Height the labels at the line ends need together."""
    if len(spec.series) == 1:
        return 0.0
    return sum(_end_height(series, letters, k) + AIR * k for series in spec.series)


def _end_height(series: Series, letters: Lettering, k: float) -> float:
    lines = letters.broken(LABEL_BOLD, NAME_SIZE * k, series.label, NAME_WIDTH * k) if series.label else ()
    return (0.8 * VALUE_SIZE + len(lines) * 1.3 * NAME_SIZE) * k


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    room = width - _start(spec, letters, k) - _ends(spec, letters, k)
    if room < 60 * k:
        return float("inf")
    return (MARGIN_TOP + FOOT) * k + max(TALL * k, _series_room(spec, letters, k))


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    k = pencil.k
    low, high = _range(spec)
    count = len(longest(spec))
    plot = _Plot(
        _start(spec, pencil.letters, k),
        pencil.width - _ends(spec, pencil.letters, k),
        MARGIN_TOP * k,
        pencil.height - FOOT * k,
        low,
        high,
        count,
    )
    _ground(pencil, spec, plot)
    order = sorted(range(len(spec.series)), key=lambda i: i == subject(spec))  # the subject on top
    for i in order:
        _line(pencil, spec, plot, i)
    _values(pencil, spec, plot)
    if len(spec.series) > 1:
        _end_labels(pencil, spec, plot)


def _range(spec: ChartSpec) -> tuple[float, float]:
    values = [datum.value for series in spec.series for datum in series.data]
    low, high = min(values), max(values)
    if low >= 0 and low < ZERO_BASE * high:
        low = 0.0
    elif low < 0:
        high = max(high, 0.0)
        low -= BELOW_ZERO * (high - low)
    else:
        low -= 0.25 * (high - low)
    return low, high if high > low else low + 1.0


def _ground(pencil: Pencil, spec: ChartSpec, plot: _Plot) -> None:
    """Grid, baseline (zero where the values cross it), ticks and times below."""
    k, palette = pencil.k, pencil.palette
    rows = [plot.base - (plot.base - plot.top) * (i + 1) / GRIDS for i in range(GRIDS)]
    pencil.segments([((plot.left, y), (plot.right, y)) for y in rows], palette.off, GRID, "grid")
    crosses = plot.low < 0 <= plot.high
    if crosses:
        zero = plot.y(0)
        pencil.rule((plot.left, zero), (plot.right, zero), palette.rule, BASELINE, "baseline")
    colour = palette.other if crosses else palette.rule
    pencil.rule((plot.left, plot.base), (plot.right, plot.base), colour, BASELINE, "foot")
    shown = _shown_times(spec, plot, pencil.letters, k)
    ticks = [((plot.x(i), plot.base), (plot.x(i), plot.base + TICK * k)) for i in range(plot.count)]
    pencil.segments(ticks, colour, 0.5, "ticks")
    size = TIME_SIZE * k
    for i in shown:
        pencil.text(
            plot.x(i),
            plot.base + (TICK + 4) * k + 0.88 * size,
            longest(spec)[i].label,
            PLAIN,
            size,
            palette.muted,
            "center",
            f"time:{i}",
        )


def _shown_times(spec: ChartSpec, plot: _Plot, letters: Lettering, k: float) -> list[int]:
    """Times whose labels do not touch: the first and last, and every n-th between them."""
    wide = [letters.measure(PLAIN, TIME_SIZE * k, datum.label) + AIR * k for datum in longest(spec)]
    last = plot.count - 1
    for step in range(1, plot.count):
        shown = [i for i in range(0, last, step) if i == 0 or last - i >= step] + [last]
        pairs = pairwise(shown)
        if all(plot.x(b) - plot.x(a) >= (wide[a] + wide[b]) / 2 for a, b in pairs):
            return shown
    return [0, last] if plot.right - plot.left >= (wide[0] + wide[last]) / 2 else [last]


def _colour(pencil: Pencil, spec: ChartSpec, index: int) -> Colour:
    palette = pencil.palette
    if index == subject(spec):
        return palette.main
    others = (palette.other, palette.rest, palette.muted)
    return others[min(index - (index > subject(spec)), 2)]


def _line(pencil: Pencil, spec: ChartSpec, plot: _Plot, index: int) -> None:
    data, main = spec.series[index].data, index == subject(spec)
    step = (
        (plot.right - plot.left) / max(1, plot.count - 1),
        (plot.base - plot.top) / (plot.high - plot.low),
    )
    origin = (plot.left, plot.base + plot.low * step[1])
    weight = (SUBJECT if main else COMPARED) * pencil.k**0.5
    colour = _colour(pencil, spec, index)
    values = [datum.value for datum in data]
    pencil.curve(values, step, origin, colour, weight, f"line:{index}")
    end = (plot.x(len(data) - 1), plot.y(data[-1].value))
    pencil.disc(end, DOT * pencil.k**0.5, colour, role=f"end:{index}")


def _values(pencil: Pencil, spec: ChartSpec, plot: _Plot) -> None:
    """Values of the subject: all of a short line, else first, last, highest and lowest."""
    main, k = subject(spec), pencil.k
    data = spec.series[main].data
    single = len(spec.series) == 1
    taken: list[_LabelArea] = []
    names = [key for key, s, _, _ in keyed(spec) if s == main]
    for i in _order(data):
        if i == len(data) - 1 and not single:
            continue  # printed with the name at the line's end
        place = _value_place(pencil, spec, plot, i, taken)
        if place is not None:
            x, baseline, box = place
            taken.append(box)
            pencil.value(x, baseline, data[i], names[i], VALUE_SIZE * k, pencil.palette.value, "center")


def _order(data: tuple[Datum, ...]) -> list[int]:
    """Points whose values are printed, the more important first."""
    rest = range(len(data)) if len(data) <= FEW else ()
    return list(dict.fromkeys((*turning_points(data), 0, *rest)))


def _value_place(
    pencil: Pencil, spec: ChartSpec, plot: _Plot, i: int, taken: Sequence[_LabelArea]
) -> tuple[float, float, _LabelArea] | None:
    """Above the point or below it, clear of the lines and the values printed before; None: nowhere.

    The highest and the lowest value rather stand over a line, or a little aside, than nowhere.
    """
    data, size = spec.series[subject(spec)].data, VALUE_SIZE * pencil.k
    half = value_width(data[i], size, "", pencil.letters) / 2
    beside, around = _spots((plot.x(i), plot.y(data[i].value)), size, pencil.k)
    for lines_too, spots in ((True, beside), (False, around if i in turning_points(data) else ())):
        for x, baseline in spots:
            box = (x - half, baseline - DIGIT_TOP * size, x + half, baseline + 0.06 * size)
            within = box[0] >= -0.01 and box[2] <= pencil.width + 0.01
            inside = within and box[1] >= 0 and box[3] <= plot.base - 1
            free = inside and not any(_touch(box, other) for other in taken)
            if free and not (lines_too and _crossed(spec, plot, box)):
                return x, baseline, box
    return None


def _spots(point: Point, size: float, k: float) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Middles of baselines over and under a point, and many round it, the nearest first."""
    x, y = point
    under = DIGIT_TOP * size + 6 * k
    beside = ((x, y - 6 * k), (x, y + under), (x, y - 12 * k), (x, y - 18 * k))
    around = [
        (x + across * size / 2, middle + along * size / 2)
        for middle in (y - 6 * k, y + under)
        for across in range(-AROUND, AROUND + 1)
        for along in range(-AROUND, AROUND + 1)
    ]
    return beside, tuple(sorted(around, key=lambda spot: math.dist(spot, point)))


def _touch(a: _LabelArea, b: _LabelArea) -> bool:
    return a[0] < b[2] + AIR and b[0] < a[2] + AIR and a[1] < b[3] and b[1] < a[3]


def _crossed(spec: ChartSpec, plot: _Plot, box: _LabelArea) -> bool:
    """Whether any line runs through the box (sampled; a little air around the line)."""
    air = 1.6
    return any(
        box[1] - air < y < box[3] + air
        for series in spec.series
        for y in _heights(series.data, plot, box[0], box[2])
    )


def _heights(data: tuple[Datum, ...], plot: _Plot, left: float, right: float) -> Iterator[float]:
    """y of a line at places between two x, and at its points there."""
    apart = (plot.right - plot.left) / max(1, plot.count - 1)
    for i in range(9):
        at = (left + (right - left) * i / 8 - plot.left) / apart
        if 0 <= at <= len(data) - 1:
            before = min(int(at), len(data) - 2) if len(data) > 1 else 0
            a, b = data[before].value, data[min(before + 1, len(data) - 1)].value
            yield plot.y(a + (b - a) * (at - before))
    for i, datum in enumerate(data):
        if left <= plot.x(i) <= right:
            yield plot.y(datum.value)


def _end_labels(pencil: Pencil, spec: ChartSpec, plot: _Plot) -> None:
    """Value and name at each line's end, pushed apart where lines end close together."""
    k, letters = pencil.k, pencil.letters
    tall = [_end_height(series, letters, k) for series in spec.series]
    wanted = [plot.y(s.data[-1].value) - 0.5 * DIGIT_TOP * VALUE_SIZE * k for s in spec.series]
    tops = _spread(wanted, tall, AIR * k, pencil.height - TIME_SIZE * 1.5 * k - (TICK + 4) * k)
    for i, series in enumerate(spec.series):
        x = plot.right + (DOT + 5) * k
        key = next(key for key, s, j, _ in keyed(spec) if s == i and j == len(series.data) - 1)
        colour = pencil.palette.value if i == subject(spec) else pencil.palette.muted
        baseline = tops[i] + 0.76 * VALUE_SIZE * k
        pencil.value(x, baseline, series.data[-1], key, VALUE_SIZE * k, colour)
        lines = (
            letters.broken(LABEL_BOLD, NAME_SIZE * k, series.label, NAME_WIDTH * k) if series.label else ()
        )
        face = LABEL_BOLD if i == subject(spec) else LABEL
        first = baseline + 1.25 * NAME_SIZE * k
        pencil.lines(x, first, lines, face, NAME_SIZE * k, colour, role=f"series:{series.label}", leading=1.3)


def _spread(wanted: list[float], tall: list[float], air: float, bottom: float) -> list[float]:
    """Tops as near to the wanted ones as heights allow, in the order of the wanted ones."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    tops, free = [0.0] * len(wanted), 0.0
    for i in order:
        tops[i] = max(wanted[i], free)
        free = tops[i] + tall[i] + air
    limit = bottom
    for i in reversed(order):
        tops[i] = min(tops[i], limit - tall[i])
        limit = tops[i] - air
    return tops


KIND = ChartKind(
    name="line",
    label=Message("折线图", "Line chart"),
    shows=Message(
        "三个以上等距时点的变化，可画几组",
        "change over three or more evenly spaced times, in one or more series",
    ),
    refuse=refusals.over_time,
    height=height,
    draw=draw,
    page=OnPage(wants=lambda spec: "beside", growth=0.5),
    slide=OnSlide(draw_slide, series_colours=series_colours),
    office=InOffice(OfficePlot.LINE, above=16.0),
    series="several",
)
