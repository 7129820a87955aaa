"""What surrounds the pages of a press sheet: trim, fold and register marks, colour bars, the slug line."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportgen.fonts import Fonts
from reportgen.imposition.creep import creep_per_leaf
from reportgen.imposition.sides import FoldLine, Side
from reportgen.lengths import mm
from reportgen.model.sheet import Document, Item, Shape, Sheet, TextBox
from reportgen.model.theme import Spot
from reportgen.pdf.mark_shapes import (
    LENGTH,
    PATCH,
    PATCHES,
    TARGET,
    colour_bar,
    line,
    near,
    on_every_plate,
    spot_patches,
    target,
)
from reportgen.pdf.slug import HEIGHT, slug_line

DASH = (2.5, 1.5)
LABEL = mm(8)  # room for the name of a fold before the slug
EDGE, BESIDE = mm(4), mm(6)  # between the slug and the page's edge, a target's middle
CLEAR = mm(1)  # of art and paper edge


class SlugInfo(Struct, frozen=True):
    """What the slug says of the whole book."""

    title: str
    pages: int
    paper_gsm: float
    condition: str  # printing condition, as the output intent names it
    spot: Spot | None = None


def furniture(sides: tuple[Side, ...], job: SlugInfo, fonts: Fonts) -> Document:
    """A document of one sheet per side that holds its marks only."""
    sheets = tuple(
        Sheet(f"side-{i}", side.size, side_marks(side, job, fonts)) for i, side in enumerate(sides)
    )
    return Document(job.title, sheets)


def side_marks(side: Side, job: SlugInfo, fonts: Fonts) -> tuple[Item, ...]:
    """Every mark of one side, in points from the sheet's top left."""
    folds = (shape for fold in side.folds for shape in _fold_marks(side, fold))
    lines = on_every_plate((*_trim_marks(side), *folds, *_targets(side)), job.spot)
    names = (_fold_name(side, fold, fonts) for fold in side.folds)
    return (*lines, *_bars(side, job.spot), *names, *_slug(side, job, fonts))


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


def _fold_marks(side: Side, fold: FoldLine) -> Iterator[Shape]:
    """A dashed line in both margins."""
    art, (beside, above) = side.art, _strips(side)
    start, end = _reach(side, above if fold.vertical else beside)
    at = fold.position
    if fold.vertical:
        ends = ((at, art.y - end, at, art.y - start), (at, art.bottom + start, at, art.bottom + end))
    else:
        ends = ((art.x - end, at, art.x - start, at), (art.right + start, at, art.right + end, at))
    return (line(*points, dash=DASH) for points in ends)


def _fold_name(side: Side, fold: FoldLine, fonts: Fonts) -> TextBox:
    """The order of folding, beside the line in the first margin."""
    art, (beside, above) = side.art, _strips(side)
    gap = 0.0 if fold.kind == "spine" else side.bleed
    if fold.vertical:
        corner = (fold.position + gap + CLEAR, art.y - _out(side, above) - HEIGHT / 2)
    else:
        corner = (art.x - _reach(side, beside)[1], fold.position - gap - HEIGHT - mm(0.5))
    return slug_line(f"折{fold.order}", corner, LABEL, fonts, name="fold")


def _out(side: Side, strip: float) -> float:
    """How far outside the trim the middle of targets and slug is."""
    return side.bleed + min(CLEAR + TARGET * 1.6 + mm(1), strip / 2)


def _targets(side: Side) -> tuple[Shape, ...]:
    """One in each margin, at the middle of the first column and row, clear of folds."""
    art, (beside, above) = side.art, _strips(side)
    x = side.columns[0] + side.pages[0].trim.width / 2
    y = art.y + side.pages[0].trim.height / 2
    out_x, out_y = _out(side, beside), _out(side, above)
    spots = ((x, art.y - out_y), (x, art.bottom + out_y), (art.x - out_x, y), (art.right + out_x, y))
    return tuple(shape for spot in spots for shape in target(*spot))


def _bars(side: Side, spot: Spot | None) -> tuple[Shape, ...]:
    """A colour bar under every column but the first, whose margin holds the target."""
    strip, more = _strips(side)[1], spot_patches(spot)
    size = min(PATCH, strip - 2.5 * CLEAR)
    y = side.art.bottom + side.bleed + min(2 * CLEAR, (strip - size) / 2)
    inset = (side.pages[0].trim.width - size * (len(PATCHES) + len(more))) / 2
    return tuple(shape for x in side.columns[1:] for shape in colour_bar(x + inset, y, size, more))


def _slug(side: Side, job: SlugInfo, fonts: Fonts) -> Iterator[TextBox]:
    """The sheet above the second column; the book and its paper below the first, on either side of the target."""
    out = _out(side, _strips(side)[1])
    above, below = side.art.y - out - HEIGHT / 2, side.art.bottom + out - HEIGHT / 2
    page = side.pages[0].trim.width
    half, left = page / 2 - EDGE - BESIDE, side.columns[0]
    yield slug_line(
        job.title,
        (side.columns[1] + LABEL, above),
        page - LABEL - EDGE,
        fonts,
        _said("", *_sheet_facts(side)),
    )
    yield slug_line(_said(*_book_facts(job)), (left + EDGE, below), half, fonts)
    yield slug_line(_said(side.stock, job.condition), (left + page / 2 + BESIDE, below), half, fonts)


def _said(*facts: str) -> str:
    return "　".join(facts)


def _sheet_facts(side: Side) -> tuple[str, ...]:
    """Sheet and side, its pages in place, how many copies a sheet gives."""
    face = "正面" if side.face == "front" else "反面"
    columns = len(side.columns)
    numbers = [f"{page.number}{'空白' if page.page is None else ''}" for page in side.pages]
    rows = ("·".join(numbers[i : i + columns]) for i in range(0, len(numbers), columns))
    copies = (f"每张{side.copies}份",) if side.copies > 1 else ()
    return (f"第{side.sheet}帖（共{side.sheets}帖）{face}", " / ".join(rows), *copies)


def _book_facts(job: SlugInfo) -> tuple[str, ...]:
    """Binding, paper and creep."""
    creep = f"爬移{creep_per_leaf(job.paper_gsm):.3f} mm/叶"
    return (f"骑马订{job.pages}页", f"{job.paper_gsm:g} g/m²", creep)
