"""Columns of the fact sheet: each a section's head, its figures in rows, its points; and bands of columns.

What does not fit is left out by rule: figures row by row from the end, then the points that are
preferred least. Figures take all the room the points leave; where there is no room for both they take two
thirds of it, or more as long as each column keeps a point.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from reportgen.layout.parts.callout import callout
from reportgen.layout.parts.frame import EMPTY, Frame, beside, stack
from reportgen.layout.parts.numeral import NumeralLook, numeral_runs
from reportgen.layout.parts.point import point
from reportgen.layout.parts.ratio_strip import ratio_strip
from reportgen.layout.parts.section_head import section_head
from reportgen.layout.parts.tagging import LABELLED, entry, sect, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.structure import Element
from reportgen.story.callouts import CalloutFigures, is_ratio, slim
from reportgen.story.fact_sheet import FactBlock
from reportgen.story.points import TextPoint

UNIT, GAP = mm(26), mm(4)  # the least width of a callout, and the space beside it
COLUMN_GAP = mm(5)
NUMERAL, LARGEST_POINT = 28.0, 11.5
QUIET = 22.0  # numerals of a section that counts harm
HEAD_GAP, ROW_GAP, POINTS_GAP = mm(3), mm(2), mm(3)
MOST_SPREAD = mm(6)  # a gap may grow by this much where there is room
FIGURE_SHARE = 2 / 3
POINTS, POINTS_ALONE = 4, 6  # to a column, under figures and without any
FEWEST_POINTS = 1  # that figures leave room for
POINT_WIDTH = mm(52)  # the least of a column of points
POINT_LINES, LINES_ALONE = 4, 7  # of one point, under figures and without any

POINT_LIST = Element("L", "points")


class FactColumn(Struct, frozen=True):
    """A block set to a width: its head, rows of figures, and its points by preference."""

    head: Frame
    rows: tuple[Frame, ...]
    points: tuple[tuple[TextPoint, Frame], ...]
    abreast: int  # columns of points

    @property
    def most(self) -> int:
        return self.abreast * (POINTS if self.rows else POINTS_ALONE)


class FactBand(Struct, frozen=True):
    """Columns side by side; heads, rows and points start level."""

    columns: tuple[FactColumn, ...]
    width: float  # of one column

    @property
    def start(self) -> float:
        """Where figures, or points without figures, begin."""
        top = max(column.head.height for column in self.columns)
        return top + HEAD_GAP if top else 0.0

    @property
    def levels(self) -> tuple[float, ...]:
        """The height of each row of figures over all columns."""
        most = max(len(column.rows) for column in self.columns)
        return tuple(max(c.rows[i].height for c in self.columns if i < len(c.rows)) for i in range(most))

    @property
    def least(self) -> float:
        """The height of the heads and the first row."""
        return self.start + (self.levels[0] if self.levels else 0.0)

    @property
    def need(self) -> float:
        """The height at which nothing is left out."""
        return self.start + max(self.stacked(c, len(c.rows), float("inf")) for c in self.columns)

    def floor(self, column: FactColumn, count: int) -> float:
        """Where the column's points begin, below its own of the first ``count`` rows."""
        own = min(count, len(column.rows))
        return sum(self.levels[:own]) + ROW_GAP * own + (POINTS_GAP - ROW_GAP if own else 0.0)

    def stacked(self, column: FactColumn, count: int, room: float) -> float:
        """Height of this many rows and the points below them."""
        floor = self.floor(column, count)
        words = chosen(column, room - floor).height
        return floor + words if words else max(0.0, floor - POINTS_GAP)


def band(blocks: Sequence[FactBlock], width: float, scale: float, ts: Typesetter) -> FactBand:
    """The blocks over the width; numerals and points are ``scale`` times their usual size."""
    column = (width - COLUMN_GAP * (len(blocks) - 1)) / len(blocks)
    return FactBand(tuple(_column(block, column, scale, ts) for block in blocks), column)


def _column(block: FactBlock, width: float, scale: float, ts: Typesetter) -> FactColumn:
    role = ts.theme.role(block.index)
    head = section_head(block.section, width, role, ts) if block.section else EMPTY
    abreast = max(1, int((width + GAP) / (POINT_WIDTH + GAP)))
    narrow = (width - GAP * (abreast - 1)) / abreast
    size = min(LARGEST_POINT, ts.theme.type["fact-point"].size * scale)
    place = sect(f"block-{block.index}")
    drawn = [(p, point(p.text, narrow, role.accent, ts, f"point:{p.block}", size)) for p in block.points]
    lines = POINT_LINES if block.cells else LINES_ALONE
    tallest = (lines + 1) * ts.theme.type["fact-point"].leading * size / ts.theme.type["fact-point"].size
    fitting = tuple(
        (p, tagged(frame, place, POINT_LIST, entry(p.text), LABELLED))
        for p, frame in drawn
        if frame.height <= tallest
    )
    quiet = any(figure.quiet for cell in block.cells for figure in cell)
    rows = tuple(tagged(row, place) for row in _rows(block, width, QUIET if quiet else NUMERAL * scale, ts))
    return FactColumn(tagged(head, place), rows, fitting, abreast)


def placed(band: FactBand, room: float) -> Frame:
    """The band in the room, what does not fit left out, spare room between its rows."""
    left, levels = room - band.start, band.levels
    count = _row_count(band, left)
    tallest = max(band.stacked(column, count, left) for column in band.columns)
    spread = min(MOST_SPREAD, max(0.0, left - tallest) / count) if count else 0.0
    frames = []
    for column in band.columns:
        items, y = list(column.head.items), band.start
        for row, height in zip(column.rows[:count], levels, strict=False):
            items += row.at(0, y)
            y += height + ROW_GAP + spread
        floor = band.floor(column, count)
        shift = floor + spread * min(count, len(column.rows))
        items += chosen(column, left - floor).at(0, band.start + shift)
        frames.append(Frame(band.width, room, tuple(items)))
    return beside(*((k * (band.width + COLUMN_GAP), frame) for k, frame in enumerate(frames)))


def _row_count(band: FactBand, room: float) -> int:
    """Rows of figures: all that the points leave room for, else two thirds of the room, or all but a point of each column."""
    count = 0
    for k in range(1, len(band.levels) + 1):
        tall = sum(band.levels[:k]) + ROW_GAP * (k - 1)
        both = max(band.stacked(c, k, float("inf")) for c in band.columns)
        enough = all(
            len(_taken(c, room - band.floor(c, k))) >= min(FEWEST_POINTS, len(c.points)) for c in band.columns
        )
        if tall <= room and (both <= room or tall <= FIGURE_SHARE * room or enough or k == 1):
            count = k
    return count


def _rows(block: FactBlock, width: float, numeral: float, ts: Typesetter) -> tuple[Frame, ...]:
    """Callouts in the order of the text, as many to a row as have room; one that leaves room for a later
    narrow one takes it up, so that a row is not spent on half of it."""
    most = max(1, int((width + GAP) / (UNIT * numeral / NUMERAL + GAP)))
    wants = {cell: 1 if _narrow(cell, numeral, ts) else 2 for cell in block.cells}
    total = sum(min(most, want) for want in wants.values())
    units = max(min(most, total), min(most, 2))
    unit = (width - GAP * (units - 1)) / units
    rows = []
    for cells in _packed(block.cells, wants, units):
        used, row = 0, []
        for cell in cells:
            # alone in a narrow column: the rule runs over it
            wide = units if len(cells) == 1 and units == 2 else min(units, wants[cell])
            frame = _cell(cell, wide * unit + (wide - 1) * GAP, numeral, block, ts)
            row.append((used * (unit + GAP), frame))
            used += wide
        rows.append(beside(*row))
    return tuple(rows)


def _packed(
    cells: Sequence[CalloutFigures], wants: Mapping[CalloutFigures, int], units: int
) -> list[list[CalloutFigures]]:
    """Rows of at most this many units: each begins with the first cell left and takes what fits beside it."""
    left, rows = list(cells), []
    while left:
        row, room = [], units
        for cell in tuple(left):
            if min(units, wants[cell]) <= room:
                row.append(cell)
                left.remove(cell)
                room -= min(units, wants[cell])
        rows.append(row)
    return rows


def _narrow(cell: CalloutFigures, numeral: float, ts: Typesetter) -> bool:
    """Whether one unit of width is enough: not for a pair, a ratio and a long numeral."""
    if len(cell) > 1 or is_ratio(cell):
        return False
    look = NumeralLook(numeral, ts.theme.colour("ink-text"))
    return slim(cell[0]) or ts.width(numeral_runs(cell[0], look, ts)) <= UNIT * numeral / NUMERAL


def _cell(cell: CalloutFigures, width: float, numeral: float, block: FactBlock, ts: Typesetter) -> Frame:
    colour = ts.theme.role(block.index).text
    if is_ratio(cell):
        return ratio_strip(cell[0], width, colour, ts)
    return callout(cell, width, colour, ts, numeral)


def chosen(column: FactColumn, room: float) -> Frame:
    """The preferred points that fit, in the order of the text."""
    taken = _taken(column, room)
    if not taken:
        return EMPTY
    parts = _parts(taken, column.abreast)
    return beside(*((k * (parts[0].width + GAP), part) for k, part in enumerate(parts)))


def _taken(column: FactColumn, room: float) -> list[tuple[TextPoint, Frame]]:
    taken: list[tuple[TextPoint, Frame]] = []
    for candidate in column.points:
        repeated = any(_overlap(candidate[0].text, each.text) for each, _ in taken)
        if repeated or len(taken) == column.most:
            continue
        tried = sorted((*taken, candidate), key=lambda pair: pair[0].place)
        if all(part.height <= room for part in _parts(tried, column.abreast)):
            taken = tried
    return taken


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def _parts(points: Sequence[tuple[TextPoint, Frame]], abreast: int) -> tuple[Frame, ...]:
    """The points in columns of about equal number."""
    step = -(-len(points) // abreast) or 1
    return tuple(stack(frame for _, frame in points[i : i + step]) for i in range(0, len(points), step))
