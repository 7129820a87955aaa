"""A chart kind that is not in the package: two values of each item, joined. Added in one file, as the map says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts import refusals
from reportgen.charts.lettering import Lettering
from reportgen.charts.reading import keyed
from reportgen.charts.record import ChartKind, OnPage
from reportgen.charts.style import LABEL, NUMERAL
from reportgen.errors import Message
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

TALL, FOOT, SIZE, WEIGHT, AIR = 120.0, 14.0, 9.0, 1.5, 4.0  # points at k = 1


def _column(spec: ChartSpec, letters: Lettering, k: float) -> float:
    """Room for a value and a name at either end."""
    words = [f"{datum.text} {datum.label}" for series in spec.series for datum in series.data]
    return max(letters.measure(LABEL, SIZE * k, text) for text in words) + AIR * k


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    return (TALL + FOOT) * k if width >= 3 * _column(spec, letters, k) else float("inf")


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """A line for each item, from its first value to its last."""
    k, palette = pencil.k, pencil.palette
    column, base = _column(spec, pencil.letters, k), pencil.height - FOOT * k
    ends = (column, pencil.width - column)
    per_unit = (base - SIZE * k) / max(datum.value for series in spec.series for datum in series.data)
    for item, (first, last) in enumerate(zip(spec.series[0].data, spec.series[-1].data, strict=True)):
        colour = palette.rest if item else palette.main
        step = (ends[1] - ends[0], per_unit)
        pencil.curve([first.value, last.value], step, (ends[0], base), colour, WEIGHT * k, f"line:{item}")
    for key, s, _, datum in keyed(spec):
        y = base - datum.value * per_unit + 0.35 * SIZE * k
        align, gap = ("left", AIR * k) if s else ("right", -AIR * k)
        words = f"{datum.text} {datum.label}" if s else datum.text
        pencil.text(
            ends[bool(s)] + gap,
            y,
            words,
            NUMERAL if not s else LABEL,
            SIZE * k,
            palette.value,
            align,
            f"value:{key}",
        )  # type: ignore[arg-type]


KIND = ChartKind(
    name="slope",
    label=Message("斜率图", "Slope chart"),
    shows=Message("几个对象前后两个时点的升降", "the rise or fall of several things between two times"),
    refuse=refusals.one_unit,
    height=height,
    draw=draw,
    page=OnPage(wants=lambda spec: "beside", growth=0.5),
    series="several",
)
