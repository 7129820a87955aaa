"""A height over the ground, where it is not laid out as a section diagram: a datum line over its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts import refusals
from reportgen.charts.lettering import Lettering, widest
from reportgen.charts.reading import keys
from reportgen.charts.record import ChartKind, OnPage, OnSlide
from reportgen.charts.style import LABEL
from reportgen.charts.values import value_width
from reportgen.errors import Message
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

GROUND = 16.0
VALUE_SIZE, LABEL_SIZE = 30.0, 9.0
LEVEL = 36.0
LINE = 1.0


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    datum = spec.data[0]
    lines = letters.broken(LABEL, LABEL_SIZE * k, datum.label, width)
    fits = value_width(datum, VALUE_SIZE * k, datum.unit, letters) <= width
    fits = fits and widest(lines, LABEL, LABEL_SIZE * k, letters) <= width and len(lines) <= 3
    return (LEVEL + 12 + GROUND) * k + len(lines) * 1.28 * LABEL_SIZE * k if fits else float("inf")


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    datum, key, k = spec.data[0], keys(spec)[0], pencil.k
    palette, level = pencil.palette, LEVEL * k
    pencil.rule((0, level), (pencil.width, level), palette.main, LINE, "tick")
    pencil.value(0, level - 7 * k, datum, key, VALUE_SIZE * k, palette.value, unit=datum.unit)
    size = LABEL_SIZE * k
    lines = pencil.letters.broken(LABEL, size, datum.label, pencil.width)
    pencil.lines(0, level + 6 * k + 0.9 * size, lines, LABEL, size, palette.label, role=f"label:{key}")
    top = level + 12 * k + len(lines) * size * 1.28
    ground = ((0, top), (pencil.width, top), (pencil.width, pencil.height), (0, pencil.height))
    pencil.hatch(ground, palette.off, f"open:{key}")


KIND = ChartKind(
    name="level",
    label=Message("断面示意图", "Section diagram"),
    shows=Message("海拔等一个高度的示意", "a height, as over the sea"),
    refuse=refusals.alone,
    height=height,
    draw=draw,
    page=OnPage(wants=lambda spec: "lead", lead="landscape"),
    slide=OnSlide(form="landscape"),
)
