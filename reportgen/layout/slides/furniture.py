"""What recurs on slides: signature rule, section marker, title, footer and slide number."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.layout.parts.drawing import rectangle
from reportgen.layout.parts.frame import Frame
from reportgen.layout.parts.signature import signature_parts
from reportgen.layout.slides.canvas import CONTENT, MARGIN, SIZE
from reportgen.layout.slides.pen import Pen
from reportgen.lengths import Rect, inch
from reportgen.model.report import Report
from reportgen.model.sheet import Item, Shape, TextBox
from reportgen.model.text import HANG, Run
from reportgen.model.theme import Colour
from reportgen.story.titles import OPENING_SECTION

RULE_HEIGHT = inch(0.11)
MARKER_Y, TITLE_Y, PLAIN_TITLE_Y = inch(0.42), inch(0.84), inch(0.62)
TITLE_SIZES = (36.0, 32.0, 28.0)
LONG_SIZES, SMALLER_SIZES, LEAST_SIZE = (28.0, 24.0), (24.0, 22.0, 20.0, 18.0), 18.0
TITLE_LINE = 46.0  # points the body keeps free for a title of one line
TITLE_BOX = 72.0  # points: two lines of the larger of the long sizes, three of the least
TITLE_HANG = HANG * TITLE_SIZES[0]  # how far an opening quote hangs out
ROW_SIZES = (*TITLE_SIZES, 26.0)
BODY_GAP = inch(0.47)
MARKER_WIDTH = inch(9)
FOOTER_Y, NUMBER_Y = inch(7.02), inch(6.95)
FOOTER_WIDTH, NUMBER_WIDTH = inch(9), inch(1)
DATE_X, DATE_WIDTH = MARGIN + inch(9.2), inch(1.6)


def signature_rule(report: Report, pen: Pen) -> tuple[Shape, ...]:
    """The band across the top, split by the signature figure."""
    shapes, x = [], 0.0
    for share, colour in signature_parts(report, pen.ts):
        width = SIZE[0] * share
        shapes.append(Shape(rectangle(Rect(x, 0, width, RULE_HEIGHT)), fill=colour, name="签名色带"))
        x += width
    return tuple(shapes)


def title_items(
    title: str, pen: Pen, colour: Colour | None = None, *, plain: bool = False
) -> tuple[tuple[Item, ...], float]:
    """Marker and title, and where the body may begin; ``plain``: without a marker, the title higher."""
    return titled(title_frame(title, pen, colour), pen, plain=plain)


def titled(frame: Frame, pen: Pen, *, plain: bool = False) -> tuple[tuple[Item, ...], float]:
    """The title with its marker over it, and where the body may begin."""
    y = PLAIN_TITLE_Y if plain else TITLE_Y
    marker = () if plain else _marker(pen).at(MARGIN, MARKER_Y)
    lowest = max(y + frame.height, TITLE_Y + TITLE_LINE)
    return (*frame.at(MARGIN, y), *marker), lowest + BODY_GAP


def title_frame(title: str, pen: Pen, colour: Colour | None = None, *, most: int = 0) -> Frame:
    """The title on one line if a step of its size allows, else balanced over two (very long: three).

    ``most``: lines it may take; it is set smaller rather than exceed them (0: no limit).
    """
    size = pen.fitting(title, "title", CONTENT, TITLE_SIZES)
    if pen.lines(title, "title", CONTENT, size) > 1:
        size = pen.fitting(title, "title", CONTENT, LONG_SIZES, lines=2)
    if pen.lines(title, "title", CONTENT, size) > max(2, most):
        size = LEAST_SIZE
    if most and pen.lines(title, "title", CONTENT, size) > most:
        size = pen.fitting(title, "title", CONTENT, SMALLER_SIZES, lines=most)
    paragraph = pen.paragraph(title, "title", colour, size=size, balance=True)
    return boxed(pen.text(paragraph, CONTENT, "title", "title"))


def boxed(frame: Frame) -> Frame:
    """The title in the box every layout has for it: as high as its lines may be, marks may hang out of it."""
    (box,) = frame.items
    assert isinstance(box, TextBox)
    box = replace(box, rect=Rect(0, 0, CONTENT, TITLE_BOX), hang=TITLE_HANG)
    return Frame(frame.width, frame.height, (box,))


def title_row(titles: Sequence[str], columns: Sequence[tuple[float, float]], pen: Pen) -> Frame | None:
    """One title box whose parts are over the slide's columns (x, width), in one line.

    None where a part takes more than a line of its column.
    """
    fits = (
        s
        for s in ROW_SIZES
        if all(pen.lines(t, "title", w, s) == 1 for t, (_, w) in zip(titles, columns, strict=True))
    )
    size = next(fits, None)
    if size is None:
        return None
    return boxed(pen.row(titles, [x - MARGIN for x, _ in columns], "title", size))


def _marker(pen: Pen) -> Frame:
    """Number and title of the section, or the organisation; the number alone where they take two lines."""
    ink = pen.role.text
    if pen.section is None:
        report = pen.report
        names = (name for name in (report.organisation, report.series, report.title) if name)
        fitting = (name for name in names if pen.width(name, "marker") <= MARKER_WIDTH)
        return pen.text(
            pen.paragraph(next(fitting, OPENING_SECTION), "marker", ink), MARKER_WIDTH, "label", "marker"
        )
    section = pen.report.sections[pen.section]
    number = pen.style("marker-number", ink)
    gap = Run("  ", pen.style("marker", ink))
    runs = [Run(f"{section.number:02d}", number), gap, Run(section.title, pen.style("marker", ink))]
    if pen.ts.width(runs) > MARKER_WIDTH:  # 18 pt is the least size
        runs = runs[:1]
    return pen.text(pen.paragraph(runs, "marker"), MARKER_WIDTH, "label", "marker")


def footer_items(
    report: Report, number: int, pen: Pen, colour: Colour | None, number_colour: Colour | None
) -> tuple[Item, ...]:
    """Series and organisation at the left, the slide number at the right."""
    both = "　".join(part for part in (report.series, report.organisation) if part)
    choices = [part for part in (both, report.series, report.organisation, report.title) if part]
    words = next((part for part in choices if pen.lines(part, "small", FOOTER_WIDTH) == 1), "")
    grey = colour or pen.ink("grey-600")
    footer = pen.text(pen.paragraph(words, "small", grey, hang=False), FOOTER_WIDTH, "running", "footer")
    digits = pen.paragraph(str(number), "number", number_colour, "right")
    page = pen.text(digits, NUMBER_WIDTH, "folio", "number")
    return (*footer.at(MARGIN, FOOTER_Y), *page.at(MARGIN + CONTENT - NUMBER_WIDTH, NUMBER_Y))


def date_items(words: str, pen: Pen, colour: Colour | None) -> tuple[Item, ...]:
    """A date on the footer's line, before the slide number; left out where there is none or it is too long."""
    if not words or pen.lines(words, "small", DATE_WIDTH) > 1:
        return ()
    date = pen.paragraph(words, "small", colour or pen.ink("grey-600"), "right")
    return pen.text(date, DATE_WIDTH, "running", "date").at(DATE_X, FOOTER_Y)
