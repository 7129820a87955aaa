"""Numbers side by side under accent rules, points below."""

from __future__ import annotations

from reportgen.layout.frame import Frame
from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, GAP, MARGIN
from reportgen.layout.slides.flow import Composed, as_texts, foot_points, left_over, without
from reportgen.layout.slides.numbers import (
    chart,
    stat_body,
)
from reportgen.layout.slides.pen import Pen, rule
from reportgen.layout.slides.pieces import Honours, Keys, Piece
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure
from reportgen.model.sheet import Item

TALL_ROW = 180.0  # a row of callouts so high takes the larger numerals


def three_columns(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Three numbers side by side under accent rules, callouts in up to two rows; points below."""
    numbers: list[ChartSpec | Figure] = [p for p in pieces if isinstance(p, ChartSpec | Figure)]
    plain = not any(isinstance(piece, ChartSpec) for piece in numbers)
    numbers = numbers[: canvas.MOST_ROWS if plain else 3]
    rows = 2 if len(numbers) > 3 else 1
    others = list(without(pieces, numbers))
    foot, left = foot_points(as_texts(others), pen, most=4 if rows == 1 else 2)
    spoken = left_over(left, others)
    others = [other for other in others if not isinstance(other, Keys | Honours)]
    bottom = BODY_BOTTOM - foot.height - (GAP if foot.items else 0)
    pitch = (bottom - top) / rows
    placed: list[Item] = []
    for i, piece in enumerate(numbers):
        x, y = canvas.third(i % 3), top + i // 3 * pitch
        placed.append(rule(x, y + 0.75, canvas.THIRD, pen.role.text, canvas.STRONG_RULE))
        placed += _third(piece, canvas.THIRD, pitch - 12, pen).at(x, y + 12)
    placed += foot.at(MARGIN, BODY_BOTTOM - foot.height)
    return Composed("three-columns", "三栏", tuple(placed), (*others, *spoken))


def _third(piece: ChartSpec | Figure, width: float, room: float, pen: Pen) -> Frame:
    if isinstance(piece, ChartSpec):
        return chart(piece, width, room, pen)
    return stat_body(piece, width, 96.0 if room > TALL_ROW else 66.0, pen, pen.role.text)
