"""Ranked horizontal bars from zero, falls to its left, the value at each bar's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts import refusals, slide_type
from reportgen.charts.arrow import ARROW, arrow
from reportgen.charts.lettering import Lettering, widest
from reportgen.charts.reading import (
    diverges,
    extent,
    highlighted,
    keys,
    labels_above,
    ranked,
    room_at_ends,
    unit_beside,
)
from reportgen.charts.record import LEAST_PLOT, ChartKind, InOffice, OfficePlot, OnPage, OnSlide
from reportgen.charts.slide_type import fitting, printed, value_start
from reportgen.charts.style import LABEL, LABEL_BOLD, value_face, value_size
from reportgen.charts.values import value_width
from reportgen.errors import Message
from reportgen.model.chart import ChartSpec, Datum
from reportgen.model.text import Align

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

LABEL_SIZE, LABEL_PITCH = 9.0, 11.5
VALUE_SIZE, DENSE_VALUE_SIZE = 20.0, 15.0
DENSE = 6  # more bars are set closer
LEAST_BAR = 40.0  # length of the longest
VALUE_GAP, LABEL_GAP = 5.7, 8.5
BASELINE = 0.75
ZERO_OVER = 1.5  # points the zero line goes beyond a bar
LABEL_SHARE = 0.45  # of the width, for labels beside the bars
MOST_LINES = 3
# on a slide
SLIDE_LABEL_SHARE = 0.34  # of the width, for the labels' column
SLIDE_GAP = 6.0
MOST_OF_SIDE = 0.3  # of the bars' room, for a value on either side
SLIDE_LEADING = 1.2
THICK_UNDER_LABEL = 0.4  # of a slot: a bar, as much for its label, the rest air
HIGH = 0.74  # of a numeral's size, its digits
HEADING = 36.0  # points of a chart's heading
ROW, LEAST_ROW, GOOD_ROW = 76.0, 38.0, 54.0  # points of a bar with its gap: most, told from the next, roomy
LEAST_LARGE = 170.0


class _Rows(Struct, frozen=True):
    """Measures at one scale: where labels beside the bars end, x of zero, points of the range of values,
    and per bar its label lines and top."""

    left: float
    zero: float
    length: float
    thickness: float
    value_size: float
    labels: tuple[tuple[str, ...], ...]
    tops: tuple[float, ...]
    height: float


def _rows(spec: ChartSpec, width: float, letters: Lettering, k: float) -> _Rows | None:
    """None where the longest bar would be too short or a label too long."""
    dense = len(spec.data) > DENSE
    size = (DENSE_VALUE_SIZE if dense else VALUE_SIZE) * k
    above = labels_above(spec)
    column = width if above else LABEL_SHARE * width
    labels = tuple(
        letters.broken(LABEL_BOLD, LABEL_SIZE * k, spec.data[i].label, column) for i in ranked(spec)
    )
    used = [widest(lines, LABEL_BOLD, LABEL_SIZE * k, letters) for lines in labels]
    left = 0.0 if above else max(used) + LABEL_GAP * k
    before, behind = room_at_ends(
        spec,
        lambda datum: (
            value_width(datum, size, unit_beside(spec, datum), letters) + (ARROW * k if datum.open_end else 0)
        ),
    )
    before += VALUE_GAP * k if before else 0.0
    length = width - left - behind - VALUE_GAP * k - before
    low, high = extent(spec)
    zero = left + before - low / (high - low) * length
    if length < LEAST_BAR * k or max(used) > column or max(map(len, labels)) > MOST_LINES:
        return None
    thickness = (9.0 if dense else 13.0 if above else 14.2) * k
    gap = (7.0 if dense else 8.6 if above else 12.4) * k
    tops, y = [], (0.0 if above else 1.5 * k)
    for lines in labels:
        words = len(lines) * LABEL_PITCH * k
        tops.append(y + words + 1.5 * k if above else y + max(0.0, words - thickness) / 2)
        y += (words + 1.5 * k + thickness if above else max(words, thickness)) + gap
    return _Rows(left, zero, length, thickness, size, labels, tuple(tops), y - gap + 1.5 * k)


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    rows = _rows(spec, width, letters, k)
    return rows.height if rows else float("inf")


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    rows = _rows(spec, pencil.width, pencil.letters, pencil.k)
    assert rows is not None
    low, high = extent(spec)
    per_unit = rows.length / (high - low)
    names, accent = keys(spec), highlighted(spec)
    for i, lines, top in zip(ranked(spec), rows.labels, rows.tops, strict=True):
        main = i == accent
        colour = pencil.palette.main if main else pencil.palette.rest
        _label(pencil, rows, lines, top, main, labels_above(spec), names[i])
        datum = spec.data[i]
        pencil.bar(rows.zero, top, datum.value, per_unit, rows.thickness, colour, names[i])
        end, side = rows.zero + datum.value * per_unit, -1 if datum.value < 0 else 1
        if datum.open_end == "above":
            end = arrow(pencil, end, top, rows.thickness, colour, names[i], side * ARROW * pencil.k)
        baseline = top + rows.thickness / 2 + 0.35 * rows.value_size
        at, align = end + side * VALUE_GAP * pencil.k, _outwards(datum)
        unit = unit_beside(spec, datum)
        pencil.value(at, baseline, datum, names[i], rows.value_size, pencil.palette.value, align, unit)
    _zero_line(pencil, spec, rows)


def _outwards(datum: Datum) -> Align:
    """How a value is aligned at its bar's end."""
    return "right" if datum.value < 0 else "left"


def _zero_line(pencil: Pencil, spec: ChartSpec, rows: _Rows) -> None:
    """Along all bars; beside each bar alone where names stand over it, and only if bars go both ways."""
    x, colour = rows.zero, pencil.palette.rule
    if not labels_above(spec):
        pencil.rule((x, 0), (x, rows.height), colour, BASELINE, "baseline")
    elif diverges(spec):
        over = ZERO_OVER * pencil.k
        ends = [((x, top - over), (x, top + rows.thickness + over)) for top in rows.tops]
        pencil.segments(ends, colour, BASELINE, "baseline")


def _label(
    pencil: Pencil, rows: _Rows, lines: tuple[str, ...], top: float, main: bool, above: bool, key: str
) -> None:
    align: Align
    size, pitch = LABEL_SIZE * pencil.k, LABEL_PITCH * pencil.k
    face = LABEL if above or not main else LABEL_BOLD
    if above:
        x, first, align = 0.0, top - 4.5 * pencil.k - (len(lines) - 1) * pitch, "left"
    else:
        middle = top + rows.thickness / 2
        x, align = rows.left - LABEL_GAP * pencil.k, "right"
        first = middle + 0.37 * size - (len(lines) - 1) * pitch / 2
    pencil.lines(
        x, first, lines, face, size, pencil.palette.label, align, f"label:{key}", LABEL_PITCH / LABEL_SIZE
    )


def draw_slide(pencil: Pencil, spec: ChartSpec) -> None:
    """One bar for each datum, in the author's order from the top."""
    names, letters, above = keys(spec), pencil.letters, labels_above(spec)
    slot = pencil.height / len(spec.data)
    thick = slot * (THICK_UNDER_LABEL if above else 0.5)
    size, lines = _slide_labels(
        pencil, spec, thick if above else slot, pencil.width if above else SLIDE_LABEL_SHARE * pencil.width
    )
    left = 0.0 if above else max(widest(each, LABEL, size, letters) for each in lines) + SLIDE_GAP
    texts = [datum.said for datum in spec.data]
    each = (pencil.width - left) * (MOST_OF_SIDE if diverges(spec) else 1.0)
    numeral = fitting(texts, each, min(value_start(spec, pencil.width), slot), letters)
    before, behind = room_at_ends(spec, lambda datum: printed(datum.said, numeral, letters))
    before += SLIDE_GAP if before else 0.0
    room = pencil.width - left - behind - SLIDE_GAP - before
    low, high = extent(spec)
    per_unit = max(room, 1.0) / (high - low)
    zero = left + before - low * per_unit
    for i, datum in enumerate(spec.data):
        middle = slot * (i + 0.5) + (thick / 2 if above else 0.0)
        colour = pencil.palette.main if i == highlighted(spec) else pencil.palette.rest
        pencil.bar(zero, middle - thick / 2, datum.value, per_unit, thick, colour, names[i])
        first = (
            middle - (thick if above else 0.0) + 0.37 * size - (len(lines[i]) - 1) * size * SLIDE_LEADING / 2
        )
        pencil.lines(
            0.0 if above else left - SLIDE_GAP, first, lines[i], LABEL, size, pencil.palette.label,
            "left" if above else "right", f"label:{names[i]}", SLIDE_LEADING,
        )  # fmt: skip
        end = zero + datum.value * per_unit + (-SLIDE_GAP if datum.value < 0 else SLIDE_GAP)
        face, points = value_face(datum.said), value_size(datum.said, numeral)
        pencil.text(
            end, middle + HIGH / 2 * numeral, datum.said, face, points, pencil.palette.value,
            _outwards(datum), f"value:{names[i]}",
        )  # fmt: skip
    if diverges(spec):  # the zero line, broken where names stand over the bars
        tops = [slot * (i + 0.5) for i in range(len(spec.data))] if above else [0.0]
        along = [((zero, top), (zero, top + (thick if above else pencil.height))) for top in tops]
        pencil.segments(along, pencil.palette.rule, slide_type.AXIS, "baseline")


def _slide_labels(
    pencil: Pencil, spec: ChartSpec, high: float, width: float
) -> tuple[float, list[tuple[str, ...]]]:
    """Size and lines of the labels: smaller where their lines would be higher than the room."""
    size = slide_type.LABEL
    while True:
        lines = [pencil.letters.broken(LABEL, size, d.label, width) for d in spec.data]
        if size <= slide_type.SMALLEST or max(map(len, lines)) * size * SLIDE_LEADING <= high:
            return size, lines
        size -= 1.0


def slide_size(spec: ChartSpec, width: float, height: float) -> tuple[float, float]:
    """Bars no farther apart than they read together."""
    return width, max(LEAST_PLOT, min(height, ROW * len(spec.data)))


def _least(spec: ChartSpec) -> float:
    return HEADING + LEAST_ROW * len(spec.data)


def _good(spec: ChartSpec) -> float:
    return max(LEAST_LARGE, HEADING + GOOD_ROW * len(spec.data))


KIND = ChartKind(
    name="bars",
    label=Message("条形图", "Bar chart"),
    shows=Message(
        "几个数比长短，由大到小，二至十二条，降的在零线另一侧",
        "how long values are, the largest first, two to twelve; falls on the other side of zero",
    ),
    refuse=refusals.compared,
    height=height,
    draw=draw,
    page=OnPage(wants=lambda spec: "beside", growth=0.5),
    slide=OnSlide(draw_slide, size=slide_size, least=_least, good=_good),
    office=InOffice(OfficePlot.BARS, across=0.94),
)
