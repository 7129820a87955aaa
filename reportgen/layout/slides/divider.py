"""Section dividers: number, title and subsections on the field, the section's data ornament beside them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.layout.parts.frame import Frame, stack
from reportgen.layout.parts.opener_art import opener_art
from reportgen.layout.slides.canvas import SIZE
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.pen import NUMERAL_ASCENT, Pen
from reportgen.lengths import Rect, inch
from reportgen.model.sheet import Item, Shape
from reportgen.story.figure_words import label_of, value_words
from reportgen.story.ornament import art_of, caption
from reportgen.story.titles import entry_title
from reportgen.themes.audit import contrast

X, TEXT_WIDTH = inch(0.75), inch(5.9)
TITLE_Y, ENTRIES_Y, FOOT = inch(2.72), inch(5.02), inch(6.8)
TITLE_SIZES = (52.0, 46.0, 40.0, 34.0, 28.0)
ENTRY_SIZES = (20.0, 19.0, 18.0)
AREAS = {
    "weave": Rect(SIZE[0] - inch(6.22), 0, inch(6.22), SIZE[1]),
    "plots": Rect(SIZE[0] - inch(7.087), 0, inch(7.087), SIZE[1]),
    "rings": Rect(inch(5.9), 0, SIZE[0] - inch(5.9), SIZE[1]),
}
RINGS_CENTRE, RINGS_RADIUS = (693.0, 269.3), 246.0
NUMBER_Y, NUMBER_HANG = inch(0.5), 5.0  # of the large number; it hangs this far to the left
FIGURE_WIDTH, FIGURE_SIZE = inch(4), 44.0
UNDER_TITLE = 24.0
MOST_ENTRIES = 5
LARGE_TEXT, SMALL_TEXT = 3.0, 4.5  # contrast (WCAG 1.4.3)
NUMBER = Rect(SIZE[0] - inch(1.5), inch(6.85), inch(1.5), inch(0.65))  # no lit plot under the slide number
CAPTION_Y = inch(6.72)
POINTS_GAP = 16.0
TIGHT = 30.0  # leading of the subsections where points are above them


def divider_slide(index: int, pen: Pen, notes: tuple[str, ...], points: Sequence[str] = ()) -> Draft:
    """The divider of the section of that 0-based number; ``points``: what its introduction says."""
    section, role, theme = pen.report.sections[index], pen.role, pen.ts.theme
    light = role.on.token == "white"
    art = art_of(pen.report, index)
    area = AREAS[art.kind]
    shapes = opener_art(
        pen.report, index, area, pen.ts, centre=RINGS_CENTRE, radius=RINGS_RADIUS, avoid=(NUMBER,)
    )
    digits = theme.opener_numeral[index % len(theme.roles)]
    number = pen.paragraph(f"{section.number:02d}", "divider-number", digits)
    size = pen.step("divider-number").size
    title = _title(index, pen)
    items: list[Item] = [*title.at(X, TITLE_Y)]
    items += pen.line(number.runs, FIGURE_WIDTH, size, size * NUMERAL_ASCENT).at(X - NUMBER_HANG, NUMBER_Y)
    placed = _below(index, title.height, points, pen)
    items += placed if placed is not None else ()
    items += _in_rings(index, pen) if art.kind == "rings" else ()
    items += _caption(index, pen)
    return Draft(
        "divider",
        "分节",
        section.title,
        tuple(items),
        pen,
        notes,
        tuple(shape for shape in shapes if isinstance(shape, Shape)),
        role.accent,
        bare=True,
        section=index,
        footer=role.soft if light else role.on,
        number=role.on,
    )


def _caption(index: int, pen: Pen) -> tuple[Item, ...]:
    """What one unit of the ornament stands for, above the footer."""
    said = caption(pen.report, index)
    if not said:
        return ()
    soft = pen.role.soft if pen.role.on.token == "white" else pen.role.on
    return pen.text(pen.paragraph(said, "small", soft), TEXT_WIDTH, "caption").at(X, CAPTION_Y)


def _title(index: int, pen: Pen) -> Frame:
    section = pen.report.sections[index]
    lines = 1 if len(section.title_lines) > 1 else 2
    fits = (
        pen.fitting(line, "divider-title", TEXT_WIDTH, TITLE_SIZES, lines=lines)
        for line in section.title_lines
    )
    words = "\n".join(section.title_lines)
    paragraph = pen.paragraph(words, "divider-title", pen.role.on, size=min(fits), balance=True)
    return pen.text(paragraph, TEXT_WIDTH, "title", "title")


def holds(index: int, points: Sequence[str], pen: Pen) -> bool:
    """Whether the section's divider has room for the points of its introduction."""
    return _below(index, _title(index, pen).height, points, pen) is not None


def _below(index: int, title_height: float, points: Sequence[str], pen: Pen) -> tuple[Item, ...] | None:
    """Points, then subsections under the title; subsections without points may be left out; else None where there is no room."""
    under = TITLE_Y + title_height
    foot = CAPTION_Y if caption(pen.report, index) else FOOT
    entries = _entries(index, TEXT_WIDTH, pen)
    if not points:
        top = max(ENTRIES_Y, under + UNDER_TITLE)
        return entries.at(X, top) if entries.items and top + entries.height <= FOOT else ()
    for step, tight in (("claim", False), ("takeaway", False), ("takeaway", True)):
        said = pen.text(
            [pen.paragraph(text, step, pen.role.on, balance=True) for text in points], TEXT_WIDTH, "quote"
        )
        listed = _entries(index, TEXT_WIDTH, pen, TIGHT if tight else None)
        top = under + (POINTS_GAP / 2 if tight else POINTS_GAP)
        lower = max(ENTRIES_Y, top + said.height + (POINTS_GAP / 2 if tight else POINTS_GAP))
        if lower + listed.height <= foot:
            return (*said.at(X, top), *listed.at(X, lower))
        without = not entries.items or ENTRIES_Y + entries.height > FOOT  # no room for them in any case
        if without and top + said.height <= foot:
            return said.at(X, top)
    return None


def _entries(index: int, width: float, pen: Pen, leading: float | None = None) -> Frame:
    """The first subsections, a line each."""
    subs = pen.report.sections[index].subsections[:MOST_ENTRIES]
    lines = [entry_title(sub) for sub in subs]
    if not lines:
        return Frame(0, 0, ())
    size = min(pen.fitting(line, "divider-entry", width, ENTRY_SIZES) for line in lines)
    paragraphs = [
        pen.paragraph(line, "divider-entry", pen.role.on, size=size, balance=True) for line in lines
    ]
    if leading:
        paragraphs = [replace(paragraph, leading=leading) for paragraph in paragraphs]
    return pen.text(paragraphs, width, "contents")


def _in_rings(index: int, pen: Pen) -> tuple[Item, ...]:
    """The figure the rings state, in their middle."""
    figure = art_of(pen.report, index).figure
    if figure is None:
        return ()
    theme = pen.ts.theme
    ground = theme.colours.get(f"{pen.role.accent.token.split('-')[0]}-700", pen.role.mid)
    numeral = theme.opener_numeral[index % len(theme.roles)]
    choices = (numeral, pen.role.on, pen.ink("white"))
    colour = next((c for c in choices if contrast(c, ground) >= LARGE_TEXT), choices[-1])
    ink = next((c for c in choices[1:] if contrast(c, ground) >= SMALL_TEXT), choices[-1])
    width = FIGURE_WIDTH
    value = pen.text(
        pen.paragraph(value_words(figure), "numeral-word", colour, "center", size=FIGURE_SIZE),
        width,
        "numeral",
    )
    label = pen.text(pen.paragraph(label_of(figure), "label", ink, "center"), width, "label")
    frame = stack((value, label))
    return frame.at(RINGS_CENTRE[0] - width / 2, RINGS_CENTRE[1] - frame.height / 2)
