"""田畦: a plan of fields with exactly as many lit plots as a figure counts."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from itertools import repeat

from msgspec import Struct

from reportgen.layout.parts.ornaments.plan import Plan, PlanField
from reportgen.layout.parts.ornaments.river import River
from reportgen.layout.parts.ornaments.thin_line import thin_line
from reportgen.lengths import Rect, mm
from reportgen.model.sheet import Path, PathSegment, Shape, Stroke
from reportgen.model.theme import Colour, blend

FEWEST_LIT, MOST_LIT = 10, 120
LARGEST, SMALLEST = mm(1) ** 2 * 118, mm(1) ** 2 * 5  # area of a plot
PLAIN = mm(1) ** 2 * 110  # plots of a plain pattern
SWATCH = mm(1) ** 2 * 9
PER_LIT = 4  # plots' worth of free ground for each lit one, to scatter them
SPARE = 1.5  # candidates for each lit plot
TRIM_INSET = mm(7)  # lit plots keep off a page's trim: bleed and a margin
EDGE_INSET = mm(3)
SWATCH_INSET = mm(0.8)
LINE, SWATCH_LINE = mm(0.18), mm(0.12)
FINEST = 450  # plots of a whole field with lit ones, at the least
MIDDLING = (0.35, 1.7)  # size of a plot that may be lit, of the largest
FINER = 0.8  # size of the next plan tried, of the last
SEED, SCATTER_SEED = 19, (31, 5)  # factor and term
BORDER_TINT, FURROW_TINT, FURROW_WIDTH = 0.8, 0.55, 0.8  # of the stroke colour; of the border's width
FURROWS, FURROW_SHARE = mm(0.7), 0.14  # apart, at the least; of a large plot's side
SPACINGS = ((0.34, 1), (0.62, 1.45), (1.0, 2.1))  # up to that draw this many times as far apart
ALONG, ACROSS = 0.42, 0.82  # up to that draw furrows run along, across; above it the field lies fallow
DRAWS = 60  # candidates looked at for each lit plot


class _Room(Struct, frozen=True):
    """Where plots may be lit."""

    region: Rect
    avoid: tuple[Rect, ...]
    course: River | None

    def first_area(self, lit: int, small: bool) -> float:
        """The plot size to begin with: fine enough to scatter the lit plots over the free ground."""
        if small:
            return SWATCH
        if not lit:
            return PLAIN
        ground = self.region.width * self.region.height
        taken = sum(_shared(self.region, other) for other in self.avoid)
        return min(LARGEST, ground / FINEST, (ground - taken) / (PER_LIT * lit))

    def free(self, plan: Plan, box: PlanField) -> bool:
        """Whether a plot may be lit: of a middling size, inside the region, clear of text and river."""
        area = (box.u1 - box.u0) * (box.v1 - box.v0)
        if not MIDDLING[0] * plan.largest < area < MIDDLING[1] * plan.largest:
            return False
        bounds = plan.bounds(box)
        if not self.region.contains(bounds, 0) or any(bounds.overlaps(other, 0) for other in self.avoid):
            return False
        return self.course is None or self.course.clear_of(bounds)


def plots(
    rect: Rect,
    lit: int,
    *,
    stroke: Colour,
    lit_fill: Colour,
    ground: Colour,
    avoid: Sequence[Rect] = (),
    lit_region: Rect | None = None,
    seed: int = SEED,
    small: bool = False,
) -> tuple[Shape, ...]:
    """A plan of fields over the rectangle with exactly ``lit`` plots filled; 0 is a plain pattern.

    No lit plot touches an ``avoid`` rectangle (whose inside is left undrawn: it belongs to text), the
    river, or the rectangle's edge and bleed; ``lit_region`` narrows that further. Raises ValueError
    unless lit is 0 or 10–120 (``small``, without a river: up to 120), and where there is no room.
    Shapes: plots-ground, plots-furrows, plots, plots-river, plots-banks, plots-lit.
    """
    if lit < 0 or lit > MOST_LIT or (0 < lit < FEWEST_LIT and not small):
        raise ValueError(f"{lit} lit plots; the plan can state {FEWEST_LIT} to {MOST_LIT}")
    course = River(rect) if lit and not small else None
    room = _Room(lit_region or _lit_region(rect, small), tuple(avoid), course)
    plan, chosen = _planned(rect, lit, room, seed, small)
    lit_boxes = {id(box) for box in chosen}
    others = [
        box
        for box in plan.boxes
        if id(box) not in lit_boxes and not any(other.contains(plan.bounds(box)) for other in avoid)
    ]
    lamps = (Shape(_outlines(plan, chosen), fill=lit_fill, clip=rect, name="plots-lit"),) if chosen else ()
    return (*_ground_plan(plan, others, (stroke, ground), course, seed, small), *lamps)


def _lit_region(rect: Rect, small: bool) -> Rect:
    """Inside the edge; a rectangle that starts before the trim runs into the bleed."""
    bleeds = rect.x < 0 or rect.y < 0
    inset = SWATCH_INSET if small else TRIM_INSET if bleeds else EDGE_INSET
    return rect.inset(inset, inset)


def _planned(rect: Rect, lit: int, room: _Room, seed: int, small: bool) -> tuple[Plan, list[PlanField]]:
    """The coarsest plan with room for the lit plots, and those plots."""
    area = room.first_area(lit, small)
    while area >= SMALLEST:
        plan = Plan(rect, area, seed)
        if not lit:
            return plan, []
        free = [box for box in plan.boxes if room.free(plan, box)]
        if len(free) >= SPARE * lit:
            return plan, _scattered(free, lit, seed)
        area *= FINER
    raise ValueError(f"no room for {lit} lit plots")


def _shared(a: Rect, b: Rect) -> float:
    wide = min(a.right, b.right) - max(a.x, b.x)
    tall = min(a.bottom, b.bottom) - max(a.y, b.y)
    return max(0.0, wide) * max(0.0, tall)


def _scattered(free: Sequence[PlanField], count: int, seed: int) -> list[PlanField]:
    """An even scatter: each next plot the farthest from those chosen, of a few drawn at random."""
    chance = random.Random(seed * SCATTER_SEED[0] + SCATTER_SEED[1])
    pool, middles = list(free), [box.middle for box in free]
    gaps = [math.inf] * len(pool)
    chosen: list[PlanField] = []
    at = chance.randrange(len(pool))
    while True:
        chosen.append(pool.pop(at))
        if len(chosen) == count:
            return chosen
        last, _ = middles.pop(at), gaps.pop(at)
        gaps = list(map(min, gaps, map(math.dist, middles, repeat(last))))
        at = max(chance.sample(range(len(pool)), min(DRAWS, len(pool))), key=gaps.__getitem__)


def _ground_plan(
    plan: Plan,
    boxes: Sequence[PlanField],
    colours: tuple[Colour, Colour],
    course: River | None,
    seed: int,
    small: bool,
) -> Iterator[Shape]:
    """Ground, furrows, outlines and the river; lines in two tints of the stroke colour."""
    stroke, ground = colours
    rect, thin = plan.rect, SWATCH_LINE if small else LINE
    border = blend(stroke, ground, BORDER_TINT)
    corners = ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))
    area: Path = (("M", *corners[0]), *(("L", *corner) for corner in corners[1:]), ("Z",))
    yield Shape(area, fill=ground, name="plots-ground")
    hatching = _furrows(plan, boxes, random.Random(seed + 1))
    line = thin_line(blend(stroke, ground, FURROW_TINT), ground, FURROW_WIDTH * thin)
    yield Shape(hatching, stroke=line, clip=rect, name="plots-furrows")
    yield Shape(_outlines(plan, boxes), stroke=thin_line(border, ground, thin), clip=rect, name="plots")
    if course is not None:
        water = Stroke(ground, course.width)
        yield Shape(course.path(0), stroke=water, clip=rect, name="plots-river")
        banks = (*course.path(-course.bank), *course.path(course.bank))
        yield Shape(banks, stroke=Stroke(border, LINE), clip=rect, name="plots-banks")


def _outlines(plan: Plan, boxes: Sequence[PlanField]) -> Path:
    return tuple(segment for box in boxes for segment in plan.outline(box))


def _furrows(plan: Plan, boxes: Sequence[PlanField], chance: random.Random) -> Path:
    """Parallel lines along or across a field; some fields lie fallow."""
    apart = max(FURROWS, FURROW_SHARE * math.sqrt(plan.largest))
    path: list[PathSegment] = []
    for box in boxes:
        kind = chance.random()
        step = apart * next(times for most, times in SPACINGS if kind < most)
        if kind < ALONG:
            path += plan.rows(box, step)
        elif kind < ACROSS:
            path += plan.columns(box, step)
    return tuple(path)
