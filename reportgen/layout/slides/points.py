"""Points and quotes alone: a few on the section's field, many under hairlines."""

from __future__ import annotations

from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, MARGIN
from reportgen.layout.slides.flow import Composed, as_texts, fewer
from reportgen.layout.slides.lists import keys
from reportgen.layout.slides.pen import Pen
from reportgen.layout.slides.statement import StatementText, statement
from reportgen.layout.slides.two_columns import two_columns
from reportgen.model.report import Quote
from reportgen.story.pieces import Keys, Piece


def points(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Up to three points large on a field; more, or longer ones, under hairlines over the full width."""
    first = pieces[0]
    assert isinstance(first, Keys)
    room = BODY_BOTTOM - top
    texts = [StatementText(text) for text in first.texts]
    said = statement(texts, top, room, pen) if len(texts) <= canvas.FEW_POINTS else None
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


def quotes(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Up to three quotes, points and honours large on a field; more, or longer ones, in two columns.

    Points that another slide has too are left for later.
    """
    waiting = tuple(piece for piece in pieces if isinstance(piece, Keys) and piece.optional)
    said = [
        StatementText(line, "statement-quote")
        for piece in pieces
        if isinstance(piece, Quote)
        for line in piece.lines
    ]
    spoken = [p for p in pieces if not (isinstance(p, Keys) and p.optional)]
    said += [StatementText(text) for text in as_texts(spoken)]
    field = statement(said, top, BODY_BOTTOM - top, pen) if len(said) <= canvas.FEW_POINTS else None
    if field is None:
        return two_columns(pieces, top, pen)
    return Composed("statement", "要点", field.items, waiting)
