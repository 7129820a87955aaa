"""A ratio as one line of numerals over a bar split in proportion."""

from __future__ import annotations

from reportgen.layout.parts.drawing import STAT_RULE, field, rule_frame
from reportgen.layout.parts.frame import Frame, padded, stack
from reportgen.layout.parts.numeral import NUMERAL_ASCENT, NumeralLook, numeral_runs
from reportgen.layout.parts.stat import LABEL_GAP, UNDER_RULE
from reportgen.layout.parts.tagging import CAPTION, described, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Figure
from reportgen.model.sheet import Item
from reportgen.model.theme import Colour
from reportgen.story.figure_words import label_of, parts_said

SIZES = (21.0, 18.0, 15.0, 12.0)
BAR_GAP = mm(1)  # above the bar
BAR, GAP = mm(3.4), 0.7  # the bar's height; points between its parts


def ratio_strip(figure: Figure, width: float, colour: Colour, ts: Typesetter) -> Frame:
    """Numerals, bar and label, under a rule like every callout."""
    for size in SIZES:
        runs = numeral_runs(figure, NumeralLook(size, colour), ts)
        if ts.width(runs) <= width:
            break
    numerals = ts.line(
        runs, width, SIZES[0], SIZES[0] * NUMERAL_ASCENT, "numeral", block=f"figure:{figure.id}"
    )
    words = ts.text(ts.paragraph(label_of(figure), "stat-label"), width, "label")
    label = tagged(words, CAPTION)
    parts = stack((numerals, padded(_bar(figure, width, ts), top=BAR_GAP), padded(label, top=LABEL_GAP)))
    strip = stack((rule_frame(width, colour, STAT_RULE), padded(parts, top=UNDER_RULE)))
    return tagged(strip, described(f"占比条：{label_of(figure)} {parts_said(figure)}。"))


def _bar(figure: Figure, width: float, ts: Typesetter) -> Frame:
    values = [float(value) for value in figure.quantity.values]
    items: list[Item] = []
    x = 0.0
    for i, value in enumerate(values):
        wide = width * value / sum(values)
        known = i < len(ts.theme.ratio_colours)
        colour = ts.theme.ratio_colours[i] if known else ts.theme.colour("grey-400")
        gap = GAP if i < len(values) - 1 else 0.0
        items.append(field(Rect(x, 0, max(wide - gap, 0.5), BAR), colour))
        x += wide
    return Frame(width, BAR, tuple(items))
