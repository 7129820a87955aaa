"""The agenda: a panel for each section with its number, title and subsections."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportgen.layout.parts.frame import EMPTY, Frame, padded, stack
from reportgen.layout.slides import canvas
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.furniture import title_items
from reportgen.layout.slides.merging import merged
from reportgen.layout.slides.pen import NUMERAL_ASCENT, Pen, panel, rule
from reportgen.lengths import Rect, inch
from reportgen.model.report import Report, Section
from reportgen.model.sheet import Item
from reportgen.story.titles import AGENDA, agenda, short_title

TOP, BOTTOM = inch(1.75), inch(6.7)
INSET = inch(0.3)
IN_ROW = 4  # panels in a row; more sections take two rows, then further slides
LEAST_IN_TWO, NARROW_GAP = 3, inch(0.25)  # panels of each of two rows; between more than three in a row
PAD, TITLE_PAD, UNDER_TITLE = 16.0, 6.0, 12.0  # above the number, above and below the title
ENTRIES_AIR = 28.0  # what the subsections leave free beside the panel's inset
PER_SLIDE = (8, 6, 4, 3, 2)  # the fewer, the longer the titles may be
ENTRIES = 4  # subsections a tall panel lists
ENTRY_SIZES, UNDER_ENTRY, ENTRY_RULE = (
    (19, 18),
    3.0,
    0.4,
)  # pt: below an entry; down to the middle of its rule
ENTRY_ROWS = ((11.0, inch(0.74)), (6.0, 0.0))  # points above the words, least height; then drawn together
SHORT_PANEL, SHORT_NUMBER = 200.0, 44.0
TITLE_SIZES = (29.0, 26.0, 23.0, 20.0, 18.0)
MOST_LINES = 3


def agenda_slides(report: Report, pen: Pen) -> tuple[Draft, ...]:
    """Panels for all sections, as many to a slide as take their titles; none for a single one.

    The divider of a single section would say the same.
    """
    sections = agenda(report)
    for most in PER_SLIDE:
        chunks = _even(sections, most)
        if all(_holds(chunk, pen) for chunk in chunks):
            break
    return tuple(_slide(report, chunk, pen) for chunk in chunks)


def _even(sections: Sequence[Section], most: int) -> list[Sequence[Section]]:
    """The sections on slides of at most this many, about equally many on each."""
    count = -(-len(sections) // most)
    ends = [i * len(sections) // count for i in range(count + 1)] if count else [0]
    return [sections[start:end] for start, end in pairwise(ends)]


def _boxes(count: int) -> list[Rect]:
    """Where this many panels are: in a row, or in two."""
    rows = 1 if count <= IN_ROW else 2
    per_row = max(-(-count // rows), LEAST_IN_TWO if rows == 2 else 2)
    gap = canvas.THIRD_GAP if per_row <= canvas.THIRDS else NARROW_GAP
    width = (canvas.CONTENT - gap * (per_row - 1)) / per_row
    height = (BOTTOM - TOP - gap * (rows - 1)) / rows
    return [
        Rect(canvas.MARGIN + i % per_row * (width + gap), TOP + i // per_row * (height + gap), width, height)
        for i in range(count)
    ]


def _holds(sections: Sequence[Section], pen: Pen) -> bool:
    """Whether every title is within its panel."""
    places = zip(sections, _boxes(len(sections)), strict=True)
    return all(_title(section, box, pen).height <= _title_room(box, pen) for section, box in places)


def _slide(report: Report, sections: Sequence[Section], pen: Pen) -> Draft:
    head, _ = title_items(AGENDA, pen, plain=True)
    items: list[Item] = list(head)
    places = list(zip(sections, _boxes(len(sections)), strict=True))
    lists: list[Frame] = []  # all panels list theirs or none does: a single empty one would look unfinished
    for pad, least in ENTRY_ROWS:
        lists = [
            _entries(section, box, pad, least, Pen(pen.ts, report, section.number - 1))
            for section, box in places
        ]
        rooms = [_room(section, box, pen) for section, box in places]
        if all(entries.height <= room for entries, room in zip(lists, rooms, strict=True)):
            break
    else:
        lists = [EMPTY for _ in places]
    for (section, box), entries in zip(places, lists, strict=True):
        items += _panel(report, section, box, entries, pen)
    return Draft("agenda", "目录", AGENDA, tuple(items), pen)


def _number_size(box: Rect, pen: Pen) -> float:
    return SHORT_NUMBER if box.height < SHORT_PANEL else pen.step("agenda-number").size


def _title_room(box: Rect, pen: Pen) -> float:
    return box.height - PAD - _number_size(box, pen) - TITLE_PAD - UNDER_TITLE


def _title(section: Section, box: Rect, pen: Pen) -> Frame:
    """The largest size at which it takes few lines and stays in its panel; else the smallest."""
    pen = Pen(pen.ts, pen.report, section.number - 1)
    words, inner = "\n".join(section.title_lines), box.width - 2 * INSET
    for fit in TITLE_SIZES:
        paragraph = pen.paragraph(words, "panel-title", pen.role.on, size=fit, balance=True)
        title = pen.text(paragraph, inner, "heading")
        if title.height <= _title_room(box, pen) and len(pen.lay((paragraph,), inner).lines) <= MOST_LINES:
            break
    return title


def _panel(report: Report, section: Section, box: Rect, entries: Frame, whole: Pen) -> tuple[Item, ...]:
    index = section.number - 1
    pen = Pen(whole.ts, report, index)
    role, theme = pen.role, pen.ts.theme
    digits = theme.opener_numeral[index % len(theme.roles)]
    size = _number_size(box, pen)
    number = pen.paragraph(f"{section.number:02d}", "agenda-number", digits, size=size)
    figure = pen.line(number.runs, box.width - 2 * INSET, size, size * NUMERAL_ASCENT)
    title = padded(_title(section, box, pen), top=TITLE_PAD)
    words = merged(stack((figure, title, padded(entries, top=PAD) if entries.items else EMPTY)))
    return (panel(box, role.accent), *words.at(box.x + INSET, box.y + PAD))


def _room(section: Section, box: Rect, pen: Pen) -> float:
    """What a title leaves of its panel; none for more subsections than a panel lists."""
    if len(section.subsections) > ENTRIES:
        return -1.0
    return box.height - INSET - _number_size(box, pen) - _title(section, box, pen).height - ENTRIES_AIR


def _entries(section: Section, box: Rect, pad: float, least: float, pen: Pen) -> Frame:
    """Subsections by kicker, else headline, a rule over each."""
    names = map(short_title, section.subsections)
    return stack(_entry(name, box.width - 2 * INSET, pad, least, pen) for name in names)


def _entry(name: str, width: float, pad: float, least: float, pen: Pen) -> Frame:
    role = pen.role
    line = role.on if role.on.token != "white" else role.mid
    size = pen.fitting(name, "agenda-entry", width, ENTRY_SIZES)
    words = pen.text(pen.paragraph(name, "agenda-entry", role.on, size=size, balance=True), width, "contents")
    return Frame(
        width,
        max(least, words.height + pad + UNDER_ENTRY),
        (rule(0, ENTRY_RULE, width, line), *words.at(0, pad)),
    )
