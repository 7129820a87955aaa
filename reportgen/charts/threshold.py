"""A bar solid to the value and open beyond it: 突破, 超, 以上; hatched short of it: 不足, 以下."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts import refusals
from reportgen.charts.arrow import arrow
from reportgen.charts.lettering import Lettering
from reportgen.charts.reading import keys
from reportgen.charts.record import ChartKind, OnPage, OnSlide, always
from reportgen.charts.slide_type import HATCH
from reportgen.charts.style import LABEL_BOLD, value_face
from reportgen.errors import Message
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

SIZE = 8.0
TALL = 45.4
TOP, THICKNESS, TICK = 8.5, 17.0, 31.2  # the bar's top and height, the tick's length
SOLID, REACH = 0.69, 0.99  # shares of the width: where the value lies, where the arrow ends
WIDEST = 240.0
UNSURE = 0.7  # below a limit, the share of the bar that is certain
BASELINE = 0.75
# on a slide
SLIDE_SOLID, SHOULDER = 0.75, 0.946  # of the width: the value, where the open end tapers
SLIDE_BAR, SLIDE_TALLEST, SLIDE_TICK = 0.68, 30.0, 2.2
SLIDE_HEIGHT = 36.0
LARGEST = 116.0  # points of the value above


def _length(width: float, k: float) -> float:
    return min(width, WIDEST * k)


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    words = letters.measure(LABEL_BOLD, SIZE * k, spec.data[0].text)
    room = _length(width, k)
    fits = words / 2 <= (1 - SOLID) * room and words / 2 + SIZE * k <= SOLID * room
    return TALL * k if fits and room >= 60 * k else float("inf")


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    datum, key, k = spec.data[0], keys(spec)[0], pencil.k
    room, palette = _length(pencil.width, k), pencil.palette
    end, per_unit = SOLID * room, SOLID * room / max(datum.value, 1e-12)
    top, thickness = TOP * k, THICKNESS * k
    if datum.open_end == "below":
        sure = UNSURE * end
        pencil.bar(0, top, datum.value * UNSURE, per_unit, thickness, palette.main, key)
        corners = ((sure, top), (end, top), (end, top + thickness), (sure, top + thickness))
        pencil.hatch(corners, palette.main, f"open:{key}")
    else:
        pencil.bar(0, top, datum.value, per_unit, thickness, palette.main, key)
        if datum.open_end == "above":
            arrow(pencil, end, top, thickness, palette.main, key, (REACH - SOLID) * room)
    pencil.rule((end, 0), (end, TICK * k), palette.rule, BASELINE, "tick")
    pencil.rule((BASELINE / 2, top), (BASELINE / 2, top + thickness), palette.rule, BASELINE, "baseline")
    baseline, size = 42.0 * k, SIZE * k
    face = LABEL_BOLD if value_face(datum.text) != "serif-900" else "serif-900"
    pencil.text(end, baseline, datum.text, face, size, palette.label, "center", f"value:{key}")


def draw_slide(pencil: Pencil, spec: ChartSpec) -> None:
    """A bar up to the value, a tick, and an open hatched end beyond it (below: before it)."""
    datum, key, palette = spec.data[0], keys(spec)[0], pencil.palette
    tall = min(pencil.height * SLIDE_BAR, SLIDE_TALLEST)
    top, stop = (pencil.height - tall) / 2, pencil.width * SLIDE_SOLID
    if datum.open_end == "below":
        corners = ((0.0, top), (stop, top), (stop, top + tall), (0.0, top + tall))
        pencil.hatch(corners, palette.main, f"open:{key}", HATCH)
    else:
        pencil.bar(0, top, datum.value, stop / max(datum.value, 1e-12), tall, palette.main, key)
    if datum.open_end == "above":
        shoulder, tip = pencil.width * SHOULDER, pencil.width
        outline = ((stop, top), (shoulder, top), (tip, top + tall / 2), (shoulder, top + tall))
        pencil.hatch((*outline, (stop, top + tall)), palette.main, f"open:{key}", HATCH)
    pencil.rule((stop, 0), (stop, pencil.height), palette.rule, SLIDE_TICK, "tick")


def slide_size(spec: ChartSpec, width: float, height: float) -> tuple[float, float]:
    """A low bar over the whole width."""
    return width, SLIDE_HEIGHT


KIND = ChartKind(
    name="threshold",
    label=Message("门槛条", "Threshold bar"),
    shows=Message("突破、超、以上或不足的一个数", "one number that is passed or not reached"),
    refuse=refusals.open_ended,
    height=height,
    draw=draw,
    page=OnPage(wants=lambda spec: "side", growth=1.0, numeral=True),
    slide=OnSlide(
        draw_slide, form="numeral", size=slide_size, is_small=always, numeral=LARGEST, says_unit=True
    ),
)
