"""One bar of 100 %: parts in reading order, each flagged with its value and name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts import refusals
from reportgen.charts.doughnut import as_ring
from reportgen.charts.lettering import Lettering, widest
from reportgen.charts.reading import keys, unit_beside
from reportgen.charts.record import ChartKind, InOffice, OfficePlot, OnPage, OnSlide
from reportgen.charts.style import LABEL
from reportgen.charts.values import value_width
from reportgen.errors import Message
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

THICKNESS = 22.7  # 8 mm
GAP = 0.85  # 0.3 mm between parts
VALUE_SIZE, LABEL_SIZE, LEADING = 18.0, 8.5, 1.3
INDENT, AIR, DROP = 4.0, 8.0, 7.0
NAME_WIDTH = 90.0
MOST_LINES = 3
FLAG = 0.75
SLIDE_GAP = 2.0  # points between parts on a slide


class _Flag(Struct, frozen=True):
    """x of a flag's staff and the lines of its name."""

    x: float
    lines: tuple[str, ...]


def _flags(spec: ChartSpec, width: float, letters: Lettering, k: float) -> tuple[_Flag, ...] | None:
    """Flags at the left end of their parts, pushed apart where they would touch; None: no room."""
    names, wide = [], []
    for datum in spec.data:
        lines = letters.broken(LABEL, LABEL_SIZE * k, datum.label, NAME_WIDTH * k)
        value = value_width(datum, VALUE_SIZE * k, unit_beside(spec, datum), letters)
        names.append(lines)
        wide.append(INDENT * k + max(value, widest(lines, LABEL, LABEL_SIZE * k, letters)))
    places = _apart(_starts(spec, width), wide, AIR * k, width)
    if places is None or max(map(len, names)) > MOST_LINES:
        return None
    return tuple(_Flag(x, lines) for x, lines in zip(places, names, strict=True))


def _starts(spec: ChartSpec, width: float) -> list[float]:
    total, at, starts = sum(datum.value for datum in spec.data), 0.0, []
    for datum in spec.data:
        starts.append(at / total * width)
        at += datum.value
    return starts


def _apart(wanted: list[float], wide: list[float], air: float, width: float) -> list[float] | None:
    """Places as near to the wanted ones as the widths allow, from left to right within the width."""
    places, free = [], 0.0
    for x, each in zip(wanted, wide, strict=True):
        places.append(max(x, free))
        free = places[-1] + each + air
    limit = width
    for i in range(len(places) - 1, -1, -1):
        places[i] = min(places[i], limit - wide[i])
        limit = places[i] - air
    return places if places[0] >= -0.01 else None


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    flags = _flags(spec, width, letters, k)
    if flags is None:
        return float("inf")
    lines = max(len(flag.lines) for flag in flags)
    return (THICKNESS + DROP + VALUE_SIZE + 2 + lines * LABEL_SIZE * LEADING) * k


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    flags = _flags(spec, pencil.width, pencil.letters, pencil.k)
    assert flags is not None
    k, names, palette = pencil.k, keys(spec), pencil.palette
    colours = pencil.style.parts(len(spec.data))
    per_unit = pencil.width / sum(datum.value for datum in spec.data)
    starts = _starts(spec, pencil.width)
    for i, (datum, flag) in enumerate(zip(spec.data, flags, strict=True)):
        end, half = starts[i] + datum.value * per_unit, GAP * k / 2
        shown = (starts[i] + (half if i else 0), end - (half if i < len(spec.data) - 1 else 0))
        pencil.bar(starts[i], 0, datum.value, per_unit, THICKNESS * k, colours[i], names[i], shown)
        _staff(pencil, flag, (starts[i], end))
        x, baseline = flag.x + INDENT * k, (THICKNESS + DROP + 0.78 * VALUE_SIZE) * k
        colour = pencil.style.as_text(colours[i])
        pencil.value(x, baseline, datum, names[i], VALUE_SIZE * k, colour, unit=unit_beside(spec, datum))
        first, role = baseline + 2 * k + 1.25 * LABEL_SIZE * k, f"label:{names[i]}"
        pencil.lines(x, first, flag.lines, LABEL, LABEL_SIZE * k, palette.label, role=role, leading=LEADING)


def _staff(pencil: Pencil, flag: _Flag, part: tuple[float, float]) -> None:
    """A line from the part down beside its words, with a bend where the flag was pushed aside."""
    k, top = pencil.k, THICKNESS * pencil.k
    x, foot = flag.x + FLAG / 2, (THICKNESS + DROP + 0.8 * VALUE_SIZE) * k
    bend = top + 0.4 * DROP * k
    inside = part[0] - 0.01 <= flag.x <= part[1] - FLAG
    start = x if inside else (part[0] + part[1]) / 2
    points = [(x, top), (x, foot)] if inside else [(start, top), (start, bend), (x, bend), (x, foot)]
    pencil.polyline(points, pencil.palette.muted, 0.5, "leader")


def draw_slide(pencil: Pencil, spec: ChartSpec) -> None:
    """One bar over the whole width, split in proportion."""
    values = [datum.value for datum in spec.data]
    per_unit, x = pencil.width / sum(values), 0.0
    tall = pencil.height
    for key, value, colour in zip(keys(spec), values, pencil.style.parts(len(values)), strict=True):
        shown = (x, x + value * per_unit - (SLIDE_GAP if value is not values[-1] else 0.0))
        pencil.bar(x, 0.0, value, per_unit, tall, colour, key, shown)
        x += value * per_unit


KIND = ChartKind(
    name="stacked",
    label=Message("占比条", "Proportional bar"),
    shows=Message(
        "一个整体的二至五部分，合计 100，一条", "two to five parts of a whole, together 100, in one bar"
    ),
    refuse=refusals.whole,
    height=height,
    draw=draw,
    page=OnPage(wants=lambda spec: "wide"),
    slide=OnSlide(draw_slide, becomes=as_ring),
    office=InOffice(OfficePlot.WHOLE_BAR),
    of_total=True,
)
