"""The inks of a page as a raster: every record painted over the last, overprint respected.

One pixel is half a millimetre. Letters under 24 pt, and letters whose outlines cannot be read, count
as their em boxes a third full, which is more than Han type of medium weight covers; gradients count as
their heavier end; RGB images as the plain complement.
"""

from __future__ import annotations

from typing import Any

import pikepdf
from PIL import Image, ImageChops

from reportgen.preflight.geometry import PIXEL, Box, Matrix, PathOperator, common
from reportgen.preflight.masks import Area, Raster
from reportgen.preflight.outline import outlines_of
from reportgen.preflight.painted import ImagePaint, Paint, PathPaint, ShadingPaint, State, TextPaint
from reportgen.preflight.pixels import pixels_of
from reportgen.preflight.spaces import Inks, inks_of

OUTLINED = 24.0  # points; smaller letters are averaged
LETTERS = 0.35  # of their em boxes covered
PATTERN: Inks = (0.0, 0.0, 0.0, 0.0, 0.0)  # a tiling pattern's cells are records of their own
Channels = tuple[bool, ...]


class InkCoverage:
    """Ink over a frame of one page; ``process`` is a CMYK image and ``spots`` grey, 255 for full ink."""

    def __init__(self, frame: Box) -> None:
        self.grid = Raster(frame)
        self.process = Image.new("CMYK", self.grid.size)
        self.spots = Image.new("L", self.grid.size)
        self._clips: dict[tuple[int, Area], Image.Image] = {}

    def paint(self, record: Paint) -> None:
        """Paints one record over what is there."""
        box = common(record.box, self.grid.frame) if record.box else None
        area = self.grid.area(box) if box else None
        if area is None or box is None:
            return
        if isinstance(record, ImagePaint) and not record.stencil:
            self._image(record, area)
            return
        inks = self._inks(record)
        if inks is None:
            return
        mask = self._mask(record, box, area)
        if mask is not None:
            self._put(
                inks, self._masked(mask, record.state, area, record.alpha), area, channels(record, inks)
            )

    def _inks(self, record: Paint) -> Inks | None:
        if isinstance(record, ShadingPaint):
            return shading_inks(record)
        colour = record.colour
        return None if colour is None or colour.pattern else colour.inks

    def _mask(self, record: Paint, box: Box, area: Area) -> Image.Image | None:
        if isinstance(record, PathPaint):
            if record.rectangle and record.kind == "fill" and len(record.path) == 5:
                return self._rectangle(box, area)
            if record.kind == "stroke":
                return self.grid.stroked(record.path, record.state.ctm, record.width, area)
            return self.grid.filled(record.path, record.state.ctm, record.even_odd, area)
        if isinstance(record, TextPaint):
            return self._text(record, area) if record.visible else None
        return Image.new("L", (area[2] - area[0], area[3] - area[1]), 255)

    def _rectangle(self, box: Box, area: Area) -> Image.Image:
        """An upright rectangle; one thinner than a pixel covers its share."""
        size = (area[2] - area[0], area[3] - area[1])
        share = 1.0
        for i in (0, 1):
            share *= min(1.0, (box[i + 2] - box[i]) / PIXEL / size[i]) if size[i] < 3 else 1.0
        return Image.new("L", size, round(255 * share))

    def _text(self, record: TextPaint, area: Area) -> Image.Image:
        glyphs = self._glyphs(record) if record.size >= OUTLINED else None
        if glyphs is not None:
            return self.grid.glyphs(glyphs, area)
        return Image.new("L", (area[2] - area[0], area[3] - area[1]), round(255 * LETTERS))

    def _glyphs(self, record: TextPaint) -> list[tuple[list[PathOperator], Matrix]] | None:
        if record.font is None:
            return None
        outlines = outlines_of(record.font)
        a, b, c, d, _, _ = record.matrix
        found: list[tuple[list[PathOperator], Matrix]] = []
        for code, (x, y) in zip(record.codes, record.origins, strict=True):
            path = outlines.path(code)
            if path is None:
                return None
            found.append((path, (a, b, c, d, x, y)))
        return found

    def _masked(self, mask: Image.Image, state: State, area: Area, alpha: float) -> Image.Image:
        for path, matrix, even_odd in state.clip_paths:
            key = (id(path), area)
            if key not in self._clips:
                self._clips[key] = self.grid.filled(path, matrix, even_odd, area)
            mask = ImageChops.multiply(mask, self._clips[key])
        return mask if alpha >= 1 else mask.point([round(value * alpha) for value in range(256)])

    def _put(self, inks: Inks, mask: Image.Image, area: Area, painted: Channels) -> None:
        amounts = [round(255 * ink) for ink in inks]
        if painted[4]:
            self.spots.paste(amounts[4], area, mask)
        if all(painted[:4]):
            self.process.paste((amounts[0], amounts[1], amounts[2], amounts[3]), area, mask)
        elif any(painted[:4]):
            bands = list(self.process.crop(area).split())
            for band, amount, chosen in zip(bands, amounts, painted, strict=False):
                if chosen:
                    band.paste(amount, (0, 0, *band.size), mask)
            self.process.paste(Image.merge("CMYK", bands), area)

    def _image(self, record: ImagePaint, area: Area) -> None:
        picture = pixels_of(record)
        size = (area[2] - area[0], area[3] - area[1])
        mask = self._masked(Image.new("L", size, 255), record.state, area, record.alpha)
        if picture is None:
            self._put((0.5, 0.5, 0.5, 0.5, 0.0), mask, area, (True,) * 5)
            return
        self.process.paste(picture.resize(size, Image.Resampling.BOX), area, mask)
        self.spots.paste(0, area, mask)


def channels(record: Paint, inks: Inks) -> Channels:
    """Which of C, M, Y, K and spots a record sets (ISO 32000-1, 11.7.4): overprint leaves the others."""
    colour = record.colour
    if colour is None or not record.overprint:
        return (True,) * 5
    if colour.space.painted.kind in ("Separation", "DeviceN") or record.state.overprint_mode == 1:
        return tuple(ink > 0 for ink in inks)
    return (True, True, True, True, False)


def shading_inks(record: ShadingPaint) -> Inks:
    """The heavier of a gradient's ends, as far as its functions state them."""
    ends = [inks_of(record.space, values) for values in _ends(record.source)] if record.space else []
    return max(ends, key=sum, default=PATTERN)


def _ends(source: Any) -> list[list[float]]:
    found: list[list[float]] = []
    waiting = [source.get("/Function")] if source is not None else []
    while waiting and len(found) < 64:
        function = waiting.pop()
        if isinstance(function, pikepdf.Array):
            waiting += list(function)
        elif isinstance(function, pikepdf.Dictionary):
            waiting += list(function.get("/Functions", ()))
            found += [[float(v) for v in function[key]] for key in ("/C0", "/C1") if key in function]
    return found
