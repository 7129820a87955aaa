"""The cover, drawn from the signature figure: bands as wide as its parts, the title vertical."""

from __future__ import annotations

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book, PageSpec, sheet
from reportgen.layout.parts.colour_bands import Band, colour_bands, ink_on, line_on
from reportgen.layout.parts.drawing import STAT_RULE, field, rule
from reportgen.layout.parts.frame import Frame
from reportgen.layout.parts.numeral import NUMERAL_ASCENT
from reportgen.layout.parts.ornaments import plots, rings, weave
from reportgen.layout.parts.tagging import CAPTION, described, tagged, tagged_items
from reportgen.lengths import Rect, mm
from reportgen.model.report import Figure
from reportgen.model.sheet import Item, Sheet, TextBox
from reportgen.model.structure import Element
from reportgen.model.text import StyledParagraph
from reportgen.story.figure_words import measured, parts_said
from reportgen.story.hero import signature_figure
from reportgen.story.titles import figures_time
from reportgen.typeset import set_vertical

RINGS_CENTRE, RINGS_RADIUS = (mm(66), mm(206)), mm(250)
TITLE_TOP, TITLE_BOTTOM = mm(26), mm(242)
PITCH, TIGHTEST_PITCH = mm(25), mm(13)
COLUMN_STEP = mm(32)
RIGHT_COLUMN = mm(169)
STAGGER = 1.5  # the second column starts this many cells lower
COLUMNS_CLEAR = mm(90)  # least from the band's left edge to the last column
TEXT_INSET = mm(11.4)
RINGS, PLOTS_SEED = 10, 5
# The masthead.
MASTHEAD_Y, MASTHEAD_WIDTH = mm(26.6), mm(84)
MASTHEAD_RULE, ABOVE_RULE, BELOW_RULE, ABOVE_TIME = mm(24), mm(5), mm(3.5), mm(2.5)
SHRINKING = (1, 0.85, 0.7, 0.55, 0.45)  # sizes the organisation may have, of its step's
# A title that runs across.
ACROSS_SIZES, ACROSS_LEADING = (48, 40, 34, 28, 24, 20), 1.34  # pt, em
ACROSS_HEIGHT, ACROSS_FOOT = mm(130), mm(250)  # most height; where it ends
# The key to the bands.
KEY_Y, KEY_SIZE, KEY_WIDTH = mm(262), 16, mm(16)  # pt and width of a value
KEY_NOTE_X, KEY_NOTE_DROP, KEY_NOTE_WIDTH, KEY_NOTE_LEADING = mm(26), mm(1), mm(120), 11.0
MASTHEAD = Element("Div", "masthead")


def cover_page(spec: PageSpec, book: Book) -> Sheet:
    """Grounds, masthead, title and, where a figure signs the cover, the key to its bands."""
    bands = colour_bands(book.report, book.ts, grid.TRIM[0])
    title_field = bands[-1]
    items: list[Item] = [*_grounds(bands, book)]
    x = title_field.x + TEXT_INSET if title_field.x else grid.INNER
    items += title_columns(book, title_field)
    items += tagged_items(masthead(book, x, MASTHEAD_Y, "cover-organisation"), MASTHEAD)
    items += _key(bands, book)
    return sheet(spec, book, tuple(items), book.report.title, book.theme.colour("brand-500"))


def _grounds(bands: tuple[Band, ...], book: Book) -> tuple[Item, ...]:
    """Each band with its pattern: plots, weave, and growth rings behind the title."""
    items: list[Item] = []
    for i, band in enumerate(bands):
        left = band.x if i else -grid.BLEED
        right = band.x + band.width if i < len(bands) - 1 else grid.TRIM[0] + grid.BLEED
        area = Rect(left, -grid.BLEED, right - left, grid.TRIM[1] + 2 * grid.BLEED)
        items.append(field(area, band.colour))
        line = line_on(band.colour, book.theme)
        if i == len(bands) - 1:
            items += rings(RINGS_CENTRE, RINGS_RADIUS, RINGS, line=line, ground=band.colour, clip=area)
        elif i % 2 == 0:
            items += plots(area, 0, stroke=line, lit_fill=line, ground=band.colour, seed=PLOTS_SEED)
        else:
            items += weave(area, ((1.0, line),), weft=line)
    return tuple(items)


def masthead(book: Book, x: float, y: float, step: str) -> tuple[Item, ...]:
    """Series in up to two lines, a short rule, the organisation, the time of the figures."""
    ts, report = book.ts, book.report
    white = ts.theme.colour("white")
    items: list[Item] = []
    if report.series:
        lines = report.series_lines or (report.series,)
        series = ts.paragraph("\n".join(lines), "cover-series", white)
        frame = ts.text(series, MASTHEAD_WIDTH, "label")
        items += frame.at(x, y)
        y += frame.height + ABOVE_RULE
        items.append(rule(x, y, MASTHEAD_RULE, white, STAT_RULE))
        y += BELOW_RULE
    if report.organisation:
        size = ts.fitting(report.organisation, step, MASTHEAD_WIDTH, _sizes(ts.theme.type[step].size))
        words = ts.paragraph(report.organisation, step, white, size=size)
        name = ts.text(words, MASTHEAD_WIDTH, "heading")
        items += name.at(x, y)
        y += name.height + ABOVE_TIME
    if time := figures_time(report):
        items += ts.text(ts.paragraph(time, "cover-series", white), MASTHEAD_WIDTH, "label").at(x, y)
    return tuple(items)


def _sizes(size: float) -> tuple[float, ...]:
    return tuple(size * step for step in SHRINKING)


def title_columns(book: Book, band: Band) -> tuple[Item, ...]:
    """The title vertical, right column first, when its lines are short; else horizontal, low on the page."""
    lines = book.report.title_lines
    room = TITLE_BOTTOM - TITLE_TOP
    need = max(len(line) + i * STAGGER for i, line in enumerate(lines))
    pitch = min(PITCH, room / need)
    columns_fit = RIGHT_COLUMN - COLUMN_STEP * (len(lines) - 1) > band.x + COLUMNS_CLEAR
    if pitch < TIGHTEST_PITCH or not columns_fit:
        return _horizontal_title(book, band)
    return _vertical_title(book, lines, pitch)


def _vertical_title(book: Book, lines: tuple[str, ...], pitch: float) -> tuple[Item, ...]:
    ts = book.ts
    size = ts.theme.type["cover-couplet"].size * pitch / PITCH
    style = ts.style("cover-couplet", ts.theme.colour("white"), size)
    items: list[Item] = []
    for i, line in enumerate(lines):
        done = set_vertical(line, style, pitch, ts.fonts)
        x = RIGHT_COLUMN - COLUMN_STEP * i
        y = TITLE_TOP + STAGGER * pitch * i
        paragraph = StyledParagraph(ts.paragraph(line, "cover-couplet", style.colour, size=size).runs, pitch)
        rect = Rect(x, y, done.width, done.height)
        items.append(TextBox(rect, (paragraph,), done.lines, "title", block="title"))
    return tuple(items)


def _horizontal_title(book: Book, band: Band) -> tuple[Item, ...]:
    ts = book.ts
    x = band.x + TEXT_INSET if band.x else grid.INNER
    width = grid.TRIM[0] - grid.INNER - x
    words = "\n".join(book.report.title_lines)
    frame = Frame(0, 0, ())
    for size in ACROSS_SIZES:
        paragraph = ts.paragraph(
            words,
            "cover-couplet",
            ts.theme.colour("white"),
            size=size,
            leading=size * ACROSS_LEADING,
        )
        frame = ts.text(paragraph, width, "title", block="title")
        if frame.height <= ACROSS_HEIGHT:
            break
    return frame.at(x, ACROSS_FOOT - frame.height)


def _key(bands: tuple[Band, ...], book: Book) -> tuple[Item, ...]:
    """The parts' values on their bands and the sentence that says what the widths mean."""
    figure = signature_figure(book.report)
    if figure is None or len(bands) < 2:
        return ()
    ts, y = book.ts, KEY_Y
    shares = sorted(zip(figure.quantity.values, figure.quantity.numerals, strict=True))
    items: list[Item] = []
    figure_words = described(_key_words(figure))
    for band, (_, text) in zip(bands, shares, strict=True):
        last = band is bands[-1]
        run = ts.paragraph(text, "folio", ink_on(band.colour, book.theme), size=KEY_SIZE).runs
        x, width = (band.x + TEXT_INSET, KEY_WIDTH) if last else (band.x, band.width)
        if not last:  # centred on its band, but clear of the trim
            x = max(x + (width - ts.width(run)) / 2, grid.SAFE)
        value = ts.line(run, width, KEY_SIZE, KEY_SIZE * NUMERAL_ASCENT, "numeral")
        items += tagged(value, figure_words).at(x, y)
    named = measured(figure, figure.display_unit)
    parts = "、".join(figure.parts)
    words = f"{named}\n封面色带的宽度，即{parts}之比" if parts else named
    note = ts.paragraph(words, "caption-reversed", book.theme.colour("brand-200"), leading=KEY_NOTE_LEADING)
    caption = tagged(ts.text(note, KEY_NOTE_WIDTH, "caption"), figure_words, CAPTION)
    items += caption.at(bands[-1].x + KEY_NOTE_X, y + KEY_NOTE_DROP)
    return tuple(items)


def _key_words(figure: Figure) -> str:
    """The bands in words, from left to right."""
    named = measured(figure, unit="")
    return f"封面色带，宽度按比例：{named} {parts_said(figure)}。"
