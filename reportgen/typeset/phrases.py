"""Where a Chinese heading may be broken: at phrases (budoux, loaded when a heading needs two lines)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from reportgen.typeset.cells import Cell
from reportgen.typeset.classes import Kind

INSIDE_PHRASE = 14.0
AFTER_SPACE = -12.0  # the author's own joint, as in 立足强一产 “特优”名片愈发闪亮
AFTER_MARK = -6.0
MARKS = frozenset({Kind.COMMA, Kind.STOP, Kind.DASH})


def phrase_starts(text: str) -> frozenset[int]:
    """Text positions at which a phrase begins."""
    at, starts = 0, []
    for phrase in _parser().parse(text):
        starts.append(at)
        at += len(phrase)
    return frozenset(starts)


@cache
def _parser() -> Any:
    """The parser with its model, which is read from a file of 400 KB."""
    import budoux

    return budoux.load_default_simplified_chinese_parser()


def phrase_prices(cells: Sequence[Cell], ends: Sequence[int]) -> list[float]:
    """The price of a line end before each of the cells numbered in ``ends``."""
    starts = phrase_starts("".join(cell.text for cell in cells))
    positions, at = [], 0
    for cell in cells:
        positions.append(at)
        at += len(cell.text)
    return [_price(cells, positions, starts, end) for end in ends]


def _price(cells: Sequence[Cell], positions: Sequence[int], starts: frozenset[int], end: int) -> float:
    if end in (0, len(cells)):
        return 0.0
    if cells[end - 1].last is Kind.SPACE:
        return AFTER_SPACE
    if cells[end - 1].last in MARKS:
        return AFTER_MARK
    return 0.0 if positions[end] in starts else INSIDE_PHRASE
