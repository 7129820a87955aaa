"""Points alone: a few on the section's field, many under hairlines."""

from __future__ import annotations

from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, MARGIN
from reportgen.layout.slides.flow import Composed, fewer
from reportgen.layout.slides.lists import keys
from reportgen.layout.slides.pen import Pen
from reportgen.layout.slides.pieces import Keys, Piece
from reportgen.layout.slides.statement import statement


def points(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Up to three points large on a field; more, or longer ones, under hairlines over the full width."""
    first = pieces[0]
    assert isinstance(first, Keys)
    room = BODY_BOTTOM - top
    said = statement(first.texts, top, room, pen) if len(first.texts) <= canvas.FEW_POINTS else None
    if said is not None:
        return Composed("statement", "要点", said.items, pieces[1:])
    for step in ("point", "body"):
        frame = keys(first, canvas.CONTENT, pen, step)
        if frame.height <= room:
            return Composed("points", "要点清单", tuple(frame.at(MARGIN, top)), pieces[1:])
    fitting = fewer(first, canvas.CONTENT, room, pen)
    if fitting is None:
        return Composed("points", "要点清单", tuple(frame.at(MARGIN, top)), pieces[1:])
    return Composed("points", "要点清单", tuple(fitting[0].at(MARGIN, top)), (fitting[1], *pieces[1:]))
