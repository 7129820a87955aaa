"""A point of the text under a hairline, a square in the section's colour before it."""

from __future__ import annotations

from reportgen.layout.parts.drawing import HAIRLINE, field, rule_frame
from reportgen.layout.parts.frame import Frame, padded, stack
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.theme import Colour

SQUARE, INDENT, PAD = mm(1.6), mm(3.6), mm(1.5)


def point(text: str, width: float, colour: Colour, ts: Typesetter, block: str, size: float) -> Frame:
    """The words verbatim, on as many lines as they take."""
    paragraph = ts.paragraph(text, "fact-point", size=size)
    words = ts.text(paragraph, width - INDENT, "list", block=block)
    square = field(Rect(0, (paragraph.leading - SQUARE) / 2, SQUARE, SQUARE), colour)
    body = Frame(width, words.height, (square, *words.at(INDENT, 0)))
    rule = rule_frame(width, ts.theme.colour("ink-text"), HAIRLINE)
    return stack((rule, padded(body, top=PAD, bottom=PAD)))
