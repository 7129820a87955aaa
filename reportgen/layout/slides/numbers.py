"""Numbers on slides: callouts, and charts with their heading and the values they need beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from reportgen.charts.describe import describe
from reportgen.charts.reading import series_colours, subject
from reportgen.layout.parts.drawing import rectangle
from reportgen.layout.parts.frame import EMPTY, Frame, padded, stack
from reportgen.layout.slides.canvas import RULE, STRONG_RULE
from reportgen.layout.slides.merging import merged
from reportgen.layout.slides.pen import NUMERAL_ASCENT, Pen, rule
from reportgen.lengths import Rect
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure
from reportgen.model.sheet import ChartItem, Shape, Stroke, TableCell, TableItem
from reportgen.model.text import Run, StyledParagraph
from reportgen.model.theme import Colour
from reportgen.story.figure_words import label_of

SIZES = (150.0, 116.0, 110.0, 96.0, 88.0, 78.0, 66.0, 58.0, 52.0, 46.0, 40.0, 36.0, 30.0)
LARGEST = 110.0  # points of a callout's numeral in a column
CALLOUT_PAD, LABEL_PAD, LARGE_PAD = 10.0, 6.0, 10.0  # under its rule; between numeral and label
DIAL, CELL_GAP = 133.0, 7.0
SMALL_UNITS = 8  # squares in a row up to which a unit chart fits a narrow column
ROW = 76.0  # a bar with its gap
CENTRED = 1.3  # leading, in em, at which any program centres a numeral in its row


def stat(figure: Figure, width: float, largest: float, pen: Pen, *, in_row: bool = False) -> Frame:
    """A rule, the numeral with qualifier and unit, its label; ``in_row``: as in :func:`stat_body`."""
    body = stat_body(figure, width, largest, pen, in_row=in_row)
    return stack((_top_rule(width, pen.role.text), padded(body, top=CALLOUT_PAD)))


def stat_body(figure: Figure, width: float, largest: float, pen: Pen, *, in_row: bool = False) -> Frame:
    """Numeral and label; the numeral steps down until it fits the width, a large one has a larger label.

    ``in_row``: a smaller numeral stands on the baseline the largest would have.
    """
    size = figure_size(figure, width, largest, pen)
    high = largest if in_row else size
    numeral = pen.line(pen.figure_runs(figure, size, pen.role.text), width, high, high * NUMERAL_ASCENT)
    step = "large-label" if largest > LARGEST else "label"
    label = pen.text(pen.paragraph(label_of(figure), step, balance=True), width, "label")
    return merged(stack((numeral, padded(label, top=LARGE_PAD if largest > LARGEST else LABEL_PAD))))


def figure_size(figure: Figure, width: float, largest: float, pen: Pen) -> float:
    """The largest step at which the figure with its qualifier and unit fits the width."""
    return numeral_size(lambda size: pen.figure_runs(figure, size, pen.role.text), width, largest, pen)


def numeral_size(runs: Callable[[float], Sequence[Run]], width: float, largest: float, pen: Pen) -> float:
    """The largest step at which the runs of that size fit the width."""
    for size in (step for step in SIZES if step <= largest):
        if pen.numeral_width(runs(size)) <= width * 0.98:
            return size
    return SIZES[-1]


def _top_rule(width: float, colour: Colour) -> Frame:
    return Frame(width, STRONG_RULE, (rule(0, STRONG_RULE / 2, width, colour, STRONG_RULE),))


def chart_title(spec: ChartSpec) -> str:
    """What is measured and, where the title does not say it, in which unit."""
    unit = spec.unit
    known = (
        not unit
        or f"（{unit}）" in spec.title
        or spec.kind in ("units", "dial", "threshold", "cells", "rings")
    )
    return spec.title if known or not spec.title else f"{spec.title}（{unit}）"


def heading(text: str, width: float, pen: Pen, step: str = "head") -> Frame:
    """A heading in the section's text colour; empty text takes no room."""
    if not text:
        return EMPTY
    return pen.text(pen.paragraph(text, step, pen.role.text, balance=True), width, "heading")


def chart(spec: ChartSpec, width: float, height: float, pen: Pen, largest: float = 116.0) -> Frame:
    """The chart with its heading, no higher than the room; the heading goes first."""
    if spec.kind == "threshold":
        return threshold(spec, width, pen, largest)
    head = heading(chart_title(spec), width, pen)
    keys = series_keys(spec, width, pen)
    note = chart_note(spec, width, pen)
    room = height - head.height - keys.height - note.height - (14 if note.items else 8)
    body = DRAWN[spec.kind](spec, width, room, pen) if spec.kind in DRAWN else _native(spec, width, room, pen)
    return stack((head, keys, padded(body, top=8), padded(note, top=6) if note.items else EMPTY))


def chart_item(spec: ChartSpec, rect: Rect, pen: Pen) -> ChartItem:
    """The chart itself, without heading."""
    return ChartItem(
        rect,
        spec,
        pen.section,
        describe(spec),
        name=spec.title or "图表",
        placeholder="chart",
        on_slide=True,
    )


def _native(spec: ChartSpec, width: float, height: float, pen: Pen) -> Frame:
    most = ROW * len(spec.data) if spec.kind == "bars" else height
    room = max(90.0, min(height, most))
    return Frame(width, room, (chart_item(spec, Rect(0, 0, width, room), pen),))


def series_keys(spec: ChartSpec, width: float, pen: Pen) -> Frame:
    """Names of several series behind a square in their colour, in place of a legend."""
    if len(spec.series) < 2 or spec.kind == "stacked":
        return EMPTY
    role = pen.role
    colours = series_colours(spec, role)
    runs = []
    for i, series in enumerate(spec.series):
        lead, colour = "　" if i else "", colours[i]
        if spec.kind == "line" and i != subject(spec):
            colour = pen.ink("grey-400")
        runs.append(Run(f"{lead}■", pen.style("label", colour)))
        runs.append(Run(f" {series.label}", pen.style("label")))
    return pen.text(pen.paragraph(runs, "label"), width, "label")


def chart_note(spec: ChartSpec, width: float, pen: Pen) -> Frame:
    """The author's note of the chart, small and grey; no note takes no room."""
    if not spec.note:
        return EMPTY
    return pen.text(pen.paragraph(spec.note, "small", pen.ink("grey-600")), width, "caption")


def _dial(spec: ChartSpec, width: float, height: float, pen: Pen) -> Frame:
    side = min(DIAL, width, max(80.0, height))
    return Frame(width, side, (chart_item(spec, Rect(0, 0, side, side), pen),))


def _cells(spec: ChartSpec, width: float, height: float, pen: Pen) -> Frame:
    """Ten cells, the value in words below."""
    across = min(width, 389.0, max(140.0, (height - 90)) * 2.5)
    size = (across - 4 * CELL_GAP) / 5
    item = chart_item(spec, Rect(0, 0, across, 2 * size + CELL_GAP), pen)
    drawing = Frame(width, 2 * size + CELL_GAP, (item,))
    datum = spec.data[0]
    after = datum.unit + datum.suffix
    value = _value(datum.qualifier, datum.text, after, 75.0, width, pen)
    return stack((drawing, padded(value, top=10)))


def _rings(spec: ChartSpec, width: float, height: float, pen: Pen) -> Frame:
    side = min(width, 260.0, max(100.0, height - 90))
    datum = spec.data[0]
    value = _value(datum.qualifier, datum.text, datum.unit + datum.suffix, 58.0, width, pen)
    drawing = Frame(width, side, (chart_item(spec, Rect(0, 0, side, side), pen),))
    return stack((drawing, padded(value, top=10)))


def _value(before: str, numeral: str, after: str, largest: float, width: float, pen: Pen) -> Frame:
    ink = pen.role.text
    size = numeral_size(lambda s: pen.numeral_runs(before, numeral, after, s, ink), width, largest, pen)
    runs = pen.numeral_runs(before, numeral, after, size, ink)
    return pen.line(runs, width, size, size * NUMERAL_ASCENT)


def _units(spec: ChartSpec, width: float, height: float, pen: Pen) -> Frame:
    pitch = min(76.0, height / len(spec.data))
    item = chart_item(spec, Rect(0, 0, width, pitch * len(spec.data)), pen)
    return Frame(width, pitch * len(spec.data), (item,))


def threshold(spec: ChartSpec, width: float, pen: Pen, largest: float = 116.0) -> Frame:
    """The value that is passed, large, and the open bar under it."""
    datum = spec.data[0]
    value = _value(datum.qualifier, datum.text, datum.unit, largest, width, pen)
    label = pen.text(pen.paragraph(spec.title or datum.label, "label", balance=True), width, "label")
    bar = Frame(width, 36, (chart_item(spec, Rect(0, 0, width, 36), pen),))
    return merged(stack((value, padded(label, top=6), padded(bar, top=8))))


def is_small(spec: ChartSpec) -> bool:
    """Whether the chart reads in a third of the slide."""
    if spec.kind == "units":
        return max(datum.value for datum in spec.data) <= SMALL_UNITS
    if spec.kind == "columns":
        return len(spec.data) <= 3
    return spec.kind in ("dial", "cells", "rings", "threshold")


def part_colours(spec: ChartSpec, pen: Pen) -> tuple[Colour, ...]:
    """The colours of a whole's parts, as the chart itself has them."""
    theme, role = pen.ts.theme, pen.role
    if 2 < len(spec.data) <= len(theme.ratio_colours):
        return theme.ratio_colours[: len(spec.data)]
    ring = (role.accent, role.mid, role.soft, theme.colour("grey-400"), theme.colour("grey-200"))
    return tuple(ring[i % len(ring)] for i in range(len(spec.data)))


def values_table(spec: ChartSpec, width: float, pen: Pen, share: float = 1.0) -> Frame:
    """Colour, name and value of every part, the largest first and tallest; ``share``: of the usual sizes."""
    parts = sorted(zip(spec.data, part_colours(spec, pen), strict=True), key=lambda part: -part[0].value)
    columns = (42.0, (width - 42) * 0.45, (width - 42) * 0.55)
    room = min(width * 0.5, columns[2] * 0.95)  # of a value: other programs break what just fits
    rows, heights, swatches = [], [], []
    y = 0.0
    for i, (datum, colour) in enumerate(parts):
        size = 92.0 if i == 0 and len(parts) <= 3 else 52.0 if len(parts) <= 4 else 40.0
        size = _value_size(datum.text, room, size * share, pen)
        height = size * 1.32 if i == 0 else size * 1.4
        name = pen.paragraph(datum.label, "body", size=max(18.0, 24 * share))
        value = pen.paragraph(datum.text, "numeral", _readable(colour, pen), "right", size=size)
        value = replace(value, leading=size * CENTRED)  # centred in the row by any program
        rows.append((_empty(pen), _cell(name, width * 0.4, pen), _cell(value, room, pen)))
        heights.append(height)
        box = Rect(0, y + height / 2 - 12, 24, 24)
        swatches.append(Shape(rectangle(box), fill=colour, name=""))
        y += height
    stroke = Stroke(pen.ink("grey-400"), RULE)
    table = TableItem(
        Rect(0, 0, width, y),
        columns,
        tuple(rows),
        tuple(heights),
        stroke,
        stroke,
        alt="；".join(f"{datum.label} {datum.text}{datum.unit}" for datum, _ in parts),
        header_rows=0,
        name=f"{spec.title} 数值" if spec.title else "数值",
        placeholder="table",
    )
    return Frame(width, y, (*swatches, table))


def _value_size(text: str, width: float, largest: float, pen: Pen) -> float:
    return numeral_size(lambda size: pen.paragraph(text, "numeral", size=size).runs, width, largest, pen)


def _readable(colour: Colour, pen: Pen) -> Colour:
    """The text-safe kin of a field colour."""
    return next((r.text for r in pen.ts.theme.roles if r.accent == colour), pen.role.text)


def _empty(pen: Pen) -> TableCell:
    return TableCell((pen.paragraph("", "label"),), ())


def _cell(paragraph: StyledParagraph, width: float, pen: Pen) -> TableCell:
    return TableCell((paragraph,), pen.ts.lay((paragraph,), width).lines)


DRAWN = {"dial": _dial, "cells": _cells, "rings": _rings, "units": _units}
