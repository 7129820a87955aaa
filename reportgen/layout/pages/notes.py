"""A page of ruled lines for the journalist: the useful way to fill a section of four pages."""

from __future__ import annotations

from reportgen.layout import grid, labels
from reportgen.layout.book import Book, PageSpec, sheet
from reportgen.layout.drawing import SECTION_RULE, rule
from reportgen.layout.furniture import furniture
from reportgen.layout.tagging import sect, tagged_items
from reportgen.model.sheet import Item, Sheet
from reportgen.units import mm

FIRST_LINE, PITCH = mm(52), mm(10)


def notes_page(spec: PageSpec, book: Book) -> Sheet:
    """Title and writing lines down to the live area's foot, on silk."""
    ts, x = book.ts, grid.left_margin(book.folio(spec.name))
    items: list[Item] = list(furniture(book, spec.name))
    items += ts.text(ts.paragraph(labels.NOTES, "h1", size=28, leading=36), grid.TYPE_AREA, "title").at(
        x, mm(22)
    )
    y = FIRST_LINE
    while y <= grid.LIVE_BOTTOM:
        items.append(rule(x, y, grid.TYPE_AREA, book.theme.colour("grey-400"), SECTION_RULE))
        y += PITCH
    return sheet(spec, book, tagged_items(items, sect(spec.name)), labels.NOTES, book.theme.colour("silk"))
