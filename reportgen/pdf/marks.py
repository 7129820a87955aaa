"""Printer's marks around one page, outside the bleed: trim marks, register targets, a colour bar and the slug line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.fonts import Fonts
from reportgen.model.press import MarkStyle, PrinterProfile
from reportgen.model.sheet import Document, Item, Shape, Sheet, TextBox
from reportgen.model.text import Run, Style, StyledParagraph
from reportgen.model.theme import Colour, Spot
from reportgen.pdf.mark_shapes import PATCH, REGISTRATION, colour_bar, line, near, target
from reportgen.typeset import set_line
from reportgen.units import Edges, Rect, mm

ROOM = mm(13)  # outside the bleed, on every side; more where the trim marks need it
CLEAR = mm(1)  # between the bleed and any mark
SLUG_SIZE, SLUG_HEIGHT = 8.0, mm(4)
BEGIN, END = (
    "/Artifact <</Type /Page>> BDC",
    "EMC",
)  # production aids (ISO 32000-1 14.8.2.2.2), last on the page

Slug = tuple[str, str, str]  # title, folio, everything else


@dataclass(frozen=True, slots=True)
class _Paper:
    """The trim size and the bleed on paper, in points."""

    width: float
    height: float
    bleed: Edges

    @classmethod
    def of(cls, sheet: Sheet) -> _Paper:
        width, height = (side * sheet.scale for side in sheet.size)
        return cls(width, height, sheet.bleed.scaled(sheet.scale))


def room(sheet: Sheet, style: MarkStyle | None) -> float:
    """Points outside the bleed that marks need on every side; 0 without marks."""
    if style is None:
        return 0.0
    bleed = _Paper.of(sheet).bleed
    return max(ROOM, near(bleed.widest, style.offset) + style.length - bleed.narrowest + CLEAR)


def marks(
    sheet: Sheet, slug: Slug, style: MarkStyle, fonts: Fonts, spot: Spot | None = None
) -> tuple[Item, ...]:
    """Every mark of one page, in points on paper from the trim's top left."""
    paper = _Paper.of(sheet)
    bar = colour_bar(mm(20), -paper.bleed.top - mm(2) - PATCH, more=_spot_patches(spot))
    return (*_register(paper, style, REGISTRATION), *bar, *_slug(paper, slug, fonts))


def spot_marks(sheet: Sheet, style: MarkStyle, spot: Spot) -> tuple[Shape, ...]:
    """Trim marks and targets for the spot's plate, to be overprinted on those of the process plates."""
    return _register(_Paper.of(sheet), style, _spot_patches(spot)[0])


def slug_words(sheet: Sheet, document: Document, printer: PrinterProfile) -> Slug:
    """What the slug line says: title and page; trim size, the report's date, the profile and its house."""
    width, height = (side * sheet.scale / mm(1) for side in sheet.size)
    size = f"{round(width, 1):g} × {round(height, 1):g} mm"
    rest = (size, document.date, printer.name, printer.house)
    return document.title, sheet.folio, "　".join(part for part in rest if part)


def _register(paper: _Paper, style: MarkStyle, colour: Colour) -> tuple[Shape, ...]:
    return (*_trim_marks(paper, style, colour), *_targets(paper, colour))


def _trim_marks(paper: _Paper, style: MarkStyle, colour: Colour) -> tuple[Shape, ...]:
    """Two lines at each corner, clear of the widest bleed."""
    start = near(paper.bleed.widest, style.offset)
    end = start + style.length
    shapes = []
    for x, away in ((0.0, -1), (paper.width, 1)):
        for y, down in ((0.0, -1), (paper.height, 1)):
            shapes.append(line(x + away * start, y, x + away * end, y, (), colour))
            shapes.append(line(x, y + down * start, x, y + down * end, (), colour))
    return tuple(shapes)


def _targets(paper: _Paper, colour: Colour) -> tuple[Shape, ...]:
    """One in the middle of each side."""
    out, bleed = CLEAR + mm(4), paper.bleed
    middle, centre = paper.width / 2, paper.height / 2
    spots = (
        (middle, -bleed.top - out),
        (middle, paper.height + bleed.bottom + out),
        (-bleed.left - out, centre),
        (paper.width + bleed.right + out, centre),
    )
    return tuple(shape for spot in spots for shape in target(*spot, colour))


def _spot_patches(spot: Spot | None) -> tuple[Colour, ...]:
    """The ink's fullest colour and half of it, by tokens its own inks answer to."""
    if spot is None:
        return ()
    token = max(spot.tints, key=lambda pair: pair[1])[0]
    return tuple(Colour(name, (0, 0, 0, 0), (0, 0, 0)) for name in (token, f"{token}:white:0.5"))


def _slug(paper: _Paper, slug: Slug, fonts: Fonts) -> Iterator[TextBox]:
    """One line below the page on either side of the target; words too long for their side are cut short."""
    title, folio, rest = slug
    top, width = paper.height + paper.bleed.bottom + mm(3), paper.width / 2 - mm(20) - mm(6)
    for x, words, end in ((mm(20), title, f"　{folio}"), (paper.width / 2 + mm(6), rest, "")):
        run = _cut(words, end, width, fonts)
        set_text = set_line((run,), fonts)
        box = Rect(x, top, width, SLUG_HEIGHT)
        yield TextBox(box, (StyledParagraph((run,), SLUG_HEIGHT),), (set_text,), "running", name="slug")


def _cut(words: str, end: str, width: float, fonts: Fonts) -> Run:
    style = Style("sans-400", SLUG_SIZE, REGISTRATION)
    run = Run(words + end, style)
    while len(words) > 1 and set_line((run,), fonts).width > width:
        words = words[:-1]
        run = Run(f"{words}…{end}", style)
    return run
