"""One group of items as a strip: the title in the label column, a bar over each item."""

from __future__ import annotations

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.components.figure_block import CONTENT_OFFSET, LABEL_COLUMN
from reportgen.layout.parts.drawing import SECTION_RULE, field, rule_frame
from reportgen.layout.parts.frame import Frame, beside, padded, stack
from reportgen.layout.parts.tagging import CAPTION, LABELLED, entry, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Panels
from reportgen.model.structure import Element
from reportgen.model.theme import SectionRole

GAP = mm(3)
BAR, UNDER_BAR = mm(2.2), mm(1.4)  # high; between a bar and its item
ROWS_DROP, ROW_GAP = mm(4.4), mm(4)  # from the rule to the first row; between rows
ITEM_SIZE, ITEM_LEADING = 9.0, 14.0  # pt
PER_ROW = 4


def item_strip(part: Panels, role: SectionRole, ts: Typesetter) -> Frame:
    """Items four to a row; the group's head is the title where the author gave none."""
    group = part.groups[0]
    title = ts.paragraph(part.title or group.head, "figure-title")
    label = tagged(ts.text(title, LABEL_COLUMN, "heading"), CAPTION)
    per_row = min(PER_ROW, len(group.items))
    width = (grid.TYPE_AREA - CONTENT_OFFSET - GAP * (per_row - 1)) / per_row
    cells = [
        tagged(_cell(item, width, role, ts), entry(f"{i}"), LABELLED) for i, item in enumerate(group.items)
    ]
    rows = [
        beside(*((i * (width + GAP), cell) for i, cell in enumerate(cells[start : start + per_row])))
        for start in range(0, len(cells), per_row)
    ]
    rule = rule_frame(grid.TYPE_AREA, ts.theme.colour("ink-text"), SECTION_RULE)
    strip = beside(
        (0, padded(label, top=grid.LABEL_DROP)), (CONTENT_OFFSET, padded(stack(rows, ROW_GAP), top=ROWS_DROP))
    )
    return stack((rule, tagged(strip, Element("L", f"{part.title}{group.head}"))))


def _cell(item: str, width: float, role: SectionRole, ts: Typesetter) -> Frame:
    bar = Frame(width, BAR, (field(Rect(0, 0, width, BAR), role.accent),))
    words = ts.text(ts.paragraph(item, "panel-item", size=ITEM_SIZE, leading=ITEM_LEADING), width, "list")
    return stack((bar, words), UNDER_BAR)
