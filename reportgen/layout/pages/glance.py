"""The figures at a glance: the hero numeral, then a column of callouts for each section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from reportgen.layout import grid, labels
from reportgen.layout.book import Book, PageSpec, sheet, two_digits
from reportgen.layout.components.numeral import NUMERAL_ASCENT, is_word
from reportgen.layout.components.stat import label_of, numeral_size, stat
from reportgen.layout.drawing import HAIRLINE, field, rule
from reportgen.layout.frame import EMPTY, Frame, beside, padded, stack
from reportgen.layout.furniture import furniture
from reportgen.layout.typesetter import Typesetter
from reportgen.model.report import Chart, Figure, Report
from reportgen.model.sheet import Item, Sheet
from reportgen.model.text import Run, Style
from reportgen.model.theme import Colour
from reportgen.units import Rect, mm

HERO_SIZES = (138.0, 120.0, 96.0, 80.0, 64.0)
COLUMNS_TOP = mm(104)
HEAD_HEIGHT = mm(15)
PITCH = mm(35.5)
ROWS = 4
STAT_SIZE = 40.0
SHORT_LABEL = 2  # characters; a pair so labelled (城, 乡) needs its common label below
RATIO_ROWS = 3  # the proportional bar is as tall as so many callouts

Cell = tuple[Figure, ...]  # one figure, or two that share a row


@dataclass(frozen=True, slots=True)
class Column:
    """A section's callouts."""

    section: int
    cells: tuple[Cell, ...]


def glance_page(spec: PageSpec, book: Book) -> Sheet:
    """Title, hero and up to three sections a band of columns."""
    ts, x = book.ts, grid.left_margin(book.folio(spec.name))
    items: list[Item] = list(furniture(book, spec.name))
    items += ts.text(ts.paragraph(labels.GLANCE, "h1-large"), grid.TYPE_AREA, "title").at(x, mm(23))
    hero = hero_figure(book.report)
    top = mm(42)
    if hero:
        items += _hero(hero, book).at(x, mm(40))
        top = COLUMNS_TOP
    items += _columns(columns(book.report), x, top, book)
    note = ts.paragraph(labels.GLANCE_NOTE, "source", ts.theme.colour("grey-600"))
    items += ts.text(note, mm(120), "caption").at(x, mm(264.4))
    return sheet(spec, book, tuple(items), labels.GLANCE)


def hero_figure(report: Report) -> Figure | None:
    """The figure marked as hero, else the lead's first single number."""
    marked = [figure for figure in report.figures if figure.hero]
    lead = [f for f in report.figures if f.section is None and f.quantity.kind in ("number", "percent")]
    return next(iter(marked + lead), None)


def _hero(figure: Figure, book: Book) -> Frame:
    ts, colour = book.ts, book.theme.colour("brand-500")
    quantity, numeral = figure.quantity, ts.theme.type["hero-numeral"]
    side = Style("sans-500", 19, colour)
    for size in HERO_SIZES:
        face = "serif-900" if is_word(figure) else numeral.face
        runs = [Run(quantity.qualifier, side)] if quantity.qualifier else []
        runs.append(
            Run(figure.numeral, Style(face, size * (0.6 if is_word(figure) else 1), colour, numeral.tracking))
        )
        runs += [Run(quantity.unit + quantity.suffix, side)] if quantity.unit + quantity.suffix else []
        if ts.width(runs) <= mm(116):
            break
    height, baseline = mm(50), 138 * NUMERAL_ASCENT
    big = ts.line(runs, mm(118), height, baseline, "numeral", block=f"figure:{figure.id}")
    words = [ts.paragraph(label_of(figure), "caption", size=10.5, leading=17, balance=True)]
    words += [
        ts.paragraph(line, "figure-title", size=10.5, leading=17, balance=True)
        for line in _verdict(figure, book.report)
    ]
    caption = ts.text(words, grid.THIRD, "caption")
    return beside((0, big), (grid.third(2), padded(caption, top=baseline - caption.height + mm(1.4))))


def _verdict(figure: Figure, report: Report) -> tuple[str, ...]:
    """The rank the lead's honours state for the figure's subject."""
    return tuple(
        h.status for h in report.honours if h.section is None and h.text == figure.label and h.status
    )[:1]


def columns(report: Report) -> tuple[Column, ...]:
    """Each section's figures: its introduction's first, then one of each subsection in turn."""
    details = _details(report)
    hero = hero_figure(report)
    chosen = []
    for i in range(len(report.sections)):
        mine = [
            f for f in report.figures if f.section == i and f.id not in details and f != hero and not f.inline
        ]
        chosen.append(Column(i, tuple(_pairs(_in_turn(mine)))))
    return tuple(column for column in chosen if column.cells)


def _details(report: Report) -> set[str]:
    """Figures that only make sense within their chart: rankings of three and more, counts by status."""
    ids: set[str] = set()
    parts = [c for s in report.sections for c in s.components]
    parts += [c for s in report.sections for sub in s.subsections for c in sub.components]
    for part in parts:
        if isinstance(part, Chart) and (len(part.spec.data) > 2 or any(d.status for d in part.spec.data)):
            ids |= {d.figure for d in part.spec.data if len(part.spec.data) > 1}
    return {id for id in ids if id and len(report.figure(id).quantity.values) == 1}


def _in_turn(figures: Sequence[Figure]) -> list[Figure]:
    """Introduction first, then the subsections' figures round by round."""
    groups: dict[int | None, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.subsection, []).append(figure)
    intro = groups.pop(None, [])
    rounds = zip_longest(*(_grouped(group) for group in groups.values()))
    return intro + [figure for turn in rounds for cell in turn if cell for figure in cell]


def _grouped(figures: Sequence[Figure]) -> list[Cell]:
    return list(_pairs(figures))


def _pairs(figures: Sequence[Figure]) -> list[Cell]:
    """Neighbours of one series or one unit in one clause share a row."""
    cells: list[Cell] = []
    for figure in figures:
        last = cells[-1][0] if cells and len(cells[-1]) == 1 else None
        if last and _akin(last, figure):
            cells[-1] = (last, figure)
        else:
            cells.append((figure,))
    return cells


def _akin(first: Figure, second: Figure) -> bool:
    if not _slim(first) or not _slim(second):
        return False
    return bool(first.series) and first.series == second.series


def _slim(figure: Figure) -> bool:
    """Whether numeral and unit go into half a column."""
    return len(figure.numeral) + len(figure.quantity.qualifier) <= 5 and len(figure.quantity.unit) <= 2


def _columns(chosen: Sequence[Column], x: float, top: float, book: Book) -> tuple[Item, ...]:
    bands = [chosen[i : i + 3] for i in range(0, len(chosen), 3)]
    items: list[Item] = []
    if not bands:
        return ()
    room = (mm(262) - top) / len(bands)
    rows = max(1, min(ROWS, int((room - HEAD_HEIGHT + mm(4)) / mm(30))))
    pitch = min(PITCH, (room - HEAD_HEIGHT) / rows)
    for k, band in enumerate(bands):
        for c, column in enumerate(band):
            items += _column(column, rows, pitch, book).at(x + grid.third(c), top + k * room)
    return tuple(items)


def _column(column: Column, rows: int, pitch: float, book: Book) -> Frame:
    role, ts = book.theme.role(column.section), book.ts
    section = book.report.sections[column.section]
    items: list[Item] = [field(Rect(0, 0, grid.THIRD, mm(1.6)), role.accent)]
    number = (Run(two_digits(section.number), Style("num-400", 15, role.text)),)
    indent = ts.width(number) + mm(2.4)
    size = ts.fitting(section.title, "contents-part", grid.THIRD - indent, (11, 10, 9, 8, 7))
    title = ts.paragraph(section.title, "contents-part", size=size, leading=size * 1.3, balance=True)
    words = ts.text(title, grid.THIRD - indent, "heading")
    items += ts.line(number, indent, mm(7), mm(5), "numeral").at(0, mm(3.4))
    items += words.at(indent, mm(3.4) + max(0.0, (mm(7) - words.height) / 2))
    y, left = HEAD_HEIGHT, rows
    for cell in column.cells:
        ratio = cell[0].quantity.kind == "ratio" and len(cell) == 1
        tall = RATIO_ROWS if ratio and left > RATIO_ROWS else 1
        if left < tall:
            continue
        if tall > 1:
            items += _ratio_bar(cell[0], pitch * tall - mm(6), book).at(0, y)
        else:
            items += _cell(cell, role.text, ts).at(0, y)
        y, left = y + pitch * tall, left - tall
    return Frame(grid.THIRD, y, tuple(items))


def _cell(cell: Cell, colour: Colour, ts: Typesetter) -> Frame:
    if len(cell) == 1:
        return stat(cell[0], grid.THIRD, colour, ts, STAT_SIZE)
    half = (grid.THIRD - mm(4)) / 2
    size = numeral_size(cell, half, colour, ts, STAT_SIZE)
    pair = beside(*((k * (half + mm(4)), stat(f, half, colour, ts, size)) for k, f in enumerate(cell)))
    joint = cell[0].series
    if any(joint in f.label or len(f.label) > SHORT_LABEL for f in cell):
        return pair
    words = ts.text(ts.paragraph(joint, "stat-label", balance=True), grid.THIRD, "label")
    return stack((pair, words))


def _ratio_bar(figure: Figure, height: float, book: Book) -> Frame:
    """A tall bar split in proportion, the largest part on top, values and names beside it."""
    ts, ink = book.ts, book.theme.colour("ink-text")
    head = ts.text(ts.paragraph(label_of(figure), "stat-label"), grid.THIRD, "label")
    width, top = mm(24), mm(9)
    bar = height - top
    values = [float(value) for value in figure.quantity.values]
    names = figure.parts or ("",) * len(values)
    colours = book.theme.ratio_colours
    order = sorted(range(len(values)), key=lambda i: -values[i])
    items: list[Item] = [rule(0, 0, grid.THIRD, ink, HAIRLINE), *head.at(0, mm(2.4))]
    y, floor = top, 0.0
    for i in order:
        tall = bar * values[i] / sum(values)
        colour = colours[i] if i < len(colours) else book.theme.colour("grey-400")
        items.append(field(Rect(0, y, width, max(tall - 1, 0.5)), colour))
        size = 50.0 if values[i] > sum(values) / 2 else 22.0
        words = _bar_words(figure.quantity.numerals[i], names[i], size, ts)
        at = max(floor, y if size > 22 else y + tall / 2 - words.height / 2)
        items += words.at(width + mm(3), at)
        y, floor = y + tall, at + words.height
    return Frame(grid.THIRD, height, tuple(items))


def _bar_words(text: str, name: str, size: float, ts: Typesetter) -> Frame:
    """Value over name when large, side by side when small."""
    width = grid.THIRD - mm(27)
    run = Run(text, Style("num-400", size, ts.theme.colour("ink-text")))
    label = ts.style("stat-label")
    if size > 22:
        value = ts.line((run,), width, size * 0.95, size * 0.76, "numeral")
        return stack((value, ts.text(ts.paragraph(name, "stat-label"), width, "label") if name else EMPTY))
    return ts.line((run, Run(f"　{name}", label)), width, size * 0.9, size * 0.74, "numeral")
