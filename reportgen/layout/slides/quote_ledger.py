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

SIZES = (64, 54, 46, 40, 32)
WORDS_WIDTH, FIELD_WIDTH = inch(4.6), inch(5.6)
LIST_X, LIST_WIDTH = inch(6.25), inch(6.33)
POINT_GAP, LEAST_AIR = 24.0, 20.0  # above the point; above the words on their field


def quote_ledger(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Coined phrases large on a field that runs into the left edge, the ledger beside them."""
    said = next(p for p in pieces if isinstance(p, Quote))
    listed = next(p for p in pieces if isinstance(p, Ledger))
    others = list(without(pieces, (said, listed)))
    role, room = pen.role, BODY_BOTTOM - top
    width = WORDS_WIDTH
    size = min(pen.fitting(line, "field-quote", width, SIZES) for line in said.lines)
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
    left = merged(stack((words, padded(below, top=POINT_GAP) if below.items else below)))
    field = Rect(0, top, FIELD_WIDTH, room)
    stood = Frame(field.width, room, left.at(MARGIN, top + max(LEAST_AIR, (room - left.height) / 2)))
    placed: list[Item] = [panel(field, role.accent), *anchored(stood, field, "middle").items]
    frame, rest = stacked((listed, *others), LIST_WIDTH, room, pen, must=True)
    placed += frame.at(LIST_X, top)
    return Composed("quote-ledger", "引语与清单", tuple(placed), rest)
