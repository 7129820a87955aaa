"""Printer's marks around one page, outside the bleed: trim marks, register targets, a colour bar and the slug line."""

from __future__ import annotations

from reportgen.fonts import Fonts
from reportgen.model.sheet import Item, Shape, Sheet, TextBox
from reportgen.model.text import Run, Style, StyledParagraph
from reportgen.pdf.mark_shapes import LENGTH, PATCH, REGISTRATION, colour_bar, line, near, target
from reportgen.typeset import set_line
from reportgen.units import Rect, mm

ROOM = mm(13)  # outside the bleed, on every side
BEGIN, END = (
    "/Artifact <</Type /Page>> BDC",
    "EMC",
)  # production aids (ISO 32000-1 14.8.2.2.2), last on the page


def marks(sheet: Sheet, title: str, fonts: Fonts) -> tuple[Item, ...]:
    """Every mark of one page, in points from the trim's top left."""
    bar = colour_bar(mm(20), -sheet.bleed - mm(2) - PATCH)
    return (*_trim_marks(sheet), *_targets(sheet), *bar, _slug(sheet, title, fonts))


def _trim_marks(sheet: Sheet) -> tuple[Shape, ...]:
    """Two lines at each corner, clear of the bleed."""
    width, height = sheet.size
    start = near(sheet.bleed)
    end = start + LENGTH
    shapes = []
    for x, away in ((0.0, -1), (width, 1)):
        for y, down in ((0.0, -1), (height, 1)):
            shapes.append(line(x + away * start, y, x + away * end, y))
            shapes.append(line(x, y + down * start, x, y + down * end))
    return tuple(shapes)


def _targets(sheet: Sheet) -> tuple[Shape, ...]:
    """One in the middle of each side."""
    width, height = sheet.size
    out = sheet.bleed + mm(1) + mm(4)
    spots = ((width / 2, -out), (width / 2, height + out), (-out, height / 2), (width + out, height / 2))
    return tuple(shape for spot in spots for shape in target(*spot))


def _slug(sheet: Sheet, title: str, fonts: Fonts) -> TextBox:
    """Title, page and output condition below the page."""
    width, height = sheet.size
    style = Style("sans-400", 6.5, REGISTRATION)
    size = f"{width / mm(1):.0f} × {height / mm(1):.0f} mm"
    run = Run(f"{title}　{sheet.folio}　{size}　FOGRA39", style)
    set_text = set_line((run,), fonts)
    box = Rect(mm(20), height + sheet.bleed + mm(5), width - mm(40), mm(4))
    return TextBox(box, (StyledParagraph((run,), mm(4)),), (set_text,), "running", name="slug")
