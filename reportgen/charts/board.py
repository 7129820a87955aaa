"""What a chart is drawn on: five marks, in points from the top left, y down, later ones over earlier ones.

Two boards record them: :class:`~reportgen.charts.figure_board.FigureBoard` as artists of matplotlib (print
and pictures), :class:`~reportgen.charts.shape_board.ShapeBoard` as paths and words (slides). The ``role`` of
a mark says what it shows (``bar:gdp``, ``value:gdp``, ``baseline``), so that a drawing can be read back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from msgspec import Struct

from reportgen.lengths import Point
from reportgen.model.sheet import Path, Stroke
from reportgen.model.text import Align
from reportgen.model.theme import Colour

HATCH_STEP = 3.4  # points at k = 1 between the lines of a hatched field: 1.2 mm


class Scale(NamedTuple):
    """Data to points: ``x`` points from the left for each unit across, ``y`` down for each unit along."""

    x: float = 1.0
    y: float = 1.0
    left: float = 0.0  # where the data's origin lies
    top: float = 0.0

    def place(self, across: float, along: float) -> Point:
        return self.left + self.x * across, self.top + self.y * along


POINTS = Scale()


class Hatch(Struct, frozen=True):
    """Lines at 45° rising to the right, ``step`` points apart."""

    colour: Colour
    step: float


class MarkPaint(Struct, frozen=True):
    """How a mark is filled and outlined."""

    fill: Colour | Hatch | None = None
    stroke: Stroke | None = None


class Type(NamedTuple):
    """The face, size in points and colour of words."""

    face: str
    size: float
    colour: Colour


class Board(Protocol):
    """Takes the marks of one chart."""

    def rectangle(
        self,
        corner: Point,
        size: Point,
        paint: MarkPaint,
        role: str = "",
        scale: Scale = POINTS,
        shown: tuple[float, float] | None = None,
    ) -> None:
        """A rectangle; with a scale its corner and size are data. ``shown``: drawn between these two x only."""

    def path(self, path: Path, paint: MarkPaint, role: str = "") -> None:
        """Any path."""

    def arc(
        self,
        centre: Point,
        radii: tuple[float, float],
        turns: tuple[float, float],
        paint: MarkPaint,
        role: str = "",
        gap: float = 0.0,
    ) -> None:
        """A piece of a ring between two radii and two turns (0–1, clockwise from the top).

        ``gap``: points left free between it and its neighbours. An inner radius of 0 and a whole turn: a disc.
        """

    def line(self, points: Sequence[Point], stroke: Stroke, role: str = "", scale: Scale = POINTS) -> None:
        """A line through points; with a scale they are data."""

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
        """Words on one line: ``origin`` is the left, middle or right of their baseline.

        Turned ones read upwards.
        """
