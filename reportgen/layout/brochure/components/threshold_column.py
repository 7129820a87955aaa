"""One open-ended number as tall as its column allows, its bar below."""

from __future__ import annotations

from reportgen.charts import describe
from reportgen.layout.brochure.components.figure_block import drawing
from reportgen.layout.parts.frame import EMPTY, Frame, padded, stack
from reportgen.layout.parts.numeral import NUMERAL_ASCENT
from reportgen.layout.parts.tagging import described, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.chart import ChartSpec
from reportgen.model.text import Run, Style
from reportgen.model.theme import Colour

NUMERAL_HEIGHT = 0.96  # em, of its box
ABOVE_BAR = mm(6)
SIZES = (98.0, 84.0, 72.0, 62.0, 50.0, 44.0, 34.0)


def threshold_column(
    spec: ChartSpec, section: int | None, width: float, colour: Colour, ts: Typesetter
) -> Frame:
    """Qualifier, numeral, unit, label and the threshold bar, one under the other."""
    datum = spec.data[0]
    size = ts.fitting(datum.text, "stat-numeral", width, SIZES)
    tracking = ts.theme.type["stat-numeral"].tracking
    run = Run(datum.text, Style("num-400", size, colour, tracking), keep=True)
    numeral = ts.line(
        (run,), width, size * NUMERAL_HEIGHT, size * NUMERAL_ASCENT, "numeral", block=f"figure:{datum.figure}"
    )
    before = (
        ts.text(ts.paragraph(datum.qualifier, "kicker", colour), width, "label") if datum.qualifier else EMPTY
    )
    unit = ts.text(ts.paragraph(datum.unit, "kicker"), width, "label") if datum.unit else EMPTY
    label = ts.text(ts.paragraph(datum.label, "stat-label"), width, "label")
    words = tagged(stack((before, numeral, unit, label)), described(describe(spec)))
    return stack((words, padded(drawing(spec, section, width, ts), top=ABOVE_BAR)))
