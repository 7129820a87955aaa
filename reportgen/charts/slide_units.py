"""Counted things on a slide: squares for each kind, its count and name below."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts.lettering import Lettering
from reportgen.charts.reading import counted, keys
from reportgen.charts.slide_type import SMALLEST, WORDS
from reportgen.charts.style import PLAIN
from reportgen.model.chart import ChartSpec, Datum

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

LARGEST = 36.0
READABLE = 14.0  # points of a square, below which groups stand side by side or in several lines
SHARE, GAP = 0.82, 0.24  # of a square's pitch, the square; of a square, the largest gap
LEADING = 26.0
AIR = 6.0  # below the words
SPACE = 24.0  # between groups side by side
ABREAST, MOST_LINES = 4, 5
EDGE, STEP = 1.0, 4.4


class _UnitsGrid(Struct, frozen=True):
    """How many groups stand side by side, in how many lines each has its squares, and sizes in points."""

    abreast: int
    across: int  # squares in a line
    square: float
    gap: float
    room: float  # width of a group
    pitch: float  # from a row of groups to the next
    words: float  # size of the words


def draw_slide(pencil: Pencil, spec: ChartSpec) -> None:
    """A status unlike the first is hatched, never told by hue alone."""
    data = counted(spec)
    grid = _grid(data, pencil.width, pencil.height, pencil.letters)
    for i, (key, datum) in enumerate(zip(keys(spec), data, strict=True)):
        x, top = i % grid.abreast * (grid.room + SPACE), i // grid.abreast * grid.pitch
        count, step = round(datum.value), grid.square + grid.gap
        for k in range(count):
            corner = (x + k % grid.across * step, top + k // grid.across * step)
            _square(pencil, corner, grid.square, key, i, hatched=bool(i and datum.status))
        foot = top + math.ceil(max(d.value for d in data) / grid.across) * step - grid.gap
        baseline = foot + 2 + 0.5 * LEADING + 0.37 * grid.words
        pencil.text(x, baseline, _said(datum), PLAIN, grid.words, pencil.palette.label, role=f"label:{key}")


def _said(datum: Datum) -> str:
    return f"{datum.qualifier}{datum.text}{datum.unit}{datum.status or datum.label}"


def _grid(data: tuple[Datum, ...], width: float, height: float, letters: Lettering) -> _UnitsGrid:
    """The plainest grid whose squares can be read, else the one with the largest squares."""
    grids = [
        grid
        for abreast in range(1, min(ABREAST, len(data)) + 1)
        for lines in range(1, MOST_LINES + 1)
        if (grid := _in_lines(data, (width, height), letters, abreast, lines)) is not None
    ]
    readable = (grid for grid in grids if grid.square >= READABLE)
    return next(readable, None) or max(grids, key=lambda grid: grid.square)


def _in_lines(
    data: tuple[Datum, ...], size: tuple[float, float], letters: Lettering, abreast: int, lines: int
) -> _UnitsGrid | None:
    """So many groups side by side, their squares in so many lines; None where their words have no room."""
    room = (size[0] - SPACE * (abreast - 1)) / abreast
    pitch = size[1] / math.ceil(len(data) / abreast)
    widest = max(letters.measure(PLAIN, WORDS, _said(datum)) for datum in data)
    words = min(WORDS, WORDS * room / widest)
    if abreast > 1 and words < SMALLEST:
        return None
    across = max(1, math.ceil(max(round(datum.value) for datum in data) / lines))
    tall = (pitch - LEADING - AIR) / (lines + (lines - 1) * GAP)
    square = min(LARGEST, tall, room / across * SHARE)
    gap = min(square * GAP, (room - square * across) / max(1, across - 1))
    return _UnitsGrid(abreast, across, square, gap, room, pitch, words)


def _square(
    pencil: Pencil, corner: tuple[float, float], size: float, key: str, group: int, *, hatched: bool
) -> None:
    (x, y), palette, role = corner, pencil.palette, f"unit-square:{key}"
    if not hatched:
        pencil.block(x, y, size, size, palette.rest if group else palette.main, role)
        return
    corners = ((x, y), (x + size, y), (x + size, y + size), (x, y + size))
    pencil.hatch(corners, palette.rest, role, STEP)
    pencil.frame(x, y, size, palette.main, EDGE)
