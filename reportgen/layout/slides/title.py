"""The title slide and the closing slide: bands in the signature's shares, the title on the widest."""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.layout.parts.drawing import rectangle
from reportgen.layout.parts.frame import EMPTY, Frame, padded
from reportgen.layout.parts.ornaments import plots, rings, weave
from reportgen.layout.parts.ornaments.rings import TENTHS
from reportgen.layout.parts.signature import signature_parts
from reportgen.layout.slides.canvas import SHORT_RULE, SIZE, STRONG_RULE
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.pen import NUMERAL_ASCENT, Pen, rule
from reportgen.lengths import Rect, inch
from reportgen.model.report import Report
from reportgen.model.sheet import Item, Shape
from reportgen.model.text import Align
from reportgen.model.theme import Colour
from reportgen.story.figure_words import measured
from reportgen.story.hero import signature_figure
from reportgen.story.titles import figures_time, imprint

TITLE_SIZES = (84.0, 72.0, 60.0, 50.0, 42.0, 36.0)
CLOSING_SIZES = (60.0, 50.0, 42.0, 36.0)
LEAST_BAND = inch(0.62)  # a band that holds its value
RINGS_CENTRE, RINGS_RADIUS = (742.7, 425.2), 581.0
TITLE_BOTTOM, TITLE_GAP, TALL_TITLE = inch(6.6), inch(0.25), 140.0
ORGANISATION_SIZES = (40.0, 34.0, 28.0)
LINE_GAP = 6.0  # between series and organisation of the closing slide
INSET, RIGHT_MARGIN = inch(0.8), inch(0.6)  # of the words in the last band
ALONE_X = inch(1)  # of the words on a slide without bands
WIDEST = inch(9.4)  # most width of the small words
SERIES_Y, SERIES_ROOM, RULE_Y, ORGANISATION_Y = inch(0.78), inch(0.5), inch(1.38), inch(1.62)
TITLE_SHIFT = 3.0  # the title is this far out to the left, so that its large words look flush
# Where a tall title may begin and where it begins where there is room, and where a low one begins.
HIGHEST, TALL_Y, LOW_Y = inch(3.0), inch(3.3), inch(3.9)
VALUES_Y, VALUE_SIZE, VALUE_WIDTH = inch(6.86), 20.0, inch(0.7)
NOTE_X, NOTE_DROP, NOTE_WIDTH = inch(0.72), 3.0, inch(6)  # beside and below the last value's corner
CLOSING_Y, ABOVE_RULE, UNDER_RULE = inch(2.3), 21.0, 8.0
SEED = 5
LEAST_FIELD, STRIP = 0.6, 0.26  # of the slide's width


def bands(report: Report, pen: Pen) -> tuple[tuple[Rect, Colour], ...]:
    """The signature's parts as upright bands, smallest first; one field where there is none.

    Where the largest part is too narrow for the title, the bands share the left of the slide and a field follows.
    """
    parts = sorted(signature_parts(report, pen.ts), key=lambda part: part[0])
    narrow = parts[-1][0] < LEAST_FIELD
    whole = SIZE[0] * (STRIP if narrow else 1.0)
    x, out = 0.0, []
    for share, colour in parts:
        out.append((Rect(x, 0, whole * share, SIZE[1]), colour))
        x += whole * share
    if narrow:
        out.append((Rect(x, 0, SIZE[0] - x, SIZE[1]), pen.ink("brand-500")))
    return tuple(out)


def _art(report: Report, pen: Pen, *, patterned: bool) -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    for i, (area, colour) in enumerate(reversed(bands(report, pen))):
        line = _tone(colour, pen)
        shapes.append(Shape(rectangle(area), fill=colour, name="纹样"))
        if i == 0:
            shapes += rings(RINGS_CENTRE, RINGS_RADIUS, TENTHS, line=line, ground=colour, clip=area)
        elif patterned and i % 2:
            shapes += weave(area, ((1.0, line),), weft=line)
        elif patterned:
            shapes += plots(area, 0, stroke=line, lit_fill=line, ground=colour, seed=SEED)
    return tuple(shapes)


def _tone(ground: Colour, pen: Pen) -> Colour:
    return next((r.mid for r in pen.ts.theme.roles if r.accent == ground), pen.ink("brand-400"))


def title_slide(report: Report, pen: Pen, notes: tuple[str, ...]) -> Draft:
    """Series, organisation, the time of the figures, the title as large as it fits, the bands' values at the foot."""
    areas = bands(report, pen)
    field, ground = areas[-1]
    x, white = field.x + INSET if len(areas) > 1 else ALONE_X, _on(ground, pen)
    width = SIZE[0] - x - RIGHT_MARGIN
    items: list[Item] = []
    lower = 0.0  # a series of two lines moves what is below it down
    if report.series:
        series = pen.text(
            pen.paragraph(report.series, "series", white, balance=True, hang=False),
            min(WIDEST, width),
            "label",
            "series",
        )
        lower = max(0.0, series.height - SERIES_ROOM)
        items += series.at(x, SERIES_Y)
        items.append(rule(x, RULE_Y + lower, SHORT_RULE, white, STRONG_RULE))
    if report.organisation:
        room = min(WIDEST, width)
        size = pen.fitting(report.organisation, "organisation", room, ORGANISATION_SIZES)
        words = pen.paragraph(report.organisation, "organisation", white, size=size, balance=True)
        name = pen.text(words, room, "label", "organisation")
        items += name.at(x, ORGANISATION_Y + lower)
        lower = ORGANISATION_Y + lower + name.height
    if time := figures_time(report):
        said = pen.text(pen.paragraph(time, "series", white, hang=False), min(WIDEST, width), "label")
        lower = max(lower + LINE_GAP, ORGANISATION_Y)
        items += said.at(x, lower)
        lower += said.height
    items += _title(report, pen, white, width, lower).at(x - TITLE_SHIFT, 0)
    items += _values(report, pen)
    return Draft(
        "title", "标题", report.title, tuple(items), pen, notes, _art(report, pen, patterned=True), ground,
        bare=True, numbered=False,
    )  # fmt: skip


def _title(report: Report, pen: Pen, ink: Colour, width: float, lower: float) -> Frame:
    """The title as large as its lines fit the width and its block the room below ``lower``; the frame is the slide's."""
    lines = 2 if len(report.title_lines) == 1 else 1
    fitting = min(pen.fitting(line, "cover", width, TITLE_SIZES, lines) for line in report.title_lines)
    least = lower + TITLE_GAP if lower else 0.0
    block = EMPTY
    for size in TITLE_SIZES[TITLE_SIZES.index(fitting) :]:
        words = "\n".join(report.title_lines)
        block = pen.text(
            pen.paragraph(words, "cover", ink, size=size, balance=True, hang=False), width, "title", "title"
        )
        if least + block.height <= TITLE_BOTTOM:
            break
    tall = block.height > TALL_TITLE
    top = min(max(HIGHEST, TITLE_BOTTOM - block.height), TALL_Y) if tall else LOW_Y
    return padded(block, top=max(top, least))


def _on(ground: Colour, pen: Pen) -> Colour:
    return next((r.on for r in pen.ts.theme.roles if r.accent == ground), pen.ink("white"))


def _values(report: Report, pen: Pen) -> list[Item]:
    """The signature's values, each on its band where the band is wide enough, and what they are."""
    figure = signature_figure(report)
    areas = bands(report, pen)
    if figure is None or len(areas) < 2:
        return []
    texts = [t for _, t in sorted(zip(figure.quantity.values, figure.quantity.numerals, strict=True))]
    items: list[Item] = []
    y = VALUES_Y
    for text, (area, colour) in zip([*texts, ""], areas, strict=False):
        last = area.right >= SIZE[0] - 1
        ink, x, width = _on(colour, pen), area.x, area.width
        if last:
            x, width = area.x + INSET, VALUE_WIDTH
        if text and (last or area.width >= LEAST_BAND):
            runs = pen.paragraph(text, "numeral", ink, size=VALUE_SIZE).runs
            align: Align = "left" if last else "center"
            items += pen.line(runs, width, VALUE_SIZE, VALUE_SIZE * NUMERAL_ASCENT, align=align).at(x, y)
        if last:
            named = measured(figure, figure.display_unit)
            note = pen.text(pen.paragraph(named, "small", ink), NOTE_WIDTH, "caption")
            items += note.at(x + (NOTE_X if text else 0.0), y + NOTE_DROP)
    return items


def closing_slides(report: Report, pen: Pen) -> tuple[Draft, ...]:
    """The title again, series and organisation under a short rule; these are the slide's title (X-02: unique).

    None where the report has neither: it would be the title slide once more.
    """
    said = imprint(report)
    if not said:
        return ()
    areas = bands(report, pen)
    field, ground = areas[-1]
    x, white = field.x + INSET if len(areas) > 1 else ALONE_X, _on(ground, pen)
    width = SIZE[0] - x - RIGHT_MARGIN
    lines = 2 if len(report.title_lines) == 1 else 1
    size = min(pen.fitting(line, "closing", width, CLOSING_SIZES, lines) for line in report.title_lines)
    words = pen.paragraph(
        "\n".join(report.title_lines), "closing", white, size=size, balance=True, hang=False
    )
    block = pen.text(words, width, "quote")
    y = CLOSING_Y + block.height + ABOVE_RULE
    own = [pen.paragraph(part, "series", white, hang=False) for part in said]
    loose = [replace(paragraph, leading=paragraph.leading + LINE_GAP) for paragraph in own]
    title = pen.text(loose, min(WIDEST, width), "title", "title")
    items: list[Item] = [*title.at(x, y + UNDER_RULE), *block.at(x, CLOSING_Y)]
    items.append(rule(x, y, SHORT_RULE, white, STRONG_RULE))
    return (
        Draft(
            "closing", "封底", "　".join(said), tuple(items), pen, (), _art(report, pen, patterned=False), ground,
            bare=True, numbered=False,
        ),
    )  # fmt: skip
