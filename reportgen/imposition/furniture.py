"""What stands around the pages of a press sheet: trim, fold and register marks, colour bars, the slug line."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from reportgen.fonts import Fonts
from reportgen.imposition.creep import creep_per_leaf
from reportgen.imposition.sides import FoldLine, Side
from reportgen.model.sheet import Document, Item, Shape, Sheet, TextBox
from reportgen.model.text import Run, Style, StyledParagraph
from reportgen.pdf.mark_shapes import (
    LENGTH,
    PATCH,
    PATCHES,
    REGISTRATION,
    TARGET,
    colour_bar,
    line,
    near,
    target,
)
from reportgen.typeset import natural_width, set_line
from reportgen.units import Rect, mm

DASH = (2.5, 1.5)
LEADING = mm(3)
STYLE = Style("sans-400", 6.5, REGISTRATION)
LABEL = mm(8)  # room for the name of a fold before the slug
CLEAR = mm(1)  # of art and paper edge


@dataclass(frozen=True, slots=True)
class Job:
    """What the slug says of the whole book."""

    title: str
    pages: int
    paper_gsm: float
    condition: str  # printing condition, as the output intent names it


def furniture(sides: tuple[Side, ...], job: Job, fonts: Fonts) -> Document:
    """A document of one sheet per side that holds its marks only."""
    sheets = tuple(
        Sheet(f"side-{i}", side.size, side_marks(side, job, fonts)) for i, side in enumerate(sides)
    )
    return Document(job.title, sheets)


def side_marks(side: Side, job: Job, fonts: Fonts) -> tuple[Item, ...]:
    """Every mark of one side, in points from the sheet's top left."""
    folds = tuple(item for fold in side.folds for item in _fold(side, fold, fonts))
    return (*_trim_marks(side), *folds, *_targets(side), *_bars(side), _slug(side, job, fonts))


def _strips(side: Side) -> tuple[float, float]:
    """Width of the empty strips beside the bleed, height of those above and below it."""
    return side.art.x - side.bleed, side.art.y - side.bleed


def _reach(side: Side, strip: float) -> tuple[float, float]:
    """Where a mark begins and ends outside the trim."""
    start = near(side.bleed)
    return start, min(start + LENGTH, side.bleed + strip - mm(0.5))


def _trim_marks(side: Side) -> tuple[Shape, ...]:
    """A line in each margin at every cut."""
    art, (beside, above) = side.art, _strips(side)
    start, end = _reach(side, above)
    shapes = []
    for x in side.cuts[0]:
        shapes += [line(x, art.y - end, x, art.y - start), line(x, art.bottom + start, x, art.bottom + end)]
    start, end = _reach(side, beside)
    for y in side.cuts[1]:
        shapes += [line(art.x - end, y, art.x - start, y), line(art.right + start, y, art.right + end, y)]
    return tuple(shapes)


def _fold(side: Side, fold: FoldLine, fonts: Fonts) -> tuple[Item, ...]:
    """A dashed line in both margins, named in the first with the order of folding."""
    art, (beside, above) = side.art, _strips(side)
    start, end = _reach(side, above if fold.vertical else beside)
    at, gap = fold.position, 0.0 if fold.kind == "spine" else side.bleed
    text = f"折{fold.order}"
    if fold.vertical:
        ends = ((at, art.y - end, at, art.y - start), (at, art.bottom + start, at, art.bottom + end))
        corner = (at + gap + CLEAR, art.y - _out(side, above) - LEADING / 2)
    else:
        ends = ((art.x - end, at, art.x - start, at), (art.right + start, at, art.right + end, at))
        corner = (art.x - end, at - gap - LEADING - mm(0.5))
    return (*(line(*points, dash=DASH) for points in ends), _text(text, corner, LABEL, fonts))


def _out(side: Side, strip: float) -> float:
    """How far outside the trim the middle of targets and slug lies."""
    return side.bleed + min(CLEAR + TARGET * 1.6 + mm(1), strip / 2)


def _targets(side: Side) -> tuple[Shape, ...]:
    """One in each margin, at the middle of the first column and row, clear of folds."""
    art, (beside, above) = side.art, _strips(side)
    x = side.columns[0] + side.pages[0].trim.width / 2
    y = art.y + side.pages[0].trim.height / 2
    out_x, out_y = _out(side, beside), _out(side, above)
    spots = ((x, art.y - out_y), (x, art.bottom + out_y), (art.x - out_x, y), (art.right + out_x, y))
    return tuple(shape for spot in spots for shape in target(*spot))


def _bars(side: Side) -> tuple[Shape, ...]:
    """A colour bar under every column but the first, whose margin holds the target."""
    strip = _strips(side)[1]
    size = min(PATCH, strip - 2.5 * CLEAR)
    y = side.art.bottom + side.bleed + min(2 * CLEAR, (strip - size) / 2)
    inset = (side.pages[0].trim.width - size * len(PATCHES)) / 2
    return tuple(shape for x in side.columns[1:] for shape in colour_bar(x + inset, y, size))


def _slug(side: Side, job: Job, fonts: Fonts) -> TextBox:
    """One line above the second column; a title that is too long is cut short."""
    corner = (side.columns[1] + LABEL, side.art.y - _out(side, _strips(side)[1]) - LEADING / 2)
    room = side.pages[0].trim.width - LABEL - mm(4)
    facts = "　".join(("", *slug_facts(side, job)))
    title = _shortened(job.title, room - natural_width((Run(facts, STYLE),), fonts), fonts)
    return replace(_text(title + facts, corner, room, fonts), name="slug")


def _shortened(title: str, room: float, fonts: Fonts) -> str:
    """The title, or as much of its beginning as fits with an ellipsis."""

    def width(length: int) -> float:
        return natural_width((Run(f"{title[:length]}…", STYLE),), fonts)

    if natural_width((Run(title, STYLE),), fonts) <= room:
        return title
    return f"{title[: bisect_right(range(len(title)), room, key=width) - 1]}…"


def slug_facts(side: Side, job: Job) -> tuple[str, ...]:
    """Sheet and side, its pages as they stand, paper, binding, creep, printing condition."""
    face = "正面" if side.face == "front" else "反面"
    columns = len(side.columns)
    numbers = [f"{page.number}{'空白' if page.page is None else ''}" for page in side.pages]
    rows = ("·".join(numbers[i : i + columns]) for i in range(0, len(numbers), columns))
    return (
        f"第{side.sheet}帖（共{side.sheets}帖）{face}",
        " / ".join(rows),
        side.stock,
        f"骑马订{job.pages}页",
        f"{job.paper_gsm:g} g/m² 爬移{creep_per_leaf(job.paper_gsm):.3f} mm/叶",
        job.condition,
    )


def _text(text: str, corner: tuple[float, float], width: float, fonts: Fonts) -> TextBox:
    run = Run(text, STYLE)
    box = Rect(*corner, width, LEADING)
    return TextBox(box, (StyledParagraph((run,), LEADING),), (set_line((run,), fonts),), "running")
