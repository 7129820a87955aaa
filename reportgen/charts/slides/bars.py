"""Horizontal bars on a slide: short labels beside them, the gap as wide as a bar; long ones above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.reading import highlighted, keys, labels_above
from reportgen.charts.slides.look import LABEL, SMALLEST, fitting, printed, value_start
from reportgen.charts.style import LABEL as FACE
from reportgen.charts.style import value_face, value_size
from reportgen.charts.words import widest, wrapped
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

LABEL_SHARE = 0.34  # of the width, for the labels' column
GAP = 6.0
LEADING = 1.2
THICK_UNDER_LABEL = 0.4  # of a slot: a bar, as much for its label, the rest air
HIGH = 0.74  # of a numeral's size, its digits


def draw_bars(board: Board, spec: ChartSpec) -> None:
    """One bar for each datum, in the author's order from the top."""
    names, measure, above = keys(spec), board.measure, labels_above(spec)
    slot = board.height / len(spec.data)
    thick = slot * (THICK_UNDER_LABEL if above else 0.5)
    size, lines = _labels(
        board, spec, thick if above else slot, board.width if above else LABEL_SHARE * board.width
    )
    left = 0.0 if above else max(widest(each, FACE, size, measure) for each in lines) + GAP
    texts = [datum.text for datum in spec.data]
    numeral = fitting(texts, board.width - left, min(value_start(spec, board.width), slot), measure)
    room = board.width - left - max(printed(text, numeral, measure) for text in texts) - GAP
    per_unit = max(room, 1.0) / max(max(datum.value for datum in spec.data), 1e-12)
    for i, datum in enumerate(spec.data):
        middle = slot * (i + 0.5) + (thick / 2 if above else 0.0)
        colour = board.palette.main if i == highlighted(spec) else board.palette.rest
        board.bar(left, middle - thick / 2, datum.value, per_unit, thick, colour, names[i])
        first = middle - (thick if above else 0.0) + 0.37 * size - (len(lines[i]) - 1) * size * LEADING / 2
        board.lines(
            0.0 if above else left - GAP, first, lines[i], FACE, size, board.palette.label,
            "left" if above else "right", f"label:{names[i]}", LEADING,
        )  # fmt: skip
        end = left + datum.value * per_unit + GAP
        face, points = value_face(datum.text), value_size(datum.text, numeral)
        board.text(
            end, middle + HIGH / 2 * numeral, datum.text, face, points, board.palette.value,
            gid=f"value:{names[i]}",
        )  # fmt: skip


def _labels(board: Board, spec: ChartSpec, high: float, width: float) -> tuple[float, list[tuple[str, ...]]]:
    """Size and lines of the labels: smaller where their lines would be higher than the room."""
    size = LABEL
    while True:
        lines = [wrapped(d.label, width, FACE, size, board.measure) for d in spec.data]
        if size <= SMALLEST or max(map(len, lines)) * size * LEADING <= high:
            return size, lines
        size -= 1.0
