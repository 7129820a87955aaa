"""The words of a PDF as its pages show them and as its structure tree tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.preflight.geometry import common
from reportgen.preflight.painted import TextPaint
from reportgen.preflight.reading import Page
from reportgen.verify.evidence import Extract
from reportgen.verify.numbers_found import may_count, stripped
from reportgen.verify.own_numbers import plain

SAME_LINE = 0.5  # share of the lower run's height that two runs have to share
GAP = 0.45  # em between runs of a line
LEADING = 1.3  # em between lines of a block
COMPANY = 54.0  # points between a number and its label
SAME_ROW = 4.0  # points between twice the middles of boxes in one row
NEIGHBOURS = 3  # blocks before and after in painting order
IMPOSED = re.compile(r"/P\d+")  # what imposition calls a page's form
Bounds = tuple[float, float, float, float]  # along and across the direction of writing, in points


class ShownRun(Struct, frozen=True):
    """Glyphs shown at once: their words, extent in their own direction, and size in points."""

    words: str
    extent: Bounds
    size: float
    turn: int  # quarter turns of the writing
    form: str  # the form it stands in: an imposed page
    artifact: bool
    outside: bool  # beside the finished page


class ShownPage(Struct, frozen=True):
    """The runs of one page of the brochure, wherever it is printed, or of the marks beside the pages."""

    runs: tuple[ShownRun, ...]
    number: int  # the page's own
    marks: bool = False


class TextBlock(Struct, frozen=True):
    """Lines under each other and the extent of all of them."""

    lines: tuple[str, ...]
    extent: Bounds
    turn: int

    @property
    def words(self) -> str:
        return "".join(self.lines)


def shown_pages(page: Page) -> Iterator[ShownPage]:
    """The pages a page or a printer's sheet shows, each with its runs in painting order, and its marks."""
    paints = (paint for paint in page.content.paints if isinstance(paint, TextPaint))
    runs = tuple(run_of(paint, page) for paint in paints if paint.visible and paint.words)
    forms = dict.fromkeys(run.form for run in runs if IMPOSED.fullmatch(run.form))
    marks = tuple(run for run in runs if run.artifact and (run.outside or (forms and not run.form)))
    beside = set(map(id, marks))
    for form in forms or ("",):
        own = tuple(run for run in runs if id(run) not in beside and (not forms or run.form == form))
        yield ShownPage(own, int(form[2:]) if form else page.number)
    if marks:
        yield ShownPage(marks, page.number, marks=True)


def run_of(paint: TextPaint, page: Page) -> ShownRun:
    """Glyphs as they are shown on a page, their extent turned so that writing runs along the first axis."""
    a, b = paint.matrix[0], paint.matrix[1]
    turn = (0 if a >= 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)
    box = paint.box or (0.0, 0.0, 0.0, 0.0)
    x0, y0, x1, y1 = box
    extent = ((x0, y0, x1, y1), (y0, -x1, y1, -x0), (-x1, -y1, -x0, -y0), (-y1, x0, -y0, x1))[turn]
    artifact = paint.tag is not None and paint.tag.artifact
    form = paint.stream.partition(" ")[0]
    return ShownRun(paint.words, extent, paint.size, turn, form, artifact, common(box, page.trim) is None)


def lines_of(runs: Sequence[ShownRun]) -> list[tuple[str, ShownRun]]:
    """Runs that touch on one line, joined; each with a run of the line's whole extent."""
    lines: list[tuple[str, ShownRun]] = []
    for run in runs:
        if lines and _touches(lines[-1][1], run):
            words, last = lines[-1]
            lines[-1] = (words + run.words, _joined(last, run))
        else:
            lines.append((run.words, run))
    return lines


def _touches(last: ShownRun, run: ShownRun) -> bool:
    if last.turn != run.turn:
        return False
    (_, low, right, high), (left, bottom, _, top) = last.extent, run.extent
    shared = min(high, top) - max(low, bottom)
    close = -0.2 <= (left - right) / (min(last.size, run.size) or 1.0) <= GAP
    return close and shared >= SAME_LINE * min(high - low, top - bottom)


def _joined(one: ShownRun, other: ShownRun) -> ShownRun:
    extent = _hull(one.extent, other.extent)
    return ShownRun("", extent, other.size, one.turn, one.form, one.artifact, one.outside)


def _hull(one: Bounds, other: Bounds) -> Bounds:
    return (
        min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]),
    )  # fmt: skip


def blocks_of(runs: Sequence[ShownRun]) -> list[TextBlock]:
    """Lines of one size that stand under each other, as blocks in painting order."""
    blocks: list[TextBlock] = []
    size = 0.0
    for words, run in lines_of(runs):
        last = blocks[-1] if blocks else None
        if last is not None and _continues(last, size, run):
            extent = _hull(last.extent, run.extent)
            blocks[-1] = TextBlock((*last.lines, words), extent, last.turn)
        else:
            blocks.append(TextBlock((words,), run.extent, run.turn))
        size = run.size
    return blocks


def _continues(block: TextBlock, size: float, run: ShownRun) -> bool:
    if block.turn != run.turn or abs(size - run.size) > 0.1:
        return False
    below = block.extent[1] - run.extent[3]
    beside = run.extent[0] < block.extent[2] and block.extent[0] < run.extent[2]
    return beside and -0.2 * size <= below <= (LEADING - 0.3) * size


def shown_plainly(shown_page: ShownPage) -> str:
    """The page's words run together, without blanks and punctuation."""
    return plain(stripped("".join(run.words for run in shown_page.runs)))


def page_extracts(shown_page: ShownPage, folios: tuple[int, ...]) -> tuple[Extract, ...]:
    """Each block of a page with what stands close to it and what its page shows."""
    blocks = blocks_of(shown_page.runs)
    around = tuple(block.words for block in blocks)
    return tuple(
        Extract(block.lines, _company(blocks, i), around, folios=folios, marks=shown_page.marks)
        for i, block in enumerate(blocks)
        if may_count(block.lines)
    )


def _company(blocks: Sequence[TextBlock], i: int) -> tuple[str, ...]:
    """What is close by, in the same row, or painted right before and after; the closest first."""
    here = blocks[i]
    near = [
        (_apart(block.extent, here.extent), block.words)
        for j, block in enumerate(blocks)
        if j != i
        and (abs(j - i) <= NEIGHBOURS or (block.turn == here.turn and _beside(block.extent, here.extent)))
    ]
    return tuple(words for _, words in sorted(near, key=lambda each: each[0]))


def _beside(one: Bounds, other: Bounds) -> bool:
    return _apart(one, other) <= COMPANY or abs(one[1] + one[3] - other[1] - other[3]) <= SAME_ROW


def _apart(one: Bounds, other: Bounds) -> float:
    """Points between two boxes along the longer way."""
    across = max(one[0] - other[2], other[0] - one[2], 0.0)
    down = max(one[1] - other[3], other[1] - one[3], 0.0)
    return max(across, down)
