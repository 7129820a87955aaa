"""A column of the fact sheet: a section's head, its figures in rows, its points; and columns side by side.

What does not fit is left out by rule: figures row by row from the end, then the points that are
preferred least. Figures take all the room the wanted points leave, and at most three fifths where
there is no room for both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.layout.callouts import Cell, slim
from reportgen.layout.components.callout import callout
from reportgen.layout.components.point import point
from reportgen.layout.components.ratio_strip import ratio_strip
from reportgen.layout.components.section_head import section_head
from reportgen.layout.frame import EMPTY, Frame, beside, stack
from reportgen.layout.handouts.points import Point
from reportgen.layout.typesetter import Typesetter
from reportgen.model.report import Section
from reportgen.model.sheet import Item
from reportgen.units import mm

UNIT, UNIT_GAP = mm(26), mm(4)  # the least width of a callout, and the space beside it
NUMERAL = 28.0
HEAD_GAP, ROW_GAP, POINTS_GAP = mm(3), mm(3), mm(4)
MOST_SPREAD = mm(5)  # a gap may grow by so much where there is room
FIGURE_SHARE = 0.6
POINTS, POINT_WIDTH, POINT_LINES = 4, mm(52), 4  # points to a column, its least width, lines of one
LEAST_POINT = mm(9)


@dataclass(frozen=True, slots=True)
class Block:
    """What one section offers; without a section (the lead) it has no head."""

    section: Section | None
    role: int | None  # whose colours it takes
    cells: tuple[Cell, ...]
    points: tuple[Point, ...]


def band(blocks: Sequence[Block], width: float, gap: float, room: float, ts: Typesetter) -> Frame:
    """Blocks side by side over the width, no higher than the room; their rows and points start level."""
    column = (width - gap * (len(blocks) - 1)) / len(blocks)
    heads = [_head(block, column, ts) for block in blocks]
    top = max(head.height for head in heads)
    left = room - (top + HEAD_GAP if top else 0.0)
    rows = [figure_rows(block, column, ts) for block in blocks]
    heights = _levels(rows)
    wanted = [_points(block, column, left, ts) for block in blocks]
    count = _row_count(heights, left, max((w.height for w in wanted), default=0.0))
    taken = sum(heights[:count]) + ROW_GAP * max(0, count - 1)
    below = left - taken - (POINTS_GAP if count else 0.0)
    points = [
        _points(block, column, below if own else left, ts) for block, own in zip(blocks, rows, strict=True)
    ]
    under = max((p.height for p, own in zip(points, rows, strict=True) if own), default=0.0)
    alone = max((p.height for p, own in zip(points, rows, strict=True) if not own), default=0.0)
    spare = left - max(taken + (under + POINTS_GAP if under else 0.0), alone)
    spread = min(MOST_SPREAD, max(0.0, spare) / (count + 1)) if count else 0.0
    start = top + HEAD_GAP if top else 0.0
    frames = []
    for head, own, words in zip(heads, rows, points, strict=True):
        items, y = list(head.items), start
        for row, height in zip(own[:count], heights, strict=False):
            items += row.at(0, y)
            y += height + ROW_GAP + spread
        floor = start + taken + spread * count + POINTS_GAP if own and count else start
        items += words.at(0, floor)
        frames.append(Frame(column, room, tuple(items)))
    return beside(*((k * (column + gap), frame) for k, frame in enumerate(frames)))


def _head(block: Block, width: float, ts: Typesetter) -> Frame:
    if block.section is None:
        return EMPTY
    return section_head(block.section, width, ts.theme.role(block.role), ts)


def _levels(rows: Sequence[Sequence[Frame]]) -> list[float]:
    """The height of each row over all columns."""
    most = max((len(own) for own in rows), default=0)
    return [max(own[i].height for own in rows if i < len(own)) for i in range(most)]


def _row_count(heights: Sequence[float], room: float, points: float) -> int:
    """How many rows of figures: all that the points leave room for, else three fifths of the room."""
    count = 0
    for k in range(1, len(heights) + 1):
        tall = sum(heights[:k]) + ROW_GAP * (k - 1)
        both = tall + (POINTS_GAP + points if points else 0.0)
        alone = k == 1 and tall <= room
        if tall <= room and (both <= room or tall <= FIGURE_SHARE * room or alone):
            count = k
    return count


def figure_rows(block: Block, width: float, ts: Typesetter) -> list[Frame]:
    """Callouts in the order of the text, as many to a row as have room."""
    units = max(1, int((width + UNIT_GAP) / (UNIT + UNIT_GAP)))
    total = sum(_units(cell, units) for cell in block.cells)
    units = max(min(units, total), min(units, 2))
    unit = (width - UNIT_GAP * (units - 1)) / units
    rows: list[list[tuple[int, int, Cell]]] = []
    used = units
    for cell in block.cells:
        wide = _units(cell, units)
        if used + wide > units:
            rows.append([])
            used = 0
        rows[-1].append((used, wide, cell))
        used += wide
    return [_row(row, unit, units, block, ts) for row in rows]


def _units(cell: Cell, most: int) -> int:
    """Units of width a cell takes: a pair, a ratio and a long numeral two."""
    small = len(cell) == 1 and slim(cell[0]) and cell[0].quantity.kind != "ratio"
    return min(most, 1 if small else 2)


def _row(
    row: Sequence[tuple[int, int, Cell]], unit: float, units: int, block: Block, ts: Typesetter
) -> Frame:
    colour, placed = ts.theme.role(block.role).text, []
    for at, wide, cell in row:
        span = 2 if len(row) == 1 and units == 2 else wide
        width = span * unit + (span - 1) * UNIT_GAP
        ratio = len(cell) == 1 and cell[0].quantity.kind == "ratio"
        draw = ratio_strip(cell[0], width, colour, ts) if ratio else callout(cell, width, colour, ts, NUMERAL)
        placed.append((at * (unit + UNIT_GAP), draw))
    return beside(*placed)


def _points(block: Block, width: float, room: float, ts: Typesetter) -> Frame:
    """The preferred points that fit, in the order of the text, in one or more columns."""
    count = max(1, int((width + UNIT_GAP) / (POINT_WIDTH + UNIT_GAP)))
    column = (width - UNIT_GAP * (count - 1)) / count
    drawn = [(p, _drawn(p, column, block, ts)) for p in block.points] if room >= LEAST_POINT else []
    drawn = [(p, frame) for p, frame in drawn if frame.height <= min(room, _tallest(ts))]
    chosen: list[tuple[Point, Frame]] = []
    for candidate in drawn:
        tried = sorted((*chosen, candidate), key=lambda pair: pair[0].place)
        if len(tried) <= POINTS * count and _columns(tried, count, room):
            chosen = tried
    columns = _columns(chosen, count, room) or ()
    if not chosen:
        return EMPTY
    return beside(*((k * (column + UNIT_GAP), frame) for k, frame in enumerate(columns)))


def _drawn(each: Point, width: float, block: Block, ts: Typesetter) -> Frame:
    return point(each.text, width, ts.theme.role(block.role).accent, ts, f"point:{each.block}")


def _tallest(ts: Typesetter) -> float:
    return POINT_LINES * ts.theme.type["fact-point"].leading + LEAST_POINT / 2


def _columns(chosen: Sequence[tuple[Point, Frame]], count: int, room: float) -> tuple[Frame, ...] | None:
    """The points in columns of about equal number; None where one would be higher than the room."""
    step = -(-len(chosen) // count) or 1
    columns = tuple(stack(frame for _, frame in chosen[i : i + step]) for i in range(0, len(chosen), step))
    return columns if all(column.height <= room for column in columns) else None


def bands_of(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """Blocks in bands of about equal number: up to three abreast, four where there are more than nine."""
    most = 2 if len(blocks) in (2, 4) else 3 if len(blocks) <= 9 else 4
    count = -(-len(blocks) // most) or 1
    out, start = [], 0
    for k in range(count):
        size = (len(blocks) - start) // (count - k)
        out.append(blocks[start : start + size])
        start += size
    return out


def block_items(
    blocks: Sequence[Block], x: float, top: float, bottom: float, width: float, gap: float, ts: Typesetter
) -> tuple[Item, ...]:
    """Every band between top and bottom, each of equal height."""
    bands = bands_of(blocks)
    pitch = (bottom - top + mm(6)) / len(bands)
    items: list[Item] = []
    for k, part in enumerate(bands):
        items += band(part, width, gap, pitch - mm(6), ts).at(x, top + k * pitch)
    return tuple(items)
