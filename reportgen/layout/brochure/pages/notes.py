"""A page of ruled lines for the journalist: the useful way to fill a section of four pages."""

from __future__ import annotations

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book, PageSpec, sheet
from reportgen.layout.brochure.furniture import furniture
from reportgen.layout.parts import labels
from reportgen.layout.parts.drawing import SECTION_RULE, rule
from reportgen.layout.parts.tagging import sect, tagged_items
from reportgen.lengths import mm
from reportgen.model.sheet import Item, Sheet

PITCH = mm(10)
TITLE_Y, BELOW_TITLE = mm(22), mm(30)  # of the page's title, and from a title to the first line
LEAST_LINES = 4


def notes_page(spec: PageSpec, book: Book) -> Sheet:
    """Title and writing lines down to the live area's foot, on silk."""
    x = grid.left_margin(book.folio(spec.name))
    items = (*furniture(book, spec.name), *writing_lines(x, TITLE_Y, book))
    return sheet(spec, book, tagged_items(items, sect(spec.name)), labels.NOTES, book.theme.colour("silk"))


def writing_lines(x: float, y: float, book: Book) -> tuple[Item, ...]:
    """The title at a height and lines from below it to the live area's foot."""
    ts, grey = book.ts, book.theme.colour("grey-400")
    title = ts.text(ts.paragraph(labels.NOTES, "h1"), grid.TYPE_AREA, "title")
    items: list[Item] = list(title.at(x, y))
    y += BELOW_TITLE
    while y <= grid.LIVE_BOTTOM:
        items.append(rule(x, y, grid.TYPE_AREA, grey, SECTION_RULE))
        y += PITCH
    return tuple(items)


def lines_fit(y: float) -> bool:
    """Whether a title at that height leaves room for enough lines to be useful."""
    return y + BELOW_TITLE + (LEAST_LINES - 1) * PITCH <= grid.LIVE_BOTTOM
