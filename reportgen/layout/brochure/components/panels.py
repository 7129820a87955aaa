"""Author-declared groups on wash panels, each under one large character."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.brochure.grid import IN_PAIRS
from reportgen.layout.parts.drawing import field
from reportgen.layout.parts.frame import Frame, beside, padded, stack
from reportgen.layout.parts.tagging import LABEL, LABELLED, entry, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import PanelGroup
from reportgen.model.structure import Element
from reportgen.model.theme import Colour, SectionRole

GAP = mm(6)
INSET, TOP, UNDER_HEAD = mm(5), mm(4), mm(4)
PER_ROW = 3
HEAD_SIZES = (48.0, 36.0, 28.0, 22.0, 17.0)


def panels(groups: Sequence[PanelGroup], width: float, role: SectionRole, ts: Typesetter) -> Frame:
    """Panels in rows of up to three (two rows of two for four), with equal heights in a row."""
    per_row = 2 if len(groups) in IN_PAIRS else min(PER_ROW, len(groups))
    rows = [groups[i : i + per_row] for i in range(0, len(groups), per_row)]
    whole = stack((_row(row, per_row, width, role, ts) for row in rows), GAP)
    return tagged(whole, Element("L", "、".join(group.head for group in groups)))


def _row(groups: Sequence[PanelGroup], slots: int, width: float, role: SectionRole, ts: Typesetter) -> Frame:
    cell = (width - GAP * (slots - 1)) / slots
    size = min(ts.fitting(group.head, "panel-head", cell - 2 * INSET, HEAD_SIZES) for group in groups)
    contents = [_content(group, cell - 2 * INSET, size, role.text, ts) for group in groups]
    height = max(content.height for content in contents) + TOP + INSET
    columns = []
    for i, content in enumerate(contents):
        ground = Frame(cell, height, (field(Rect(0, 0, cell, height), role.wash),))
        whole = Frame(cell, height, (*ground.items, *content.at(INSET, TOP)))
        columns.append((i * (cell + GAP), whole))
    return beside(*columns)


def _content(group: PanelGroup, width: float, size: float, colour: Colour, ts: Typesetter) -> Frame:
    head = ts.text(ts.paragraph(group.head, "panel-head", colour, size=size), width, "heading")
    items = [ts.paragraph(item, "panel-item") for item in group.items]
    listed = tagged(ts.text(items, width, "list"), LABELLED, Element("L"))
    return tagged(stack((tagged(head, LABEL), padded(listed, top=UNDER_HEAD))), entry(group.head))
