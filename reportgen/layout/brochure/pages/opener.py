"""Section openers: number, title, introduction and contents on the field, the data ornament around."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book, PageSpec, sheet
from reportgen.layout.brochure.paginate import INTRODUCTION
from reportgen.layout.brochure.passage import body, reversed_body
from reportgen.layout.parts.drawing import SECTION_RULE, field, rule
from reportgen.layout.parts.folio import two_digits
from reportgen.layout.parts.frame import EMPTY, Frame, moved, padded, stack
from reportgen.layout.parts.numeral import is_word
from reportgen.layout.parts.opener_art import lit_ground, opener_art
from reportgen.layout.parts.ornaments.rings import WOBBLE
from reportgen.layout.parts.tagging import (
    CALLOUTS,
    HEADING,
    LABEL,
    LABELLED,
    REFERENCE,
    entry,
    sect,
    tagged,
    tagged_items,
)
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Report, Section
from reportgen.model.sheet import Item, Link, Shape, Sheet, TextBox
from reportgen.model.structure import Element
from reportgen.model.theme import Colour
from reportgen.story.figure_words import value_words
from reportgen.story.ornament import Art, art_of, caption
from reportgen.story.titles import entry_title

TITLE_SIZES = (38.0, 34.0, 30.0, 26.0)
LONG_TITLE_SIZES, TITLE_LINES = (26.0, 22.0, 19.0, 16.0), 5  # for more lines than so many
HEAD_Y = mm(22)
CLEAR = mm(14)  # least space between the title, or the note below it, and what stands at the foot
TITLE_WIDTH = mm(120)
WEAVE_TITLE_WIDTH = mm(84)  # the introduction stands beside the title
ROW_PITCH, LEAST_PITCH = mm(8.2), mm(5.6)
WEAVE_TOP, WEAVE_LOWEST = mm(144.3), mm(268)
BLEED_PAGE = Rect(-grid.BLEED, -grid.BLEED, grid.TRIM[0] + 2 * grid.BLEED, grid.TRIM[1] + 2 * grid.BLEED)
ROW_SIZES = (10.0, 9.3, 8.6, 8.0)
FOOT = mm(268)
MEASURE, INTRO_ROOM = 21, mm(95)  # characters; most height an introduction takes
PLOTS_MEASURE, PLOTS_ROOM = 31, mm(70)
RING_X, RING_RADIUS = mm(152), mm(85)
RING_HIGHEST, RING_LOWEST = 141, 201  # mm, of the centre
CENTRE_WIDTH = mm(68)  # most a figure in the rings takes


class FieldColours(Struct, frozen=True):
    """Colours of text on a section's field."""

    on: Colour
    line: Colour
    soft: Colour
    numeral: Colour
    emphasis: Colour


def opener_page(spec: PageSpec, book: Book) -> Sheet:
    """The ornament's kind decides where the text stands."""
    if spec.section is None:
        raise ValueError("an opener needs its section")
    art = art_of(book.report, spec.section)
    x = grid.left_margin(book.folio(spec.name))
    place = {"weave": _on_weave, "plots": _on_plots, "rings": _on_rings}[art.kind]
    items = place(spec.section, x, art, book)
    role = book.theme.role(spec.section)
    placed = tagged_items(items, sect(f"section-{spec.section}"))
    return sheet(spec, book, placed, book.report.sections[spec.section].title, role.accent)


def _ink(section: int, book: Book) -> FieldColours:
    role, theme = book.theme.role(section), book.theme
    light = role.on.token == "white"
    numeral = theme.opener_numeral[section % len(theme.roles)]
    emphasis = theme.colours.get("a1-300", role.soft) if light else role.on
    line = role.mid if light else role.on
    return FieldColours(role.on, line, role.soft if light else role.on, numeral, emphasis)


def _heading(section: Section, ink: FieldColours, ts: Typesetter, width: float = TITLE_WIDTH) -> Frame:
    """The number and the title, broken where the author said."""
    numeral = ts.theme.type["opener-numeral"]
    run = ts.paragraph(two_digits(section.number), "opener-numeral", ink.numeral).runs
    number = tagged(ts.line(run, mm(90), mm(37), numeral.size * 0.72, "numeral"), HEADING)
    return stack((number, _title(section, ink.on, width, ts)))


def _title(section: Section, ink: Colour, width: float, ts: Typesetter) -> Frame:
    """In one size, the largest at which the author's lines fit; what wraps often steps down further."""
    size = min(ts.fitting(line, "opener-title", width, TITLE_SIZES) for line in section.title_lines)
    title = EMPTY
    for step in (size, *(smaller for smaller in LONG_TITLE_SIZES if smaller < size)):
        words = ts.paragraph(
            "\n".join(section.title_lines), "opener-title", ink, size=step, leading=step * 49 / 38
        )
        title = ts.text(words, width, "title")
        if title.height <= TITLE_LINES * step * 49 / 38 + 0.1:
            break
    return title


def opener_fits(index: int, book: Book) -> bool:
    """Whether title and introduction stand clear of each other and of the page's foot."""
    section, ink, ts = book.report.sections[index], _ink(index, book), book.ts
    kind = art_of(book.report, index).kind
    if kind == "weave":
        return _heading(section, ink, ts, WEAVE_TITLE_WIDTH).height <= _heading_room(0.0) - CLEAR
    measure = PLOTS_MEASURE if kind == "plots" else MEASURE
    intro = _intro(index, section, measure, ink, book)
    return _heading(section, ink, ts).height <= _heading_room(intro.height)


def _heading_room(foot: float) -> float:
    """Height for the number and the title above text of so much height at the foot."""
    return FOOT - foot - CLEAR - HEAD_Y


def takes_introduction(report: Report, index: int, ts: Typesetter) -> bool:
    """Whether the introduction stands on the opener: it is short and brings nothing but words."""
    section = report.sections[index]
    if section.components:
        return False
    kind = art_of(report, index).kind
    measure, room = (PLOTS_MEASURE, PLOTS_ROOM) if kind == "plots" else (MEASURE, INTRO_ROOM)
    return body(section.intro, grid.characters(measure), ts.theme.role(index), ts, "").height <= room


def _intro(index: int, section: Section, measure: int, ink: FieldColours, book: Book) -> Frame:
    if not section.intro or (index, INTRODUCTION) in book.subsection_pages:
        return EMPTY
    return reversed_body(section.intro, grid.characters(measure), ink.on, ink.emphasis, book.ts, f"{index}")


def _mini_contents(
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
        row = _mini_row(index, j, pitch, width, ink, book)
        items += row.at(0, y)
        y += row.height
    items.append(rule(0, y, width, ink.line, SECTION_RULE))
    return Frame(width, y, tuple(items)) if y <= most else EMPTY


def _mini_row(index: int, j: int, pitch: float, width: float, ink: FieldColours, book: Book) -> Frame:
    ts = book.ts
    sub = book.report.sections[index].subsections[j]
    target = book.subsection_pages[index, j]
    words = entry_title(sub)
    title = _mini_title(words, width - mm(12), pitch, ink, ts)
    page = ts.paragraph(two_digits(book.folio(target)), "folio", ink.on, size=11).runs
    number = ts.line(page, mm(10), pitch, pitch / 2 + 3.8, "contents", "right")
    line = rule(0, 0, width, ink.line, SECTION_RULE)
    link = Link(Rect(0, 0, width, title.height), target, f"{words}，第{book.folio(target)}页")
    items = (line, *title.items, *number.at(width - mm(10), 0), link)
    row = Frame(width, title.height, items)
    return tagged(row, Element("TOC", "section"), Element("TOCI", f"{j}"), *REFERENCE)


def _mini_title(words: str, width: float, pitch: float, ink: FieldColours, ts: Typesetter) -> Frame:
    """On one line, else on two in the smallest size; what is longer still is cut, for its page has it in full."""
    step, size = "contents-part", ts.fitting(words, "contents-part", width, ROW_SIZES)
    run = ts.paragraph(words, step, ink.on, size=size)
    if ts.width(run.runs) <= width:
        return ts.line(run.runs, width, pitch, pitch / 2 + 3.8, "contents")
    shown = ts.shortened(words, step, 2 * width - 2 * size, size)
    two = ts.text(ts.paragraph(shown, step, ink.on, size=size, leading=size * 1.2), width, "contents")
    space = max(mm(0.8), (pitch - two.height) / 2)
    return padded(two, top=space, bottom=space)


def _caption(index: int, ink: FieldColours, width: float, book: Book) -> Frame:
    said = caption(book.report, index)
    if not said:
        return EMPTY
    return book.ts.text(book.ts.paragraph(said, "caption-reversed", ink.soft), width, "caption")


def _on_weave(index: int, x: float, art: Art, book: Book) -> tuple[Item, ...]:
    """Text on the upper half, the weave from below it into the bleed."""
    section, ink, ts = book.report.sections[index], _ink(index, book), book.ts
    heading = _heading(section, ink, ts, WEAVE_TITLE_WIDTH)
    right_x, width = x + mm(89), mm(85)
    intro = _intro(index, section, MEASURE, ink, book)
    top = mm(60.6)
    most = WEAVE_LOWEST - mm(22) - HEAD_Y - intro.height - mm(8)
    contents = _mini_contents(index, section, width, mm(40), most, ink, book)
    intro_top = min(top, mm(126) - contents.height - mm(8) - intro.height)
    right = stack((intro, contents), mm(8))
    floor = max(WEAVE_TOP, max(intro_top, mm(22)) + right.height + mm(22), mm(22) + heading.height + mm(24))
    items: list[Item] = []
    items += opener_art(
        book.report, index, Rect(-grid.BLEED, floor, BLEED_PAGE.width, BLEED_PAGE.bottom - floor), ts
    )
    items += heading.at(x, mm(22))
    items += right.at(right_x, max(intro_top, mm(22)))
    items += _caption(index, ink, mm(70), book).at(x, floor - mm(14.8))
    items += _weave_key(art, index, right_x, floor - mm(14.8), width, ink, book)
    return tuple(items)


def _weave_key(
    art: Art, index: int, x: float, y: float, width: float, ink: FieldColours, book: Book
) -> tuple[Item, ...]:
    """Each part's colour, value and name."""
    if art.figure is None:
        return ()
    ts, figure = book.ts, art.figure
    role = book.theme.role(index)
    swatches = _part_colours(index, len(figure.quantity.values), figure.quantity.values, book)
    items: list[Item] = []
    step = width / len(swatches)
    names = figure.parts or ("",) * len(swatches)
    for k, (text, name, colour) in enumerate(zip(figure.quantity.numerals, names, swatches, strict=True)):
        left = x + k * step
        items.append(field(Rect(left, y + mm(1), mm(3.2), mm(8)), colour))
        run = ts.paragraph(text, "folio", role.on, size=17).runs
        value = tagged(ts.line(run, mm(24), mm(5.4), 12.5, "numeral"), entry(f"{k}"), LABEL)
        named = ts.text(ts.paragraph(name, "caption", ink.on, leading=9.5), mm(24), "caption")
        items += value.at(left + mm(5), y + mm(0.2))
        items += tagged(named, entry(f"{k}"), LABELLED).at(left + mm(5), y + mm(5.6))
    return tagged_items(items, Element("L", "weave"))


def _part_colours(index: int, count: int, values: Sequence[object], book: Book) -> tuple[Colour, ...]:
    """As the weave colours its parts: white, the next section's field, and tone-on-tone for the largest."""
    role = book.theme.role(index)
    numbers = [float(str(value)) for value in values]
    largest = max(range(count), key=numbers.__getitem__)
    others = [book.theme.colour("white"), book.theme.role(index + 1).accent]
    return tuple(role.mid if i == largest else others.pop(0) for i in range(count))


class _PlotsPage(Struct, frozen=True):
    """The text of an opener over plots and the two plain panels it stands on."""

    heading: Frame
    note: Frame
    text: Frame
    foot_top: float
    panels: tuple[Rect, ...]


def _plots_page(index: int, x: float, book: Book) -> _PlotsPage:
    section, ink = book.report.sections[index], _ink(index, book)
    heading = _heading(section, ink, book.ts)
    intro = _intro(index, section, PLOTS_MEASURE, ink, book)
    width = grid.characters(PLOTS_MEASURE)
    note = _caption(index, ink, mm(116), book)
    edge, below = -grid.BLEED, mm(22) if note.items else mm(9)
    most = _heading_room(intro.height) - heading.height - mm(8) - below
    text = stack((intro, _mini_contents(index, section, width, mm(52), most, ink, book)), mm(8))
    foot_top = FOOT - text.height
    head = Rect(edge, edge, x + TITLE_WIDTH + mm(7), mm(22) + heading.height + below)
    foot = Rect(edge, foot_top - mm(7), x + width + mm(14), BLEED_PAGE.bottom - foot_top + mm(7))
    return _PlotsPage(heading, note, text, foot_top, (head, foot) if text.items else (head,))


def _on_plots(index: int, x: float, art: Art, book: Book) -> tuple[Item, ...]:
    """The plan over the whole page, text on two plain panels left free of lit plots."""
    page, ground = _plots_page(index, x, book), book.theme.role(index).accent
    if opens_centre(book, index):
        items = list(_centre_plan(index, x, book))
    else:
        items = list(opener_art(book.report, index, BLEED_PAGE, book.ts, avoid=page.panels))
    items += [field(panel, ground) for panel in page.panels]
    items += page.heading.at(x, mm(22))
    items += page.note.at(x, page.panels[0].bottom - mm(12))
    items += page.text.at(x, page.foot_top)
    return tuple(items)


def opens_centre(book: Book, index: int) -> bool:
    """Whether the section's opener is the left page of the centre spread, the one uncut sheet inside."""
    return (
        book.folio(f"opener-{index + 1}") * 2 == len(book.pages)
        and art_of(book.report, index).kind == "plots"
    )


def _centre_plan(index: int, x: float, book: Book) -> tuple[Item, ...]:
    """One plan over both pages of the centre spread; every lit plot lies on the left one."""
    spread = Rect(BLEED_PAGE.x, BLEED_PAGE.y, BLEED_PAGE.width + grid.TRIM[0], BLEED_PAGE.height)
    left = Rect(0, 0, *grid.TRIM).inset(mm(5), mm(5))
    panels = _plots_page(index, x, book).panels
    return opener_art(book.report, index, spread, book.ts, avoid=panels, lit_region=left)


def centre_strip(index: int, strip: Rect, book: Book) -> tuple[Item, ...]:
    """The plan where it runs on over the right page, inside the strip at its head."""
    x = grid.left_margin(book.folio(f"opener-{index + 1}"))
    shapes = (moved(item, -grid.TRIM[0], 0) for item in _centre_plan(index, x, book))
    return tuple(replace(shape, clip=strip) for shape in shapes if isinstance(shape, Shape))


def _on_rings(index: int, x: float, art: Art, book: Book) -> tuple[Item, ...]:
    """Rings to the right, the figure in their middle; introduction and contents at the foot."""
    section, ink, ts = book.report.sections[index], _ink(index, book), book.ts
    heading = _heading(section, ink, ts)
    intro = _intro(index, section, MEASURE, ink, book)
    most = _heading_room(0.0) - heading.height
    contents = _mini_contents(index, section, mm(85), mm(52), most, ink, book)
    foot_top = FOOT - max(intro.height, contents.height)
    items: list[Item] = []
    ring_room = Rect(BLEED_PAGE.x, BLEED_PAGE.y, BLEED_PAGE.width, foot_top - mm(6) - BLEED_PAGE.y)
    centre, radius = _ring_place(_reach(heading, x, mm(22)), foot_top - mm(14))
    items += opener_art(book.report, index, ring_room, ts, centre=centre, radius=radius)
    items += heading.at(x, mm(22))
    items += _centre_figure(index, art, centre, ink, ts)
    items += intro.at(x, foot_top)
    items += contents.at(x + mm(89), foot_top + mm(1.4))
    items += _caption(index, ink, mm(84), book).at(x, foot_top - mm(10))
    return tuple(items)


def _reach(heading: Frame, x: float, y: float) -> tuple[float, float]:
    """The lower right corner of the title's words, the heading standing at that place."""
    titles = [item for item in heading.items if isinstance(item, TextBox) and item.role == "title"]
    lines = [line for title in titles for line in title.lines]
    return x + max(line.x + line.width for line in lines), y + heading.height


def _ring_place(words: tuple[float, float], floor: float) -> tuple[tuple[float, float], float]:
    """Centre and radius of rings as large as the words above and the floor let them be, as high as they may."""

    def radius(centre: tuple[float, float]) -> float:
        nearest = math.dist(centre, (min(words[0], centre[0]), words[1]))
        return min(RING_RADIUS, floor - centre[1], nearest / (1 + WOBBLE) - mm(4))

    centres = ((RING_X, mm(y)) for y in range(RING_HIGHEST, RING_LOWEST, 2))
    best = max(centres, key=radius)
    return best, radius(best)


def _centre_figure(
    index: int, art: Art, centre: tuple[float, float], ink: FieldColours, ts: Typesetter
) -> tuple[Item, ...]:
    """The figure's words and label, centred in the rings, whose lines stop short of them."""
    if art.figure is None:
        return ()
    step, size = ("h1", 34.0) if is_word(art.figure) else ("folio", 40.0)
    words = ts.paragraph(value_words(art.figure), step, ink.numeral, "center", size=size, leading=size * 1.3)
    label = ts.paragraph(art.figure.label, "caption-reversed", ink.on, "center", size=9.5, leading=14)
    widest = max(ts.width(words.runs), ts.width(label.runs))
    width = min(widest + mm(4), CENTRE_WIDTH)
    value, named = ts.text(words, width, "numeral"), padded(ts.text(label, width, "label"), top=mm(1))
    lines = stack((tagged(value, LABEL), tagged(named, LABELLED)))
    frame = padded(tagged(lines, CALLOUTS, entry(art.figure.id)), bottom=mm(2))
    x, y = centre[0] - width / 2, centre[1] - mm(15)
    clearing = field(Rect(x, y + mm(2), width, frame.height - mm(2)), lit_ground(index, ts))
    return (clearing, *frame.at(x, y))
