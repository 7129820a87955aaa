"""Printer's marks outside the bleed: trim marks, register targets, a colour bar and the slug line.

All are drawn in the four process colours (never /Separation /All: GWG 2022 R0024).
"""

from __future__ import annotations

import math

from reportgen.fonts import Fonts
from reportgen.model.sheet import Item, Path, Shape, Sheet, Stroke, TextBox
from reportgen.model.text import Run, Style, StyledParagraph
from reportgen.model.theme import Colour
from reportgen.typeset import set_line
from reportgen.units import Rect, mm

ROOM = mm(13)  # outside the bleed, on every side
LENGTH, OFFSET, WEIGHT = mm(6), mm(4), 0.25
TARGET = mm(2)
PATCH = mm(5)
REGISTRATION = Colour("registration", (100, 100, 100, 100), (0, 0, 0))
PATCHES = tuple(
    Colour(f"bar-{i}", cmyk, (0, 0, 0))
    for i, cmyk in enumerate(
        (
            (100, 0, 0, 0), (0, 100, 0, 0), (0, 0, 100, 0), (0, 0, 0, 100),
            (100, 100, 0, 0), (0, 100, 100, 0), (100, 0, 100, 0),
            (50, 0, 0, 0), (0, 50, 0, 0), (0, 0, 50, 0), (0, 0, 0, 50), (50, 40, 40, 0),
        )
    )
)  # fmt: skip


def marks(sheet: Sheet, title: str, fonts: Fonts) -> tuple[Item, ...]:
    """Every mark of one page, in points from the trim's top left."""
    return (*_trim_marks(sheet), *_targets(sheet), *_bar(sheet), _slug(sheet, title, fonts))


def _line(x1: float, y1: float, x2: float, y2: float) -> Shape:
    return Shape((("M", x1, y1), ("L", x2, y2)), stroke=Stroke(REGISTRATION, WEIGHT), name="mark")


def _trim_marks(sheet: Sheet) -> tuple[Shape, ...]:
    """Two lines at each corner, clear of the bleed."""
    width, height = sheet.size
    near, far = max(OFFSET, sheet.bleed + mm(1)), max(OFFSET, sheet.bleed + mm(1)) + LENGTH
    shapes = []
    for x, away in ((0.0, -1), (width, 1)):
        for y, down in ((0.0, -1), (height, 1)):
            shapes.append(_line(x + away * near, y, x + away * far, y))
            shapes.append(_line(x, y + down * near, x, y + down * far))
    return tuple(shapes)


def _targets(sheet: Sheet) -> tuple[Shape, ...]:
    """A circle with a cross in the middle of each side."""
    width, height = sheet.size
    out = sheet.bleed + mm(1) + mm(4)
    spots = ((width / 2, -out), (width / 2, height + out), (-out, height / 2), (width + out, height / 2))
    shapes: list[Shape] = []
    for x, y in spots:
        shapes.append(Shape(_circle(x, y, TARGET), stroke=Stroke(REGISTRATION, WEIGHT), name="mark"))
        shapes += (
            _line(x - TARGET * 1.6, y, x + TARGET * 1.6, y),
            _line(x, y - TARGET * 1.6, x, y + TARGET * 1.6),
        )
    return tuple(shapes)


def _circle(x: float, y: float, radius: float) -> Path:
    """Four Bézier quarters."""
    k = radius * 4 / 3 * (math.sqrt(2) - 1)
    return (
        ("M", x + radius, y),
        ("C", x + radius, y + k, x + k, y + radius, x, y + radius),
        ("C", x - k, y + radius, x - radius, y + k, x - radius, y),
        ("C", x - radius, y - k, x - k, y - radius, x, y - radius),
        ("C", x + k, y - radius, x + radius, y - k, x + radius, y),
        ("Z",),
    )


def _bar(sheet: Sheet) -> tuple[Shape, ...]:
    """Solids, overprints and half tints of the process colours, and a grey of three inks."""
    y = -sheet.bleed - mm(2) - PATCH
    return tuple(
        Shape(_square(mm(20) + i * PATCH, y), fill=colour, name="colour-bar")
        for i, colour in enumerate(PATCHES)
    )


def _square(x: float, y: float) -> Path:
    return (("M", x, y), ("L", x + PATCH, y), ("L", x + PATCH, y + PATCH), ("L", x, y + PATCH), ("Z",))


def _slug(sheet: Sheet, title: str, fonts: Fonts) -> TextBox:
    """Title, page and output condition below the page."""
    width, height = sheet.size
    style = Style("sans-400", 6.5, REGISTRATION)
    size = f"{width / mm(1):.0f} × {height / mm(1):.0f} mm"
    run = Run(f"{title}　{sheet.folio}　{size}　FOGRA39", style)
    line = set_line((run,), fonts)
    box = Rect(mm(20), height + sheet.bleed + mm(5), width - mm(40), mm(4))
    return TextBox(box, (StyledParagraph((run,), mm(4)),), (line,), "running", name="slug")
