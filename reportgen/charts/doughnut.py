"""Parts of a whole as a ring from the top clockwise, named in a list beside or below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts import refusals
from reportgen.charts.lettering import Lettering
from reportgen.charts.part_list import draw_list, list_height
from reportgen.charts.reading import keys
from reportgen.charts.record import ChartKind, InOffice, OfficePlot, OnPage, OnSlide
from reportgen.errors import Message
from reportgen.lengths import Point
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

ACROSS = 128.0
HOLE = 0.59
GAP = 0.85  # pt between parts
SPACE = 20.0
LIST_WIDTH = 170.0
# on a slide
SLIDE_ACROSS = 0.96  # of the board's shorter side
SLIDE_GAP = 2.0  # points between parts
MOST_PARTS = 5  # a slide lists beside the ring


class _DoughnutPlaces(Struct, frozen=True):
    across: float
    beside: bool
    list_x: float
    list_width: float
    list_height: float


def _setting(spec: ChartSpec, width: float, letters: Lettering, k: float) -> _DoughnutPlaces | None:
    across = min(ACROSS * k, width)
    room = min(width - across - SPACE * k, LIST_WIDTH * k)
    tall = list_height(spec, room, letters, k) if room > 0 else float("inf")
    if tall <= across * 1.2:
        return _DoughnutPlaces(across, True, across + SPACE * k, room, tall)
    tall = list_height(spec, width, letters, k)
    return _DoughnutPlaces(across, False, 0, width, tall) if tall < float("inf") else None


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    setting = _setting(spec, width, letters, k)
    if setting is None or setting.across < 60 * k:
        return float("inf")
    if setting.beside:
        return max(setting.across, setting.list_height)
    return setting.across + 10 * k + setting.list_height


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    setting = _setting(spec, pencil.width, pencil.letters, pencil.k)
    assert setting is not None
    tall = setting.list_height
    centre_y = max(setting.across, tall) / 2 if setting.beside else setting.across / 2
    left = 0.0 if setting.beside else (pencil.width - setting.across) / 2
    _ring(pencil, spec, (left + setting.across / 2, centre_y), setting.across / 2, GAP * pencil.k)
    top = max(0.0, (setting.across - tall) / 2) if setting.beside else setting.across + 10 * pencil.k
    draw_list(pencil, spec, setting.list_x, top, setting.list_width)


def _ring(
    pencil: Pencil, spec: ChartSpec, centre: Point, radius: float, gap: float, start: float = 0.0
) -> None:
    """Parts in reading order, clockwise; ``start``: of the whole, what lies before the top."""
    total, at = sum(datum.value for datum in spec.data), -start
    colours = pencil.style.parts(len(spec.data))
    for key, datum, colour in zip(keys(spec), spec.data, colours, strict=True):
        turns = (at / total, (at + datum.value) / total)
        pencil.sector(centre, (HOLE * radius, radius), turns, colour, f"part:{key}", gap)
        at += datum.value


def draw_slide(pencil: Pencil, spec: ChartSpec) -> None:
    """The ring alone, its largest part from the top: the slide lists the parts beside it."""
    values = [datum.value for datum in spec.data]
    radius = SLIDE_ACROSS * min(pencil.width, pencil.height) / 2
    before = sum(values[: values.index(max(values))])
    _ring(pencil, spec, (pencil.width / 2, pencil.height / 2), radius, SLIDE_GAP, before)


def as_ring(spec: ChartSpec) -> str:
    """The parts of a whole are a ring on a screen, where a table beside it can hold them (D-13)."""
    return KIND.name if len(spec.series) == 1 and len(spec.data) <= MOST_PARTS else spec.kind


KIND = ChartKind(
    name="doughnut",
    label=Message("环形图", "Doughnut chart"),
    shows=Message(
        "一个整体的二至五部分，合计 100，一个环", "two to five parts of a whole, together 100, in a ring"
    ),
    refuse=refusals.whole,
    height=height,
    draw=draw,
    page=OnPage(wants=lambda spec: "side", growth=1.0),
    slide=OnSlide(draw_slide, form="ring"),
    office=InOffice(OfficePlot.DOUGHNUT),
    of_total=True,
)
