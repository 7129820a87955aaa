"""The contents page: parts, sections and subsections with their pages, and how to read the patterns."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from msgspec import Struct

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book, PageSpec, sheet
from reportgen.layout.brochure.furniture import folio
from reportgen.layout.parts import labels
from reportgen.layout.parts.drawing import HAIRLINE, STAT_RULE, field, rule
from reportgen.layout.parts.folio import two_digits
from reportgen.layout.parts.frame import EMPTY, Frame
from reportgen.layout.parts.opener_art import opener_art
from reportgen.layout.parts.tagging import REFERENCE, sect, tagged_items
from reportgen.layout.parts.typesetter import CENTRED, Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Report, Section
from reportgen.model.sheet import Item, Link, Sheet
from reportgen.model.structure import Element
from reportgen.model.theme import Colour
from reportgen.story.ornament import caption
from reportgen.story.titles import entry_title

LIST_X, LIST_WIDTH = mm(44.5), mm(129.5)
TOP = mm(26)
TITLE_Y, TITLE_WIDTH = mm(24), mm(30)
SMALLEST = 8.0  # pt
SHRINKING = (1, 0.93, 0.86)  # sizes an entry may have, of its step's
# Sizes of page numbers, in pt.
PART_PAGE, SECTION_PAGE, ENTRY_PAGE = 12.0, 14.0, 10.5
PAGE_WIDTH, PAGE_ROOM = mm(14), mm(16)  # of a page number; what an entry's words leave free for it
INDENT = mm(18)  # of sections and their entries
PART_PITCH = mm(8.2)
SECTION_PITCH, ENTRY_PITCH = mm(10.4), mm(6.6)
SECTION_AIR, FIRST_AIR = mm(4), mm(2.5)  # above a section; between the first rule and the list
ABOVE_RULE, BELOW_RULE, PART_RULE = (
    mm(2.2),
    mm(2.4),
    mm(1.2),
)  # around the rule under a section; from a part's rule to the next line
SECTION_SPACE, ENDS = mm(6.4), mm(10)  # height a section and a list take besides their lines
# A section's number and its swatch.
MARK_SIZE, MARK_WIDTH, MARK_HEIGHT = 22.0, mm(16), mm(7)  # pt, the number's box
MARK_SWATCH = Rect(-mm(6), mm(0.2), mm(2.2), mm(7.2))
# The key to the patterns.
SWATCH, SWATCH_GAP, SWATCH_DROP = (mm(38.9), mm(26)), mm(6.4), mm(0.8)
SWATCH_Y, KEY_AIR, KEPT_AIR = mm(206), mm(8), mm(6)  # its top; space above it, where entries close up
MOST_KEYED, KEY_WIDTH = 3, mm(36)
KEY_NOTE_Y, SWATCH_NOTE_Y, SWATCH_NOTE_LEADING = mm(7), mm(29), 11.0
TWO_LINE_LEADING, MOST_TWO_LINES = 1.2, 2.5  # em; of a title in two lines, its height in its size
TWO_LINES = {"section": (11.0, 10.0, 9.0), "entry": (9.0, 8.4, 8.0)}  # pt of a title in two lines
TIGHTEST = 0.62  # entries may close up to this share of their pitch
LOOSE, LOOSEST = 1.2, 1.4  # of its pitch: the room from which a short list opens up, and how far


class ContentsLine(Struct, frozen=True):
    """A line of the list: its words, the page it leads to and how it is set."""

    words: str
    target: str
    kind: str  # part, section, entry
    section: int | None = None


def entries(book: Book) -> tuple[ContentsLine, ...]:
    """Every line of the contents in page order."""
    front, back = (
        [ContentsLine(page.entry, page.name, "part") for page in pages if page.kind != "contents"]
        for pages in book.parts()
    )
    return (*front, *_section_entries(book.report, book.subsection_pages), *back)


def _section_entries(report: Report, pages: Mapping[tuple[int, int], str]) -> tuple[ContentsLine, ...]:
    listed = []
    for i, section in enumerate(report.sections):
        listed.append(ContentsLine(section.title, f"opener-{i + 1}", "section", i))
        listed += [
            ContentsLine(entry_title(sub), pages.get((i, j), ""), "entry", i)
            for j, sub in enumerate(section.subsections)
        ]
    return tuple(listed)


def chunks(
    listed: Sequence[ContentsLine], with_swatches: bool, ts: Typesetter
) -> tuple[tuple[ContentsLine, ...], ...]:
    """Entries page by page, evenly; the first page keeps room for the swatches where that is enough."""
    room = grid.LIVE_BOTTOM - TOP
    pitch, wrapped = _height(listed, ts)
    kept = grid.LIVE_BOTTOM - SWATCH_Y + KEPT_AIR if with_swatches else 0
    if pitch * TIGHTEST + wrapped <= room - kept:
        return (tuple(listed),)
    pages = math.ceil((pitch + wrapped) / room)
    even = (pitch + wrapped) / pages
    done: list[list[ContentsLine]] = [[]]
    for entry in listed:
        taller = sum(_height((*done[-1], entry), ts))
        starts = entry.kind == "section" and len(done) < pages and taller > even
        if taller > room or starts:
            done.append([])
        done[-1].append(entry)
    return tuple(tuple(page) for page in done)


def _pitch(entry: ContentsLine) -> float:
    return {"part": PART_PITCH, "section": SECTION_PITCH + SECTION_SPACE}.get(entry.kind, ENTRY_PITCH)


def _height(listed: Sequence[ContentsLine], ts: Typesetter) -> tuple[float, float]:
    """What may close up, and the second lines of subsections, which may not."""
    wrapped = sum(_second_line(entry, ts) for entry in listed)
    return sum(_pitch(entry) for entry in listed) + ENDS, wrapped


def _second_line(entry: ContentsLine, ts: Typesetter) -> float:
    """The extra height of a subsection's title in two lines."""
    if entry.kind != "entry":
        return 0.0
    two = _two_lines(entry, math.inf, ts)
    return max(0.0, two.height - ts.theme.type["contents-entry"].size)


def contents_count(report: Report, front: int, back: int, ts: Typesetter) -> int:
    """How many pages the list takes, with ``front`` parts before and ``back`` parts after the sections."""
    part = ContentsLine("", "", "part")
    listed = (*[part] * front, *_section_entries(report, {}), *[part] * back)
    return len(chunks(listed, bool(_keyed(report)), ts))


def contents_page(spec: PageSpec, book: Book) -> Sheet:
    """Title in the label column, the list beside it, the pattern key at the foot of a single page."""
    ts, number = book.ts, book.folio(spec.name)
    x = grid.left_margin(number)
    listed = entries(book)
    parts = chunks(listed, bool(_keyed(book.report)), ts)
    mine = parts[spec.chunk]
    keyed = _keyed(book.report) if len(parts) == 1 else ()
    items: list[Item] = []
    title = "\n".join(labels.CONTENTS)
    items += ts.text(ts.paragraph(title, "h1-large"), TITLE_WIDTH, "running" if spec.chunk else "title").at(
        x, TITLE_Y
    )
    bottom = SWATCH_Y - KEY_AIR if keyed else grid.LIVE_BOTTOM
    pitch, wrapped = _height(mine, ts)
    scale = min(1.0, (bottom - TOP - wrapped) / pitch)
    if len(parts) == 1:
        scale = max(scale, min(LOOSEST, (bottom - TOP - wrapped) / pitch / LOOSE))
    items += _list(mine, x + LIST_X, scale, book)
    if keyed:
        items += _pattern_key(keyed, x, book)
    items += folio(book, number)
    placed = tagged_items(items, sect("contents"))
    return sheet(spec, book, placed, labels.CONTENTS, book.theme.colour("silk"))


def _list(listed: Sequence[ContentsLine], x: float, scale: float, book: Book) -> tuple[Item, ...]:
    ink = book.theme.colour("ink-text")
    items: list[Item] = [rule(x, TOP - FIRST_AIR, LIST_WIDTH, ink, STAT_RULE)]
    y = TOP
    for i, entry in enumerate(listed):
        if entry.kind == "section" and i:
            y += SECTION_AIR * scale
        items += _entry(entry, x, y, scale, book)
        y += (SECTION_PITCH if entry.kind == "section" else _pitch(entry)) * scale + _second_line(
            entry, book.ts
        )
        after = listed[i + 1].kind if i + 1 < len(listed) else "part"
        if entry.kind == "part":
            items.append(rule(x, y - PART_RULE * scale, LIST_WIDTH, ink, HAIRLINE))
        elif after != "entry":
            y += ABOVE_RULE * scale
            items.append(rule(x, y, LIST_WIDTH, ink, HAIRLINE))
            y += BELOW_RULE * scale if after == "part" else 0
    return tuple(items)


def _entry(entry: ContentsLine, x: float, y: float, scale: float, book: Book) -> tuple[Item, ...]:
    """``scale``: share of the usual distance to the next entry."""
    ts = book.ts
    steps = {"part": ("contents-part", PART_PAGE), "section": ("contents-section", SECTION_PAGE)}
    step, page_size = steps.get(entry.kind, ("contents-entry", ENTRY_PAGE))
    indent = _indent(entry)
    colour = ts.theme.role(entry.section).text if entry.kind == "section" else _page_colour(entry, book)
    leading = ts.theme.type[step].leading
    baseline = leading / 2 + ts.theme.type[step].size * CENTRED
    room = _words_width(entry)
    page = ts.paragraph(two_digits(book.folio(entry.target)), "folio", colour, size=page_size)
    items: list[Item] = []
    if entry.kind == "section" and entry.section is not None:
        items += _section_mark(entry.section, x, y, baseline, book)
    two = _two_lines(entry, SECTION_PITCH * scale if entry.kind == "section" else math.inf, ts)
    if two.items:
        top = (
            (leading - two.height) / 2
            if entry.kind == "section"
            else (leading - ts.theme.type[step].size) / 2
        )
        items += two.at(x + indent, y + top)
    else:
        size = ts.fitting(entry.words, step, room, _steps(ts.theme.type[step].size))
        words = ts.paragraph(ts.shortened(entry.words, step, room, size), step, size=size)
        items += ts.line(words.runs, room, leading, baseline, "contents").at(x + indent, y)
    items += ts.line(page.runs, PAGE_WIDTH, leading, baseline, "contents", "right").at(
        x + LIST_WIDTH - PAGE_WIDTH, y
    )
    area = Rect(x + min(indent, 0), y, LIST_WIDTH, leading)
    link = Link(area, entry.target, f"{entry.words}，第{book.folio(entry.target)}页")
    return tagged_items((*items, link), *_steps_to(entry), *REFERENCE)


def _indent(entry: ContentsLine) -> float:
    return 0.0 if entry.kind == "part" else INDENT


def _words_width(entry: ContentsLine) -> float:
    return LIST_WIDTH - _indent(entry) - PAGE_ROOM


def _two_lines(entry: ContentsLine, room: float, ts: Typesetter) -> Frame:
    """A title too long for one line, in two, shortened if need be; empty where one does or the room is too low."""
    step, width = f"contents-{entry.kind}", _words_width(entry)
    sizes = _steps(ts.theme.type[step].size)
    if entry.kind == "part" or ts.fitting(entry.words, step, width, sizes) > SMALLEST:
        return EMPTY
    for size in TWO_LINES[entry.kind]:
        frame = _set_small(entry.words, step, width, size, ts)
        if frame.height <= min(room, MOST_TWO_LINES * size):
            return frame
    shown = ts.shortened(entry.words, step, 2 * (width - SMALLEST), SMALLEST)
    frame = _set_small(shown, step, width, SMALLEST, ts)
    return frame if frame.height <= room else EMPTY


def _set_small(words: str, step: str, width: float, size: float, ts: Typesetter) -> Frame:
    return ts.text(ts.paragraph(words, step, size=size, leading=size * TWO_LINE_LEADING), width, "contents")


def _steps_to(entry: ContentsLine) -> tuple[Element, ...]:
    """The entry in the table of contents, a subsection's inside its section's."""
    listed = Element("TOC", "contents")
    if entry.section is None:
        return listed, Element("TOCI", entry.target)
    section = Element("TOCI", f"section-{entry.section}")
    if entry.kind == "section":
        return listed, section
    return listed, section, Element("TOC", "entries"), Element("TOCI", entry.words)


def _steps(size: float) -> tuple[float, ...]:
    """Sizes an entry may shrink to; a longer one is cut, since its page has it in full."""
    return (*(size * share for share in SHRINKING if size * share > SMALLEST), SMALLEST)


def _page_colour(entry: ContentsLine, book: Book) -> Colour:
    return book.theme.colour("ink-text" if entry.kind == "part" else "grey-600")


def _section_mark(section: int, x: float, y: float, baseline: float, book: Book) -> tuple[Item, ...]:
    role, ts = book.theme.role(section), book.ts
    number = ts.paragraph(
        two_digits(book.report.sections[section].number), "folio", role.text, size=MARK_SIZE
    )
    swatch = field(MARK_SWATCH.moved(x, y), role.accent)
    return (swatch, *ts.line(number.runs, MARK_WIDTH, MARK_HEIGHT, baseline, "contents").at(x, y))


def _keyed(report: Report) -> tuple[tuple[int, Section], ...]:
    """The first sections, at most three, whose pattern states a figure."""
    return tuple((i, s) for i, s in enumerate(report.sections) if caption(report, i))[:MOST_KEYED]


def _pattern_key(keyed: Sequence[tuple[int, Section]], x: float, book: Book) -> tuple[Item, ...]:
    ts = book.ts
    items: list[Item] = []
    title = ts.paragraph(labels.PATTERN, "wall-group")
    items += ts.text(title, KEY_WIDTH, "heading").at(x, SWATCH_Y)
    note = ts.paragraph(labels.PATTERN_NOTE, "caption", ts.theme.colour("grey-600"))
    items += ts.text(note, KEY_WIDTH, "caption").at(x, SWATCH_Y + KEY_NOTE_Y)
    for k, (i, _) in enumerate(keyed):
        left = x + LIST_X + k * (SWATCH[0] + SWATCH_GAP)
        area = Rect(left, SWATCH_Y + SWATCH_DROP, *SWATCH)
        items.append(field(area, ts.theme.role(i).accent))
        items += opener_art(book.report, i, area, ts, small=True)
        said = f"{two_digits(book.folio(f'opener-{i + 1}'))}页：{caption(book.report, i)}"
        words = ts.paragraph(said, "caption", leading=SWATCH_NOTE_LEADING)
        items += ts.text(words, SWATCH[0], "caption").at(left, SWATCH_Y + SWATCH_NOTE_Y)
    return tagged_items(items, sect("pattern"))
