"""A single ratio as ten rings of equal area, filled from the middle."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reportgen.charts import refusals
from reportgen.charts.captioned import Placed, draw_placed, placed
from reportgen.charts.lettering import Lettering
from reportgen.charts.reading import keys
from reportgen.charts.record import ChartKind, OnPage, OnSlide, always
from reportgen.errors import Message
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

RINGS = 10
ACROSS = 96.0
LINE, OPEN_LINE = 0.75, 0.5
# on a slide
SLIDE_LINE = 1.0
WIDEST, LEAST_ACROSS = 260.0, 100.0
VALUE_ROOM = 90.0  # points of the value below
LEAST_ON_SLIDE = 190.0  # points high, with heading and value


def _setting(spec: ChartSpec, width: float, letters: Lettering, k: float) -> Placed | None:
    return placed(spec, ACROSS * k, width, letters, k)


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    setting = _setting(spec, width, letters, k)
    return setting.height if setting else float("inf")


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    datum, key, palette = spec.data[0], keys(spec)[0], pencil.palette
    setting = _setting(spec, pencil.width, pencil.letters, pencil.k)
    assert setting is not None
    middle = ACROSS * pencil.k / 2
    centre, unit = (middle, middle), (middle - LINE / 2) / math.sqrt(RINGS)
    filled = datum.value * RINGS
    whole = math.floor(filled + 1e-9)
    pencil.disc(centre, unit * math.sqrt(filled), palette.main, role=f"bar:{key}")
    if datum.open_end == "above" and whole < RINGS:
        _open_ring(pencil, centre, unit, whole, key)
    for k in range(1, RINGS + 1):
        inside = k < filled + 1e-9
        colour = palette.paper if inside and k < RINGS else palette.main
        pencil.disc(centre, unit * math.sqrt(k), colour, LINE if inside else OPEN_LINE)
    draw_placed(pencil, spec, ACROSS * pencil.k, setting, key)


def _open_ring(pencil: Pencil, centre: tuple[float, float], unit: float, whole: int, key: str) -> None:
    """Hatches the ring beyond the value."""
    outer, inner = unit * math.sqrt(whole + 1), unit * math.sqrt(whole)
    ticks = []
    count = max(24, round(2 * math.pi * outer / (2.6 * pencil.k)))
    for i in range(count):
        a, b = 2 * math.pi * i / count, 2 * math.pi * (i + 0.8) / count
        start = (centre[0] + inner * math.cos(a), centre[1] + inner * math.sin(a))
        ticks.append((start, (centre[0] + outer * math.cos(b), centre[1] + outer * math.sin(b))))
    pencil.segments(ticks, pencil.palette.main, LINE, f"open:{key}")


def draw_slide(pencil: Pencil, spec: ChartSpec) -> None:
    """The rings alone; the slide says the value below."""
    datum, key, palette = spec.data[0], keys(spec)[0], pencil.palette
    reach = min(pencil.width, pencil.height) / 2 - SLIDE_LINE
    centre, unit = (pencil.width / 2, pencil.height / 2), reach / math.sqrt(RINGS)
    filled = datum.value * RINGS
    whole = math.floor(filled + 1e-9)
    pencil.disc(centre, unit * math.sqrt(filled), palette.main, role=f"bar:{key}")
    if datum.open_end == "above" and whole < RINGS:
        _open_ring(pencil, centre, unit, whole, key)
    for ring in range(RINGS, 0, -1):
        colour = palette.paper if ring < filled - 1e-9 else palette.rest
        pencil.disc(centre, unit * math.sqrt(ring), colour, SLIDE_LINE, "off")


def slide_size(spec: ChartSpec, width: float, height: float) -> tuple[float, float]:
    """A square that leaves room for the value below."""
    side = min(width, WIDEST, max(LEAST_ACROSS, height - VALUE_ROOM))
    return side, side


KIND = ChartKind(
    name="rings",
    label=Message("十环图", "Ten rings"),
    shows=Message("一个比率，占等面积十环中的几环", "one share, as so many of ten rings of equal area"),
    refuse=refusals.one_share,
    height=height,
    draw=draw,
    page=OnPage(wants=lambda spec: "side", growth=1.0),
    slide=OnSlide(
        draw_slide,
        size=slide_size,
        is_small=always,
        numeral=58.0,
        says_unit=True,
        least=lambda spec: LEAST_ON_SLIDE,
    ),
    share=True,
)
