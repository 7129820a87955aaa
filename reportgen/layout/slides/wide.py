"""A table or picture over the full width."""

from __future__ import annotations

from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, MARGIN
from reportgen.layout.slides.flow import Composed, stacked, without
from reportgen.layout.slides.pen import Pen
from reportgen.model.report import Picture, Table
from reportgen.story.pieces import Piece


def wide(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """A table or picture over the full width, further pieces below."""
    first = next(p for p in pieces if isinstance(p, Table | Picture))
    others = without(pieces, (first,))
    frame, rest = stacked((first, *others), canvas.CONTENT, BODY_BOTTOM - top, pen, must=True)
    name = "table" if isinstance(first, Table) else "picture"
    return Composed(name, "表格" if name == "table" else "图片", tuple(frame.at(MARGIN, top)), rest)
