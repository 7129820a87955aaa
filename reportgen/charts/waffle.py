"""The woven waffle (编织百格): a thousand strands, each 0.1 % of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts import refusals
from reportgen.charts.doughnut import as_ring
from reportgen.charts.lettering import Lettering
from reportgen.charts.part_list import draw_list, list_height
from reportgen.charts.reading import keys
from reportgen.charts.record import ChartKind, OnPage, OnSlide
from reportgen.charts.strands import apportion, pitch, strands
from reportgen.errors import Message
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

LARGEST = 292.0  # 103 mm
SMALLEST = 70.0
STROKE, GAP = 0.64, 0.49  # of the distance between strands
SPACE = 20.0
BESIDE = 1.3  # a board so much wider than high has the list of parts beside the field
LIST_WIDTH = 170.0
SLIDE_STROKE, SLIDE_GAP = 0.72, 1.2  # of the distance between strands


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale; in a lower place the field gives way, not the words."""
    if width < SMALLEST:
        return float("inf")
    return LARGEST * k if k > 1 else min(width, LARGEST) if k == 1 else SMALLEST


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    side = min(pencil.width, pencil.height)
    _field(pencil, spec, side, GAP, STROKE)
    x = side + SPACE * pencil.k
    room = min(pencil.width - x, LIST_WIDTH * pencil.k)
    if pencil.width >= BESIDE * side:
        tall = list_height(spec, room, pencil.letters, pencil.k)
        if tall <= side:
            draw_list(pencil, spec, x, side - tall, room)


def _field(pencil: Pencil, spec: ChartSpec, side: float, gap: float, stroke: float) -> None:
    """A thousandth to a strand; ``gap`` between blocks and ``stroke`` are shares of the strands' distance."""
    step = pitch(side, side)
    counts = apportion([datum.value for datum in spec.data])
    field = list(strands(side, side, gap * step))
    first = 0
    for key, count, colour in zip(keys(spec), counts, pencil.style.parts(len(counts)), strict=True):
        lines = [((s.x1, s.y1), (s.x2, s.y2)) for s in field[first : first + count]]
        pencil.segments(lines, colour, stroke * step, f"part:{key}")
        first += count


def draw_slide(pencil: Pencil, spec: ChartSpec) -> None:
    """The woven field alone: the slide lists the parts beside it."""
    _field(pencil, spec, min(pencil.width, pencil.height), SLIDE_GAP, SLIDE_STROKE)


KIND = ChartKind(
    name="waffle",
    label=Message("编织百格图", "Woven waffle chart"),
    shows=Message(
        "一个整体的二至五部分，合计 100，一千根线",
        "two to five parts of a whole, together 100, in a thousand strands",
    ),
    refuse=refusals.whole,
    height=height,
    draw=draw,
    page=OnPage(wants=lambda spec: "lead", lead="field"),
    slide=OnSlide(draw_slide, becomes=as_ring),
    of_total=True,
)
