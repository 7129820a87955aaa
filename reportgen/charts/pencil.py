"""What a chart is drawn with: the marks charts are made of, each set on a board."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.charts.board import HATCH_STEP, Board, Hatch, MarkPaint, Scale, Type
from reportgen.charts.style import ChartStyle
from reportgen.charts.values import pieces
from reportgen.lengths import Point
from reportgen.model.chart import Datum
from reportgen.model.sheet import Path, PathSegment, Stroke
from reportgen.model.text import Align
from reportgen.model.theme import Colour

WHOLE_TURN = (0.0, 1.0)


class Pencil:
    """Draws on a board of ``width`` × ``height`` points; ``k`` scales type and marks."""

    def __init__(self, board: Board, size: tuple[float, float], style: ChartStyle, k: float) -> None:
        self.board = board
        self.width, self.height = size
        self.style, self.k = style, k
        self.palette = style.palette
        self.letters = style.letters

    def block(self, x: float, y: float, width: float, height: float, colour: Colour, role: str = "") -> None:
        """A filled rectangle."""
        self.board.rectangle((x, y), (width, height), MarkPaint(colour), role)

    def frame(self, x: float, y: float, size: float, colour: Colour, weight: float, role: str = "") -> None:
        """An outlined square; the stroke lies inside."""
        inner, half = size - weight, weight / 2
        self.board.rectangle(
            (x + half, y + half), (inner, inner), MarkPaint(stroke=Stroke(colour, weight)), role
        )

    def bar(
        self,
        x: float,
        y: float,
        value: float,
        per_unit: float,
        thickness: float,
        colour: Colour,
        key: str,
        shown: tuple[float, float] | None = None,
    ) -> None:
        """A horizontal bar from zero at ``x``; its width is the value, ``per_unit`` points to a unit.

        ``shown``: the bar is drawn between these two x only (a gap to its neighbours).
        """
        scale = Scale(x=per_unit, left=x)
        self.board.rectangle((0, y), (value, thickness), MarkPaint(colour), f"bar:{key}", scale, shown)

    def column(
        self, x: float, base: float, value: float, per_unit: float, width: float, colour: Colour, key: str
    ) -> None:
        """A column from zero at ``base``; its height is the value, ``per_unit`` points to a unit."""
        scale = Scale(y=-per_unit, top=base)
        self.board.rectangle((x, 0), (width, value), MarkPaint(colour), f"bar:{key}", scale)

    def segments(
        self, segments: Iterable[tuple[Point, Point]], colour: Colour, weight: float, role: str = ""
    ) -> None:
        """Straight lines of one colour and weight as a single mark; none: no mark."""
        legs: list[PathSegment] = []
        for start, end in segments:
            legs += (("M", *start), ("L", *end))
        if legs:
            self.board.path(tuple(legs), MarkPaint(stroke=Stroke(colour, weight)), role)

    def rule(self, start: Point, end: Point, colour: Colour, weight: float, role: str = "") -> None:
        self.segments(((start, end),), colour, weight, role)

    def polyline(self, points: Sequence[Point], colour: Colour, weight: float, role: str = "") -> None:
        self.board.line(points, Stroke(colour, weight), role)

    def curve(
        self,
        values: Sequence[float],
        step: tuple[float, float],
        origin: Point,
        colour: Colour,
        weight: float,
        role: str,
    ) -> None:
        """A line through values, ``step[0]`` points apart, each ``step[1]`` points up for a unit."""
        scale = Scale(step[0], -step[1], *origin)
        self.board.line(tuple(enumerate(values)), Stroke(colour, weight), role, scale)

    def disc(self, centre: Point, radius: float, colour: Colour, weight: float = 0.0, role: str = "") -> None:
        """A filled circle, or with a weight its outline only."""
        paint = MarkPaint(stroke=Stroke(colour, weight)) if weight else MarkPaint(colour)
        self.board.arc(centre, (0.0, radius), WHOLE_TURN, paint, role)

    def sector(
        self,
        centre: Point,
        radii: tuple[float, float],
        turns: tuple[float, float],
        colour: Colour,
        role: str,
        gap: float = 0.0,
    ) -> None:
        """A filled piece of a ring."""
        self.board.arc(centre, radii, turns, MarkPaint(colour), role, gap)

    def hatch(
        self, points: Sequence[Point], colour: Colour, role: str = "", step: float = HATCH_STEP
    ) -> None:
        """A polygon filled with lines ``step`` apart at k = 1."""
        first, *others = points
        path: Path = (("M", *first), *(("L", *point) for point in others), ("Z",))
        self.board.path(path, MarkPaint(Hatch(colour, step * self.k)), role)

    def text(
        self,
        x: float,
        baseline: float,
        words: str,
        face: str,
        size: float,
        colour: Colour,
        align: Align = "left",
        role: str = "",
        *,
        turned: bool = False,
    ) -> None:
        """Words from ``x`` (their left, centre or right); turned ones read upwards from the baseline."""
        self.board.text((x, baseline), words, Type(face, size, colour), role, align, turned=turned)

    def lines(
        self,
        x: float,
        baseline: float,
        lines: Iterable[str],
        face: str,
        size: float,
        colour: Colour,
        align: Align = "left",
        role: str = "",
        leading: float = 1.28,
    ) -> None:
        """Words on several lines, the first on the baseline."""
        for i, words in enumerate(lines):
            self.text(x, baseline + i * size * leading, words, face, size, colour, align, role)

    def value(
        self,
        x: float,
        baseline: float,
        datum: Datum,
        key: str,
        size: float,
        colour: Colour,
        align: Align = "left",
        unit: str = "",
        *,
        turned: bool = False,
    ) -> None:
        """A datum's value as printed; the numeral's role is ``value:<key>``."""
        placed, width = pieces(datum, size, unit, self.letters)
        back = {"left": 0.0, "center": width / 2, "right": width}[align]
        for piece in placed:
            at = piece.x - back
            spot = (x, baseline - at) if turned else (x + at, baseline)
            role = f"{piece.part}:{key}"
            self.text(*spot, piece.text, piece.face, piece.size, colour, role=role, turned=turned)
