"""The agenda: a panel for each section with its number, title and subsections."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.frame import EMPTY, Frame, stack
from reportgen.layout.slides import canvas
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.furniture import title_items
from reportgen.layout.slides.pen import NUMERAL_ASCENT, STEPS, Pen, panel, rule
from reportgen.model.report import Report, Section
from reportgen.model.sheet import Item
from reportgen.units import Rect, inch

TOP, BOTTOM = inch(1.75), inch(6.7)
INSET = inch(0.3)
IN_ROW = 4  # panels in a row; more sections take two rows, then further slides
PER_SLIDE = 8
ENTRIES = 4  # subsections a tall panel lists
ENTRY_PITCH = inch(0.74)
SHORT_PANEL, SHORT_NUMBER = 200.0, 44.0
TITLE_SIZES = (29.0, 26.0, 23.0, 20.0, 18.0)
MOST_LINES = 3


def agenda_slides(report: Report, pen: Pen) -> tuple[Draft, ...]:
    """Panels for all sections, eight to a slide; none for a single one, whose divider says as much."""
    sections = report.sections if len(report.sections) > 1 else ()
    chunks = [sections[i : i + PER_SLIDE] for i in range(0, len(sections), PER_SLIDE)]
    return tuple(_slide(report, chunk, pen) for chunk in chunks)


def _slide(report: Report, sections: Sequence[Section], pen: Pen) -> Draft:
    head, _ = title_items(canvas.AGENDA, pen, plain=True)
    rows = 1 if len(sections) <= IN_ROW else 2
    per_row = max(-(-len(sections) // rows), 3 if rows == 2 else 2)
    gap = canvas.THIRD_GAP if per_row <= 3 else inch(0.25)
    width = (canvas.CONTENT - gap * (per_row - 1)) / per_row
    height = (BOTTOM - TOP - gap * (rows - 1)) / rows
    items: list[Item] = list(head)
    for i, section in enumerate(sections):
        x = canvas.MARGIN + i % per_row * (width + gap)
        y = TOP + i // per_row * (height + gap)
        items += _panel(report, section, Rect(x, y, width, height), pen)
    return Draft("agenda", "目录", canvas.AGENDA, tuple(items), pen)


def _panel(report: Report, section: Section, box: Rect, whole: Pen) -> tuple[Item, ...]:
    index = section.number - 1
    pen = Pen(whole.ts, report, index)
    role, theme = pen.role, pen.ts.theme
    inner = box.width - 2 * INSET
    digits = theme.opener_numeral[index % len(theme.roles)]
    short = box.height < SHORT_PANEL
    size = SHORT_NUMBER if short else STEPS["agenda-number"].size
    number = pen.paragraph(f"{section.number:02d}", "agenda-number", digits, size=size)
    figure = pen.line(number.runs, inch(2), size, size * NUMERAL_ASCENT)
    words = "\n".join(section.title_lines)
    space = box.height - 16 - size - 6 - 12
    for fit in TITLE_SIZES:
        paragraph = pen.paragraph(words, "panel-title", role.on, size=fit, balance=True)
        title = pen.text(paragraph, inner, "heading")
        if title.height <= space and len(pen.lay((paragraph,), inner).lines) <= MOST_LINES:
            break
    room = box.height - INSET - size - title.height - 40
    entries = _entries(section, inner, room, pen)
    placed: list[Item] = [panel(box, role.accent)]
    placed += figure.at(box.x + INSET, box.y + 16)
    placed += title.at(box.x + INSET, box.y + 16 + size + 6)
    placed += entries.at(box.x + INSET, box.y + 16 + size + 6 + title.height + 16)
    return tuple(placed)


def _entries(section: Section, width: float, room: float, pen: Pen) -> Frame:
    """Subsections by kicker, else headline, a rule over each; none where not all have room."""
    role = pen.role
    line = role.on if role.on.token != "white" else role.mid
    names = [sub.kicker or sub.headline for sub in section.subsections]
    if not names or len(names) > ENTRIES or ENTRY_PITCH * len(names) > room + 12:
        return EMPTY
    frames = []
    for name in names:
        size = pen.fitting(name, "agenda-entry", width, (19, 18))
        words = pen.text(
            pen.paragraph(name, "agenda-entry", role.on, size=size, balance=True), width, "contents"
        )
        placed = (rule(0, 0.4, width, line), *words.at(0, 11))
        frames.append(Frame(width, max(ENTRY_PITCH, words.height + 14), placed))
    entries = stack(frames)
    return entries if entries.height <= room + 12 else EMPTY
