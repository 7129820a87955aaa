"""Shapes as grey masks on a fixed raster: how much of each small square they cover."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PIL import Image, ImageChops, ImageDraw

from reportgen.lengths import Point
from reportgen.preflight.geometry import PIXEL, Box, Matrix, PathOperator, outlines, product

FINE = 2  # mask pixels to a raster pixel, each way
Area = tuple[int, int, int, int]  # left, top, right, bottom in raster pixels


class Raster:
    """The raster over a frame of the page; y runs down in pixels."""

    def __init__(self, frame: Box) -> None:
        self.frame = frame
        self.size = (
            max(1, round((frame[2] - frame[0]) / PIXEL)),
            max(1, round((frame[3] - frame[1]) / PIXEL)),
        )

    def area(self, box: Box) -> Area | None:
        """The pixels a box touches; None outside the frame."""
        left, top = self.exact(box[0], box[3])
        right, bottom = self.exact(box[2], box[1])
        found = (
            max(0, int(left)), max(0, int(top)),
            min(self.size[0], int(right) + 1), min(self.size[1], int(bottom) + 1),
        )  # fmt: skip
        return found if found[0] < found[2] and found[1] < found[3] else None

    def exact(self, x: float, y: float) -> Point:
        """A page point in raster pixels."""
        return (x - self.frame[0]) / PIXEL, (self.frame[3] - y) / PIXEL

    def fine(self, matrix: Matrix, area: Area) -> Matrix:
        """The matrix, and after it from the page to the fine pixels of an area's mask."""
        left, top = self.frame[0] + area[0] * PIXEL, self.frame[3] - area[1] * PIXEL
        unit = FINE / PIXEL
        return product(matrix, (unit, 0.0, 0.0, -unit, -left * unit - 0.5, top * unit - 0.5))

    def filled(self, path: Sequence[PathOperator], matrix: Matrix, even_odd: bool, area: Area) -> Image.Image:
        """Coverage (L) of a filled path over an area."""
        mask, draw = _blank(area)
        parts = self._parts(path, matrix, area)
        if even_odd and len(parts) > 1:
            return _reduced(_even_odd(parts, area))
        _winding(parts, draw)
        return _reduced(mask)

    def glyphs(self, glyphs: Iterable[tuple[Sequence[PathOperator], Matrix]], area: Area) -> Image.Image:
        """Coverage of letters, each a path of its own."""
        mask, draw = _blank(area)
        for path, matrix in glyphs:
            _winding(self._parts(path, matrix, area), draw)
        return _reduced(mask)

    def _parts(self, path: Sequence[PathOperator], matrix: Matrix, area: Area) -> list[list[Point]]:
        return [points for points in outlines(path, self.fine(matrix, area)) if len(points) > 2]

    def stroked(self, path: Sequence[PathOperator], matrix: Matrix, width: float, area: Area) -> Image.Image:
        """Coverage of a stroked path; a line finer than the raster covers its share of a pixel."""
        mask, draw = _blank(area)
        fine = width / PIXEL * FINE
        share = round(255 * min(1.0, max(fine, 0.02)))
        for points in outlines(path, self.fine(matrix, area)):
            if len(points) > 1:
                draw.line(points, share, max(1, round(fine)))
        return _reduced(mask)


def _blank(area: Area) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    mask = Image.new("L", ((area[2] - area[0]) * FINE, (area[3] - area[1]) * FINE))
    return mask, ImageDraw.Draw(mask)


def _reduced(mask: Image.Image) -> Image.Image:
    return mask.reduce(FINE)


def _winding(parts: list[list[Point]], draw: ImageDraw.ImageDraw) -> None:
    """Non-zero filling: from the largest subpath down, those that run against it are holes."""
    sized = sorted(((_area(points), points) for points in parts), key=lambda pair: -abs(pair[0]))
    forward = not sized or sized[0][0] >= 0
    for size, points in sized:
        draw.polygon(points, fill=255 if (size >= 0) == forward else 0)


def _even_odd(parts: list[list[Point]], area: Area) -> Image.Image:
    whole = _blank(area)[0].convert("1")
    for points in parts:
        mask, draw = _blank(area)
        draw.polygon(points, fill=255)
        whole = ImageChops.logical_xor(whole, mask.convert("1"))
    return whole.convert("L")


def _area(points: list[Point]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True))
