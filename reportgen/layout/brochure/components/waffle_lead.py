"""The woven field as the lead of a page, the parts' values beside it."""

from __future__ import annotations

from reportgen.charts import describe
from reportgen.layout.brochure import grid
from reportgen.layout.brochure.components.figure_block import (
    UNIT_GAP,
    WORDS_DROP,
    caption_of,
    drawing,
    source_line,
    unit_line,
)
from reportgen.layout.parts.drawing import rule_frame
from reportgen.layout.parts.frame import Frame, beside, padded, stack
from reportgen.layout.parts.numeral import NUMERAL_ASCENT
from reportgen.layout.parts.tagging import described, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.chart import ChartSpec, Datum
from reportgen.model.text import Run, Style
from reportgen.model.theme import Colour

FIELD = mm(103)
TITLE_SIZE, TITLE_LEADING, LABEL_SIZE = 13.0, 18.0, 10.0  # pt
UNDER_HEAD, VALUES_GAP = mm(3), mm(8)
VALUE_RULE, ABOVE_VALUE = 1, mm(1)  # pt of the rule over a value; above its numeral
LARGE, SMALL = 76.0, 42.0
DOMINANT = 0.5  # share of the whole from which a part's value is set large


def waffle_lead(spec: ChartSpec, section: int | None, ts: Typesetter, scale: float = 1.0) -> Frame:
    """Title, unit, a field of 103 mm, and the parts from the largest down in the side column."""
    title = ts.paragraph(spec.title, "figure-title", size=TITLE_SIZE, leading=TITLE_LEADING)
    title_line = caption_of(spec, ts.text(title, grid.TYPE_AREA, "heading"))
    head = stack((title_line, unit_line(spec, grid.TYPE_AREA, ts)), UNIT_GAP)
    weave = drawing(spec, section, FIELD * scale, ts, FIELD * scale)
    total = sum(datum.value for datum in spec.data)
    parts = list(zip(spec.data, _colours(spec, ts), strict=True))
    parts.sort(key=lambda part: -part[0].value)
    values = stack((_value(d, c, d.value >= DOMINANT * total, ts) for d, c in parts), VALUES_GAP)
    values = tagged(values, described(describe(spec)))
    frame = stack((head, padded(beside((0, weave), (grid.SIDE_X, values)), top=UNDER_HEAD)))
    if not spec.source:
        return frame
    return stack((frame, padded(source_line(spec, grid.TYPE_AREA, ts), top=mm(2))))


def _colours(spec: ChartSpec, ts: Typesetter) -> tuple[Colour, ...]:
    """The parts' colours as text: the theme's, or a darker shade of them where they are too pale."""
    grey = ts.theme.colour("grey-600")
    colours = []
    for i in range(len(spec.data)):
        colour = ts.theme.ratio_colours[i] if i < len(ts.theme.ratio_colours) else grey
        safe = next((role.text for role in ts.theme.roles if role.accent == colour), colour)
        colours.append(safe)
    return tuple(colours)


def _value(datum: Datum, colour: Colour, large: bool, ts: Typesetter) -> Frame:
    width = grid.SIDE_WIDTH
    label = ts.text(ts.paragraph(datum.label, "figure-title", size=LABEL_SIZE), width, "label")
    size = LARGE if large else SMALL
    style = Style("num-400", size, colour, ts.theme.type["stat-numeral"].tracking)
    run = Run(datum.text, style, keep=True)
    numeral = ts.line((run,), width, size, size * NUMERAL_ASCENT, "numeral", block=f"figure:{datum.figure}")
    return stack(
        (
            rule_frame(width, colour, VALUE_RULE),
            padded(label, top=WORDS_DROP),
            padded(numeral, top=ABOVE_VALUE),
        )
    )
