"""One or two numbers, large, and what is said of them on a panel that runs into the right edge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.layout.parts.frame import Frame, stack
from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, GAP, MARGIN, RIGHT
from reportgen.layout.slides.flow import Composed, as_texts, frame_of, without
from reportgen.layout.slides.lists import keys, quote_words
from reportgen.layout.slides.merging import anchored, merged
from reportgen.layout.slides.numbers import is_small
from reportgen.layout.slides.pen import Pen, panel
from reportgen.lengths import Rect, inch
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure, Plates, Quote
from reportgen.model.sheet import TableItem, TextBox
from reportgen.story.pieces import NUMBERS, Honours, Keys, Piece

LEFT_WIDTH, X = inch(4.9), inch(6.55)
NUMERALS = (150.0, 116.0, 96.0, 78.0)
STEPS, PROSE_STEPS = ("claim", "point", "body"), ("large-body", "body")
PROSE = 30  # characters; a longer point is read as prose
QUOTE_SIZES = (40.0, 34.0, 30.0, 27.0, 25.0, 23.0)
SPARSE = 0.5  # of the panel's height; words that take more are set in columns
FEW = 2


def number_panel(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed | None:
    """None where the pieces ask for another composition or fill two columns."""
    numbers = [p for p in pieces if isinstance(p, Figure) or (isinstance(p, ChartSpec) and is_small(p))]
    words = without(pieces, numbers)
    fitting = all(isinstance(p, Quote | Honours | Keys | Plates) for p in words)
    room = BODY_BOTTOM - top
    if not (fitting and 0 < len(numbers) <= FEW):
        return None
    if not words:
        return _alone(numbers, top, pen)
    if _said(words, "body", pen).height > SPARSE * room:
        return None
    left = _first((_block(numbers, largest, room, pen) for largest in NUMERALS), room)
    inner = room - 2 * canvas.PANEL_INSET
    prose = any(len(text) > PROSE for text in as_texts([p for p in words if isinstance(p, Keys)]))
    right = _first((_said(words, step, pen) for step in (PROSE_STEPS if prose else STEPS)), inner)
    if left is None or right is None:
        return None
    x = X - canvas.PANEL_INSET
    area = Rect(x, top, canvas.SIZE[0] - x, room)
    said = Frame(area.width, room, right.at(X, top + (room - right.height) / 2))
    if sum(isinstance(item, TextBox | TableItem) for item in said.items) == 1 and any(
        isinstance(item, TextBox) for item in said.items
    ):
        said = anchored(said, area.inset(0, canvas.PANEL_INSET), "middle")
    placed = (*left.at(MARGIN, top), panel(area, pen.role.wash), *said.items)
    if any(isinstance(number, ChartSpec) for number in numbers):
        return Composed("small-chart-panel", "小图与侧栏", placed, ())
    return Composed("number-panel", "数字与侧栏", placed, ())


def _alone(numbers: Sequence[Piece], top: float, pen: Pen) -> Composed:
    """One number, or two beside each other."""
    width = canvas.HALF if len(numbers) > 1 else canvas.CONTENT
    frames = [frame_of(number, width, BODY_BOTTOM - top, pen, NUMERALS[0]) for number in numbers]
    placed = [
        item
        for x, frame in zip((MARGIN, RIGHT - canvas.HALF), frames, strict=False)
        for item in frame.at(x, top)
    ]
    return Composed("halves", "左右两半", tuple(placed), ())


def _first(frames: Iterable[Frame], room: float) -> Frame | None:
    return next((frame for frame in frames if frame.height <= room + 1), None)


def _block(numbers: Sequence[Piece], largest: float, room: float, pen: Pen) -> Frame:
    share = (room - GAP * (len(numbers) - 1)) / len(numbers)
    return merged(stack((frame_of(number, LEFT_WIDTH, share, pen, largest) for number in numbers), GAP))


def _said(words: Sequence[Piece], step: str, pen: Pen) -> Frame:
    return merged(stack((_words(piece, RIGHT - X, step, pen) for piece in words), GAP))


def _words(piece: Piece, width: float, step: str, pen: Pen) -> Frame:
    if isinstance(piece, Keys):
        return keys(piece, width, pen, step)
    if isinstance(piece, Quote):
        return quote_words(piece, width, pen, QUOTE_SIZES)
    assert not isinstance(piece, NUMBERS)
    return frame_of(piece, width, 0.0, pen)
