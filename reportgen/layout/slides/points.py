"""Points alone, large under hairlines."""

from __future__ import annotations

from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, MARGIN
from reportgen.layout.slides.flow import Composed, fewer
from reportgen.layout.slides.lists import keys
from reportgen.layout.slides.pen import Pen
from reportgen.layout.slides.pieces import Keys, Piece


def points(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Points alone, large under hairlines over the full width."""
    first = pieces[0]
    assert isinstance(first, Keys)
    room = BODY_BOTTOM - top
    long = sum(len(text) for text in first.texts) > 45
    few = len(first.texts) <= canvas.FEW_POINTS
    for step in ("body",) if long else ("claim", "point", "body") if few else ("point", "body"):
        frame = keys(first, canvas.CONTENT, pen, step)
        if frame.height <= room:
            return Composed("points", "要点", tuple(frame.at(MARGIN, top)), pieces[1:])
    fitting = fewer(first, canvas.CONTENT, room, pen)
    if fitting is None:
        return Composed("points", "要点", tuple(frame.at(MARGIN, top)), pieces[1:])
    return Composed("points", "要点", tuple(fitting[0].at(MARGIN, top)), (fitting[1], *pieces[1:]))
