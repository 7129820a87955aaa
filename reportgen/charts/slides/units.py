"""Counted things on a slide: a row of squares for each kind, its count and name below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.reading import counted, keys
from reportgen.charts.slides.look import WORDS
from reportgen.charts.style import PLAIN
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

LARGEST = 36.0
SHARE, GAP = 0.82, 0.24  # of a square's pitch, the square; of a square, the largest gap
LEADING = 26.0
EDGE, STEP = 1.0, 4.4


def draw_units(board: Board, spec: ChartSpec) -> None:
    """A status unlike the first is hatched, never told by hue alone."""
    rows = counted(spec)
    pitch, most = board.height / len(rows), max(1, max(round(datum.value) for datum in rows))
    size = min(LARGEST, pitch - LEADING - 6, board.width / most * SHARE)
    gap = min(size * GAP, (board.width - size * most) / max(1, most - 1))
    for row, (key, datum) in enumerate(zip(keys(spec), rows, strict=True)):
        top, hatched = row * pitch, bool(row and datum.status)
        for k in range(round(datum.value)):
            _square(board, (k * (size + gap), top), size, key, row, hatched)
        said = f"{datum.qualifier}{datum.text}{datum.unit}{datum.status or datum.label}"
        baseline = top + size + 2 + 0.5 * LEADING + 0.37 * WORDS
        board.text(0, baseline, said, PLAIN, WORDS, board.palette.label, gid=f"label:{key}")


def _square(
    board: Board, corner: tuple[float, float], size: float, key: str, row: int, hatched: bool
) -> None:
    x, y = corner
    if not hatched:
        board.block(x, y, size, size, board.palette.rest if row else board.palette.main, f"unit-square:{key}")
        return
    corners = ((x, y), (x + size, y), (x + size, y + size), (x, y + size))
    board.hatch(corners, board.palette.rest, f"unit-square:{key}", STEP)
    board.frame(x, y, size, board.palette.main, EDGE)
