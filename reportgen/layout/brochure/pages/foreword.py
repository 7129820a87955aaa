"""The lead in large type, its conclusions in brief, and growth rings at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book, PageSpec, sheet
from reportgen.layout.brochure.components.note_list import note_list
from reportgen.layout.brochure.furniture import furniture
from reportgen.layout.brochure.passage import standfirst
from reportgen.layout.parts import labels
from reportgen.layout.parts.drawing import STAT_RULE, rule_frame
from reportgen.layout.parts.frame import EMPTY, Frame, padded, stack
from reportgen.layout.parts.ornaments import rings
from reportgen.layout.parts.rows import cut_text
from reportgen.layout.parts.stat import stat
from reportgen.layout.parts.tagging import LABEL, LABELLED, entry, sect, tagged, tagged_items
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.report import Report
from reportgen.model.sheet import Item, Sheet
from reportgen.model.structure import Element
from reportgen.model.text import Align
from reportgen.story.lead import aside_figures, verdicts

TITLE_SIZES = (44.0, 38.0, 32.0, 28.0, 24.0)
TITLE_Y, UNDER_TITLE = mm(26), mm(14)
TEXT_TOP = mm(82)
BYLINE_Y = mm(271)
RINGS_TOP = mm(156)  # text that runs further down is on plain paper
RINGS, RINGS_RADIUS = 5, mm(104)
RINGS_INSET, RINGS_Y = mm(8), mm(268)  # of their centre, from the trim
FIGURE_SIZE = 62.0
SUBJECT_SIZE, VERDICT_LEADING = 10.5, 26.0  # pt
SUBJECT_PAD, VERDICT_GAP = mm(2.6), mm(1)  # above a verdict's subject, and below it
ASIDES_GAP = mm(7)
ABOVE_NOTES = mm(9)
SIZES = (17.0, 14.5, 12.5, 11.0)
MEASURE = 27  # characters
FULL = mm(172)  # height for text on the first page when nothing is below it
WITH_VERDICTS = mm(84)
VERDICTS = Element("L", "verdicts")


def foreword_texts(report: Report, ts: Typesetter) -> tuple[Frame, ...]:
    """The lead cut into pages: the largest size at which it fits one, else at the smallest over several.

    The last of them leaves room for the footnotes; it is empty where they need a page of their own.
    """
    if not report.lead:
        return ()
    emphasis = ts.theme.colour("brand-500")
    top, below = _text_top(report, ts), _asides(report, ts)
    notes = _notes(report, ts).height
    room = (WITH_VERDICTS if below else FULL) - notes
    frame = Frame(0, 0, ())
    for size in SIZES:
        measure = min(grid.TYPE_AREA - grid.TYPE_AREA % size, size * MEASURE)
        frame = standfirst(report.lead, measure, emphasis, size, ts, "lead")
        if frame.height <= room - max(0.0, top - TEXT_TOP):
            return (frame,)
    pages = _over_pages(frame, grid.LIVE_BOTTOM - top)
    left = grid.LIVE_HEIGHT if len(pages) > 1 else grid.LIVE_BOTTOM - top
    return pages if pages[-1].height + notes <= left else (*pages, EMPTY)


def _notes(report: Report, ts: Typesetter) -> Frame:
    notes = note_list(report.lead_footnotes, grid.TYPE_AREA, ts, "lead")
    return padded(notes, top=ABOVE_NOTES) if notes.items else EMPTY


def _over_pages(frame: Frame, first_room: float) -> tuple[Frame, ...]:
    pages, room = [], first_room
    while frame.height > room:
        parts = cut_text(frame, room)
        if parts is None:
            break
        pages.append(parts[0])
        frame, room = parts[1], grid.LIVE_HEIGHT
    return (*pages, frame)


def holds_asides(report: Report, ts: Typesetter) -> bool:
    """Whether all figures and verdicts stand below the lead's words."""
    texts = foreword_texts(report, ts)
    if not texts:
        return False
    top = _text_top(report, ts) if len(texts) == 1 else grid.LIVE_TOP
    return _fits_below(_asides(report, ts), top + texts[-1].height + _notes(report, ts).height)


def foreword_page(spec: PageSpec, book: Book) -> Sheet:
    """Title, a page's share of the lead, verdicts and rings where the lead leaves room."""
    ts, x = book.ts, grid.left_margin(book.folio(spec.name))
    texts = foreword_texts(book.report, ts)
    items: list[Item] = list(furniture(book, spec.name, (labels.FOREWORD,)))
    place = sect("foreword")
    text = texts[spec.chunk] if texts else Frame(0, 0, ())
    top = _text_top(book.report, ts) if spec.chunk == 0 else grid.LIVE_TOP
    if len(texts) <= 1 and top + text.height + _notes(book.report, ts).height < RINGS_TOP:
        items = [*_rings(book, x), *items]
    if not spec.chunk:
        items += _title(book.report, ts).at(x, TITLE_Y)
    items += text.at(x, top)
    if spec.chunk >= len(texts) - 1:
        notes = _notes(book.report, ts)
        items += notes.at(x, top + text.height)
        items += _placed_asides(book, x, top + text.height + notes.height)
    if book.report.byline and spec.chunk == len(texts) - 1:
        align: Align = "right" if x == grid.OUTER else "left"
        byline = ts.paragraph(book.report.byline, "caption", ts.theme.colour("grey-600"), align)
        items += ts.text(byline, grid.SIDE_WIDTH, "caption").at(_byline_x(book, spec), BYLINE_Y)
    title = labels.FOREWORD if spec.chunk else book.report.title
    return sheet(spec, book, tagged_items(items, place), title)


def _byline_x(book: Book, spec: PageSpec) -> float:
    """Opposite the folio."""
    number = book.folio(spec.name)
    return grid.left_margin(number) + (grid.SIDE_X if number % 2 == 0 else 0.0)


def _title(report: Report, ts: Typesetter) -> Frame:
    words = "\n".join(report.title_lines)
    size = min(ts.fitting(line, "h1-lead", grid.TYPE_AREA, TITLE_SIZES) for line in report.title_lines)
    return ts.text(ts.paragraph(words, "h1-lead", size=size), grid.TYPE_AREA, "title")


def _text_top(report: Report, ts: Typesetter) -> float:
    return max(TEXT_TOP, TITLE_Y + _title(report, ts).height + UNDER_TITLE) if report.lead else TEXT_TOP


def _rings(book: Book, x: float) -> tuple[Item, ...]:
    """Five rings bleeding off the foot, on the outer side; the folio is inside their innermost line."""
    left = x == grid.OUTER
    centre = (RINGS_INSET if left else grid.TRIM[0] - RINGS_INSET, RINGS_Y)
    white, line = book.theme.colour("white"), book.theme.colour("brand-400")
    return rings(centre, RINGS_RADIUS, RINGS, of=RINGS, line=line, ground=white, clip=grid.BLEED_PAGE)


def _asides(report: Report, ts: Typesetter) -> tuple[Frame, ...]:
    """Figures and verdicts, each as wide as the side column."""
    colour = ts.theme.colour("brand-500")
    frames = [stat(figure, grid.SIDE_WIDTH, colour, ts, FIGURE_SIZE) for figure in aside_figures(report)]
    for subject, verdict in verdicts(report):
        kicker = ts.text(ts.paragraph(subject, "kicker", colour, size=SUBJECT_SIZE), grid.SIDE_WIDTH, "label")
        words = ts.paragraph(verdict, "ledger-verb-large", leading=VERDICT_LEADING)
        body = ts.text(words, grid.SIDE_WIDTH, "body")
        said = stack((padded(tagged(kicker, LABEL), top=SUBJECT_PAD), tagged(body, LABELLED)), VERDICT_GAP)
        said = tagged(said, VERDICTS, entry(f"{subject}{verdict}"))
        frames.append(stack((rule_frame(grid.SIDE_WIDTH, colour, STAT_RULE), said)))
    return tuple(frames)


def _fits_below(frames: Sequence[Frame], floor: float) -> bool:
    """Whether they stand between the floor and the page's foot; none always do."""
    return not frames or stack(frames, ASIDES_GAP).height <= grid.LIVE_BOTTOM - floor - ASIDES_GAP


def _placed_asides(book: Book, x: float, floor: float) -> tuple[Item, ...]:
    """At the foot, opposite the rings, as many as the text above leaves room for."""
    frames = list(_asides(book.report, book.ts))
    while not _fits_below(frames, floor):
        frames.pop()
    block = stack(frames, ASIDES_GAP)
    return block.at(x + (grid.SIDE_X if x == grid.OUTER else 0.0), grid.LIVE_BOTTOM - block.height)
