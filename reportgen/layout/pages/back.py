"""The back cover: the masthead again, whom to ask, where the text comes from."""

from __future__ import annotations

from reportgen.layout import grid, labels
from reportgen.layout.book import Book, PageSpec, sheet
from reportgen.layout.drawing import SECTION_RULE, outline, rule
from reportgen.layout.names import source_name
from reportgen.layout.ornaments import rings
from reportgen.layout.pages.cover import RINGS_CENTRE, RINGS_RADIUS, masthead
from reportgen.layout.tagging import LABEL, LABELLED, entry, sect, tagged, tagged_items
from reportgen.model.sheet import Item, Sheet
from reportgen.model.structure import Element
from reportgen.units import Rect, mm

CONTACT_Y = mm(206)
CONTACT_PITCH = mm(9)
FIELD_X, FIELD_WIDTH = mm(36), mm(62)
QR_SIZE = mm(26)
CONTACTS = Element("L", "contacts")


def back_page(spec: PageSpec, book: Book) -> Sheet:
    """The cover's rings run on over the fold; contact fields only where the report has them."""
    theme = book.theme
    page = Rect(-grid.BLEED, -grid.BLEED, grid.TRIM[0] + 2 * grid.BLEED, grid.TRIM[1] + 2 * grid.BLEED)
    ground = theme.colour("brand-500")
    centre = (RINGS_CENTRE[0] + grid.TRIM[0], RINGS_CENTRE[1])
    items: list[Item] = list(
        rings(centre, RINGS_RADIUS, 10, line=theme.colour("brand-400"), ground=ground, clip=page)
    )
    if book.imprint:
        items += masthead(book, grid.INNER, mm(26.6), "opener-title")
    else:
        title = book.ts.paragraph("\n".join(book.report.title_lines), "h1", theme.colour("white"))
        items += book.ts.text(title, mm(84), "heading").at(grid.INNER, mm(26.6))
    items += tagged_items(_contact(book), sect("contact"))
    items += _source(book)
    return sheet(spec, book, tagged_items(items, sect("back")), book.report.title, ground)


def _contact(book: Book) -> tuple[Item, ...]:
    """Labels with their values, or a rule to write on where a value is still open."""
    ts, white = book.ts, book.theme.colour("white")
    pale = book.theme.colour("brand-200")
    rows = [(label, value) for label, value in book.report.contact if label != labels.QR]
    if not rows:
        return ()
    title = ts.paragraph(labels.CONTACT, "figure-title", white)
    items: list[Item] = list(ts.text(title, mm(60), "heading").at(grid.INNER, CONTACT_Y))
    for k, (label, value) in enumerate(rows):
        y = CONTACT_Y + mm(10) + k * CONTACT_PITCH
        named = ts.text(ts.paragraph(label, "caption-reversed", pale), mm(15), "label")
        kind = LABEL if value else LABELLED  # an entry has a body, also one still to be filled in
        items += tagged(named, CONTACTS, entry(label), kind).at(grid.INNER, y)
        if value:
            said = ts.text(ts.paragraph(value, "caption-reversed", white), mm(84), "body")
            items += tagged(said, CONTACTS, entry(label), LABELLED).at(FIELD_X, y)
        else:
            items.append(rule(FIELD_X, y + mm(5.2), FIELD_WIDTH, pale, SECTION_RULE))
    if any(label == labels.QR for label, _ in book.report.contact):
        items += _qr_reserve(book)
    return tuple(items)


def _qr_reserve(book: Book) -> tuple[Item, ...]:
    """A dashed square where the office puts its own code."""
    ts, pale = book.ts, book.theme.colour("brand-200")
    box = Rect(grid.TRIM[0] - grid.INNER - QR_SIZE, mm(217), QR_SIZE, QR_SIZE)
    words = ts.paragraph(f"{labels.QR}\n预留位", "caption", pale, "center", leading=11)
    frame = ts.text(words, QR_SIZE, "caption")
    return (outline(box, pale, 0.5, (2.0, 2.0)), *frame.at(box.x, box.y + (QR_SIZE - frame.height) / 2))


def _source(book: Book) -> tuple[Item, ...]:
    report, ts = book.report, book.ts
    name = source_name(report)
    said = "　".join(p for p in (f"{labels.SOURCE}：{name}" if name else "", report.byline, report.date) if p)
    words = ts.paragraph(said, "caption-reversed", book.theme.colour("brand-200"))
    return ts.text(words, grid.TYPE_AREA, "caption").at(grid.INNER, mm(262)) if said else ()
