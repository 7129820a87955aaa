"""A single ratio as ten cells: full, hatched where it is open-ended, outlined."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reportgen.charts import refusals
from reportgen.charts.board import HATCH_STEP
from reportgen.charts.captioned import Caption, caption, draw_caption
from reportgen.charts.lettering import Lettering
from reportgen.charts.reading import keys
from reportgen.charts.record import ChartKind, OnPage, OnSlide, always
from reportgen.charts.slide_type import HATCH
from reportgen.errors import Message
from reportgen.lengths import Point
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

CELLS = 10
LARGEST, FILL = 24.9, 0.886  # pitch at k = 1, and the cell's share of it
SMALLEST = 8.0
OUTLINE = 0.7
GAP = 9.0
# on a slide
ABREAST = 5
SLIDE_GAP = 0.0185  # of the width
SLIDE_OUTLINE = 1.5
WIDEST, LEAST_ACROSS, CELL_GAP = 389.0, 140.0, 7.0
VALUE_ROOM = 90.0  # points of the value below
LEAST_ON_SLIDE = 190.0  # points high, with heading and value


def _pitch(width: float, k: float) -> float:
    """The last cell has no gap after it."""
    return min(width / (CELLS - 1 + FILL), LARGEST * k)


def _words(spec: ChartSpec, width: float, letters: Lettering, k: float) -> Caption | None:
    return caption(spec, width, letters, k)


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    words = _words(spec, width, letters, k)
    if words is None or _pitch(width, k) < SMALLEST:
        return float("inf")
    return words.height + GAP * k + _pitch(width, k) * FILL


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    key = keys(spec)[0]
    words = _words(spec, pencil.width, pencil.letters, pencil.k)
    assert words is not None
    draw_caption(pencil, spec, words, 0, 0, key, True)
    pitch, top = _pitch(pencil.width, pencil.k), words.height + GAP * pencil.k
    _cells(pencil, spec, [(i * pitch, top) for i in range(CELLS)], pitch * FILL, OUTLINE, HATCH_STEP)


def _cells(
    pencil: Pencil, spec: ChartSpec, corners: list[Point], size: float, outline: float, hatch: float
) -> None:
    """The share filled from the first cell on, what lies beyond an open end hatched, the rest outlined."""
    datum, key, colour = spec.data[0], keys(spec)[0], pencil.palette.main
    filled = datum.value * CELLS
    whole = math.floor(filled + 1e-9)
    for i, (x, y) in enumerate(corners):
        part = min(1.0, max(0.0, filled - i))
        if part > 1e-9:
            pencil.block(x, y, size * part, size, colour, f"cell:{key}")
        if i == whole and datum.open_end == "above":
            rest = x + size * part
            outlined = ((rest, y), (x + size, y), (x + size, y + size), (rest, y + size))
            pencil.hatch(outlined, colour, f"open:{key}", hatch)
        if part < 1 - 1e-9:
            pencil.frame(x, y, size, colour, outline, "off")


def draw_slide(pencil: Pencil, spec: ChartSpec) -> None:
    """Two rows of five; the slide says the value below."""
    gap = pencil.width * SLIDE_GAP
    size = min((pencil.width - 4 * gap) / ABREAST, (pencil.height - gap) / 2)
    places = [(i % ABREAST * (size + gap), i // ABREAST * (size + gap)) for i in range(CELLS)]
    _cells(pencil, spec, places, size, SLIDE_OUTLINE, HATCH)


def slide_size(spec: ChartSpec, width: float, height: float) -> tuple[float, float]:
    """As wide as two rows with the value below leave."""
    across = min(width, WIDEST, max(LEAST_ACROSS, height - VALUE_ROOM) * 2.5)
    return across, 2 * (across - 4 * CELL_GAP) / ABREAST + CELL_GAP


KIND = ChartKind(
    name="cells",
    label=Message("十格图", "Ten cells"),
    shows=Message("一个比率，占十格中的几格", "one share, as so many of ten cells"),
    refuse=refusals.one_share,
    height=height,
    draw=draw,
    page=OnPage(wants=lambda spec: "side", growth=1.0),
    slide=OnSlide(
        draw_slide,
        size=slide_size,
        is_small=always,
        numeral=75.0,
        says_unit=True,
        least=lambda spec: LEAST_ON_SLIDE,
    ),
    share=True,
)
