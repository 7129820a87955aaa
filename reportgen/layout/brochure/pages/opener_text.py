"""What the openers of all three patterns say: number and title, introduction, contents, the pattern's note."""

from __future__ import annotations

from msgspec import Struct

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book
from reportgen.layout.brochure.paginate import INTRODUCTION
from reportgen.layout.brochure.passage import reversed_body
from reportgen.layout.parts.drawing import SECTION_RULE, rule
from reportgen.layout.parts.folio import two_digits
from reportgen.layout.parts.frame import EMPTY, Frame, padded, stack
from reportgen.layout.parts.tagging import HEADING, REFERENCE, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Section
from reportgen.model.sheet import Item, Link
from reportgen.model.structure import Element
from reportgen.model.theme import Colour
from reportgen.story.ornament import caption
from reportgen.story.titles import entry_title

TITLE_SIZES = (38.0, 34.0, 30.0, 26.0)
LONG_TITLE_SIZES, TITLE_LINES = (26.0, 22.0, 19.0, 16.0), 5  # for more lines than this many
HEAD_Y = mm(22)
NEARLY = 0.1  # pt a title may be taller than its lines
CLEAR = mm(14)  # least space between the title, or the note below it, and what is at the foot
NUMBER_WIDTH, NUMBER_HEIGHT = mm(90), mm(37)
NUMBER_ASCENT = 0.72  # em
TITLE_WIDTH = mm(120)
ROW_PITCH, LEAST_PITCH = mm(8.2), mm(5.6)
ROW_SIZES = (10.0, 9.3, 8.6, 8.0)
ROW_BASELINE = 3.8  # pt below the middle of a row of the contents
ROW_LEADING = 1.2  # em, of two lines
ROW_PAD = mm(0.8)  # least above and below two lines
PAGE_SIZE = 11.0  # pt
PAGE_WIDTH, PAGE_ROOM = mm(10), mm(12)  # of a row's page number, and what the words leave free for it
FOOT = mm(268)


class FieldColours(Struct, frozen=True):
    """Colours of text on a section's field."""

    on: Colour
    line: Colour
    soft: Colour
    numeral: Colour
    emphasis: Colour


def ink_of(section: int, book: Book) -> FieldColours:
    """The colours of the section's opener, light or dark according to its field."""
    role, theme = book.theme.role(section), book.theme
    light = role.on.token == "white"
    numeral = theme.opener_numeral[section % len(theme.roles)]
    emphasis = theme.colours.get("a1-300", role.soft) if light else role.on
    line = role.mid if light else role.on
    return FieldColours(role.on, line, role.soft if light else role.on, numeral, emphasis)


def heading_of(section: Section, ink: FieldColours, ts: Typesetter, width: float = TITLE_WIDTH) -> Frame:
    """The number and the title, broken where the author said."""
    numeral = ts.theme.type["opener-numeral"]
    run = ts.paragraph(two_digits(section.number), "opener-numeral", ink.numeral).runs
    number = tagged(
        ts.line(run, NUMBER_WIDTH, NUMBER_HEIGHT, numeral.size * NUMBER_ASCENT, "numeral"), HEADING
    )
    return stack((number, _title(section, ink.on, width, ts)))


def _title(section: Section, ink: Colour, width: float, ts: Typesetter) -> Frame:
    """In one size, the largest at which the author's lines fit; a title of many lines steps down further."""
    size = min(ts.fitting(line, "opener-title", width, TITLE_SIZES) for line in section.title_lines)
    title = EMPTY
    for step in (size, *(smaller for smaller in LONG_TITLE_SIZES if smaller < size)):
        words = ts.paragraph("\n".join(section.title_lines), "opener-title", ink, size=step)
        title = ts.text(words, width, "title")
        if title.height <= TITLE_LINES * words.leading + NEARLY:
            break
    return title


def heading_room(foot: float) -> float:
    """Height for the number and the title above text of this much height at the foot."""
    return FOOT - foot - CLEAR - HEAD_Y


def introduction_of(index: int, section: Section, measure: int, ink: FieldColours, book: Book) -> Frame:
    """The introduction over ``measure`` characters; empty where a page of the section has it."""
    if not section.intro or (index, INTRODUCTION) in book.subsection_pages:
        return EMPTY
    return reversed_body(section.intro, grid.characters(measure), ink.on, ink.emphasis, book.ts, f"{index}")


def contents_of(
    index: int, section: Section, width: float, room: float, most: float, ink: FieldColours, book: Book
) -> Frame:
    """Subsections with their pages; rows close up when there are many, and long titles take a second line.

    Empty where they take more than ``most``: the contents of the book list them too.
    """
    subs = section.subsections
    if not subs:
        return EMPTY
    pitch = max(LEAST_PITCH, min(ROW_PITCH, room / len(subs)))
    items: list[Item] = []
    y = 0.0
    for j in range(len(subs)):
        row = _row(index, j, pitch, width, ink, book)
        items += row.at(0, y)
        y += row.height
    items.append(rule(0, y, width, ink.line, SECTION_RULE))
    return Frame(width, y, tuple(items)) if y <= most else EMPTY


def _row(index: int, j: int, pitch: float, width: float, ink: FieldColours, book: Book) -> Frame:
    ts = book.ts
    sub = book.report.sections[index].subsections[j]
    target = book.subsection_pages[index, j]
    words = entry_title(sub)
    title = _row_title(words, width - PAGE_ROOM, pitch, ink, ts)
    page = ts.paragraph(two_digits(book.folio(target)), "folio", ink.on, size=PAGE_SIZE).runs
    number = ts.line(page, PAGE_WIDTH, pitch, pitch / 2 + ROW_BASELINE, "contents", "right")
    line = rule(0, 0, width, ink.line, SECTION_RULE)
    link = Link(Rect(0, 0, width, title.height), target, f"{words}，第{book.folio(target)}页")
    items = (line, *title.items, *number.at(width - PAGE_WIDTH, 0), link)
    row = Frame(width, title.height, items)
    return tagged(row, Element("TOC", "section"), Element("TOCI", f"{j}"), *REFERENCE)


def _row_title(words: str, width: float, pitch: float, ink: FieldColours, ts: Typesetter) -> Frame:
    """On one line, else on two in the smallest size; a longer one is cut, since its page has it in full."""
    step, size = "contents-part", ts.fitting(words, "contents-part", width, ROW_SIZES)
    run = ts.paragraph(words, step, ink.on, size=size)
    if ts.width(run.runs) <= width:
        return ts.line(run.runs, width, pitch, pitch / 2 + ROW_BASELINE, "contents")
    shown = ts.shortened(words, step, 2 * width - 2 * size, size)
    two = ts.text(ts.paragraph(shown, step, ink.on, size=size, leading=size * ROW_LEADING), width, "contents")
    space = max(ROW_PAD, (pitch - two.height) / 2)
    return padded(two, top=space, bottom=space)


def note_of(index: int, ink: FieldColours, width: float, book: Book) -> Frame:
    """What the pattern shows; empty where it shows no figure."""
    said = caption(book.report, index)
    if not said:
        return EMPTY
    return book.ts.text(book.ts.paragraph(said, "caption-reversed", ink.soft), width, "caption")
