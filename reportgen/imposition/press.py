"""Sheets for the printing house: folded sections, or printer's spreads of four pages each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal

from msgspec import Struct

from reportgen.errors import Message, error
from reportgen.imposition.creep import creep
from reportgen.imposition.folded_sections import SECTION_SIZES, FoldedSection, padded_pages, sections
from reportgen.imposition.folding import FOLDS, Fold, Forme, PagePosition, unfolded
from reportgen.imposition.sides import FoldLine, PlacedPage, SheetFace, Side
from reportgen.lengths import Rect, mm

PAPER_GSM = 157  # where the printer profile gives none
ROOM = mm(7)  # outside the bleed, for marks
Joint = Fold | Literal["cut"]  # between neighbouring pages: a fold of the section, or the next copy of it


class Stock(Struct, frozen=True):
    """A sheet size in millimetres, printed either way round."""

    name: str
    width: float
    height: float


STOCKS = (
    Stock("SRA3", 450, 320),
    Stock("大度四开", 597, 444),
    Stock("SRA2", 640, 450),
    Stock("大度对开", 889, 597),
    Stock("SRA1", 900, 640),
)


class PressSetup(Struct, frozen=True):
    """What the printer says: page size and bleed in points, paper in g/m², the sheets at hand."""

    page: tuple[float, float]
    bleed: float = mm(3)
    paper_gsm: float = PAPER_GSM
    stocks: tuple[Stock, ...] = STOCKS


def press_sides(count: int, setup: PressSetup) -> tuple[Side, ...]:
    """Both sides of every sheet, in sections of 16 with an 8- and a 4-page rest around them (see ``sections``).

    All sheets are of one size: a smaller section fills the sheet two or four times. Raises ReportgenError when no sheet is large enough.
    """
    return _sides(count, setup, SECTION_SIZES)


def spread_sides(count: int, setup: PressSetup) -> tuple[Side, ...]:
    """Both sides of every sheet with two pages a side, for a digital press; raises as ``press_sides``."""
    return _sides(count, setup, (4,))


def _sides(count: int, setup: PressSetup, sizes: Sequence[int]) -> tuple[Side, ...]:
    book = padded_pages(count)
    parts = sections(len(book), sizes)
    largest = max(section.size for section in parts)
    return tuple(
        side
        for section in parts
        for side in _both(section, len(parts), _CopyGrid.of(section.size, largest, setup), book, setup)
    )


class _CopyGrid(Struct, frozen=True):
    """The grid of a section's copies on its stock: left edges of columns and top edges of rows, in points."""

    stock: str
    size: tuple[float, float]
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    across: tuple[Joint, ...]  # between the columns
    down: tuple[Joint, ...]  # between the rows
    art: Rect
    copies: tuple[int, int]  # beside, below each other

    @classmethod
    def of(cls, pages: int, room: int, setup: PressSetup) -> _CopyGrid:
        """As many copies of a section as fill the smallest stock for a section of ``room`` pages.

        Spine folds need no gap, at other folds and between copies both bleeds are trimmed off.
        """
        opened, whole = unfolded(pages), unfolded(room)
        copies = (len(whole.front[0]) // len(opened.front[0]), len(whole.front) // len(opened.front))
        across, down = _joints(opened.column_folds, copies[0]), _joints(opened.row_folds, copies[1])
        columns = _edges(setup.page[0], across, setup.bleed)
        rows = _edges(setup.page[1], down, setup.bleed)
        needed = columns[-1] + setup.page[0], rows[-1] + setup.page[1]
        name, size = _smallest(needed, setup)
        left, top = (size[0] - needed[0]) / 2, (size[1] - needed[1]) / 2
        return cls(
            name,
            size,
            tuple(left + x for x in columns),
            tuple(top + y for y in rows),
            across,
            down,
            Rect(left, top, *needed),
            copies,
        )


def _joints(folds: tuple[Fold, ...], copies: int) -> tuple[Joint, ...]:
    again: tuple[Joint, ...] = ("cut", *folds)
    return (*folds, *(again * (copies - 1)))


def _edges(step: float, joints: Sequence[Joint], bleed: float) -> tuple[float, ...]:
    gaps = (step + (0.0 if joint == "spine" else 2 * bleed) for joint in joints)
    return (0.0, *accumulate(gaps))


def _smallest(needed: tuple[float, float], setup: PressSetup) -> tuple[str, tuple[float, float]]:
    edge = 2 * (setup.bleed + ROOM)
    for stock in sorted(setup.stocks, key=lambda stock: stock.width * stock.height):
        for width, height in ((stock.width, stock.height), (stock.height, stock.width)):
            if needed[0] + edge <= mm(width) + 0.01 and needed[1] + edge <= mm(height) + 0.01:
                return f"{stock.name} {width:g}×{height:g}", (mm(width), mm(height))
    size = " × ".join(f"{(length + edge) / mm(1):.0f}" for length in needed)
    largest = max(setup.stocks, key=lambda stock: stock.width * stock.height, default=None)
    known = "—" if largest is None else f"{largest.width:g} × {largest.height:g} mm"
    raise error(
        f"拼版需要 {size} mm 的纸，没有这么大的",
        f"the imposed pages need a sheet of {size} mm and none is that large",
        hint=Message(f"最大：{known}", f"the largest is {known}"),
    )


def _both(
    section: FoldedSection, sheets: int, sheet: _CopyGrid, book: tuple[int | None, ...], setup: PressSetup
) -> tuple[Side, Side]:
    opened = unfolded(section.size)
    front, back = (
        Side(
            sheet.size,
            _placed(forme, section, sheet, book, setup),
            sheet.art,
            face,
            section.number,
            sheets,
            sheet.copies[0] * sheet.copies[1],
            sheet.stock,
            setup.bleed,
            sheet.columns,
            _cuts(sheet, setup),
            _folds(section.size, sheet, setup),
            mm(creep(len(book) // 2, len(book), setup.paper_gsm)),
        )
        for face, forme in _faces(opened.front, opened.back)
    )
    return front, back


def _faces(front: Forme, back: Forme) -> tuple[tuple[SheetFace, Forme], tuple[SheetFace, Forme]]:
    return ("front", front), ("back", back)


def _placed(
    forme: Forme, section: FoldedSection, sheet: _CopyGrid, book: tuple[int | None, ...], setup: PressSetup
) -> tuple[PlacedPage, ...]:
    beside, below = sheet.copies
    filled = tuple(row * beside for row in forme) * below
    return tuple(
        _page(cell, section.pages[cell.page - 1], (x, y), book, setup)
        for y, row in zip(sheet.rows, filled, strict=True)
        for x, cell in zip(sheet.columns, row, strict=True)
    )


def _page(
    cell: PagePosition,
    number: int,
    corner: tuple[float, float],
    book: tuple[int | None, ...],
    setup: PressSetup,
) -> PlacedPage:
    """The page moved towards its spine, which is where its window ends."""
    place = Rect(*corner, *setup.page)
    shift = mm(creep(number, len(book), setup.paper_gsm))
    spine_left = (number % 2 == 1) != cell.turned
    trim = place.moved(-shift if spine_left else shift, 0)
    top, height = trim.y - setup.bleed, trim.height + 2 * setup.bleed
    left, right = (place.x, trim.right + setup.bleed) if spine_left else (trim.x - setup.bleed, place.right)
    window = Rect(left, top, right - left, height)
    return PlacedPage(book[number - 1], number, trim, window, cell.turned)


def _cuts(sheet: _CopyGrid, setup: PressSetup) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Every trim edge that is no spine."""
    return (
        _edge_cuts(sheet.columns, setup.page[0], sheet.across),
        _edge_cuts(sheet.rows, setup.page[1], sheet.down),
    )


def _edge_cuts(starts: Sequence[float], step: float, joints: Sequence[Joint]) -> tuple[float, ...]:
    inner = (
        edge
        for joint, before, after in zip(joints, starts, starts[1:], strict=False)
        if joint != "spine"
        for edge in (before + step, after)
    )
    return (starts[0], *inner, starts[-1] + step)


def _folds(size: int, sheet: _CopyGrid, setup: PressSetup) -> tuple[FoldLine, ...]:
    order = {fold: len(FOLDS[size]) - i for i, fold in enumerate(FOLDS[size])}
    across = _fold_positions(sheet.columns, setup.page[0], sheet.across)
    down = _fold_positions(sheet.rows, setup.page[1], sheet.down)
    return (
        *(FoldLine(fold, x, True, order[fold]) for fold, x in across),
        *(FoldLine(fold, y, False, order[fold]) for fold, y in down),
    )


def _fold_positions(
    starts: Sequence[float], step: float, joints: Sequence[Joint]
) -> Iterator[tuple[Fold, float]]:
    for joint, before, after in zip(joints, starts, starts[1:], strict=False):
        if joint != "cut":
            yield joint, (before + step + after) / 2
