"""A section diagram over the full width, numbers and points below."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.charts import describe
from reportgen.charts.kinds import kind_of
from reportgen.layout.parts.frame import Frame, padded, stack
from reportgen.layout.parts.ornaments import terrain
from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, MARGIN, RIGHT
from reportgen.layout.slides.flow import Composed, as_texts, frame_of, left_over, without
from reportgen.layout.slides.merging import merged
from reportgen.layout.slides.numbers import numeral_size
from reportgen.layout.slides.pen import NUMERAL_ASCENT, Pen, rule
from reportgen.lengths import Rect, inch
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure
from reportgen.model.sheet import Item
from reportgen.story.pieces import Honours, Keys, Piece

RISE, HEIGHT = inch(0.62), inch(2.95)  # of the drawing: its top over the body's
LEVEL = 0.55  # of the datum, from the drawing's top
VALUE_WIDTH, LARGEST, ABOVE_LINE = inch(8), 88.0, 11.0  # of the value over the datum's line
WORDS_WIDTH, UNDER_WORDS = inch(7), 4.0
NOTE_WIDTH, NOTE_RISE = inch(3.08), 22.0  # its top above the drawing's foot
BELOW, NUMERAL = 15.0, 58.0  # from the drawing to the numbers below, and their largest
HIGHLIGHTS = ("highlight", "body", "label")  # steps of the first point, the largest that fits
UNDER_RULE, POINT_GAP = 14.0, 8.0  # above the first point and the others


def diagram(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """A section diagram over the full width, up to three numbers or points below."""
    spec = next(p for p in pieces if isinstance(p, ChartSpec) and kind_of(p).slide.form == "landscape")
    others = without(pieces, (spec,))
    y, height, level = top - RISE, HEIGHT, LEVEL
    role, datum = pen.role, spec.data[0]
    area = Rect(0, y, canvas.SIZE[0], height)
    soft, ink = role.soft, pen.ink()
    ground = terrain(area, level, wash=role.wash, line=soft, top_line=ink, datum=role.accent)
    drawing = tuple(
        replace(
            shape,
            role="figure",
            name="示意图",
            alt=describe(spec),
        )
        for shape in ground
    )
    after = datum.unit + datum.suffix
    size = numeral_size(
        lambda s: pen.numeral_runs(datum.qualifier, datum.text, after, s, role.text),
        VALUE_WIDTH,
        LARGEST,
        pen,
    )
    runs = pen.numeral_runs(datum.qualifier, datum.text, after, size, role.text)
    value = pen.line(runs, VALUE_WIDTH, size, size * NUMERAL_ASCENT)
    said = [spec.title, datum.label] if spec.title not in datum.label else [datum.label]
    steps = ("small-head", "label")
    lines = [pen.paragraph(text, step) for text, step in zip(said, steps, strict=False)]
    note = pen.text(pen.paragraph(canvas.SCHEMATIC, "small", align="right"), NOTE_WIDTH, "caption")
    placed = [*drawing, *value.at(MARGIN, y + height * level - size * NUMERAL_ASCENT - ABOVE_LINE)]
    words = pen.text(lines, WORDS_WIDTH, "label")
    placed += words.at(MARGIN, y + height - words.height - UNDER_WORDS)
    placed += note.at(RIGHT - NOTE_WIDTH, y + height - NOTE_RISE)
    below, rest = _thirds(others, y + height + BELOW, BODY_BOTTOM, pen, NUMERAL)
    return Composed("diagram", "示意图与数字", (*placed, *below), rest)


def _thirds(
    pieces: Sequence[Piece], top: float, bottom: float, pen: Pen, largest: float
) -> tuple[list[Item], tuple[Piece, ...]]:
    """Numbers in thirds; what follows them as points in the column left free."""
    numbers = [p for p in pieces if isinstance(p, Figure)][: canvas.THIRDS]
    rest = list(without(pieces, numbers))
    placed: list[Item] = []
    columns: list[Piece] = list(numbers)
    texts = as_texts(rest)
    if len(columns) < canvas.THIRDS and texts:
        columns.append(Keys(texts))
        rest = [piece for piece in rest if not isinstance(piece, Keys | Honours)]
    for column, piece in enumerate(columns):
        x = canvas.third(column)
        if isinstance(piece, Keys):
            frame, left = _highlights(piece.texts, canvas.THIRD, bottom - top, pen)
            rest = [*left_over(left, pieces), *rest]
        else:
            frame = frame_of(piece, canvas.THIRD, bottom - top, pen, largest)
        placed += frame.at(x, top)
    return placed, tuple(rest)


def _highlights(texts: Sequence[str], width: float, room: float, pen: Pen) -> tuple[Frame, tuple[str, ...]]:
    """The first point large in the accent, further ones as labels, as far as the room goes."""
    line = Frame(
        width,
        canvas.STRONG_RULE,
        (rule(0, canvas.STRONG_RULE / 2, width, pen.role.text, canvas.STRONG_RULE),),
    )
    steps = (pen.paragraph(texts[0], step, pen.role.text, balance=True) for step in HIGHLIGHTS)
    first = (stack((line, padded(pen.text(words, width), top=UNDER_RULE))) for words in steps)
    *larger, smallest = first
    frame = next((frame for frame in larger if frame.height <= room), smallest)
    used = 1
    for text in texts[1:]:
        more = padded(pen.text(pen.paragraph(text, "label", balance=True), width, "label"), top=POINT_GAP)
        if frame.height + more.height > room:
            break
        frame, used = stack((frame, more)), used + 1
    return merged(frame), tuple(texts[used:])
