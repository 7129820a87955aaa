"""A board of our own shapes: every mark a path or a word at its place, as slides draw them. No matplotlib."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportgen.charts.arcs import ring
from reportgen.charts.board import POINTS, MarkPaint, Scale, Type
from reportgen.lengths import Point
from reportgen.model.sheet import Path, PathSegment, Stroke
from reportgen.model.text import Align


class ChartMark(Struct, frozen=True):
    """One path and how it is painted, in points from the board's top left."""

    path: Path
    paint: MarkPaint
    role: str = ""


class ChartWord(Struct, frozen=True):
    """Words on one line; ``origin``: the left, middle or right of their baseline."""

    origin: Point
    text: str
    type: Type
    role: str = ""
    align: Align = "left"
    turned: bool = False


class ShapeBoard:
    """Collects the marks of one chart, the words apart from the paths."""

    def __init__(self) -> None:
        self.marks: list[ChartMark] = []
        self.words: list[ChartWord] = []

    def rectangle(
        self,
        corner: Point,
        size: Point,
        paint: MarkPaint,
        role: str = "",
        scale: Scale = POINTS,
        shown: tuple[float, float] | None = None,
    ) -> None:
        """See :class:`~reportgen.charts.board.Board`; a rectangle of no width or height is left out."""
        xs, ys = zip(scale.place(*corner), scale.place(corner[0] + size[0], corner[1] + size[1]), strict=True)
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if shown is not None:
            left, right = max(left, shown[0]), min(right, shown[1])
        if right > left and bottom > top:
            sides = (("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",))
            self.path(sides, paint, role)

    def path(self, path: Path, paint: MarkPaint, role: str = "") -> None:
        """See :class:`~reportgen.charts.board.Board`."""
        self.marks.append(ChartMark(path, paint, role))

    def arc(
        self,
        centre: Point,
        radii: tuple[float, float],
        turns: tuple[float, float],
        paint: MarkPaint,
        role: str = "",
        gap: float = 0.0,
    ) -> None:
        """See :class:`~reportgen.charts.board.Board`."""
        self.path(ring(centre, radii, turns, gap), paint, role)

    def line(self, points: Sequence[Point], stroke: Stroke, role: str = "", scale: Scale = POINTS) -> None:
        """See :class:`~reportgen.charts.board.Board`."""
        first, *others = (scale.place(*point) for point in points)
        legs: list[PathSegment] = [("M", *first), *(("L", *point) for point in others)]
        self.path(tuple(legs), MarkPaint(stroke=stroke), role)

    def text(
        self,
        origin: Point,
        words: str,
        type: Type,
        role: str = "",
        align: Align = "left",
        *,
        turned: bool = False,
    ) -> None:
        """See :class:`~reportgen.charts.board.Board`."""
        self.words.append(ChartWord(origin, words, type, role, align, turned))
