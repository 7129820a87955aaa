"""Sheets of paper: read back what is printed on both sides, fold, nest, and leaf through the book."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from functools import lru_cache

import pikepdf
import pypdfium2 as pdfium
from samples import fonts

from reportgen.lengths import Edges, Rect, mm
from reportgen.model.sheet import Document, Sheet, TextBox
from reportgen.model.text import Run, Style, StyledParagraph
from reportgen.model.theme import Colour
from reportgen.pdf.write import PRESS, SCREEN, write_pdf
from reportgen.themes import load_theme
from reportgen.typeset import natural_width, set_line

WIDTH, HEIGHT = mm(210), mm(285)
BLACK = Colour("black", (0, 0, 0, 100), (0, 0, 0))
PAPER = Colour("paper", (0, 0, 10, 0), (255, 255, 230))
Point = tuple[float, float]


@lru_cache
def book(count: int, press: bool) -> bytes:
    """A file of that many pages, each naming itself at its head, its foot and its outer edge."""
    sheets = tuple(
        Sheet(
            f"p{i}",
            (WIDTH, HEIGHT),
            _labels(i, i % 2 == 1 and (i < count or count == 1)),
            background=PAPER,
            bleed=Edges.all(mm(3)),
        )
        for i in range(1, count + 1)
    )
    return write_pdf(Document("册", sheets), load_theme(), fonts(), PRESS if press else SCREEN)


def _labels(page: int, right: bool) -> tuple[TextBox, ...]:
    """``right``: a right-hand page of the book; its outer edge is the right one."""
    outer = WIDTH - mm(20) if right else mm(20)
    spots = {"h": (WIDTH / 2, mm(20)), "f": (WIDTH / 2, HEIGHT - mm(20)), "o": (outer, HEIGHT / 2)}
    return tuple(_label(f"{key}{page:02d}", spot) for key, spot in spots.items())


def _label(text: str, middle: Point) -> TextBox:
    run = Run(text, Style("sans-400", 10, BLACK))
    width = natural_width((run,), fonts())
    box = Rect(middle[0] - width / 2, middle[1] - 6, width, 12)
    return TextBox(box, (StyledParagraph((run,), 12),), (set_line((run,), fonts()),))


@dataclass(frozen=True)
class Print:
    """A page as printed: its number, middle, and the directions of its head and its outer edge."""

    page: int
    middle: Point
    head: Point
    outer: Point


@dataclass(frozen=True)
class Panel:
    """A piece of the sheet between folds, seen from above (y down); ``up`` and ``down``: what is on its faces."""

    middle: Point
    up: Print | None
    down: Print | None


@dataclass(frozen=True)
class Cells:
    """The trim of a side divided into places for one page each."""

    trim: Rect
    columns: int
    rows: int

    def at(self, point: Point) -> tuple[int, int]:
        """Column and row of a point."""
        x, y = (point[0] - self.trim.x) / self.trim.width, (point[1] - self.trim.y) / self.trim.height
        return int(x * self.columns), int(y * self.rows)

    def middle(self, column: int, row: int) -> Point:
        return (
            self.trim.x + self.trim.width * (2 * column + 1) / (2 * self.columns),
            self.trim.y + self.trim.height * (2 * row + 1) / (2 * self.rows),
        )


def cells_of(page: pikepdf.Page, width: float = WIDTH) -> Cells:
    """``width``: of a page on the side."""
    left, bottom, right, top = (float(v) for v in page.TrimBox)
    trim = Rect(left, float(page.MediaBox[3]) - top, right - left, top - bottom)
    return Cells(trim, round(trim.width / width), max(1, round(trim.height / (width * HEIGHT / WIDTH))))


def printed(page: pdfium.PdfPage, cells: Cells) -> list[Print]:
    """The pages on one side, read from the text and where it stands (y down)."""
    text = page.get_textpage()
    height = page.get_height()
    spots: dict[tuple[int, tuple[int, int]], dict[str, Point]] = {}
    for found in re.finditer(r"([hfo])(\d\d)(?!\d)", text.get_text_range()):
        boxes = [text.get_charbox(i) for i in range(*found.span())]
        x = (min(b[0] for b in boxes) + max(b[2] for b in boxes)) / 2
        y = height - (min(b[1] for b in boxes) + max(b[3] for b in boxes)) / 2
        place = spots.setdefault((int(found[2]), cells.at((x, y))), {})
        assert found[1] not in place, f"page {found[2]} is there twice"
        place[found[1]] = (x, y)
    return [_print(number, place) for (number, _), place in spots.items()]


def _print(number: int, place: dict[str, Point]) -> Print:
    head, foot, outer = place["h"], place["f"], place["o"]
    middle = ((head[0] + foot[0]) / 2, (head[1] + foot[1]) / 2)
    return Print(number, middle, _direction(middle, head), _direction(middle, outer))


def _direction(start: Point, end: Point) -> Point:
    """The main direction from one point to another, along an axis."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    return (float(dx > 0) - float(dx < 0), 0.0) if abs(dx) > abs(dy) else (0.0, float(dy > 0) - float(dy < 0))


def panels(front: pdfium.PdfPage, back: pdfium.PdfPage, cells: Cells) -> list[list[Panel]]:
    """The open sheet in rows, back side up; turned over sideways the front is seen."""
    width = front.get_width()
    above, below = printed(back, cells), [_mirrored(p, width / 2, "x") for p in printed(front, cells)]
    found = []
    for row in range(cells.rows):
        middles = [cells.middle(column, row) for column in range(cells.columns)]
        found.append([Panel(middle, _at(above, middle), _at(below, middle)) for middle in middles])
    assert sum(p.up is not None for line in found for p in line) == len(above)
    assert sum(p.down is not None for line in found for p in line) == len(below)
    return found


def cut_apart(sheet: list[list[Panel]]) -> list[list[list[Panel]]]:
    """The copies of a section on a sheet, counted by how often a page is printed."""
    pages = [face.page for row in sheet for panel in row for face in (panel.up, panel.down) if face]
    columns, rows, copies = len(sheet[0]), len(sheet), pages.count(pages[0])
    assert {pages.count(page) for page in pages} == {copies}
    wide = 2 if copies > 1 else columns
    high = columns * rows // copies // wide
    return [
        [row[x : x + wide] for row in sheet[y : y + high]]
        for y in range(0, rows, high)
        for x in range(0, columns, wide)
    ]


def _at(prints: list[Print], middle: Point) -> Print | None:
    near = [
        p for p in prints if abs(p.middle[0] - middle[0]) < mm(20) and abs(p.middle[1] - middle[1]) < mm(20)
    ]
    assert len(near) <= 1
    return near[0] if near else None


def _mirrored(p: Print, line: float, axis: str) -> Print:
    if axis == "x":
        return replace(
            p,
            middle=(2 * line - p.middle[0], p.middle[1]),
            head=(-p.head[0], p.head[1]),
            outer=(-p.outer[0], p.outer[1]),
        )
    return replace(
        p,
        middle=(p.middle[0], 2 * line - p.middle[1]),
        head=(p.head[0], -p.head[1]),
        outer=(p.outer[0], -p.outer[1]),
    )


def folded(pile: list[Panel], axis: str, over: int) -> list[Panel]:
    """The pile folded in the middle: the half on the side ``over`` (-1 left or top, 1 right) is laid on the other."""
    k = "xy".index(axis)
    ends = [panel.middle[k] for panel in pile]
    line = (min(ends) + max(ends)) / 2
    moving = [panel for panel in pile if (panel.middle[k] - line) * over > 0]
    staying = [panel for panel in pile if (panel.middle[k] - line) * over < 0]
    assert len(moving) == len(staying)
    return [_laid_over(panel, line, axis) for panel in reversed(moving)] + staying


def _laid_over(panel: Panel, line: float, axis: str) -> Panel:
    k = "xy".index(axis)
    middle = tuple(2 * line - v if i == k else v for i, v in enumerate(panel.middle))
    up, down = (None if p is None else _mirrored(p, line, axis) for p in (panel.down, panel.up))
    return Panel((middle[0], middle[1]), up, down)


def section(open_sheet: list[list[Panel]]) -> list[Panel]:
    """The folded section from the top, spine at the left: right over left, head over foot, left over right."""
    pile = [panel for row in open_sheet for panel in row]
    if len(open_sheet[0]) == 4:
        pile = folded(pile, "x", 1)
    if len(open_sheet) == 2:
        pile = folded(pile, "y", -1)
    return folded(pile, "x", -1)


def bound(sections: list[list[Panel]]) -> list[Panel]:
    """Leaves of the stapled book: each section lies open in the middle of the one before it."""
    first: list[Panel] = []
    last: list[Panel] = []
    for leaves in sections:
        half = len(leaves) // 2
        first, last = first + leaves[:half], leaves[half:] + last
    return first + last


def leaves_of(data: bytes, page: float = WIDTH) -> list[Panel]:
    """The bound book made from a file of imposed sheets; ``page``: width of a page on them."""
    shown = pdfium.PdfDocument(data)
    assert len(shown) % 2 == 0
    made = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for i in range(0, len(shown), 2):
            sheet = panels(shown[i], shown[i + 1], cells_of(pdf.pages[i], page))
            first, *others = [section(copy) for copy in cut_apart(sheet)]
            assert all(_read(copy) == _read(first) for copy in others)
            made.append(first)
    return bound(made)


def _read(leaves: list[Panel]) -> list[tuple[int, Point, Point] | None]:
    """Page, head and outer edge of every face; where on the sheet it lay is of no matter."""
    return [face and (face.page, face.head, face.outer) for face in faces(leaves)]


def faces(leaves: list[Panel]) -> list[Print | None]:
    """Every page in the order a reader turns them, blank ones as None."""
    return [face for leaf in leaves for face in (leaf.up, leaf.down)]
