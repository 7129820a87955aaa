"""Charts, numbers, tables and pictures in a template's content area."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.charts.kinds import kind_of
from reportgen.layout.parts.frame import Frame, stack
from reportgen.layout.slides.canvas import COLUMN_GAP, GAP
from reportgen.layout.slides.flow import frame_of, stacked
from reportgen.layout.slides.numbers import (
    chart_item,
    chart_title,
    figure_size,
    heading,
    is_small,
    values_table,
)
from reportgen.layout.slides.pen import Pen
from reportgen.lengths import Rect
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure, Picture, Report, Table
from reportgen.model.sheet import Item, Link, Shape
from reportgen.story.pieces import Piece

Drawn = ChartSpec | Figure | Table | Picture
FittedFigures = tuple[tuple[Item, ...], tuple[Drawn, ...]]  # on this slide; left for the next
IN_ROW, MOST = 3, 6
LEAST_COLUMN = 170.0  # points a number needs
NUMERALS = (88.0, 66.0, 52.0, 40.0)
CHART_COLUMN = 380.0  # points from which a large chart reads in a column
LEAST_NUMBER, LEAST_LARGE = 100.0, 170.0  # points of height
SHARES = (1.0, 0.8, 0.6, 0.45)  # of the usual sizes of a doughnut's values
UNDER_HEAD = 8.0
SIDE_SHARE = 0.42  # of the width, for a doughnut beside its values


def drawn_of(pieces: Sequence[Piece], report: Report) -> tuple[Drawn, ...]:
    """The pieces that are drawn; a landscape of our own design is replaced by its number."""
    out: list[Drawn] = []
    for piece in pieces:
        if isinstance(piece, ChartSpec) and kind_of(piece).slide.form == "landscape":
            out += [report.figure(id) for id in piece.figures]
        elif isinstance(piece, ChartSpec | Figure | Table | Picture):
            out.append(piece)
    return tuple(out)


def roomy(piece: Drawn, height: float, report: Report) -> tuple[Drawn, ...]:
    """The piece, or plain numbers where there is too little height to read it as a drawing."""
    if not isinstance(piece, ChartSpec):
        return (piece,)
    too_low = kind_of(piece).slide.least(piece) > height
    return tuple(report.figure(id) for id in piece.figures) or (piece,) if too_low else (piece,)


def fits_column(piece: Drawn, width: float) -> bool:
    """Whether the piece reads in a column of that width."""
    if isinstance(piece, ChartSpec):
        many = kind_of(piece).slide.upright and sum(len(series.data) for series in piece.series) > MOST
        return is_small(piece) or (not needs_values(piece) and width >= CHART_COLUMN and not many)
    return not isinstance(piece, Table)


def in_column(pieces: Sequence[Drawn], area: Rect, pen: Pen) -> FittedFigures:
    """As many of the first pieces as are one under the other; at least one."""
    several = [piece for piece in pieces if is_number(piece)] if is_number(pieces[0]) else pieces[:1]
    for count in range(min(len(several), IN_ROW), 0, -1):
        column = _column(several[:count], area, pen)
        if column is not None:
            return column.at(area.x, area.y), _without(pieces, several[:count])
    frame, rest = stacked((pieces[0],), area.width, area.height, pen, must=True)
    left = [piece for piece in rest if isinstance(piece, Drawn)]
    return frame.at(area.x, area.y), (*left, *pieces[1:])


def _column(pieces: Sequence[Drawn], area: Rect, pen: Pen) -> Frame | None:
    """The pieces stacked, numerals of one size, charts and pictures in what they leave; None if too little."""
    gaps = GAP * (len(pieces) - 1)
    filling = [piece for piece in pieces if isinstance(piece, ChartSpec | Picture)]
    for largest in NUMERALS:
        others = [frame_of(piece, area.width, 0.0, pen, largest) for piece in pieces if piece not in filling]
        room = area.height - gaps - sum(frame.height for frame in others)
        share = room / len(filling) if filling else 0.0
        if room < 0 or any(
            share < kind_of(piece).slide.least(piece) for piece in filling if isinstance(piece, ChartSpec)
        ):
            continue
        stacked_up = stack((frame_of(piece, area.width, share, pen, largest) for piece in pieces), GAP)
        if stacked_up.height <= area.height + 1:
            return stacked_up
    return None


def least_height(piece: Drawn) -> float:
    """Points of height the piece can use at the full width."""
    if isinstance(piece, Figure):
        return LEAST_NUMBER
    if not isinstance(piece, ChartSpec):
        return LEAST_LARGE
    kind = kind_of(piece).slide
    return kind.least(piece) if is_small(piece) else kind.good(piece)


def over_area(pieces: Sequence[Drawn], area: Rect, pen: Pen) -> FittedFigures:
    """The first piece over the whole area, or numbers in rows of three."""
    first = pieces[0]
    if is_number(first):
        numbers = [piece for piece in pieces if is_number(piece)][:MOST]
        while not inside(placed := _rows(numbers, area, pen), area) and len(numbers) > 1:
            numbers = numbers[: (len(numbers) - 1) // IN_ROW * IN_ROW or 1]
        return placed, _without(pieces, numbers)
    if isinstance(first, ChartSpec) and needs_values(first):
        return _doughnut(first, area, pen), tuple(pieces[1:])
    return in_column(pieces, area, pen)


def needs_values(piece: Drawn) -> bool:
    """Whether the piece says its values in a table beside it."""
    return isinstance(piece, ChartSpec) and kind_of(piece).slide.form == "ring"


def is_number(piece: Drawn) -> bool:
    """Whether the piece is a number that goes well beside others."""
    return isinstance(piece, Figure) or (isinstance(piece, ChartSpec) and is_small(piece))


def _rows(numbers: Sequence[Drawn], area: Rect, pen: Pen) -> tuple[Item, ...]:
    across = max(1, min(IN_ROW, int((area.width + COLUMN_GAP) // (LEAST_COLUMN + COLUMN_GAP))))
    rows = [numbers[i : i + across] for i in range(0, len(numbers), across)]
    columns = max(min(2, across), *(len(row) for row in rows))  # one number alone takes half the width
    width = (area.width - COLUMN_GAP * (columns - 1)) / columns
    room = (area.height - GAP * (len(rows) - 1)) / len(rows)
    largest = _common(numbers, width, room, pen)
    placed: list[Item] = []
    for i, row in enumerate(rows):
        for k, piece in enumerate(row):
            frame = frame_of(piece, width, room, pen, largest)
            placed += frame.at(area.x + k * (width + COLUMN_GAP), area.y + i * (room + GAP))
    return tuple(placed)


def _common(numbers: Sequence[Drawn], width: float, room: float, pen: Pen) -> float:
    """The largest numeral all plain numbers can have; only a ratio's may be smaller than the others'."""
    plain = [n for n in numbers if isinstance(n, Figure) and n.quantity.kind != "ratio"]
    sizes = [figure_size(figure, width, NUMERALS[0], pen) for figure in plain]
    fitting = [
        n for n in NUMERALS if all(frame_of(p, width, room, pen, n).height <= room + 1 for p in numbers)
    ]
    return min([*sizes, (fitting or NUMERALS)[0]])


def _doughnut(spec: ChartSpec, area: Rect, pen: Pen) -> tuple[Item, ...]:
    """Its heading, the ring and beside it a table of its parts."""
    head = heading(chart_title(spec), area.width, pen)
    top = area.y + head.height + (UNDER_HEAD if head.items else 0)
    side = min(area.width * SIDE_SHARE, area.bottom - top)
    x = area.x + side + COLUMN_GAP
    table = values_within(spec, area.right - x, area.bottom - top + 1, pen)
    ring = chart_item(spec, Rect(area.x, top, side, side), pen)
    return (*head.at(area.x, area.y), ring, *table.at(x, top + max(0.0, (side - table.height) / 2)))


def values_within(spec: ChartSpec, width: float, room: float, pen: Pen) -> Frame:
    """The values of a doughnut's parts at the largest sizes that are no higher than the room, else the smallest."""
    tables = [values_table(spec, width, pen, share) for share in SHARES]
    return next((table for table in tables if table.height <= room), tables[-1])


def inside(items: Sequence[Item], area: Rect) -> bool:
    """Whether no text, chart, table or picture reaches below the area."""
    return all(isinstance(item, Shape | Link) or item.rect.bottom <= area.bottom + 1 for item in items)


def _without(pieces: Sequence[Drawn], used: Sequence[Drawn]) -> tuple[Drawn, ...]:
    taken = {id(piece) for piece in used}
    return tuple(piece for piece in pieces if id(piece) not in taken)
