"""Section openers: number, title, introduction and contents on the field, with the data ornament around them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book, PageSpec, sheet
from reportgen.layout.brochure.pages.opener_text import (
    CLEAR,
    FOOT,
    HEAD_Y,
    TITLE_WIDTH,
    FieldColours,
    contents_of,
    heading_of,
    heading_room,
    ink_of,
    introduction_of,
    note_of,
)
from reportgen.layout.brochure.passage import body
from reportgen.layout.parts.drawing import field
from reportgen.layout.parts.frame import Frame, moved, padded, stack
from reportgen.layout.parts.numeral import is_word
from reportgen.layout.parts.opener_art import lit_ground, opener_art
from reportgen.layout.parts.ornaments.rings import WOBBLE
from reportgen.layout.parts.tagging import (
    CALLOUTS,
    LABEL,
    LABELLED,
    entry,
    sect,
    tagged,
    tagged_items,
)
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Report
from reportgen.model.sheet import Item, Shape, Sheet, TextBox
from reportgen.model.structure import Element
from reportgen.model.theme import Colour
from reportgen.story.figure_words import label_of, value_words
from reportgen.story.ornament import Art, art_of

WEAVE_TITLE_WIDTH = mm(84)  # the introduction is beside the title
RIGHT_X, RIGHT_WIDTH = mm(89), mm(85)  # of the right column, from the left margin
CONTENTS_GAP, LIST_ROOM = mm(8), mm(52)  # above the contents; height their rows share
WEAVE_TOP, WEAVE_LOWEST = mm(144.3), mm(268)
WEAVE_INTRO_Y, WEAVE_TEXT_FOOT = mm(60.6), mm(126)  # where the right column begins and may end
WEAVE_LIST_ROOM = mm(40)
WEAVE_UNDER_TEXT, WEAVE_UNDER_TITLE = mm(22), mm(24)  # least from the columns to the weave
WEAVE_NOTE_WIDTH, PLOTS_NOTE_WIDTH, RINGS_NOTE_WIDTH = mm(70), mm(116), mm(84)
# The key to the weave's colours, from its top left.
KEY_HEIGHT, KEY_WIDTH = mm(14.8), mm(24)
KEY_SWATCH = Rect(0, mm(1), mm(3.2), mm(8))
KEY_WORDS_X, KEY_VALUE_Y, KEY_NAME_Y = mm(5), mm(0.2), mm(5.6)
KEY_VALUE_SIZE, KEY_VALUE_HEIGHT, KEY_VALUE_BASELINE = 17.0, mm(5.4), 12.5  # pt
KEY_NAME_LEADING = 9.5  # pt
MEASURE, INTRO_ROOM = 21, mm(95)  # characters; most height an introduction takes
PLOTS_MEASURE, PLOTS_ROOM = 31, mm(70)
UNDER_NOTE, UNDER_TITLE = mm(22), mm(9)  # from the title to the edge of its panel over plots
NOTE_RISE = mm(12)  # of the note's top above that edge
PANEL_PAD, PANEL_RIGHT = mm(7), mm(14)  # of the panels, around and to the right of their words
RING_X, RING_RADIUS = mm(152), mm(85)
RING_HIGHEST, RING_LOWEST = 141, 201  # mm, of the centre
RING_AIR = mm(4)  # between the rings and the title
UNDER_RINGS, ABOVE_TEXT, LIST_DROP = mm(6), mm(10), mm(1.4)  # from the text at the foot; of its contents' top
# The figure in the rings.
CENTRE_WIDTH, CENTRE_PAD = mm(68), mm(4)  # most it takes; beside its words
CENTRE_SIZE, CENTRE_WORD_SIZE, CENTRE_LEADING = 40.0, 34.0, 1.3  # pt; em
CENTRE_LABEL_SIZE, CENTRE_LABEL_LEADING = 9.5, 14.0  # pt
CENTRE_RISE, CENTRE_AIR = mm(15), mm(2)  # of its top above the centre; below its words
CENTRE_LABEL_GAP = mm(1)


def opener_page(spec: PageSpec, book: Book) -> Sheet:
    """The ornament's kind decides where the text is."""
    if spec.section is None:
        raise ValueError("an opener needs its section")
    art = art_of(book.report, spec.section)
    x = grid.left_margin(book.folio(spec.name))
    place = {"weave": _on_weave, "plots": _on_plots, "rings": _on_rings}[art.kind]
    items = place(spec.section, x, art, book)
    role = book.theme.role(spec.section)
    placed = tagged_items(items, sect(f"section-{spec.section}"))
    return sheet(spec, book, placed, book.report.sections[spec.section].title, role.accent)


def opener_fits(index: int, book: Book) -> bool:
    """Whether title and introduction are clear of each other and of the page's foot."""
    section, ink, ts = book.report.sections[index], ink_of(index, book), book.ts
    kind = art_of(book.report, index).kind
    if kind == "weave":
        return heading_of(section, ink, ts, WEAVE_TITLE_WIDTH).height <= heading_room(0.0) - CLEAR
    measure = PLOTS_MEASURE if kind == "plots" else MEASURE
    intro = introduction_of(index, section, measure, ink, book)
    return heading_of(section, ink, ts).height <= heading_room(intro.height)


def takes_introduction(report: Report, index: int, ts: Typesetter) -> bool:
    """Whether the introduction goes on the opener: it is short and holds nothing but words."""
    section = report.sections[index]
    if section.components or section.footnotes:
        return False
    kind = art_of(report, index).kind
    measure, room = (PLOTS_MEASURE, PLOTS_ROOM) if kind == "plots" else (MEASURE, INTRO_ROOM)
    return body(section.intro, grid.characters(measure), ts.theme.role(index), ts, "").height <= room


def _on_weave(index: int, x: float, art: Art, book: Book) -> tuple[Item, ...]:
    """Text on the upper half, the weave from below it into the bleed."""
    section, ink, ts = book.report.sections[index], ink_of(index, book), book.ts
    heading = heading_of(section, ink, ts, WEAVE_TITLE_WIDTH)
    right_x, width = x + RIGHT_X, RIGHT_WIDTH
    intro = introduction_of(index, section, MEASURE, ink, book)
    most = WEAVE_LOWEST - WEAVE_UNDER_TEXT - HEAD_Y - intro.height - CONTENTS_GAP
    contents = contents_of(index, section, width, WEAVE_LIST_ROOM, most, ink, book)
    intro_top = min(WEAVE_INTRO_Y, WEAVE_TEXT_FOOT - contents.height - CONTENTS_GAP - intro.height)
    right = stack((intro, contents), CONTENTS_GAP)
    right_top = max(intro_top, HEAD_Y)
    text_foot = max(right_top + right.height + WEAVE_UNDER_TEXT, HEAD_Y + heading.height + WEAVE_UNDER_TITLE)
    floor = max(WEAVE_TOP, text_foot)
    items: list[Item] = []
    items += opener_art(
        book.report,
        index,
        Rect(-grid.BLEED, floor, grid.BLEED_PAGE.width, grid.BLEED_PAGE.bottom - floor),
        ts,
    )
    items += heading.at(x, HEAD_Y)
    items += right.at(right_x, right_top)
    items += note_of(index, ink, WEAVE_NOTE_WIDTH, book).at(x, floor - KEY_HEIGHT)
    items += _weave_key(art, index, right_x, floor - KEY_HEIGHT, width, ink, book)
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
        items.append(field(KEY_SWATCH.moved(left, y), colour))
        run = ts.paragraph(text, "folio", role.on, size=KEY_VALUE_SIZE).runs
        value = tagged(
            ts.line(run, KEY_WIDTH, KEY_VALUE_HEIGHT, KEY_VALUE_BASELINE, "numeral"), entry(f"{k}"), LABEL
        )
        named = ts.text(ts.paragraph(name, "caption", ink.on, leading=KEY_NAME_LEADING), KEY_WIDTH, "caption")
        items += value.at(left + KEY_WORDS_X, y + KEY_VALUE_Y)
        items += tagged(named, entry(f"{k}"), LABELLED).at(left + KEY_WORDS_X, y + KEY_NAME_Y)
    return tagged_items(items, Element("L", "weave"))


def _part_colours(index: int, count: int, values: Sequence[object], book: Book) -> tuple[Colour, ...]:
    """As the weave colours its parts: white, the next section's field, and tone-on-tone for the largest."""
    role = book.theme.role(index)
    numbers = [float(str(value)) for value in values]
    largest = max(range(count), key=numbers.__getitem__)
    others = [book.theme.colour("white"), book.theme.role(index + 1).accent]
    return tuple(role.mid if i == largest else others.pop(0) for i in range(count))


class _PlotsPage(Struct, frozen=True):
    """The text of an opener over plots and the two plain panels it is on."""

    heading: Frame
    note: Frame
    text: Frame
    foot_top: float
    panels: tuple[Rect, ...]


def _plots_page(index: int, x: float, book: Book) -> _PlotsPage:
    section, ink = book.report.sections[index], ink_of(index, book)
    heading = heading_of(section, ink, book.ts)
    intro = introduction_of(index, section, PLOTS_MEASURE, ink, book)
    width = grid.characters(PLOTS_MEASURE)
    note = note_of(index, ink, PLOTS_NOTE_WIDTH, book)
    edge, below = -grid.BLEED, UNDER_NOTE if note.items else UNDER_TITLE
    most = heading_room(intro.height) - heading.height - CONTENTS_GAP - below
    text = stack((intro, contents_of(index, section, width, LIST_ROOM, most, ink, book)), CONTENTS_GAP)
    foot_top = FOOT - text.height
    head = Rect(edge, edge, x + TITLE_WIDTH + PANEL_PAD, HEAD_Y + heading.height + below)
    foot = Rect(
        edge, foot_top - PANEL_PAD, x + width + PANEL_RIGHT, grid.BLEED_PAGE.bottom - foot_top + PANEL_PAD
    )
    return _PlotsPage(heading, note, text, foot_top, (head, foot) if text.items else (head,))


def _on_plots(index: int, x: float, art: Art, book: Book) -> tuple[Item, ...]:
    """The plan over the whole page, text on two plain panels left free of lit plots."""
    page, ground = _plots_page(index, x, book), book.theme.role(index).accent
    if opens_centre(book, index):
        items = list(_centre_plan(index, x, book))
    else:
        items = list(opener_art(book.report, index, grid.BLEED_PAGE, book.ts, avoid=page.panels))
    items += [field(panel, ground) for panel in page.panels]
    items += page.heading.at(x, HEAD_Y)
    items += page.note.at(x, page.panels[0].bottom - NOTE_RISE)
    items += page.text.at(x, page.foot_top)
    return tuple(items)


def opens_centre(book: Book, index: int) -> bool:
    """Whether the section's opener is the left page of the centre spread, the one uncut sheet inside."""
    return (
        book.folio(f"opener-{index + 1}") * 2 == len(book.pages)
        and art_of(book.report, index).kind == "plots"
    )


def _centre_plan(index: int, x: float, book: Book) -> tuple[Item, ...]:
    """One plan over both pages of the centre spread; every lit plot is on the left one."""
    spread = Rect(
        grid.BLEED_PAGE.x, grid.BLEED_PAGE.y, grid.BLEED_PAGE.width + grid.TRIM[0], grid.BLEED_PAGE.height
    )
    left = Rect(0, 0, *grid.TRIM).inset(grid.SAFE, grid.SAFE)
    panels = _plots_page(index, x, book).panels
    return opener_art(book.report, index, spread, book.ts, avoid=panels, lit_region=left)


def centre_strip(index: int, strip: Rect, book: Book) -> tuple[Item, ...]:
    """The plan where it runs on over the right page, inside the strip at its head."""
    x = grid.left_margin(book.folio(f"opener-{index + 1}"))
    shapes = (moved(item, -grid.TRIM[0], 0) for item in _centre_plan(index, x, book))
    return tuple(replace(shape, clip=strip) for shape in shapes if isinstance(shape, Shape))


def _on_rings(index: int, x: float, art: Art, book: Book) -> tuple[Item, ...]:
    """Rings to the right, the figure in their middle; introduction and contents at the foot."""
    section, ink, ts = book.report.sections[index], ink_of(index, book), book.ts
    heading = heading_of(section, ink, ts)
    intro = introduction_of(index, section, MEASURE, ink, book)
    most = heading_room(0.0) - heading.height
    contents = contents_of(index, section, RIGHT_WIDTH, LIST_ROOM, most, ink, book)
    foot_top = FOOT - max(intro.height, contents.height)
    items: list[Item] = []
    ring_room = Rect(
        grid.BLEED_PAGE.x,
        grid.BLEED_PAGE.y,
        grid.BLEED_PAGE.width,
        foot_top - UNDER_RINGS - grid.BLEED_PAGE.y,
    )
    centre, radius = _ring_place(_reach(heading, x, HEAD_Y), foot_top - CLEAR)
    items += opener_art(book.report, index, ring_room, ts, centre=centre, radius=radius)
    items += heading.at(x, HEAD_Y)
    items += _centre_figure(index, art, centre, ink, ts)
    items += intro.at(x, foot_top)
    items += contents.at(x + RIGHT_X, foot_top + LIST_DROP)
    items += note_of(index, ink, RINGS_NOTE_WIDTH, book).at(x, foot_top - ABOVE_TEXT)
    return tuple(items)


def _reach(heading: Frame, x: float, y: float) -> tuple[float, float]:
    """The lower right corner of the title's words, with the heading at that place."""
    titles = [item for item in heading.items if isinstance(item, TextBox) and item.role == "title"]
    lines = [line for title in titles for line in title.lines]
    return x + max(line.x + line.width for line in lines), y + heading.height


def _ring_place(words: tuple[float, float], floor: float) -> tuple[tuple[float, float], float]:
    """Centre and radius of the rings: as large as the words above and the floor allow, as high as possible."""

    def radius(centre: tuple[float, float]) -> float:
        nearest = math.dist(centre, (min(words[0], centre[0]), words[1]))
        return min(RING_RADIUS, floor - centre[1], nearest / (1 + WOBBLE) - RING_AIR)

    centres = ((RING_X, mm(y)) for y in range(RING_HIGHEST, RING_LOWEST, 2))
    best = max(centres, key=radius)
    return best, radius(best)


def _centre_figure(
    index: int, art: Art, centre: tuple[float, float], ink: FieldColours, ts: Typesetter
) -> tuple[Item, ...]:
    """The figure's words and label, centred in the rings, on a field that interrupts their lines."""
    if art.figure is None:
        return ()
    step, size = ("h1", CENTRE_WORD_SIZE) if is_word(art.figure) else ("folio", CENTRE_SIZE)
    words = ts.paragraph(
        value_words(art.figure), step, ink.numeral, "center", size=size, leading=size * CENTRE_LEADING
    )
    label = ts.paragraph(
        label_of(art.figure), "caption-reversed", ink.on, "center",
        size=CENTRE_LABEL_SIZE, leading=CENTRE_LABEL_LEADING,
    )  # fmt: skip
    widest = max(ts.width(words.runs), ts.width(label.runs))
    width = min(widest + CENTRE_PAD, CENTRE_WIDTH)
    value, named = (
        ts.text(words, width, "numeral"),
        padded(ts.text(label, width, "label"), top=CENTRE_LABEL_GAP),
    )
    lines = stack((tagged(value, LABEL), tagged(named, LABELLED)))
    frame = padded(tagged(lines, CALLOUTS, entry(art.figure.id)), bottom=CENTRE_AIR)
    x, y = centre[0] - width / 2, centre[1] - CENTRE_RISE
    clearing = field(Rect(x, y + CENTRE_AIR, width, frame.height - CENTRE_AIR), lit_ground(index, ts))
    return (clearing, *frame.at(x, y))
