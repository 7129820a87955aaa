"""The back cover: the masthead again, the contact fields, the source of the text."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book, PageSpec, sheet
from reportgen.layout.brochure.pages.cover import (
    MASTHEAD_WIDTH,
    MASTHEAD_Y,
    RINGS,
    RINGS_CENTRE,
    RINGS_RADIUS,
    masthead,
)
from reportgen.layout.parts import labels
from reportgen.layout.parts.drawing import SECTION_RULE, outline, rule
from reportgen.layout.parts.frame import Frame, stack
from reportgen.layout.parts.names import source_name
from reportgen.layout.parts.ornaments import rings
from reportgen.layout.parts.tagging import LABEL, LABELLED, entry, sect, tagged, tagged_items
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Report
from reportgen.model.sheet import Item, Sheet
from reportgen.model.structure import Element

CONTACT_Y, CONTACT_HIGHEST, CONTACT_FOOT = mm(206), mm(110), mm(258)
CONTACT_STEPS = ((1, mm(9)), (1, mm(6.6)), (2, mm(6.6)), (2, mm(5.2)))  # columns, row pitch
TITLE_WIDTH, UNDER_TITLE = mm(60), mm(10)  # from the title's top to the fields
FIELD_INSET, FIELD_WIDTH = mm(16), mm(62)
FIELD_GAP, FIELD_RULE_Y = mm(1), mm(5.2)  # beside a label and below a field; of the rule to write on
VALUE_WIDTH, NARROW_VALUE_WIDTH, COLUMN_STEP = mm(84), mm(50), mm(72)  # two columns keep clear of the code
QR_SIZE, QR_Y, QR_LEADING, QR_DASH = mm(26), mm(217), 11.0, (2.0, 2.0)  # the code's square
SOURCE_Y = mm(262)
CONTACTS = Element("L", "contacts")


def back_page(spec: PageSpec, book: Book) -> Sheet:
    """The cover's rings run on over the fold; contact fields only where the report has them."""
    theme = book.theme
    ground = theme.colour("brand-500")
    centre = (RINGS_CENTRE[0] + grid.TRIM[0], RINGS_CENTRE[1])
    items: list[Item] = list(
        rings(
            centre, RINGS_RADIUS, RINGS, line=theme.colour("brand-400"), ground=ground, clip=grid.BLEED_PAGE
        )
    )
    if book.imprint:
        items += masthead(book, grid.INNER, MASTHEAD_Y, "opener-title")
    else:
        title = book.ts.paragraph("\n".join(book.report.title_lines), "h1", theme.colour("white"))
        items += book.ts.text(title, MASTHEAD_WIDTH, "heading").at(grid.INNER, MASTHEAD_Y)
    items += tagged_items(_contact(book), sect("contact"))
    items += _source(book)
    return sheet(spec, book, tagged_items(items, sect("back")), book.report.title, ground)


def _contact(book: Book) -> tuple[Item, ...]:
    """Labels with their values, or a rule to write on where a value is still open."""
    ts = book.ts
    listed = contact_columns(book.report, ts)
    if not listed:
        return ()
    height = max(column.height for column in listed)
    y = min(CONTACT_Y, CONTACT_FOOT - height - UNDER_TITLE)
    title = ts.paragraph(labels.CONTACT, "figure-title", ts.theme.colour("white"))
    items: list[Item] = list(ts.text(title, TITLE_WIDTH, "heading").at(grid.INNER, y))
    for k, column in enumerate(listed):
        items += column.at(grid.INNER + k * COLUMN_STEP, y + UNDER_TITLE)
    if any(label == labels.QR for label, _ in book.report.contact):
        items += _qr_reserve(book)
    return tuple(items)


def contact_columns(report: Report, ts: Typesetter) -> tuple[Frame, ...]:
    """The contact fields in one column, else in two closer ones; the closest where they fit neither way."""
    fields = [(label, value) for label, value in report.contact if label != labels.QR]
    columns: list[Frame] = []
    for count, pitch in CONTACT_STEPS if fields else ():
        width = VALUE_WIDTH if count == 1 else NARROW_VALUE_WIDTH
        rows = [_contact_row(label, value, width, pitch, ts) for label, value in fields]
        each = -(-len(rows) // count)
        columns = [stack(rows[i : i + each]) for i in range(0, len(rows), each)]
        if contact_fits(columns):
            break
    return tuple(columns)


def contact_fits(columns: Sequence[Frame]) -> bool:
    """Whether the contact fields are below the masthead."""
    return all(column.height <= CONTACT_FOOT - UNDER_TITLE - CONTACT_HIGHEST for column in columns)


def _contact_row(label: str, value: str, width: float, pitch: float, ts: Typesetter) -> Frame:
    pale, white = ts.theme.colour("brand-200"), ts.theme.colour("white")
    named = ts.text(ts.paragraph(label, "caption-reversed", pale), FIELD_INSET - FIELD_GAP, "label")
    kind = LABEL if value else LABELLED  # an entry has a body, also one still to be filled in
    items = list(tagged(named, CONTACTS, entry(label), kind).items)
    height = named.height
    if value:
        said = ts.text(ts.paragraph(value, "caption-reversed", white), width, "body")
        items += tagged(said, CONTACTS, entry(label), LABELLED).at(FIELD_INSET, 0)
        height = max(height, said.height)
    else:
        items.append(rule(FIELD_INSET, FIELD_RULE_Y, min(width, FIELD_WIDTH), pale, SECTION_RULE))
    return Frame(FIELD_INSET + width, max(pitch, height + FIELD_GAP), tuple(items))


def _qr_reserve(book: Book) -> tuple[Item, ...]:
    """A dashed square where the office puts its own code."""
    ts, pale = book.ts, book.theme.colour("brand-200")
    box = Rect(grid.TRIM[0] - grid.INNER - QR_SIZE, QR_Y, QR_SIZE, QR_SIZE)
    words = ts.paragraph(f"{labels.QR}\n预留位", "caption", pale, "center", leading=QR_LEADING)
    frame = ts.text(words, QR_SIZE, "caption")
    return (outline(box, pale, SECTION_RULE, QR_DASH), *frame.at(box.x, box.y + (QR_SIZE - frame.height) / 2))


def _source(book: Book) -> tuple[Item, ...]:
    report, ts = book.report, book.ts
    name = source_name(report)
    said = "　".join(p for p in (f"{labels.SOURCE}：{name}" if name else "", report.byline, report.date) if p)
    words = ts.paragraph(said, "caption-reversed", book.theme.colour("brand-200"))
    return ts.text(words, grid.TYPE_AREA, "caption").at(grid.INNER, SOURCE_Y) if said else ()
