"""Columns of several series side by side in their groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts import refusals
from reportgen.charts.lettering import Lettering, widest
from reportgen.charts.reading import diverges, extent, keyed, longest, subject, unit_beside
from reportgen.charts.record import ChartKind, InOffice, OfficePlot, OnPage, OnSlide
from reportgen.charts.slide_columns import draw_slide
from reportgen.charts.style import LABEL
from reportgen.charts.swatches import draw_key, key_height
from reportgen.charts.values import value_width
from reportgen.errors import Message
from reportgen.model.chart import ChartSpec, Datum
from reportgen.model.theme import Colour

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

TALL = 116.0
GROUP = 0.78  # of the slot
COLUMN = 0.94  # of its share of the group
VALUE_SIZES = (17.0, 14.0, 12.0, 10.0, 8.5)
TURNED_SIZES = (10.0, 8.5, 7.0)
LABEL_SIZES = (9.0, 8.0, 7.0)
WIDEST_SLOT = 150.0
LABEL_LINES = 3
BASELINE = 0.75
VALUE_AIR = 7.0  # points of a value's room below falls, beyond its height


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


def _groups(spec: ChartSpec, width: float, letters: Lettering, k: float) -> _Groups | None:
    slot = min(width / len(longest(spec)), WIDEST_SLOT * k)
    column = slot * GROUP / len(spec.series)
    values = _values(spec, column, slot, letters, k)
    labels = _labels(spec, slot - 3 * k, letters, k)
    if values is None or labels is None:
        return None
    return _Groups(slot, column, *values, *labels)


def _values(
    spec: ChartSpec, column: float, slot: float, letters: Lettering, k: float
) -> tuple[float, float, bool, bool] | None:
    """Size and height of the values, whether they are turned, and whether they stand in a row on top."""
    everything = tuple(datum for series in spec.series for datum in series.data)
    main = spec.series[subject(spec)].data
    for data, room, row in ((everything, column, False), (main, slot, True)):
        for size in (each * k for each in VALUE_SIZES):
            if _widest(spec, data, size, letters) <= room - 2 * k:
                return size, 0.75 * size, False, row
        for size in (each * k for each in TURNED_SIZES):
            if 0.8 * size <= room - k:
                return size, _widest(spec, data, size, letters), True, row
    return None


def _widest(spec: ChartSpec, data: tuple[Datum, ...], size: float, letters: Lettering) -> float:
    return max(value_width(datum, size, unit_beside(spec, datum), letters) for datum in data)


def _labels(
    spec: ChartSpec, room: float, letters: Lettering, k: float
) -> tuple[float, tuple[tuple[str, ...], ...]] | None:
    for size in (each * k for each in LABEL_SIZES):
        lines = tuple(letters.broken(LABEL, size, datum.label, room) for datum in longest(spec))
        fits = all(widest(each, LABEL, size, letters) <= room for each in lines)
        if fits and max(map(len, lines)) <= LABEL_LINES:
            return size, lines
    return None


def _label_room(groups: _Groups) -> float:
    return max(map(len, groups.labels)) * groups.label_size * 1.28


def _names(spec: ChartSpec) -> tuple[str, ...]:
    return tuple(series.label for series in spec.series if series.label)


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    groups = _groups(spec, width, letters, k)
    if groups is None:
        return float("inf")
    key = key_height(_names(spec), width, letters, k)
    below = groups.value_room + VALUE_AIR * k if diverges(spec) and not groups.row else 0.0
    return below + key + groups.value_room + 12 * k + TALL * k + 5.5 * k + _label_room(groups)


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    groups = _groups(spec, pencil.width, pencil.letters, pencil.k)
    assert groups is not None
    k, colours, main = pencil.k, tuple(_colours(pencil, spec)), subject(spec)
    if len(_names(spec)) == len(spec.series):
        draw_key(pencil, _names(spec), colours)
    bottom = pencil.height - _label_room(groups) - 5.5 * k
    top = key_height(_names(spec), pencil.width, pencil.letters, k) + groups.value_room + 9 * k
    below = 0.0 if groups.row or not diverges(spec) else groups.value_room + VALUE_AIR * k
    low, high = extent(spec)
    per_unit = (bottom - below - top) / (high - low)
    base = bottom - below + low * per_unit
    for key, s, i, datum in keyed(spec):
        x = groups.slot * (i + (1 - GROUP) / 2) + groups.column * s
        width = groups.column * COLUMN
        pencil.column(x, base, datum.value, per_unit, width, colours[s], key)
        end, middle = base - datum.value * per_unit, x + width / 2
        foot = end - 3.5 * k if datum.value >= 0 else end + 3.5 * k + _tall(spec, groups, datum, pencil)
        if groups.row:
            foot, middle = top - 5.5 * k, groups.slot * (i + 0.5)
        if s == main or not groups.row:
            colour = pencil.palette.value if s == main else pencil.palette.label
            _value(pencil, spec, groups, datum, key, middle, foot, colour)
    for i, lines in enumerate(groups.labels):
        first = bottom + 5.5 * k + 0.88 * groups.label_size
        x, role = groups.slot * (i + 0.5), f"label:{i}"
        pencil.lines(x, first, lines, LABEL, groups.label_size, pencil.palette.label, "center", role)
    end = groups.slot * len(longest(spec))
    pencil.rule((0, base), (end, base), pencil.palette.rule, BASELINE, "baseline")


def _tall(spec: ChartSpec, groups: _Groups, datum: Datum, pencil: Pencil) -> float:
    """The height of a value as it stands."""
    size = groups.value_size
    return _widest(spec, (datum,), size, pencil.letters) if groups.turned else 0.75 * size


def _value(
    pencil: Pencil,
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
        pencil.value(middle + 0.33 * size, foot, datum, key, size, colour, unit=unit, turned=True)
    else:
        pencil.value(middle, foot, datum, key, size, colour, "center", unit)


def _colours(pencil: Pencil, spec: ChartSpec) -> Iterator[Colour]:
    """The subject in the accent, the others in the mid tone and greys."""
    palette = pencil.palette
    others = [palette.rest, palette.other, palette.off, palette.muted]
    for i in range(len(spec.series)):
        yield palette.main if i == subject(spec) else others[min(i - (i > subject(spec)), 3)]


KIND = ChartKind(
    name="grouped",
    label=Message("分组柱形图", "Grouped column chart"),
    shows=Message("几组数并排比高低", "how high values of several series are, side by side"),
    refuse=refusals.compared,
    height=height,
    draw=draw,
    page=OnPage(wants=lambda spec: "beside", growth=0.5),
    slide=OnSlide(draw_slide, upright=True),
    office=InOffice(OfficePlot.COLUMNS, above=32.0),
    series="named",
)
