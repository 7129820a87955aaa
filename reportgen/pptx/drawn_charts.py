"""Chart kinds PowerPoint lacks, as editable paths and words in theme colours (D-18)."""

from __future__ import annotations

from msgspec import Struct

from reportgen.charts.board import Hatch
from reportgen.charts.draw import draw
from reportgen.charts.shape_board import ChartMark, ChartWord, ShapeBoard
from reportgen.charts.style import ChartStyle
from reportgen.layout.slides.baseline import DESCENT
from reportgen.lengths import Rect
from reportgen.model.sheet import ChartItem, Path, PathSegment
from reportgen.model.text import Align
from reportgen.model.theme import Colour
from reportgen.pptx.shapes import DrawnPath, Pattern

SPACING = 1.4  # em, of a word's box


class Word(Struct, frozen=True):
    """A label inside a drawing: a box of one line as high as it, at its place; ``turned`` reads upwards."""

    rect: Rect
    text: str
    face: str
    size: float
    colour: Colour
    align: Align = "left"
    turned: bool = False


class Drawing(Struct, frozen=True):
    marks: tuple[DrawnPath, ...]
    words: tuple[Word, ...] = ()


def drawn(item: ChartItem, style: ChartStyle) -> Drawing:
    """The chart's paths and labels at its place on the slide."""
    board = ShapeBoard()
    draw(item.spec, board, (item.rect.width, item.rect.height), style)
    marks = tuple(_mark(mark, item.rect, style.palette.paper) for mark in board.marks)
    return Drawing(marks, tuple(_word(word, item.rect, style) for word in board.words))


def _mark(mark: ChartMark, place: Rect, ground: Colour) -> DrawnPath:
    path, fill, stroke = _moved(mark.path, place.x, place.y), mark.paint.fill, mark.paint.stroke
    if isinstance(fill, Hatch):
        return DrawnPath(path, stroke=stroke, pattern=Pattern(fill.colour, ground))
    return DrawnPath(path, fill, stroke)


def _moved(path: Path, dx: float, dy: float) -> Path:
    return tuple(_leg(leg, dx, dy) for leg in path)


def _leg(leg: PathSegment, dx: float, dy: float) -> PathSegment:
    letter, *numbers = leg
    moved = (value + (dy if i % 2 else dx) for i, value in enumerate(numbers))
    return (letter, *moved)  # type: ignore[return-value]


def _word(word: ChartWord, place: Rect, style: ChartStyle) -> Word:
    """The box of exact spacing whose baseline is the word's, as wide as the drawing leaves room."""
    (face, size, colour), (x, baseline) = word.type, word.origin
    high = SPACING * size
    top = place.y + baseline - (high - DESCENT * size)
    if word.turned:
        return _turned(word, place, style)
    left, width = {
        "left": (x, place.width - x),
        "center": (x - min(x, place.width - x), 2 * min(x, place.width - x)),
        "right": (0.0, x),
    }[word.align]
    return Word(Rect(place.x + left, top, width, high), word.text, face, size, colour, word.align)


def _turned(word: ChartWord, place: Rect, style: ChartStyle) -> Word:
    """The box before it is turned about its middle."""
    (face, size, colour), (x, foot) = word.type, word.origin
    high, length = SPACING * size, style.letters.measure(face, size, word.text) + size
    right = place.x + x + DESCENT * size  # of the turned box
    middle_x, middle_y = right - high / 2, place.y + foot - length / 2
    box = Rect(middle_x - length / 2, middle_y - high / 2, length, high)
    return Word(box, word.text, face, size, colour, "left", turned=True)
