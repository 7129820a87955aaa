"""A doughnut with its title in the middle, the parts' values as a table beside it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.charts.kinds import kind_of
from reportgen.layout.parts.frame import Frame
from reportgen.layout.slides.canvas import BODY_BOTTOM, MARGIN, WIDE_WIDTH, WIDE_X
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

RING, WORDS = inch(4.7), 0.5  # its width; that of the words in its middle, of the ring's
UNDER_TABLE, POINT_GAP = 9.0, 8.0


def chart_values(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """A doughnut with its title in the middle, the parts' values as a table, words below."""
    spec = next(p for p in pieces if isinstance(p, ChartSpec) and kind_of(p).slide.form == "ring")
    others = without(pieces, (spec,))
    side = min(RING, BODY_BOTTOM - top)
    plain = replace(spec, note="")
    placed: list[Item] = [chart_item(plain, Rect(MARGIN, top, side, side), pen)]
    unit = f"（{spec.unit}）" if spec.unit else ""
    lines = [pen.paragraph(text, "head", align="center") for text in (spec.title, unit) if text]
    words = pen.text(lines, side * WORDS, "heading")
    placed += words.at(MARGIN + side * (1 - WORDS) / 2, top + (side - words.height) / 2)
    x, width = WIDE_X, WIDE_WIDTH
    table = values_table(spec, width, pen)
    placed += table.at(x, top)
    texts = [p for p in others if isinstance(p, Keys)]
    after = top + table.height + UNDER_TABLE
    frame, rest = _plain(texts[0].texts if texts else (), width, BODY_BOTTOM - after, pen)
    placed += frame.at(x, after)
    left = without(others, texts[:1])
    return Composed("chart-values", "图表与数值", tuple(placed), (*left_over(rest, others), *left))


def _plain(texts: Sequence[str], width: float, room: float, pen: Pen) -> tuple[Frame, tuple[str, ...]]:
    """Points as plain paragraphs, as many as the room takes."""
    count = len(texts)
    while count:
        lines = [
            pen.paragraph(t, "plain", balance=True, before=POINT_GAP if i else 0)
            for i, t in enumerate(texts[:count])
        ]
        frame = pen.text(lines, width)
        if frame.height <= room:
            return frame, tuple(texts[count:])
        count -= 1
    return Frame(0, 0, ()), tuple(texts)
