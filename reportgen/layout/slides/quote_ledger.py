"""Coined phrases large on a field, the ledger beside them."""

from __future__ import annotations

from reportgen.layout.parts.frame import Frame, padded, stack
from reportgen.layout.slides.canvas import BODY_BOTTOM, MARGIN
from reportgen.layout.slides.flow import Composed, stacked, without
from reportgen.layout.slides.merging import anchored, merged
from reportgen.layout.slides.pen import Pen, panel
from reportgen.lengths import Rect, inch
from reportgen.model.report import Ledger, Quote
from reportgen.model.sheet import Item
from reportgen.story.pieces import Keys, Piece


def quote_ledger(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Coined phrases large on a field that runs into the left edge, the ledger beside them."""
    said = next(p for p in pieces if isinstance(p, Quote))
    listed = next(p for p in pieces if isinstance(p, Ledger))
    others = list(without(pieces, (said, listed)))
    role, room = pen.role, BODY_BOTTOM - top
    width = inch(4.6)
    size = min(pen.fitting(line, "field-quote", width, (64, 54, 46, 40, 32)) for line in said.lines)
    lines = [pen.paragraph(line, "field-quote", role.on, size=size) for line in said.lines]
    words = pen.text(lines, width, "quote")
    soft = role.soft if role.on.token == "white" else role.on
    point = next((p for p in others if isinstance(p, Keys)), None)
    below = Frame(0, 0, ())
    if point is not None:
        below = pen.text(pen.paragraph(point.texts[0], "plain", soft, balance=True), width)
        others.remove(point)
        if len(point.texts) > 1:
            others.append(Keys(point.texts[1:]))
    left = merged(stack((words, padded(below, top=24) if below.items else below)))
    field = Rect(0, top, inch(5.6), room)
    stood = Frame(field.width, room, left.at(MARGIN, top + max(20.0, (room - left.height) / 2)))
    placed: list[Item] = [panel(field, role.accent), *anchored(stood, field, "middle").items]
    frame, rest = stacked((listed, *others), inch(6.33), room, pen, must=True)
    placed += frame.at(inch(6.25), top)
    return Composed("quote-ledger", "引语与清单", tuple(placed), rest)
