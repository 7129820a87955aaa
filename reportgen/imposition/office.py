"""Paper of the office: a duplex booklet, two pages a side, or single pages on A4.

Pages stay at their own size where they fit the paper, and flat art near its edge falls into the printer's unprintable
margin (text is well inside). Pages that must be scaled anyway are scaled into the printable area.
"""

from __future__ import annotations

from types import MappingProxyType

from msgspec import Struct

from reportgen.imposition.folded_sections import padded_pages, sections
from reportgen.imposition.folding import unfolded
from reportgen.imposition.sides import PlacedPage, SheetFace, Side
from reportgen.lengths import Rect, mm

PAPER_GSM = 80  # of office paper
UNPRINTABLE = mm(5)  # of common office printers, 4.2 mm and a little


class Paper(Struct, frozen=True):
    """Paper of the office, upright, in points."""

    name: str
    width: float
    height: float


A3 = Paper("A3", mm(297), mm(420))
A4 = Paper("A4", mm(210), mm(297))
PAPERS = MappingProxyType({"a3": A3, "a4": A4})  # by the name a user gives


def booklet_sides(count: int, page: tuple[float, float], paper: Paper) -> tuple[Side, ...]:
    """Front and back of each sheet in turn, to be printed on both sides and flipped on the short edge.

    All sheets laid in one pile, folded once and stapled are the book.
    """
    size = (paper.height, paper.width)
    trim = _beside_fold(page, size)
    book = padded_pages(count)
    parts = sections(len(book), (4,))
    opened = unfolded(4)
    faces: tuple[tuple[SheetFace, tuple[int, ...]], ...] = (
        ("front", tuple(cell.page for cell in opened.front[0])),
        ("back", tuple(cell.page for cell in opened.back[0])),
    )
    return tuple(
        _side(tuple(part.pages[i - 1] for i in cells), book, trim, size, face, part.number, len(parts))
        for part in parts
        for face, cells in faces
    )


def _side(
    numbers: tuple[int, ...],
    book: tuple[int | None, ...],
    trim: Rect,
    size: tuple[float, float],
    face: SheetFace,
    sheet: int,
    sheets: int,
) -> Side:
    places = (trim, trim.moved(trim.width, 0))
    pages = tuple(
        PlacedPage(book[number - 1], number, place, place)
        for number, place in zip(numbers, places, strict=True)
    )
    art = Rect(trim.x, trim.y, 2 * trim.width, trim.height)
    return Side(size, pages, art, face, sheet, sheets)


def _beside_fold(page: tuple[float, float], size: tuple[float, float]) -> Rect:
    """The left page of a side: against the fold in the middle, centred in height."""
    width, height = _fitted(page, (size[0] / 2, size[1]), (UNPRINTABLE, 2 * UNPRINTABLE))
    return Rect(size[0] / 2 - width, (size[1] - height) / 2, width, height)


def _fitted(
    page: tuple[float, float], room: tuple[float, float], margins: tuple[float, float]
) -> tuple[float, float]:
    """The page's size in that room: its own if it fits, else as large as the room less the margins allows."""
    scale = 1.0
    if page[0] > room[0] + 0.01 or page[1] > room[1] + 0.01:
        scale = min((room[0] - margins[0]) / page[0], (room[1] - margins[1]) / page[1])
    return page[0] * scale, page[1] * scale


def single_sides(count: int, page: tuple[float, float], paper: Paper = A4) -> tuple[Side, ...]:
    """Each page on a sheet side of its own, centred, in reading order; no blank pages are added."""
    margins = (2 * UNPRINTABLE, 2 * UNPRINTABLE)
    width, height = _fitted(page, (paper.width, paper.height), margins)
    trim = Rect((paper.width - width) / 2, (paper.height - height) / 2, width, height)
    faces: tuple[SheetFace, SheetFace] = ("front", "back")
    sheets = (count + 1) // 2
    return tuple(
        Side(
            (paper.width, paper.height),
            (PlacedPage(i, i + 1, trim, trim),),
            trim,
            faces[i % 2],
            i // 2 + 1,
            sheets,
        )
        for i in range(count)
    )
