"""A height over the ground as a section diagram: abstract terrain with a datum line."""

from __future__ import annotations

from reportgen.charts import describe
from reportgen.layout.brochure import grid
from reportgen.layout.parts.frame import Frame
from reportgen.layout.parts.numeral import NUMERAL_ASCENT
from reportgen.layout.parts.ornaments import terrain
from reportgen.layout.parts.tagging import described, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.chart import ChartSpec
from reportgen.model.text import Run, Style

HEIGHT, MOST_EXTRA = mm(72), mm(54)
OVERLAP = mm(4)  # it reaches this far past the bleed of either page
VALUE_SIZE, SIDE_SIZE = 62, 13  # pt of the numeral, of its qualifier and unit
ABOVE_LINE = mm(3)  # of the numeral
TITLE_RISE, TITLE_WIDTH, TITLE_LEADING = mm(9), mm(90), 17.0  # of its top above the foot; pt
NOTE_RISE, NOTE_WIDTH = mm(5), mm(60)
LEVEL = 0.5  # the datum's share of the diagram's height
BLEED = grid.BLEED
NOTE = "示意图，地形为抽象绘制"


def level(
    spec: ChartSpec, section: int | None, ts: Typesetter, scale: float = 1.0, extra: float = 0.0
) -> Frame:
    """The diagram across the page into the bleed; its words are in the type area.

    ``extra``: height it may take more.
    """
    datum, role, height = spec.data[0], ts.theme.role(section), HEIGHT * scale + min(extra, MOST_EXTRA)
    left = grid.INNER + BLEED  # reaches the bleed from either page; the sheet cuts what is beyond
    rect = Rect(-left, 0, grid.TRIM[0] + 2 * BLEED + OVERLAP, height)
    ground = terrain(
        rect, LEVEL, wash=role.wash, line=role.soft, top_line=ts.theme.colour("ink-text"), datum=role.accent
    )
    side = Style("sans-500", SIDE_SIZE, role.text)
    numeral = Style("num-400", VALUE_SIZE, role.text, ts.theme.type["stat-numeral"].tracking)
    runs = [Run(datum.qualifier, side)] if datum.qualifier else []
    runs += [Run(datum.text, numeral, keep=True), Run(datum.unit + datum.suffix, side)]
    value = ts.line(
        runs,
        grid.LABEL_CONTENT_WIDTH,
        VALUE_SIZE,
        VALUE_SIZE * NUMERAL_ASCENT,
        "numeral",
        block=f"figure:{datum.figure}",
    )
    title = ts.text(
        ts.paragraph(spec.title or datum.label, "kicker", leading=TITLE_LEADING), TITLE_WIDTH, "label"
    )
    note = ts.text(ts.paragraph(NOTE, "source", align="right"), NOTE_WIDTH, "caption")
    items = (
        *ground,
        *value.at(0, height * LEVEL - VALUE_SIZE * NUMERAL_ASCENT - ABOVE_LINE),
        *title.at(0, height - TITLE_RISE),
        *note.at(grid.TYPE_AREA - NOTE_WIDTH, height - NOTE_RISE),
    )
    return tagged(Frame(grid.TYPE_AREA, height, items), described(describe(spec)))
