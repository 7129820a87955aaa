"""Printer's marks around one page, outside the bleed: trim marks, register targets, a colour bar and the slug line."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportgen.fonts import Fonts
from reportgen.lengths import Edges, mm
from reportgen.model.press import MarkStyle, PrinterProfile
from reportgen.model.sheet import Document, Item, Shape, Sheet, TextBox
from reportgen.model.theme import Spot
from reportgen.pdf.mark_shapes import PATCH, colour_bar, line, near, on_every_plate, spot_patches, target
from reportgen.pdf.slug import slug_line

ROOM = mm(13)  # outside the bleed, on every side; more where the trim marks need it
CLEAR = mm(1)  # between the bleed and any mark
BEGIN, END = (
    "/Artifact <</Type /Page>> BDC",
    "EMC",
)  # production aids (ISO 32000-1 14.8.2.2.2), last on the page

Slug = tuple[str, str, str]  # title, folio, everything else


class _TrimOnPaper(Struct, frozen=True):
    """The trim size and the bleed on paper, in points."""

    width: float
    height: float
    bleed: Edges

    @classmethod
    def of(cls, sheet: Sheet) -> _TrimOnPaper:
        width, height = (side * sheet.scale for side in sheet.size)
        return cls(width, height, sheet.bleed.scaled(sheet.scale))


def room(sheet: Sheet, style: MarkStyle | None) -> float:
    """Points outside the bleed that marks need on every side; 0 without marks."""
    if style is None:
        return 0.0
    bleed = _TrimOnPaper.of(sheet).bleed
    return max(ROOM, near(bleed.widest, style.offset) + style.length - bleed.narrowest + CLEAR)


def marks(
    sheet: Sheet, slug: Slug, style: MarkStyle, fonts: Fonts, spot: Spot | None = None
) -> tuple[Item, ...]:
    """Every mark of one page, in points on paper from the trim's top left."""
    paper = _TrimOnPaper.of(sheet)
    lines = on_every_plate((*_trim_marks(paper, style), *_targets(paper)), spot)
    bar = colour_bar(mm(20), -paper.bleed.top - mm(2) - PATCH, more=spot_patches(spot))
    return (*lines, *bar, *_slug(paper, slug, fonts))


def slug_words(sheet: Sheet, document: Document, printer: PrinterProfile) -> Slug:
    """The text of the slug line: title and page; trim size, the report's date, the profile and its printing house."""
    width, height = (side * sheet.scale / mm(1) for side in sheet.size)
    size = f"{round(width, 1):g} × {round(height, 1):g} mm"
    rest = (size, document.date, printer.name, printer.house)
    return document.title, sheet.folio, "　".join(part for part in rest if part)


def _trim_marks(paper: _TrimOnPaper, style: MarkStyle) -> tuple[Shape, ...]:
    """Two lines at each corner, clear of the widest bleed."""
    start = near(paper.bleed.widest, style.offset)
    end = start + style.length
    shapes = []
    for x, away in ((0.0, -1), (paper.width, 1)):
        for y, down in ((0.0, -1), (paper.height, 1)):
            shapes.append(line(x + away * start, y, x + away * end, y))
            shapes.append(line(x, y + down * start, x, y + down * end))
    return tuple(shapes)


def _targets(paper: _TrimOnPaper) -> tuple[Shape, ...]:
    """One in the middle of each side."""
    out, bleed = CLEAR + mm(4), paper.bleed
    middle, centre = paper.width / 2, paper.height / 2
    spots = (
        (middle, -bleed.top - out),
        (middle, paper.height + bleed.bottom + out),
        (-bleed.left - out, centre),
        (paper.width + bleed.right + out, centre),
    )
    return tuple(shape for spot in spots for shape in target(*spot))


def _slug(paper: _TrimOnPaper, slug: Slug, fonts: Fonts) -> Iterator[TextBox]:
    """One line below the page on either side of the target; words too long for their side are cut short."""
    title, folio, rest = slug
    top, width = paper.height + paper.bleed.bottom + mm(3), paper.width / 2 - mm(20) - mm(6)
    for x, words, end in ((mm(20), title, f"　{folio}"), (paper.width / 2 + mm(6), rest, "")):
        yield slug_line(words, (x, top), width, fonts, end)
