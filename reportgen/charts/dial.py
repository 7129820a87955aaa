"""Minutes on a dial of sixty ticks, the number in the middle."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reportgen.charts import refusals
from reportgen.charts.captioned import Placed, draw_placed, placed
from reportgen.charts.lettering import Lettering
from reportgen.charts.reading import keys
from reportgen.charts.record import ChartKind, OnPage, OnSlide, always
from reportgen.charts.slide_type import WORDS
from reportgen.charts.style import LABEL, PLAIN, value_face, value_size
from reportgen.charts.values import pieces
from reportgen.errors import Message
from reportgen.lengths import Point
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

TICKS = 60
ACROSS = 102.0
VALUE_SIZES = (28.0, 24.0, 20.0, 16.0, 13.0)
UNIT_SIZE = 8.0
INNER_ON, INNER_OFF = 0.74, 0.86  # where ticks begin, of the radius
TICK_ON, TICK_OFF = 1.76, 1.13
CENTRE = 1.15  # room for words inside, of the radius
# on a slide
SLIDE_ON, SLIDE_OFF = 3.2, 1.6
SLIDE_INNER_ON, SLIDE_INNER_OFF = 0.76, 0.87
NUMERAL = 0.69  # of the radius
WIDEST, LEAST_ACROSS = 133.0, 80.0
LEAST_ON_SLIDE = 150.0  # points high, with heading


def _setting(spec: ChartSpec, width: float, letters: Lettering, k: float) -> Placed | None:
    return placed(spec, ACROSS * k, width, letters, k, value=False)


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    setting = _setting(spec, width, letters, k)
    fits = setting is not None and _size(spec, letters, k) is not None
    return setting.height if setting and fits else float("inf")


def _size(spec: ChartSpec, letters: Lettering, k: float) -> float | None:
    """The largest size at which the number stands inside the ticks."""
    room = ACROSS / 2 * k * CENTRE
    for size in VALUE_SIZES:
        if pieces(spec.data[0], size * k, "", letters)[1] <= room:
            return size * k
    return None


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    datum, key, k = spec.data[0], keys(spec)[0], pencil.k
    setting, size = _setting(spec, pencil.width, pencil.letters, k), _size(spec, pencil.letters, k)
    assert setting is not None
    assert size is not None
    radius = ACROSS / 2 * k
    on, centre = _lit(spec), (radius, radius)
    pencil.segments(_ticks(0, on, centre, radius, INNER_ON), pencil.palette.main, TICK_ON * k, f"bar:{key}")
    pencil.segments(_ticks(on, TICKS, centre, radius, INNER_OFF), pencil.palette.off, TICK_OFF * k, "off")
    middle = radius + (0.2 if datum.unit else 0.36) * size
    pencil.value(radius, middle, datum, key, size, pencil.palette.value, "center")
    unit_size = UNIT_SIZE * k
    unit = (radius, middle + 4 * k + 0.8 * unit_size)
    pencil.text(*unit, datum.unit, LABEL, unit_size, pencil.palette.label, "center", f"unit:{key}")
    draw_placed(pencil, spec, ACROSS * k, setting, key, value=False)


def _ticks(first: int, last: int, centre: Point, radius: float, inner: float) -> list[tuple[Point, Point]]:
    """Ticks from one minute to another, from ``inner`` of the radius outwards."""
    ticks = []
    for i in range(first, last):
        angle = 2 * math.pi * (i + 0.5) / TICKS - math.pi / 2
        dx, dy = math.cos(angle) * radius, math.sin(angle) * radius
        start = (centre[0] + dx * inner, centre[1] + dy * inner)
        ticks.append((start, (centre[0] + dx, centre[1] + dy)))
    return ticks


def _lit(spec: ChartSpec) -> int:
    return min(TICKS, max(0, round(spec.data[0].value)))


def draw_slide(pencil: Pencil, spec: ChartSpec) -> None:
    """The dial alone, as large as fits, number and unit in the middle."""
    datum, key, palette, on = spec.data[0], keys(spec)[0], pencil.palette, _lit(spec)
    radius, middle = min(pencil.width, pencil.height) / 2, pencil.height / 2
    centre = (radius, middle)
    pencil.segments(_ticks(0, on, centre, radius, SLIDE_INNER_ON), palette.main, SLIDE_ON, f"bar:{key}")
    pencil.segments(_ticks(on, TICKS, centre, radius, SLIDE_INNER_OFF), palette.other, SLIDE_OFF, "off")
    size = NUMERAL * radius
    face, points = value_face(datum.text), value_size(datum.text, size)
    pencil.text(
        radius, middle + 0.22 * size, datum.text, face, points, palette.value, "center", f"value:{key}"
    )
    unit = datum.unit or spec.unit
    pencil.text(
        radius, middle + 0.34 * size + WORDS, unit, PLAIN, WORDS, palette.label, "center", f"unit:{key}"
    )


def slide_size(spec: ChartSpec, width: float, height: float) -> tuple[float, float]:
    """A square no larger than its number asks for."""
    side = min(WIDEST, width, max(LEAST_ACROSS, height))
    return side, side


KIND = ChartKind(
    name="dial",
    label=Message("分钟刻度盘", "Minute dial"),
    shows=Message("60 分钟以内的一个时间", "one time of up to 60 minutes"),
    refuse=refusals.within_an_hour,
    height=height,
    draw=draw,
    page=OnPage(wants=lambda spec: "side", growth=1.0),
    slide=OnSlide(
        draw_slide, size=slide_size, is_small=always, says_unit=True, least=lambda spec: LEAST_ON_SLIDE
    ),
)
