"""Numbers side by side under accent rules, four in a square, points below."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.parts.frame import Frame, beside
from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, GAP, MARGIN, RIGHT
from reportgen.layout.slides.flow import (
    MOST_POINTS,
    Composed,
    as_texts,
    foot_points,
    left_over,
    stacked,
    without,
)
from reportgen.layout.slides.lists import keys
from reportgen.layout.slides.number_rows import number_rows
from reportgen.layout.slides.numbers import chart, stat, stat_body
from reportgen.layout.slides.pen import Pen, rule
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure
from reportgen.model.sheet import Item
from reportgen.story.pieces import MOST_ROWS, Honours, Keys, Piece

FOUR = 4
CELL_NUMERALS = (96.0, 66.0)
CELL_TOP = 12.0  # from the rule of a cell to its number
ROW_NUMERALS = (150.0, 116.0, 96.0, 78.0)


def three_columns(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Three numbers side by side under accent rules, callouts in up to two rows; lists and points below.

    Four form two rows of two: none is alone in its row.
    """
    numbers: list[ChartSpec | Figure] = [p for p in pieces if isinstance(p, ChartSpec | Figure)]
    plain = not any(isinstance(piece, ChartSpec) for piece in numbers)
    numbers = numbers[: MOST_ROWS if plain else canvas.THIRDS]
    others = list(without(pieces, numbers))
    figures = [piece for piece in numbers if isinstance(piece, Figure)]
    if len(figures) == len(numbers) <= canvas.THIRDS:
        return _one_row(figures, others, top, pen)
    rows = 2 if len(numbers) > canvas.THIRDS else 1
    foot, left = foot_points(as_texts(others), pen, most=MOST_POINTS if rows == 1 else 2)
    spoken = left_over(left, others)
    others = [other for other in others if not isinstance(other, Keys | Honours)]
    bottom = BODY_BOTTOM - foot.height - (GAP if foot.items else 0)
    pitch = (bottom - top) / rows
    square = len(numbers) == FOUR
    columns, width = (2, canvas.HALF) if square else (canvas.THIRDS, canvas.THIRD)
    step = RIGHT - MARGIN - width if square else canvas.third(1) - MARGIN
    cells = _cells(numbers, width, pitch - CELL_TOP, pen)
    placed: list[Item] = []
    for i, cell in enumerate(cells):
        x, y = MARGIN + i % columns * step, top + i // columns * pitch
        placed.append(rule(x, y + canvas.STRONG_RULE / 2, width, pen.role.text, canvas.STRONG_RULE))
        placed += cell.at(x, y + CELL_TOP)
    placed += foot.at(MARGIN, BODY_BOTTOM - foot.height)
    key, name = ("four-numbers", "四个数字") if square else ("three-columns", "三栏")
    return Composed(key, name, tuple(placed), (*others, *spoken))


def _one_row(numbers: Sequence[Figure], others: Sequence[Piece], top: float, pen: Pen) -> Composed:
    """Callouts in a row, as large as what is below lets them: all of it, or short points only."""
    if not others:
        return number_rows(numbers, (), top, pen)
    texts = as_texts(others)
    for largest in ROW_NUMERALS:
        row = _row(numbers, largest, pen)
        room = BODY_BOTTOM - top - row.height - GAP
        foot = _foot(others, room, pen)
        if foot is not None:
            placed = (*row.at(MARGIN, top), *foot.at(MARGIN, BODY_BOTTOM - foot.height))
            return Composed("three-columns", "三栏", placed, ())
    foot, left = foot_points(texts, pen)
    later = (*without(others, [p for p in others if isinstance(p, Keys | Honours)]), *left_over(left, others))
    if not foot.items:
        return number_rows(numbers, later, top, pen)
    row = _row(numbers, ROW_NUMERALS[1], pen)
    placed = (*row.at(MARGIN, top), *foot.at(MARGIN, BODY_BOTTOM - foot.height))
    return Composed("three-columns", "三栏", placed, later)


def _row(numbers: Sequence[Figure], largest: float, pen: Pen) -> Frame:
    frames = (stat(figure, canvas.THIRD, largest, pen, in_row=True) for figure in numbers)
    return beside(*((canvas.third(i) - MARGIN, frame) for i, frame in enumerate(frames)))


def _foot(others: Sequence[Piece], room: float, pen: Pen) -> Frame | None:
    """Everything else under the row: a point or two large over the full width, lists in two columns."""
    if all(isinstance(piece, Keys) for piece in others) and len(as_texts(others)) <= canvas.FEW_POINTS:
        frames = [keys(Keys(as_texts(others)), canvas.CONTENT, pen, step) for step in ("point", "body")]
        return next((frame for frame in frames if frame.height <= room + 1), None)
    half = (len(others) + 1) // 2
    left, rest = stacked(others[:half], canvas.HALF, room, pen)
    right, over = stacked((*rest, *others[half:]), canvas.HALF, room, pen)
    return None if over else beside((0.0, left), (RIGHT - canvas.HALF - MARGIN, right))


def _cells(pieces: Sequence[ChartSpec | Figure], width: float, room: float, pen: Pen) -> list[Frame]:
    """A frame for each number, with the larger numerals where all of them fit the room."""
    for largest in CELL_NUMERALS:
        frames = [
            chart(piece, width, room, pen)
            if isinstance(piece, ChartSpec)
            else stat_body(piece, width, largest, pen, in_row=True)
            for piece in pieces
        ]
        if max(frame.height for frame in frames) <= room:
            break
    return frames
