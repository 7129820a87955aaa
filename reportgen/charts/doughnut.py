"""Parts of a whole as a ring from the top clockwise, named in a list beside or below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts.part_list import draw_list, list_height
from reportgen.charts.reading import keys
from reportgen.charts.style import Measure
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

ACROSS = 128.0
HOLE = 0.59
GAP = 0.85  # pt between parts
SPACE = 20.0
LIST_WIDTH = 170.0


class _DoughnutPlaces(Struct, frozen=True):
    across: float
    beside: bool
    list_x: float
    list_width: float
    list_height: float


def _setting(spec: ChartSpec, width: float, measure: Measure, k: float) -> _DoughnutPlaces | None:
    across = min(ACROSS * k, width)
    room = min(width - across - SPACE * k, LIST_WIDTH * k)
    tall = list_height(spec, room, measure, k) if room > 0 else float("inf")
    if tall <= across * 1.2:
        return _DoughnutPlaces(across, True, across + SPACE * k, room, tall)
    tall = list_height(spec, width, measure, k)
    return _DoughnutPlaces(across, False, 0, width, tall) if tall < float("inf") else None


def height(spec: ChartSpec, width: float, measure: Measure, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    setting = _setting(spec, width, measure, k)
    if setting is None or setting.across < 60 * k:
        return float("inf")
    if setting.beside:
        return max(setting.across, setting.list_height)
    return setting.across + 10 * k + setting.list_height


def draw(board: Board, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    setting = _setting(spec, board.width, board.measure, board.k)
    assert setting is not None
    tall = setting.list_height
    centre_y = max(setting.across, tall) / 2 if setting.beside else setting.across / 2
    left = 0.0 if setting.beside else (board.width - setting.across) / 2
    _ring(board, spec, (left + setting.across / 2, centre_y), setting.across / 2)
    top = max(0.0, (setting.across - tall) / 2) if setting.beside else setting.across + 10 * board.k
    draw_list(board, spec, setting.list_x, top, setting.list_width)


def _ring(board: Board, spec: ChartSpec, centre: tuple[float, float], radius: float) -> None:
    total, at = sum(datum.value for datum in spec.data), 0.0
    colours, names = board.style.parts(len(spec.data)), keys(spec)
    for i, datum in enumerate(spec.data):
        turns = (at / total, (at + datum.value) / total)
        key, gap = f"part:{names[i]}", GAP * board.k
        board.sector(centre, (HOLE * radius, radius), turns, colours[i], key, gap)
        at += datum.value
