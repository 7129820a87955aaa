"""Key numbers: the hero figure with its claim, and up to six callouts, of the lead and of the sections."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.parts.frame import Frame
from reportgen.layout.slides import canvas
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.furniture import title_items
from reportgen.layout.slides.numbers import LARGEST, SIZES, numeral_size, stat
from reportgen.layout.slides.pen import NUMERAL_ASCENT, Pen
from reportgen.lengths import inch
from reportgen.model.report import Figure, Report
from reportgen.model.sheet import Item
from reportgen.story.figure_words import label_of
from reportgen.story.hero import claim
from reportgen.story.key_numbers import key_numbers
from reportgen.story.titles import KEY_NUMBERS

HERO_SIZES = (186.0, 150.0, 120.0, 96.0, 80.0)
HERO_Y, HERO_WIDTH = inch(0.98), inch(7.9)
CLAIM_X, CLAIM_WIDTH, CLAIM_Y = inch(8.91), inch(3.7), inch(2.06)
WITH_HERO, ALONE = inch(3.62), inch(1.95)  # where the callouts begin
PITCH, PITCH_ALONE = inch(1.58), inch(2.35)  # of their rows; a higher row takes more
ROW_GAP = 14.0
FOOT = inch(7.0)  # they may come closer to the footer than running text
LABEL_Y, LABEL_WIDTH = inch(0.46), inch(9)
HERO_DROP, HERO_HANG = 0.76, 0.035  # of its size: down to the baseline; out to the left
CLAIM_SIZES, CLAIM_DROP = (30, 26, 22), 12.0  # the claim may end this far below the hero's baseline
SMALLER = 56.0
COLUMNS = {1: 1, 2: 2, 4: 2}  # of callouts without a hero; other counts take three columns


def key_numbers_slides(report: Report, pen: Pen) -> tuple[Draft, ...]:
    """None where the report has no figures; what is too high for the slide is on a further one."""
    shown = key_numbers(report)
    first, others = shown.hero, shown.others
    if not shown.figures:
        return ()
    drafts: list[Draft] = []
    title, items, y = _begun(first, report, pen)
    for row in _rows(others, pen, with_hero=first is not None):
        height = max(frame.height for frame in row)
        if y + height > FOOT and y > ALONE:
            drafts.append(_draft(title, items, pen))
            title, items, y = _begun(None, report, pen)
        for i, frame in enumerate(row):
            items += frame.at(canvas.MARGIN + i * (frame.width + canvas.THIRD_GAP), y)
        y += max(height + ROW_GAP, PITCH if drafts or first else PITCH_ALONE)
    return (*drafts, _draft(title, items, pen))


def _begun(first: Figure | None, report: Report, pen: Pen) -> tuple[str, list[Item], float]:
    """Title and head of a slide, with the hero or without, and where its callouts begin."""
    if first is not None:
        return label_of(first), _hero(first, report, pen), WITH_HERO
    return KEY_NUMBERS, list(title_items(KEY_NUMBERS, pen, plain=True)[0]), ALONE


def _draft(title: str, items: Sequence[Item], pen: Pen) -> Draft:
    return Draft("key-numbers", KEY_NUMBERS, title, tuple(items), pen)


def _rows(figures: Sequence[Figure], pen: Pen, *, with_hero: bool) -> list[list[Frame]]:
    """The callouts in rows, each numeral as large as their number allows."""
    columns = canvas.THIRDS if with_hero else COLUMNS.get(len(figures), canvas.THIRDS)
    width = (canvas.CONTENT - (columns - 1) * canvas.THIRD_GAP) / columns
    one_row = len(figures) <= columns
    in_one, in_several = (LARGEST, SMALLER) if with_hero else (SIZES[0], LARGEST)
    largest = in_one if one_row else in_several
    frames = [
        stat(figure, width, largest, Pen(pen.ts, pen.report, figure.section), in_row=True, leads=True)
        for figure in figures
    ]
    return [frames[i : i + columns] for i in range(0, len(frames), columns)]


def _hero(figure: Figure, report: Report, pen: Pen) -> list[Item]:
    """Its label as the slide's title, the numeral, the lead's first point beside it."""
    colour = pen.role.text
    title = pen.paragraph(label_of(figure), "head")
    items: list[Item] = list(pen.text(title, LABEL_WIDTH, "title", "title").at(canvas.MARGIN, LABEL_Y))
    claims = claim(report)
    width = HERO_WIDTH if claims else canvas.CONTENT
    size = next(
        (s for s in HERO_SIZES if pen.numeral_width(pen.figure_runs(figure, s, colour)) <= width),
        HERO_SIZES[-1],
    )
    size = (
        numeral_size(lambda s: pen.figure_runs(figure, s, colour), width, size, pen)
        if size < HERO_SIZES[-1]
        else size
    )
    runs = pen.figure_runs(figure, size, colour)
    baseline = HERO_Y + HERO_SIZES[0] * HERO_DROP
    items += pen.line(runs, width, size, size * NUMERAL_ASCENT).at(
        canvas.MARGIN - size * HERO_HANG, baseline - size * NUMERAL_ASCENT
    )
    if claims:
        fit = pen.fitting(claims[0], "claim", CLAIM_WIDTH, CLAIM_SIZES, lines=2)
        words = pen.text(pen.paragraph(claims[0], "claim", size=fit, balance=True), CLAIM_WIDTH, "quote")
        items += words.at(CLAIM_X, min(CLAIM_Y, baseline + CLAIM_DROP - words.height))
    return items
