"""A board of matplotlib: every mark an artist on one figure, in points, y down from the top left like a sheet.

Artists stand on the figure itself with transformations of their own. Axes would add ticks, spines and a
layout pass that the design has no use for, at ten times the cost. What is drawn to a scale keeps its values
as data coordinates, so a figure can be read back; an artist's ``gid`` is the mark's role.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path as VectorPath
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from reportgen.charts.arcs import ring
from reportgen.charts.board import POINTS, Hatch, MarkPaint, Scale, Type
from reportgen.charts.lettering import Lettering
from reportgen.lengths import Point
from reportgen.model.sheet import Path, Stroke
from reportgen.model.text import Align
from reportgen.model.theme import Colour

HATCH_WEIGHT = 1.56 / 3.4  # of the distance between its lines: 0.55 mm of 1.2 mm
POINTS_PER_INCH = 72
CODES = {
    "M": (VectorPath.MOVETO,),
    "L": (VectorPath.LINETO,),
    "C": (VectorPath.CURVE4,) * 3,
    "Z": (VectorPath.CLOSEPOLY,),
}


def rgb(colour: Colour) -> tuple[float, float, float]:
    """The colour as matplotlib takes it: sRGB from 0 to 1."""
    r, g, b = colour.srgb
    return r / 255, g / 255, b / 255


class Words(Text):
    """Text set from its origin as it stands; matplotlib's own layout would open font files."""

    def draw(self, renderer: Any) -> None:
        x, y = self.get_transform().transform(self.get_position())
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        gc = renderer.new_gc()
        gc.set_foreground(self.get_color())
        properties = self.get_fontproperties()
        renderer.draw_text(gc, x, y, self.get_text(), properties, self.get_rotation(), False, self)
        self.stale = False


class FigureBoard:
    """A figure of ``size`` points (72 dpi: a pixel is a point)."""

    def __init__(self, size: tuple[float, float], letters: Lettering) -> None:
        width, self.height = size
        self.letters = letters
        inches = (width / POINTS_PER_INCH, self.height / POINTS_PER_INCH)
        self.figure = Figure(figsize=inches, dpi=POINTS_PER_INCH)
        self.figure.set_layout_engine("none")
        self.figure.patch.set_visible(False)
        self._down = Affine2D().scale(1, -1).translate(0, self.height)

    def rectangle(
        self,
        corner: Point,
        size: Point,
        paint: MarkPaint,
        role: str = "",
        scale: Scale = POINTS,
        shown: tuple[float, float] | None = None,
    ) -> None:
        """See :class:`~reportgen.charts.board.Board`; a clip keeps what is shown."""
        drawn = Rectangle(corner, *size, **_look(paint))
        self._add(drawn, role, scale)
        if shown is not None:
            left, right = shown
            corners = [(left, 0), (right, 0), (right, self.height), (left, self.height), (left, 0)]
            drawn.set_clip_path(VectorPath(corners), self._down)

    def path(self, path: Path, paint: MarkPaint, role: str = "") -> None:
        """See :class:`~reportgen.charts.board.Board`."""
        if isinstance(paint.fill, Hatch):
            self._hatch(path, paint.fill, role)
        if paint.stroke or not isinstance(paint.fill, Hatch):
            self._add(PathPatch(_vector(path), **_look(paint)), role)

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
        """See :class:`~reportgen.charts.board.Board`; to a scale with round joins, its data kept."""
        if scale == POINTS:
            self._add(PathPatch(VectorPath(points), **_look(MarkPaint(stroke=stroke))), role)
            return
        line = Line2D(
            *zip(*points, strict=True),
            color=rgb(stroke.colour),
            linewidth=stroke.width,
            linestyle="-",
            marker="",
            antialiased=True,
            solid_joinstyle="round",
            solid_capstyle="butt",
        )
        self._add(line, role, scale)

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
        x, baseline = origin
        width = self.letters.measure(type.face, type.size, words) if align != "left" else 0.0
        back = width / 2 if align == "center" else width
        artist = Words(
            *((x, baseline + back) if turned else (x - back, baseline)),
            words,
            family=[type.face],
            fontsize=type.size,
            color=rgb(type.colour),
            rotation=90 if turned else 0,
            parse_math=False,
            usetex=False,
        )
        self._add(artist, role)

    def _hatch(self, path: Path, hatch: Hatch, role: str) -> None:
        """Lines over the box of the path, clipped to it."""
        outline = _vector(path)
        left, top, right, bottom = (float(side) for side in outline.get_extents().extents)
        tall, apart = bottom - top, hatch.step * math.sqrt(2)
        count = int((right - left + tall) / apart) + 1
        starts = [left - tall + apart * (i + 0.5) for i in range(count + 1)]
        vertices = [point for x in starts for point in ((x, bottom), (x + tall, top))]
        codes = [VectorPath.MOVETO, VectorPath.LINETO] * len(starts)
        stroke = Stroke(hatch.colour, HATCH_WEIGHT * hatch.step)
        lines = PathPatch(VectorPath(vertices, codes), **_look(MarkPaint(stroke=stroke)))
        self._add(lines, role)
        lines.set_clip_path(outline, self._down)

    def _add(self, artist: Artist, role: str, scale: Scale = POINTS) -> None:
        down: Any = self._down
        if scale != POINTS:
            down = Affine2D().scale(scale.x, scale.y).translate(scale.left, scale.top) + self._down
        artist.set_transform(down)
        artist.set_gid(role)
        self.figure.add_artist(artist)


def _vector(path: Path) -> VectorPath:
    """The path as matplotlib holds it; a closing segment repeats the first point."""
    vertices: list[Point] = []
    codes: list[Any] = []
    first: Point = (0.0, 0.0)
    for letter, *numbers in path:
        points = list(zip(numbers[::2], numbers[1::2], strict=True)) or [first]
        first = points[0] if letter == "M" else first
        vertices += points
        codes += CODES[letter]
    return VectorPath(vertices, codes)


def _look(paint: MarkPaint) -> dict[str, Any]:
    """Fill and stroke as a patch takes them."""
    fill, stroke = paint.fill, paint.stroke
    filled = {"facecolor": rgb(fill)} if isinstance(fill, Colour) else {"fill": False}
    if stroke is None:
        return {**filled, "edgecolor": "none", "linewidth": 0}
    return {
        **filled,
        "edgecolor": rgb(stroke.colour),
        "linewidth": stroke.width,
        "linestyle": "-",
        "capstyle": stroke.cap,
        "joinstyle": "miter",
        "antialiased": True,
    }
