"""A single value with its label beside or below a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts.style import LABEL, Measure
from reportgen.charts.values import value_width
from reportgen.charts.words import widest, wrapped
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

VALUE_SIZE, LABEL_SIZE, LEADING = 30.0, 8.5, 1.5
MOST_LINES = 4
VALUE_ROOM = 0.84  # of the numerals' size: their height and a little air


class Caption(Struct, frozen=True):
    """The value (none where it stands inside the mark) and label lines, with the room they take."""

    lines: tuple[str, ...]
    value_size: float
    label_size: float
    width: float
    height: float


def caption(
    spec: ChartSpec, width: float, measure: Measure, k: float, *, value: bool = True
) -> Caption | None:
    """The caption set in a width; None where it does not fit. The label is left out where it is the title."""
    datum, size = spec.data[0], LABEL_SIZE * k
    label = "" if datum.label == spec.title else datum.label
    lines = wrapped(label, width, LABEL, size, measure) if label else ()
    numeral = value_width(datum, VALUE_SIZE * k, datum.unit, measure) if value else 0.0
    needed = max(numeral, widest(lines, LABEL, size, measure))
    if needed > width or len(lines) > MOST_LINES:
        return None
    tall = len(lines) * LEADING * size + (VALUE_ROOM * VALUE_SIZE * k if value else 0.0)
    return Caption(lines, VALUE_SIZE * k, size, needed, tall)


def draw_caption(
    board: Board, spec: ChartSpec, words: Caption, x: float, top: float, key: str, value: bool
) -> None:
    """Draws the caption with its top left at (x, top)."""
    datum, y = spec.data[0], top
    if value:
        y += 0.76 * words.value_size
        board.value(x, y, datum, key, words.value_size, board.palette.value, unit=datum.unit)
        y += (VALUE_ROOM - 0.76) * words.value_size
    first = y + 0.3 * words.label_size + 0.9 * words.label_size
    colour, gid = board.palette.label, f"label:{key}"
    board.lines(x, first, words.lines, LABEL, words.label_size, colour, gid=gid, leading=LEADING)


class Placed(Struct, frozen=True):
    """A mark of some size with its caption: beside it where there is room, else below."""

    caption: Caption
    beside: bool
    width: float
    height: float


def placed(
    spec: ChartSpec, mark: float, width: float, measure: Measure, k: float, *, value: bool = True
) -> Placed | None:
    """A square mark of that size and its caption within the width."""
    if mark > width:
        return None
    gap = 10 * k
    right = caption(spec, width - mark - gap, measure, k, value=value)
    if right is not None:
        return Placed(right, True, mark + gap + right.width, max(mark, right.height))
    below = caption(spec, width, measure, k, value=value)
    if below is None:
        return None
    return Placed(below, False, max(mark, below.width), mark + (gap if below.height else 0) + below.height)


def draw_placed(
    board: Board, spec: ChartSpec, mark: float, setting: Placed, key: str, *, value: bool = True
) -> None:
    """The caption at the foot beside the mark, or below it."""
    gap = 10 * board.k
    words = setting.caption
    if setting.beside:
        draw_caption(board, spec, words, mark + gap, mark - words.height - 0.02 * mark, key, value)
    else:
        draw_caption(board, spec, words, 0, mark + gap, key, value)
