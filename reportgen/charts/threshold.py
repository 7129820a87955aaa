"""A bar solid to the value and open beyond it: 突破, 超, 以上; hatched short of it: 不足, 以下."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.arrow import arrow
from reportgen.charts.reading import keys
from reportgen.charts.style import LABEL_BOLD, Measure, value_face
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

SIZE = 8.0
TALL = 45.4
TOP, THICKNESS, TICK = 8.5, 17.0, 31.2  # the bar's top and height, the tick's length
SOLID, REACH = 0.69, 0.99  # shares of the width: where the value lies, where the arrow ends
WIDEST = 240.0
UNSURE = 0.7  # below a limit, the share of the bar that is certain
BASELINE = 0.75


def _length(width: float, k: float) -> float:
    return min(width, WIDEST * k)


def height(spec: ChartSpec, width: float, measure: Measure, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    words = measure(LABEL_BOLD, SIZE * k, spec.data[0].text)
    room = _length(width, k)
    fits = words / 2 <= (1 - SOLID) * room and words / 2 + SIZE * k <= SOLID * room
    return TALL * k if fits and room >= 60 * k else float("inf")


def draw(board: Board, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    datum, key, k = spec.data[0], keys(spec)[0], board.k
    room, palette = _length(board.width, k), board.palette
    end, per_unit = SOLID * room, SOLID * room / max(datum.value, 1e-12)
    top, thickness = TOP * k, THICKNESS * k
    if datum.open_end == "below":
        sure = UNSURE * end
        board.bar(0, top, datum.value * UNSURE, per_unit, thickness, palette.main, key)
        corners = ((sure, top), (end, top), (end, top + thickness), (sure, top + thickness))
        board.hatch(corners, palette.main, f"open:{key}")
    else:
        board.bar(0, top, datum.value, per_unit, thickness, palette.main, key)
        if datum.open_end == "above":
            arrow(board, end, top, thickness, palette.main, key, (REACH - SOLID) * room)
    board.rule((end, 0), (end, TICK * k), palette.rule, BASELINE, "tick")
    board.rule((BASELINE / 2, top), (BASELINE / 2, top + thickness), palette.rule, BASELINE, "baseline")
    baseline, size = 42.0 * k, SIZE * k
    face = LABEL_BOLD if value_face(datum.text) != "serif-900" else "serif-900"
    board.text(end, baseline, datum.text, face, size, palette.label, "center", f"value:{key}")
