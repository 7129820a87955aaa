"""Numbers on slides: callouts, and charts with their heading and the values they need beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from reportgen.charts.describe import describe
from reportgen.charts.kinds import kind_of
from reportgen.charts.style import slide_parts
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
from reportgen.story.callouts import is_subdued
from reportgen.story.figure_words import label_of

SIZES = (150.0, 116.0, 110.0, 96.0, 88.0, 78.0, 66.0, 58.0, 52.0, 46.0, 40.0, 36.0, 30.0)
LARGEST = 110.0  # points of a callout's numeral in a column
QUIET = 40.0  # of numerals of a passage that counts harm
CALLOUT_PAD, LABEL_PAD, LARGE_PAD = 10.0, 6.0, 10.0  # under its rule; between numeral and label
CENTRED = 1.3  # leading, in em, at which any program centres a numeral in its row
DRAWING_TOP, NOTE_TOP, VALUE_TOP = 8.0, 6.0, 10.0  # above a chart's drawing, its note, its value
FILLED = 0.98  # of its width a numeral may fill
# The table of a whole's values: sizes of the first of few parts, of few and of more; heights of their rows in em.
FIRST_VALUE, VALUE, SMALL_VALUE = 92.0, 52.0, 40.0
FEW, SEVERAL = 3, 4  # parts
FIRST_ROW, VALUE_ROW = 1.32, 1.4
PART_NAME, LEAST_NAME = 24.0, 18.0
SWATCH, SWATCH_COLUMN = 24.0, 42.0
NAME_SHARE, VALUE_SHARE = 0.45, 0.55  # of the other columns' width
NAME_ROOM, VALUE_ROOM = 0.4, 0.5  # most width of a name and of a value, of the table's
VALUE_FILLED = 0.95  # of its column a value may fill: other programs break what just fits


def stat(
    figure: Figure, width: float, largest: float, pen: Pen, *, in_row: bool = False, leads: bool = False
) -> Frame:
    """A rule, the numeral with qualifier and unit, its label; ``in_row``, ``leads``: as in :func:`stat_body`."""
    body = stat_body(figure, width, largest, pen, in_row=in_row, leads=leads)
    return stack((_top_rule(width, pen.role.text), padded(body, top=CALLOUT_PAD)))


def stat_body(
    figure: Figure, width: float, largest: float, pen: Pen, *, in_row: bool = False, leads: bool = False
) -> Frame:
    """Numeral and label; the numeral steps down until it fits the width, a large one has a larger label.

    ``in_row``: a smaller numeral is on the baseline the largest would have. ``leads``: it is a key number, away
    from its passage.
    """
    largest = largest if leads else _most(figure, largest, pen)
    size = _fitting(figure, width, largest, pen)
    high = largest if in_row else size
    numeral = pen.line(pen.figure_runs(figure, size, pen.role.text), width, high, high * NUMERAL_ASCENT)
    step = "large-label" if largest > LARGEST else "label"
    label = pen.text(pen.paragraph(label_of(figure), step, balance=True), width, "label")
    return merged(stack((numeral, padded(label, top=LARGE_PAD if largest > LARGEST else LABEL_PAD))))


def _most(figure: Figure, largest: float, pen: Pen) -> float:
    """The largest size the figure may have: small in a passage that counts harm."""
    return min(largest, QUIET) if is_subdued(figure, pen.report) else largest


def figure_size(figure: Figure, width: float, largest: float, pen: Pen) -> float:
    """The largest step at which the figure with its qualifier and unit fits the width; small beside what counts harm."""
    return _fitting(figure, width, _most(figure, largest, pen), pen)


def _fitting(figure: Figure, width: float, largest: float, pen: Pen) -> float:
    return numeral_size(lambda size: pen.figure_runs(figure, size, pen.role.text), width, largest, pen)


def numeral_size(runs: Callable[[float], Sequence[Run]], width: float, largest: float, pen: Pen) -> float:
    """The largest step at which the runs of that size fit the width."""
    for size in (step for step in SIZES if step <= largest):
        if pen.numeral_width(runs(size)) <= width * FILLED:
            return size
    return SIZES[-1]


def _top_rule(width: float, colour: Colour) -> Frame:
    return Frame(width, STRONG_RULE, (rule(0, STRONG_RULE / 2, width, colour, STRONG_RULE),))


def chart_title(spec: ChartSpec) -> str:
    """What is measured and, where the title does not say it, in which unit."""
    unit = spec.unit
    known = not unit or f"（{unit}）" in spec.title or kind_of(spec).slide.says_unit
    return spec.title if known or not spec.title else f"{spec.title}（{unit}）"


def heading(text: str, width: float, pen: Pen, step: str = "head") -> Frame:
    """A heading in the section's text colour; empty text takes no room."""
    if not text:
        return EMPTY
    return pen.text(pen.paragraph(text, step, pen.role.text, balance=True), width, "heading")


def chart(spec: ChartSpec, width: float, height: float, pen: Pen, largest: float = 0.0) -> Frame:
    """The chart with its heading, no higher than the room; the heading goes first."""
    kind = kind_of(spec).slide
    if kind.form == "numeral":
        return numeral_and_bar(spec, width, pen, largest or kind.numeral)
    head = heading(chart_title(spec), width, pen)
    keys = series_keys(spec, width, pen)
    note = chart_note(spec, width, pen)
    room = height - head.height - keys.height - note.height - DRAWING_TOP - (NOTE_TOP if note.items else 0.0)
    body = _drawing(spec, width, room, pen)
    if kind.numeral:
        body = stack((body, padded(_value(spec, kind.numeral, width, pen), top=VALUE_TOP)))
    return stack(
        (head, keys, padded(body, top=DRAWING_TOP), padded(note, top=NOTE_TOP) if note.items else EMPTY)
    )


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


def _drawing(spec: ChartSpec, width: float, room: float, pen: Pen) -> Frame:
    """The chart as large as its kind is in such a room, at the left."""
    across, high = kind_of(spec).slide.size(spec, width, room)
    return Frame(width, high, (chart_item(spec, Rect(0, 0, across, high), pen),))


def series_keys(spec: ChartSpec, width: float, pen: Pen) -> Frame:
    """Names of several series behind a square in their colour, in place of a legend."""
    if len(spec.series) < 2 or kind_of(spec).series == "one":
        return EMPTY
    colours = kind_of(spec).slide.series_colours(spec, pen.role, pen.ts.theme)
    runs = []
    for i, (series, colour) in enumerate(zip(spec.series, colours, strict=True)):
        lead = "　" if i else ""
        runs.append(Run(f"{lead}■", pen.style("label", colour)))
        runs.append(Run(f" {series.label}", pen.style("label")))
    return pen.text(pen.paragraph(runs, "label"), width, "label")


def chart_note(spec: ChartSpec, width: float, pen: Pen) -> Frame:
    """The author's note of the chart, small and grey; no note takes no room."""
    if not spec.note:
        return EMPTY
    return pen.text(pen.paragraph(spec.note, "small", pen.ink("grey-600")), width, "caption")


def _value(spec: ChartSpec, largest: float, width: float, pen: Pen) -> Frame:
    """The chart's one value in words, as large as fits the width."""
    datum, ink = spec.data[0], pen.role.text
    after = datum.unit + datum.suffix

    def runs(size: float) -> Sequence[Run]:
        return pen.numeral_runs(datum.qualifier, datum.text, after, size, ink)

    size = numeral_size(runs, width, largest, pen)
    return pen.line(runs(size), width, size, size * NUMERAL_ASCENT)


def numeral_and_bar(spec: ChartSpec, width: float, pen: Pen, largest: float) -> Frame:
    """The value that is passed, large, and the open bar under it."""
    datum = spec.data[0]
    value = _value(spec, largest, width, pen)
    label = pen.text(pen.paragraph(spec.title or datum.label, "label", balance=True), width, "label")
    bar = _drawing(spec, width, 0.0, pen)
    return merged(stack((value, padded(label, top=NOTE_TOP), padded(bar, top=DRAWING_TOP))))


def is_small(spec: ChartSpec) -> bool:
    """Whether the chart reads in a third of the slide."""
    return kind_of(spec).slide.is_small(spec)


def values_table(spec: ChartSpec, width: float, pen: Pen, share: float = 1.0) -> Frame:
    """Colour, name and value of every part, the largest first and tallest; ``share``: of the usual sizes."""
    parts = sorted(
        zip(spec.data, slide_parts(len(spec.data), pen.ts.theme, pen.role), strict=True),
        key=lambda part: -part[0].value,
    )
    columns = (SWATCH_COLUMN, (width - SWATCH_COLUMN) * NAME_SHARE, (width - SWATCH_COLUMN) * VALUE_SHARE)
    room = min(width * VALUE_ROOM, columns[2] * VALUE_FILLED)
    rows, heights, swatches = [], [], []
    y = 0.0
    for i, (datum, colour) in enumerate(parts):
        largest = (
            FIRST_VALUE if i == 0 and len(parts) <= FEW else VALUE if len(parts) <= SEVERAL else SMALL_VALUE
        )
        size = _value_size(datum.text, room, largest * share, pen)
        height = size * (VALUE_ROW if i else FIRST_ROW)
        name = pen.paragraph(datum.label, "body", size=max(LEAST_NAME, PART_NAME * share))
        value = pen.paragraph(datum.text, "numeral", _readable(colour, pen), "right", size=size)
        value = replace(value, leading=size * CENTRED)  # centred in the row by any program
        rows.append((_empty(pen), _cell(name, width * NAME_ROOM, pen), _cell(value, room, pen)))
        heights.append(height)
        box = Rect(0, y + (height - SWATCH) / 2, SWATCH, SWATCH)
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
    """The text-safe shade of a field colour."""
    return next((r.text for r in pen.ts.theme.roles if r.accent == colour), pen.role.text)


def _empty(pen: Pen) -> TableCell:
    return TableCell((pen.paragraph("", "label"),), ())


def _cell(paragraph: StyledParagraph, width: float, pen: Pen) -> TableCell:
    return TableCell((paragraph,), pen.ts.lay((paragraph,), width).lines)
