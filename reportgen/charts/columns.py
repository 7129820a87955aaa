"""Columns from zero, falls below it, the value at each end and the label at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts import bars, refusals
from reportgen.charts.lettering import Lettering, widest
from reportgen.charts.reading import diverges, extent, highlighted, keys, room_at_ends, unit_beside
from reportgen.charts.record import ChartKind, InOffice, OfficePlot, OnPage, OnSlide, PageRoom
from reportgen.charts.slide_columns import draw_slide
from reportgen.charts.style import LABEL, LABEL_BOLD
from reportgen.charts.values import value_width
from reportgen.errors import Message
from reportgen.model.chart import ChartSpec
from reportgen.model.text import Align

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

FEW, SOME = 3, 6
TALL, LOW = 150.0, 116.0  # of the tallest column, few or many
VALUE_SIZES = (32.0, 28.0, 24.0, 20.0, 17.0, 14.0, 12.0, 10.0)
TURNED_SIZE = 9.0
LABEL_SIZES = (11.0, 9.0, 8.0, 7.0)
LABEL_LINES = 4
WIDE, NARROW = 0.66, 0.45  # of the slot, few or many columns
WIDEST_SLOT = 96.0
LEADING = 1.28
AIR = 4.0  # between neighbouring words
BASELINE = 0.75
VALUE_AIR = 7.0  # points of a value's room beyond its height
SIDE_COLUMNS = 2  # so many fit the side column
LONGEST_UPRIGHT = 6  # characters of a name that stands under its column on a slide
LEAST_ON_SLIDE = 210.0  # points high


class _Slots(Struct, frozen=True):
    """Measures at one scale."""

    slot: float
    value_size: float
    value_room: float
    values_turned: bool
    label_size: float
    labels: tuple[tuple[str, ...], ...]  # empty: turned
    label_room: float


def _slots(spec: ChartSpec, width: float, letters: Lettering, k: float) -> _Slots | None:
    slot = min(width / len(spec.data), WIDEST_SLOT * k)
    values = _values(spec, slot - AIR * k, letters, k)
    labels = _labels(spec, slot - AIR * k, letters, k)
    if values is None or labels is None:
        return None
    return _Slots(slot, *values, *labels)


def _values(spec: ChartSpec, room: float, letters: Lettering, k: float) -> tuple[float, float, bool] | None:
    """Size of the numerals, their height, and whether they are turned to fit the slot."""
    count = len(spec.data)
    largest = 32.0 if count <= FEW else 20.0 if count <= SOME else 17.0
    for size in (each * k for each in VALUE_SIZES if each <= largest):
        widths = [value_width(datum, size, unit_beside(spec, datum), letters) for datum in spec.data]
        if max(widths) <= room:
            return size, 0.75 * size, False
    size = TURNED_SIZE * k
    longest = max(value_width(datum, size, unit_beside(spec, datum), letters) for datum in spec.data)
    return (size, longest, True) if room >= size * 0.8 else None


def _labels(
    spec: ChartSpec, room: float, letters: Lettering, k: float
) -> tuple[float, tuple[tuple[str, ...], ...], float] | None:
    """Size, lines and height of the labels; turned ones have no lines."""
    words = [datum.label for datum in spec.data]
    face = LABEL_BOLD if len(words) <= FEW else LABEL
    sizes = [each * k for each in LABEL_SIZES if each < 11 or len(words) <= FEW]
    for most in (1, LABEL_LINES):
        for size in sizes:
            lines = tuple(letters.broken(face, size, label, room) for label in words)
            tallest = max(map(len, lines))
            if tallest <= most and all(widest(each, face, size, letters) <= room for each in lines):
                return size, lines, tallest * size * LEADING
    size = LABEL_SIZES[-2] * k
    return (size, (), widest(words, face, size, letters)) if room >= size * 0.8 else None


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    slots = _slots(spec, width, letters, k)
    if slots is None:
        return float("inf")
    tallest = TALL if len(spec.data) <= FEW else LOW
    below = slots.value_room + VALUE_AIR * k if diverges(spec) else 0.0
    return tallest * k + below + slots.value_room + slots.label_room + 12.5 * k


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    slots = _slots(spec, pencil.width, pencil.letters, pencil.k)
    assert slots is not None
    k, palette, names, accent = pencil.k, pencil.palette, keys(spec), highlighted(spec)
    foot = pencil.height - slots.label_room - 5.5 * k
    base, per_unit = standing(spec, foot, slots.value_room + VALUE_AIR * k)
    width = slots.slot * (WIDE if len(spec.data) <= FEW else NARROW)
    for i, datum in enumerate(spec.data):
        middle = slots.slot * (i + 0.5)
        colour = palette.main if i == accent else palette.rest
        pencil.column(middle - width / 2, base, datum.value, per_unit, width, colour, names[i])
        _value(pencil, spec, slots, i, (middle, base - datum.value * per_unit))
        face = LABEL_BOLD if len(spec.data) <= FEW else LABEL
        lines = slots.labels[i] if slots.labels else ()
        _label(pencil, (face, slots.label_size), lines or datum.label, middle, foot, names[i])
    end = slots.slot * len(spec.data)
    pencil.rule((0, base), (end, base), palette.rule, BASELINE, "baseline")


def standing(spec: ChartSpec, foot: float, value_room: float) -> tuple[float, float]:
    """y of zero and points to a unit between the top of the board and ``foot``, with room for values."""
    below, above = room_at_ends(spec, lambda datum: value_room)
    low, high = extent(spec)
    per_unit = (foot - above - below) / (high - low)
    return foot - below + low * per_unit, per_unit


def _value(pencil: Pencil, spec: ChartSpec, slots: _Slots, index: int, end: tuple[float, float]) -> None:
    """A value over its column's end, under that of a fall."""
    datum, size, (x, y), turned = spec.data[index], slots.value_size, end, slots.values_turned
    unit, gap = unit_beside(spec, datum), 5.5 * pencil.k
    baseline = y - gap
    if datum.value < 0:
        baseline = y + gap + (value_width(datum, size, unit, pencil.letters) if turned else 0.75 * size)
    align: Align = "left" if turned else "center"
    key, colour = keys(spec)[index], pencil.palette.value
    x += 0.33 * size if turned else 0.0
    pencil.value(x, baseline, datum, key, size, colour, align, unit, turned=turned)


def _label(
    pencil: Pencil,
    font: tuple[str, float],
    words: tuple[str, ...] | str,
    middle: float,
    base: float,
    key: str,
) -> None:
    """Lines centred below the column; a single string is turned to read upwards."""
    face, size = font
    role, colour, top = f"label:{key}", pencil.palette.label, base + 5.5 * pencil.k
    if isinstance(words, tuple):
        pencil.lines(middle, top + 0.88 * size, words, face, size, colour, "center", role, LEADING)
        return
    foot = top + pencil.letters.measure(face, size, words)
    pencil.text(middle + 0.37 * size, foot, words, face, size, colour, role=role, turned=True)


def _wants(spec: ChartSpec) -> PageRoom:
    return "side" if len(spec.data) <= SIDE_COLUMNS else "beside"


def _becomes(spec: ChartSpec) -> str:
    """Columns with long names lie down on a screen (D-14)."""
    longest = max(len(datum.label) for datum in spec.data)
    return bars.KIND.name if longest > LONGEST_UPRIGHT else KIND.name


def _is_small(spec: ChartSpec) -> bool:
    return len(spec.data) <= FEW


KIND = ChartKind(
    name="columns",
    label=Message("柱形图", "Column chart"),
    shows=Message(
        "几个数比高低，二至十二根，降的在零线以下",
        "how high values are, two to twelve; falls below zero",
    ),
    refuse=refusals.compared,
    height=height,
    draw=draw,
    page=OnPage(wants=_wants, growth=0.5),
    slide=OnSlide(
        draw_slide, is_small=_is_small, least=lambda spec: LEAST_ON_SLIDE, becomes=_becomes, upright=True
    ),
    office=InOffice(OfficePlot.COLUMNS, above=32.0),
)
