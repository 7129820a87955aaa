"""The figures at a glance: the hero numeral, then a column of callouts for each section."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book, PageSpec, sheet
from reportgen.layout.brochure.furniture import furniture
from reportgen.layout.parts import labels
from reportgen.layout.parts.callout import callout
from reportgen.layout.parts.drawing import HAIRLINE, field, rule
from reportgen.layout.parts.frame import EMPTY, Frame, beside, padded, stack
from reportgen.layout.parts.hero import hero_runs
from reportgen.layout.parts.numeral import NUMERAL_ASCENT
from reportgen.layout.parts.section_head import section_head
from reportgen.layout.parts.tagging import (
    CALLOUTS,
    CAPTION,
    LABEL,
    LABELLED,
    described,
    entry,
    sect,
    tagged,
    tagged_items,
)
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Figure
from reportgen.model.sheet import Item, Sheet
from reportgen.model.text import Run, Style
from reportgen.story.callouts import CalloutFigures, Column, columns, is_ratio
from reportgen.story.figure_words import label_of, parts_said
from reportgen.story.hero import hero_figure, verdict
from reportgen.story.titles import figures_time

TITLE_Y, NOTE_Y, NOTE_WIDTH = mm(23), mm(264.4), mm(120)
HERO_Y, HERO_SIZES = mm(40), (138.0, 120.0, 96.0, 80.0, 64.0)
HERO_ROOM, HERO_WIDTH, HERO_HEIGHT = mm(116), mm(118), mm(50)  # for its words; of their box
HERO_CAPTION, HERO_CAPTION_LEADING, HERO_CAPTION_DROP = 10.5, 17.0, mm(1.4)  # pt; below the numeral's foot
PLAIN_TOP = mm(42)  # of the columns where there is no hero
COLUMNS_TOP = mm(104)
IN_BAND = 3  # sections, or callouts of a single one, side by side
COLUMNS_BOTTOM = mm(262)
LEAST_BAND = mm(38)  # a section's head over one callout
HEAD_HEIGHT = mm(15)
PITCH, LEAST_PITCH, CLOSING = (
    mm(35.5),
    mm(30),
    mm(4),
)  # between callouts; the least; what the lowest leaves of its pitch
ROWS = 4
STAT_SIZE = 40.0
LOW_PITCH, LOW_STAT_SIZE = mm(26), 34.0  # many bands
WIDE_PITCH, WIDE_STAT_SIZE = mm(46), 62.0
RATIO_ROWS = 3  # the proportional bar is as tall as this many callouts
# The proportional bar and its words.
BAR_WIDTH, BAR_TOP, UNDER_BAR, BAR_LABEL_Y = mm(24), mm(9), mm(6), mm(2.4)
BAR_GAP, BAR_LEAST = 1.0, 0.5  # pt between its parts; of the smallest
BAR_WORDS_X = mm(3)
LARGE_VALUE, SMALL_VALUE = 50.0, 22.0  # pt
LARGE_HEIGHT, LARGE_BASELINE, SMALL_HEIGHT, SMALL_BASELINE = 0.95, 0.76, 0.9, 0.74  # em


def glance_page(spec: PageSpec, book: Book) -> Sheet:
    """Title, hero and bands of up to three sections; sections without room are in the index only."""
    ts, x = book.ts, grid.left_margin(book.folio(spec.name))
    items: list[Item] = list(furniture(book, spec.name))
    items += ts.text(ts.paragraph(labels.GLANCE, "h1-large"), grid.TYPE_AREA, "title").at(x, TITLE_Y)
    hero = hero_figure(book.report)
    top = PLAIN_TOP
    if hero:
        items += _hero(hero, book).at(x, HERO_Y)
        top = COLUMNS_TOP
    items += _columns(columns(book.report), x, top, book)
    note = ts.paragraph(_note(book), "source", ts.theme.colour("grey-600"))
    items += ts.text(note, NOTE_WIDTH, "caption").at(x, NOTE_Y)
    return sheet(spec, book, tagged_items(items, sect("glance")), labels.GLANCE)


def _hero(figure: Figure, book: Book) -> Frame:
    ts, baseline = book.ts, HERO_SIZES[0] * NUMERAL_ASCENT
    runs = hero_runs(figure, HERO_ROOM, HERO_SIZES, book.theme.colour("brand-500"), ts)
    big = ts.line(runs, HERO_WIDTH, HERO_HEIGHT, baseline, "numeral", block=f"figure:{figure.id}")
    words = [ts.paragraph(label_of(figure), "caption", size=HERO_CAPTION, leading=HERO_CAPTION_LEADING)]
    words += [
        ts.paragraph(line, "figure-title", size=HERO_CAPTION, leading=HERO_CAPTION_LEADING)
        for line in verdict(figure, book.report)
    ]
    caption = ts.text(words, grid.THIRD, "caption")
    caption = padded(caption, top=baseline - caption.height + HERO_CAPTION_DROP)
    said = beside((0, tagged(big, LABEL)), (grid.third(2), tagged(caption, LABELLED)))
    return tagged(said, CALLOUTS, entry(figure.id))


def _columns(chosen: Sequence[Column], x: float, top: float, book: Book) -> tuple[Item, ...]:
    most = int((COLUMNS_BOTTOM - top) / LEAST_BAND)
    bands = [chosen[i : i + IN_BAND] for i in range(0, len(chosen), IN_BAND)][:most]
    items: list[Item] = []
    if not bands:
        return ()
    room = (COLUMNS_BOTTOM - top) / len(bands)
    slot = _slot(chosen, room)
    for k, band in enumerate(bands):
        for c, column in enumerate(band):
            callouts = tagged(_column(column, slot, book), sect(f"section-{column.section}"))
            items += callouts.at(x + c * (slot.width + grid.THIRD_GAP), top + k * room)
    return tuple(items)


class GlanceSlot(Struct, frozen=True):
    """The place of one section: its width, rows of callouts, and how many are in a row."""

    width: float
    rows: int
    pitch: float
    across: int = 1
    size: float = STAT_SIZE


def _slot(chosen: Sequence[Column], room: float) -> GlanceSlot:
    """Thirds; one or two sections alone share the page's width, their callouts larger and further apart."""
    if len(chosen) > 2:
        rows = max(1, min(ROWS, int((room - HEAD_HEIGHT + CLOSING) / LEAST_PITCH)))
        pitch = min(PITCH, (room - HEAD_HEIGHT) / rows)
        return GlanceSlot(grid.THIRD, rows, pitch, size=STAT_SIZE if pitch > LOW_PITCH else LOW_STAT_SIZE)
    across = IN_BAND if len(chosen) == 1 else 1
    width = (grid.TYPE_AREA - grid.THIRD_GAP * (len(chosen) - 1)) / len(chosen)
    tallest = max(sum(_height(cell) for cell in column.cells) for column in chosen)
    rows = max(1, min(ROWS, math.ceil(tallest / across)))
    pitch = min(WIDE_PITCH, (room - HEAD_HEIGHT) / rows)
    return GlanceSlot(width, rows, pitch, across, STAT_SIZE if across > 1 else WIDE_STAT_SIZE)


def _height(cell: CalloutFigures) -> int:
    """Callouts' heights a cell takes where there is room."""
    return RATIO_ROWS if is_ratio(cell) else 1


def _column(column: Column, slot: GlanceSlot, book: Book) -> Frame:
    role, ts = book.theme.role(column.section), book.ts
    head = section_head(book.report.sections[column.section], slot.width, role, ts)
    items: list[Item] = list(head.items)
    width = (slot.width - grid.THIRD_GAP * (slot.across - 1)) / slot.across
    left = [slot.rows] * slot.across  # rows still free in each place across
    for cell in column.within(slot.rows * slot.across, _height):
        free = max(left)
        tall = _height(cell) if free > RATIO_ROWS else 1
        if free < tall:
            continue
        place = left.index(free)
        x, y = place * (width + grid.THIRD_GAP), HEAD_HEIGHT + (slot.rows - free) * slot.pitch
        if tall > 1:
            items += _ratio_bar(cell[0], slot.pitch * tall - UNDER_BAR, book).at(x, y)
        else:
            items += callout(cell, width, role.text, ts, slot.size).at(x, y)
        left[place] -= tall
    return Frame(slot.width, HEAD_HEIGHT + slot.rows * slot.pitch, tuple(items))


def _ratio_bar(figure: Figure, height: float, book: Book) -> Frame:
    """A tall bar split in proportion, the largest part on top, values and names beside it."""
    ts, ink = book.ts, book.theme.colour("ink-text")
    head = tagged(ts.text(ts.paragraph(label_of(figure), "stat-label"), grid.THIRD, "label"), CAPTION)
    width, top = BAR_WIDTH, BAR_TOP
    bar = height - top
    values = [float(value) for value in figure.quantity.values]
    names = figure.parts or ("",) * len(values)
    colours = book.theme.ratio_colours
    order = sorted(range(len(values)), key=lambda i: -values[i])
    items: list[Item] = [rule(0, 0, grid.THIRD, ink, HAIRLINE), *head.at(0, BAR_LABEL_Y)]
    y, floor = top, 0.0
    for i in order:
        tall = bar * values[i] / sum(values)
        colour = colours[i] if i < len(colours) else book.theme.colour("grey-400")
        items.append(field(Rect(0, y, width, max(tall - BAR_GAP, BAR_LEAST)), colour))
        size = LARGE_VALUE if values[i] > sum(values) / 2 else SMALL_VALUE
        words = _bar_words(figure.quantity.numerals[i], names[i], size, ts)
        at = max(floor, y if size > SMALL_VALUE else y + tall / 2 - words.height / 2)
        items += words.at(width + BAR_WORDS_X, at)
        y, floor = y + tall, at + words.height
    said = f"占比条：{label_of(figure)} {parts_said(figure)}。"
    return tagged(Frame(grid.THIRD, height, tuple(items)), described(said))


def _bar_words(text: str, name: str, size: float, ts: Typesetter) -> Frame:
    """Value over name when large, side by side when small."""
    width = grid.THIRD - BAR_WIDTH - BAR_WORDS_X
    run = Run(text, Style("num-400", size, ts.theme.colour("ink-text")))
    label = ts.style("stat-label")
    if size > SMALL_VALUE:
        value = ts.line((run,), width, size * LARGE_HEIGHT, size * LARGE_BASELINE, "numeral")
        return stack((value, ts.text(ts.paragraph(name, "stat-label"), width, "label") if name else EMPTY))
    return ts.line(
        (run, Run(f"　{name}", label)), width, size * SMALL_HEIGHT, size * SMALL_BASELINE, "numeral"
    )


def _note(book: Book) -> str:
    """Where the figures come from, behind their time."""
    time = figures_time(book.report)
    return (f"{time}。" if time else "") + labels.GLANCE_NOTE
