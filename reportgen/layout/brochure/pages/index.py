"""The data index: every figure of the report, the clause it is in and the page that prints it."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book, PageSpec, sheet
from reportgen.layout.brochure.furniture import furniture
from reportgen.layout.brochure.pages.notes import lines_fit, writing_lines
from reportgen.layout.parts import labels
from reportgen.layout.parts.drawing import HAIRLINE, SECTION_RULE, rule
from reportgen.layout.parts.folio import two_digits
from reportgen.layout.parts.frame import Frame
from reportgen.layout.parts.numeral import NumeralLook, is_word, numeral_runs
from reportgen.layout.parts.tagging import sect, tagged, tagged_items
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Figure, Report
from reportgen.model.sheet import Item, Link, Sheet
from reportgen.model.structure import Element
from reportgen.model.text import Run, Style
from reportgen.story.figure_words import full_label, label_of, value_words
from reportgen.story.titles import figures_time

COLUMNS = (0.0, mm(38), mm(88), mm(164))
WIDTHS = (mm(36), mm(48), mm(77), mm(10))
HEAD_Y, ROWS_Y = mm(40), mm(45)
ROW, CLOSEST = mm(9.4), mm(8.8)  # rows close up a little to save a page
ROOM = mm(217)
NOTES_GAP = mm(20)
HALF_WAY = mm(143)  # a longer index leaves notes to a page of their own, where there is one
FINELY = 100  # heights are compared in hundredths of a point
TITLE_Y, NOTE_Y = mm(22), mm(26)
NOTE_SIZE, NOTE_LEADING = 9.0, 13.0
ROW_AIR = mm(2)  # least above and below the words of a row together
PAGE_BASELINE, VALUE_BASELINE = 4, 5  # pt below the middle of a row
WORD_SIZE = 11.0  # of a value in words
SIZES = (18.0, 16.0, 14.0, 12.0, 10.0)
TABLE = Element("Table", "index")


def index_chunks(report: Report, ts: Typesetter) -> tuple[tuple[Figure, ...], ...]:
    """Figures page by page in the order of the text, spread evenly over the pages they need."""
    if not report.figures:
        return ()
    heights = [row_height(figure, ts) for figure in report.figures]
    if sum(heights) > ROOM >= sum(heights) * CLOSEST / ROW:
        return (report.figures,)
    pages = -(-int(sum(heights) * FINELY) // int(ROOM * FINELY))
    chunks: list[list[Figure]] = [[]]
    used = 0.0
    for figure, height in zip(report.figures, heights, strict=True):
        even = sum(heights) / pages + ROW / 2
        if chunks[-1] and used + height > min(ROOM, even if len(chunks) < pages else ROOM):
            chunks.append([])
            used = 0.0
        chunks[-1].append(figure)
        used += height
    return tuple(tuple(chunk) for chunk in chunks)


def row_height(figure: Figure, ts: Typesetter) -> float:
    """A row's height: taller where label or clause takes a second line."""
    lines = max(_label(figure, ts).height, _clause(figure, ts).height)
    return max(ROW, lines + ROW_AIR)


def holds_notes(figures: Sequence[Figure], ts: Typesetter) -> bool:
    """Whether these rows leave their page room for lines to write on."""
    return lines_fit(ROWS_Y + sum(row_height(figure, ts) for figure in figures) + NOTES_GAP)


def index_page(spec: PageSpec, book: Book) -> Sheet:
    """Title and note, column heads, a row for each figure."""
    ts, x = book.ts, grid.left_margin(book.folio(spec.name))
    grey, ink = book.theme.colour("grey-600"), book.theme.colour("ink-text")
    items: list[Item] = list(furniture(book, spec.name))
    title = ts.paragraph(labels.INDEX, "h1")
    again = spec.chunk > 0  # title, note and heads are read once
    items += ts.text(title, grid.LABEL_WIDTH, "running" if again else "title").at(x, TITLE_Y)
    note = ts.paragraph(_note(book), "caption", grey, size=NOTE_SIZE, leading=NOTE_LEADING)
    said = ts.text(note, grid.LABEL_CONTENT_WIDTH, "running" if again else "caption")
    items += said.at(x + grid.LABEL_CONTENT, NOTE_Y)
    for head, column, width in zip(labels.INDEX_HEADS, COLUMNS, WIDTHS, strict=True):
        align = "right" if head == labels.INDEX_HEADS[-1] else "left"
        paragraph = ts.paragraph(head, "index-head", grey, "right" if align == "right" else "left")
        cell = ts.text(paragraph, width, "running" if again else "table")
        placed = tagged(cell, TABLE, Element("TR"), Element("TH", head, scope="Column"))
        items += placed.at(x + column, HEAD_Y)
    y = ROWS_Y
    heights = [row_height(figure, ts) for figure in spec.figures]
    squeeze = min(1.0, ROOM / sum(heights))
    for figure, height in zip(spec.figures, heights, strict=True):
        items += _row(figure, x, y, height * squeeze, book)
        y += height * squeeze
    items.append(rule(x, y, grid.TYPE_AREA, ink, SECTION_RULE))
    whole = tagged_items(items, sect("index"))
    if holds_notes(spec.figures, ts) and (y < HALF_WAY or not book.pages_of("notes")):
        whole += tagged_items(writing_lines(x, y + NOTES_GAP, book), sect("notes"))
    return sheet(spec, book, whole, labels.INDEX, book.theme.colour("silk"))


def _row(figure: Figure, x: float, y: float, height: float, book: Book) -> Sequence[Item]:
    ts = book.ts
    target = book.figure_pages[figure.id]
    folio = two_digits(book.folio(target))
    page = ts.line(
        ts.paragraph(folio, "index-page").runs,
        WIDTHS[3],
        height,
        height / 2 + PAGE_BASELINE,
        "table",
        "right",
    )
    items: list[Item] = [rule(x, y, grid.TYPE_AREA, ts.theme.colour("ink-text"), HAIRLINE)]
    items += tagged(_value(figure, height, ts), Element("TD", "0")).at(x, y)
    label = tagged(_label(figure, ts), Element("TH", "1", scope="Row"))  # names the row
    clause = tagged(_clause(figure, ts), Element("TD", "2"))
    for column, placed in ((1, label), (2, clause)):
        items += placed.at(x + COLUMNS[column], y + (height - placed.height) / 2)
    link = Link(Rect(x, y, grid.TYPE_AREA, height), target, f"{label_of(figure)}，第{book.folio(target)}页")
    items += tagged_items((*page.at(x + COLUMNS[3], y), link), Element("TD", "3"), Element("Link"))
    return tagged_items(items, TABLE, Element("TR", figure.id))


def _value(figure: Figure, height: float, ts: Typesetter) -> Frame:
    colour = ts.theme.role(figure.section).text
    if is_word(figure):
        runs: tuple[Run, ...] = (Run(value_words(figure), Style("serif-900", WORD_SIZE, colour)),)
    else:
        size = next(
            (s for s in SIZES if ts.width(numeral_runs(figure, NumeralLook(s, colour), ts)) <= WIDTHS[0]),
            SIZES[-1],
        )
        runs = numeral_runs(figure, NumeralLook(size, colour), ts)
    return ts.line(
        runs, WIDTHS[0], height, height / 2 + VALUE_BASELINE, "numeral", block=f"figure:{figure.id}"
    )


def _label(figure: Figure, ts: Typesetter) -> Frame:
    return ts.text(ts.paragraph(full_label(figure), "index-label"), WIDTHS[1], "table")


def _clause(figure: Figure, ts: Typesetter) -> Frame:
    return ts.text(ts.paragraph(figure.clause, "index-clause"), WIDTHS[2], "table")


def _note(book: Book) -> str:
    """Where the figures come from, behind their time."""
    time = figures_time(book.report)
    return (f"{time}。" if time else "") + labels.INDEX_NOTE
