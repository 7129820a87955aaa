"""A single value with its label beside or below a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts.lettering import Lettering, widest
from reportgen.charts.style import LABEL
from reportgen.charts.values import value_width
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

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
    spec: ChartSpec, width: float, letters: Lettering, k: float, *, value: bool = True
) -> Caption | None:
    """The caption set in a width; None where it does not fit. The label is left out where it is the title."""
    datum, size = spec.data[0], LABEL_SIZE * k
    label = "" if datum.label == spec.title else datum.label
    lines = letters.broken(LABEL, size, label, width) if label else ()
    numeral = value_width(datum, VALUE_SIZE * k, datum.unit, letters) if value else 0.0
    needed = max(numeral, widest(lines, LABEL, size, letters))
    if needed > width or len(lines) > MOST_LINES:
        return None
    tall = len(lines) * LEADING * size + (VALUE_ROOM * VALUE_SIZE * k if value else 0.0)
    return Caption(lines, VALUE_SIZE * k, size, needed, tall)


def draw_caption(
    pencil: Pencil, spec: ChartSpec, words: Caption, x: float, top: float, key: str, value: bool
) -> None:
    """Draws the caption with its top left at (x, top)."""
    datum, y = spec.data[0], top
    if value:
        y += 0.76 * words.value_size
        pencil.value(x, y, datum, key, words.value_size, pencil.palette.value, unit=datum.unit)
        y += (VALUE_ROOM - 0.76) * words.value_size
    first = y + 0.3 * words.label_size + 0.9 * words.label_size
    colour, role = pencil.palette.label, f"label:{key}"
    pencil.lines(x, first, words.lines, LABEL, words.label_size, colour, role=role, leading=LEADING)


class Placed(Struct, frozen=True):
    """A mark of some size with its caption: beside it where there is room, else below."""

    caption: Caption
    beside: bool
    width: float
    height: float


def placed(
    spec: ChartSpec, mark: float, width: float, letters: Lettering, k: float, *, value: bool = True
) -> Placed | None:
    """A square mark of that size and its caption within the width."""
    if mark > width:
        return None
    gap = 10 * k
    right = caption(spec, width - mark - gap, letters, k, value=value)
    if right is not None:
        return Placed(right, True, mark + gap + right.width, max(mark, right.height))
    below = caption(spec, width, letters, k, value=value)
    if below is None:
        return None
    return Placed(below, False, max(mark, below.width), mark + (gap if below.height else 0) + below.height)


def draw_placed(
    pencil: Pencil, spec: ChartSpec, mark: float, setting: Placed, key: str, *, value: bool = True
) -> None:
    """The caption at the foot beside the mark, or below it."""
    gap = 10 * pencil.k
    words = setting.caption
    if setting.beside:
        draw_caption(pencil, spec, words, mark + gap, mark - words.height - 0.02 * mark, key, value)
    else:
        draw_caption(pencil, spec, words, 0, mark + gap, key, value)
