"""Up to three callouts alone: under each other over the whole body, each label beside its numeral."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.parts.frame import Frame
from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, MARGIN, RIGHT
from reportgen.layout.slides.flow import Composed
from reportgen.layout.slides.numbers import LARGEST, figure_size
from reportgen.layout.slides.pen import NUMERAL_ASCENT, Pen, rule
from reportgen.model.report import Figure
from reportgen.model.sheet import Item, TextBox
from reportgen.story.figure_words import label_of
from reportgen.story.pieces import Piece

INSET = 20.0  # of a row's height, free above and below its numeral


def number_rows(figures: Sequence[Figure], rest: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """The callouts share the body's height; ``rest``: what goes on the next slide."""
    pitch = (BODY_BOTTOM - top) / len(figures)
    high = min(LARGEST, pitch - INSET)
    placed: list[Item] = []
    for i, figure in enumerate(figures):
        y = top + i * pitch
        placed.append(
            rule(MARGIN, y + canvas.STRONG_RULE / 2, canvas.CONTENT, pen.role.text, canvas.STRONG_RULE)
        )
        placed += _row(figure, high, pen).at(MARGIN, y + (pitch - high) / 2)
    return Composed("number-rows", "数字清单", tuple(placed), rest)


def _row(figure: Figure, high: float, pen: Pen) -> Frame:
    """Numeral and label on one baseline."""
    width, baseline = canvas.HALF, high * NUMERAL_ASCENT
    size = figure_size(figure, width, high, pen)
    numeral = pen.line(pen.figure_runs(figure, size, pen.role.text), width, high, baseline)
    label = pen.text(pen.paragraph(label_of(figure), "claim", balance=True), width, "label")
    (box,) = label.items
    assert isinstance(box, TextBox)
    said = label.at(RIGHT - width - MARGIN, baseline - box.lines[-1].baseline)
    return Frame(canvas.CONTENT, high, (*numeral.items, *said))
