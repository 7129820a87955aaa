"""A doughnut with its title in the middle, the parts' values as a table beside it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.charts.kinds import kind_of
from reportgen.layout.parts.frame import Frame
from reportgen.layout.slides.canvas import BODY_BOTTOM, MARGIN
from reportgen.layout.slides.flow import Composed, left_over, without
from reportgen.layout.slides.numbers import (
    chart_item,
    values_table,
)
from reportgen.layout.slides.pen import Pen
from reportgen.lengths import Rect, inch
from reportgen.model.chart import ChartSpec
from reportgen.model.sheet import Item
from reportgen.story.pieces import Keys, Piece


def chart_values(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """A doughnut with its title in the middle, the parts' values as a table, words below."""
    spec = next(p for p in pieces if isinstance(p, ChartSpec) and kind_of(p).slide.form == "ring")
    others = without(pieces, (spec,))
    side = min(inch(4.7), BODY_BOTTOM - top)
    plain = replace(spec, note="")
    placed: list[Item] = [chart_item(plain, Rect(MARGIN, top, side, side), pen)]
    unit = f"（{spec.unit}）" if spec.unit else ""
    lines = [pen.paragraph(text, "head", align="center") for text in (spec.title, unit) if text]
    words = pen.text(lines, side * 0.5, "heading")
    placed += words.at(MARGIN + side * 0.25, top + (side - words.height) / 2)
    x, width = inch(6.55), inch(6.03)
    table = values_table(spec, width, pen)
    placed += table.at(x, top)
    texts = [p for p in others if isinstance(p, Keys)]
    after = top + table.height + 9
    frame, rest = _plain(texts[0].texts if texts else (), width, BODY_BOTTOM - after, pen)
    placed += frame.at(x, after)
    left = without(others, texts[:1])
    return Composed("chart-values", "图表与数值", tuple(placed), (*left_over(rest, others), *left))


def _plain(texts: Sequence[str], width: float, room: float, pen: Pen) -> tuple[Frame, tuple[str, ...]]:
    """Points as plain paragraphs, as many as the room takes."""
    count = len(texts)
    while count:
        lines = [
            pen.paragraph(t, "plain", balance=True, before=8 if i else 0) for i, t in enumerate(texts[:count])
        ]
        frame = pen.text(lines, width)
        if frame.height <= room:
            return frame, tuple(texts[count:])
        count -= 1
    return Frame(0, 0, ()), tuple(texts)
