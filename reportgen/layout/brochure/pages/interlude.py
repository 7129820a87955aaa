"""A breathing page between sections: one phrase or number of the text, alone on a field."""

from __future__ import annotations

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book, PageSpec, sheet
from reportgen.layout.parts.frame import Frame
from reportgen.layout.parts.ornaments import rings
from reportgen.layout.parts.tagging import sect, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.sheet import Item, Sheet, TextBox
from reportgen.model.structure import Element
from reportgen.model.theme import Colour
from reportgen.story.interludes import Lines, phrases

WIDTH = mm(150)
SIZES = (60.0, 52.0, 44.0, 38.0, 32.0, 26.0)
WRAPPED, LEADING = 38.0, 1.5  # pt of a phrase that may take several lines; em
MIDDLE = mm(110)  # of the words, from the top
RINGS_CENTRE, RINGS_RADIUS, RINGS = (mm(150), mm(220)), mm(170), 10
LONGEST = 30  # characters of a key phrase
DISPLAYED = ("quote", "numeral", "label")  # roles of words set to be seen at once


def _chosen(spec: PageSpec, book: Book) -> Lines:
    """The first phrase of the section that neither the page before nor the page after shows."""
    choices = dict(phrases(book.report, LONGEST))[spec.section or 0]
    shown = _shown_beside(book.folio(spec.name), book)
    return next((lines for lines in choices if not all(line in shown for line in lines)), choices[0])


def _shown_beside(folio: int, book: Book) -> str:
    """The display type of the pages before and after: the one facing it and the one on its back."""
    bodies = (page.body for page in book.pages[folio - 2 : folio + 1] if page.body)
    items = (item for body in bodies for part in body.parts for row in part.rows for item in row.frame.items)
    boxes = (item for item in items if isinstance(item, TextBox) and item.role in DISPLAYED)
    return "\n".join("".join(line.text for line in box.lines) for box in boxes)


def interlude_page(spec: PageSpec, book: Book) -> Sheet:
    """The phrase in Kai over rings in the section's colours."""
    ts, role = book.ts, book.theme.role(spec.section)
    lines = _chosen(spec, book)
    body = tagged(_words(lines, role.on, ts), Element("BlockQuote"))
    items: list[Item] = list(
        rings(RINGS_CENTRE, RINGS_RADIUS, RINGS, line=role.mid, ground=role.accent, clip=grid.BLEED_PAGE)
    )
    items += tagged(body, sect(f"section-{spec.section or 0}"), sect(spec.name)).at(
        grid.left_margin(book.folio(spec.name)), MIDDLE - body.height / 2
    )
    return sheet(spec, book, tuple(items), lines[0], role.accent)


def _words(lines: Lines, ink: Colour, ts: Typesetter) -> Frame:
    """As large as the lines allow; a phrase of one line may wrap for larger type."""
    size = min(ts.fitting(line, "quote", WIDTH, SIZES) for line in lines)
    if len(lines) == 1:
        size = max(size, WRAPPED)
    words = [ts.paragraph(line, "quote", ink, size=size, leading=size * LEADING) for line in lines]
    return ts.text(words, WIDTH, "quote")
