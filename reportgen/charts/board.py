"""The drawing board: a matplotlib figure in points, y down from the top left like a sheet.

Artists stand on the figure itself with transformations of their own. Axes would add ticks, spines and
a layout pass that the design has no use for, at ten times the cost. Bars and lines keep their values as
data coordinates, so a figure can be read back.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from reportgen.charts.arcs import arc
from reportgen.charts.drawing_parts import (
    Affine2D,
    Figure,
    Line2D,
    Patch,
    PathPatch,
    Rectangle,
    Text,
    Transform,
    VectorPath,
)
from reportgen.charts.style import ChartStyle, Measure, Palette
from reportgen.charts.values import pieces
from reportgen.lengths import Point
from reportgen.model.chart import Datum
from reportgen.model.theme import Colour

HATCH_STEP, HATCH_WIDTH = 3.4, 1.56  # 1.2 mm apart, 0.55 mm thick
POINTS_PER_INCH = 72


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


class Board:
    """A figure of ``width`` × ``height`` points; ``k`` scales type and marks."""

    def __init__(self, size: tuple[float, float], style: ChartStyle, k: float) -> None:
        self.width, self.height = size
        self.style, self.k = style, k
        self.palette: Palette = style.palette
        self.measure: Measure = style.measure
        inches = (self.width / POINTS_PER_INCH, self.height / POINTS_PER_INCH)
        self.figure = Figure(figsize=inches, dpi=POINTS_PER_INCH)
        self.figure.set_layout_engine("none")
        self.figure.patch.set_visible(False)
        self._down = Affine2D().scale(1, -1).translate(0, self.height)

    def block(self, x: float, y: float, width: float, height: float, colour: Colour, gid: str = "") -> None:
        """A filled rectangle."""
        self._add(
            Rectangle((x, y), width, height, facecolor=rgb(colour), edgecolor="none", linewidth=0),
            self._down,
            gid,
        )

    def frame(self, x: float, y: float, size: float, colour: Colour, weight: float, gid: str = "") -> None:
        """An outlined square; the stroke lies inside."""
        inner, half = size - weight, weight / 2
        square = Rectangle(
            (x + half, y + half), inner, inner, fill=False, edgecolor=rgb(colour), linewidth=weight
        )
        self._add(square, self._down, gid)

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
        scale = Affine2D().scale(per_unit, 1).translate(x, 0) + self._down
        bar = Rectangle((0, y), value, thickness, facecolor=rgb(colour), edgecolor="none", linewidth=0)
        self._add(bar, scale, f"bar:{key}")
        if shown is not None:
            left, right = shown
            corners = [(left, 0), (right, 0), (right, self.height), (left, self.height), (left, 0)]
            bar.set_clip_path(VectorPath(corners), self._down)

    def column(
        self, x: float, base: float, value: float, per_unit: float, width: float, colour: Colour, key: str
    ) -> None:
        """A column from zero at ``base``; its height is the value, ``per_unit`` points to a unit."""
        scale = Affine2D().scale(1, -per_unit).translate(0, base) + self._down
        self._add(
            Rectangle((x, 0), width, value, facecolor=rgb(colour), edgecolor="none", linewidth=0),
            scale,
            f"bar:{key}",
        )

    def segments(
        self, segments: Iterable[tuple[Point, Point]], colour: Colour, weight: float, gid: str = ""
    ) -> None:
        """Straight lines of one colour and weight as a single artist."""
        vertices: list[Point] = []
        for start, end in segments:
            vertices += (start, end)
        codes = [VectorPath.MOVETO, VectorPath.LINETO] * (len(vertices) // 2)
        if vertices:
            self._add(self._stroked(VectorPath(vertices, codes), colour, weight), self._down, gid)

    def rule(self, start: Point, end: Point, colour: Colour, weight: float, gid: str = "") -> None:
        self.segments(((start, end),), colour, weight, gid)

    def polyline(self, points: Sequence[Point], colour: Colour, weight: float, gid: str = "") -> None:
        self._add(self._stroked(VectorPath(points), colour, weight), self._down, gid)

    def curve(
        self,
        places: Sequence[float],
        values: Sequence[float],
        step: tuple[float, float],
        origin: Point,
        colour: Colour,
        weight: float,
        gid: str,
    ) -> None:
        """A line through data: places × ``step[0]`` to the right, values × ``step[1]`` up from the origin."""
        scale = Affine2D().scale(step[0], -step[1]).translate(*origin) + self._down
        line = Line2D(
            places,
            values,
            color=rgb(colour),
            linewidth=weight,
            linestyle="-",
            marker="",
            antialiased=True,
            solid_joinstyle="round",
            solid_capstyle="butt",
        )
        line.set_transform(scale)
        line.set_gid(gid)
        self.figure.add_artist(line)

    def polygon(self, points: Sequence[Point], colour: Colour, gid: str = "") -> None:
        path = VectorPath([*points, points[0]], closed=True)
        self._add(PathPatch(path, facecolor=rgb(colour), edgecolor="none", linewidth=0), self._down, gid)

    def disc(self, centre: Point, radius: float, colour: Colour, weight: float = 0.0, gid: str = "") -> None:
        """A filled circle, or with a weight its outline only."""
        points = arc(centre, radius, 0, 1)
        codes = [VectorPath.MOVETO, *[VectorPath.CURVE4] * (len(points) - 1), VectorPath.CLOSEPOLY]
        path = VectorPath([*points, points[0]], codes)
        if weight:
            self._add(self._stroked(path, colour, weight), self._down, gid)
        else:
            self._add(PathPatch(path, facecolor=rgb(colour), edgecolor="none", linewidth=0), self._down, gid)

    def sector(
        self,
        centre: Point,
        radii: tuple[float, float],
        turns: tuple[float, float],
        colour: Colour,
        gid: str,
        gap: float = 0.0,
    ) -> None:
        """A piece of a ring between two radii and two turns (0–1, clockwise from the top).

        ``gap``: points left free between it and its neighbours.
        """
        small, large = min(radii), max(radii)
        start, end = turns
        out, within = (min(gap / (4 * math.pi * r), (end - start) / 2) for r in (large, small))
        outer = arc(centre, large, start + out, end - out)
        inner = arc(centre, small, end - within, start + within)
        curve = VectorPath.CURVE4
        codes = [VectorPath.MOVETO, *[curve] * (len(outer) - 1)]
        codes += [VectorPath.LINETO, *[curve] * (len(inner) - 1), VectorPath.CLOSEPOLY]
        path = VectorPath([*outer, *inner, outer[0]], codes)
        self._add(PathPatch(path, facecolor=rgb(colour), edgecolor="none", linewidth=0), self._down, gid)

    def hatch(self, points: Sequence[Point], colour: Colour, gid: str = "", step: float = HATCH_STEP) -> None:
        """Lines at 45° rising to the right, clipped to the polygon; ``step`` apart at k = 1."""
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        tall, apart = bottom - top, step * self.k * math.sqrt(2)
        count = int((right - left + tall) / apart) + 1
        starts = [left - tall + apart * (i + 0.5) for i in range(count + 1)]
        vertices = [point for x in starts for point in ((x, bottom), (x + tall, top))]
        codes = [VectorPath.MOVETO, VectorPath.LINETO] * len(starts)
        weight = HATCH_WIDTH * self.k * step / HATCH_STEP
        lines = self._stroked(VectorPath(vertices, codes), colour, weight)
        self._add(lines, self._down, gid)
        lines.set_clip_path(VectorPath([*points, points[0]], closed=True), self._down)

    def text(
        self,
        x: float,
        baseline: float,
        words: str,
        face: str,
        size: float,
        colour: Colour,
        align: str = "left",
        gid: str = "",
        *,
        turned: bool = False,
    ) -> None:
        """Words from ``x`` (their left, centre or right); turned ones read upwards from the baseline."""
        width = self.measure(face, size, words)
        back = {"left": 0.0, "center": width / 2, "right": width}[align]
        place = (x, baseline + back) if turned else (x - back, baseline)
        artist = Words(
            *place,
            words,
            family=[face],
            fontsize=size,
            color=rgb(colour),
            rotation=90 if turned else 0,
            parse_math=False,
            usetex=False,
            transform=self._down,
        )
        artist.set_gid(gid)
        self.figure.add_artist(artist)

    def lines(
        self,
        x: float,
        baseline: float,
        lines: Iterable[str],
        face: str,
        size: float,
        colour: Colour,
        align: str = "left",
        gid: str = "",
        leading: float = 1.28,
    ) -> None:
        """Words on several lines, the first on the baseline."""
        for i, words in enumerate(lines):
            self.text(x, baseline + i * size * leading, words, face, size, colour, align, gid)

    def value(
        self,
        x: float,
        baseline: float,
        datum: Datum,
        key: str,
        size: float,
        colour: Colour,
        align: str = "left",
        unit: str = "",
        *,
        turned: bool = False,
    ) -> None:
        """A datum's value as printed; the numeral's artist is ``value:<key>``."""
        placed, width = pieces(datum, size, unit, self.measure)
        back = {"left": 0.0, "center": width / 2, "right": width}[align]
        for piece in placed:
            at = piece.x - back
            spot = (x, baseline - at) if turned else (x + at, baseline)
            gid = f"{piece.part}:{key}"
            self.text(*spot, piece.text, piece.face, piece.size, colour, gid=gid, turned=turned)

    def _stroked(self, path: VectorPath, colour: Colour, weight: float) -> PathPatch:
        return PathPatch(
            path,
            fill=False,
            edgecolor=rgb(colour),
            linewidth=weight,
            linestyle="-",
            capstyle="butt",
            joinstyle="miter",
            antialiased=True,
        )

    def _add(self, patch: Patch, transform: Transform, gid: str) -> None:
        patch.set_transform(transform)
        patch.set_gid(gid)
        self.figure.add_artist(patch)
