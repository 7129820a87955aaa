"""田畦: a recursive plan of fields and blocks with exactly so many of them lit."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportgen.model.sheet import Segment, Shape, Stroke
from reportgen.model.theme import Colour, blend
from reportgen.units import Rect, mm

MOST_LIT = 120
ANGLE = math.radians(-14)
ROADS = {6: mm(1.2), 5: mm(0.9), 4: mm(0.65)}  # half the width of the main roads, by depth
LANE = mm(0.4)
MARGIN = mm(4)
INSET = mm(4)  # lit plots keep so far from the edge
DENSEST = mm(1.5)  # between furrows

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # u0, v0, u1, v1 in the turned plane


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot in the turned plane, its corners on the sheet and its kind (0–1: which furrows)."""

    box: Box
    corners: tuple[Point, Point, Point, Point]
    kind: float

    @property
    def area(self) -> float:
        return (self.box[2] - self.box[0]) * (self.box[3] - self.box[1])


def plots(
    rect: Rect,
    lit: int,
    *,
    stroke: Colour,
    lit_fill: Colour,
    ground: Colour,
    avoid: Sequence[Rect] = (),
    seed: int = 7,
    small: bool = False,
) -> tuple[Shape, ...]:
    """The plan over the rectangle, exactly ``lit`` plots filled, none under ``avoid`` or at the edge.

    Raises ValueError for more than 120 lit plots, or where so many find no room.
    """
    if not 0 <= lit <= MOST_LIT:
        raise ValueError(f"{lit} plots, not 0 to {MOST_LIT}")
    smallest = _plot_area(rect, lit, avoid, small)
    for _ in range(12):
        plan, turn = _plan(rect, smallest, seed)
        chosen = _scatter([p for p in plan if _free(p, rect, avoid, small)], lit, seed)
        if len(chosen) == lit:
            return _draw(plan, chosen, turn, rect, (stroke, lit_fill, ground), small)
        smallest *= 0.7
    raise ValueError(f"no room for {lit} plots")


def _plot_area(rect: Rect, lit: int, avoid: Sequence[Rect], small: bool) -> float:
    """The smallest plot worth dividing: so that some four times the lit plots find room."""
    free = rect.width * rect.height - sum(_shared(rect, other) for other in avoid)
    usual = mm(1) * mm(1) * (12 if small else 118)
    return min(usual, max(free, 1.0) / (3.2 * lit)) if lit else usual


def _shared(first: Rect, second: Rect) -> float:
    width = min(first.right, second.right) - max(first.x, second.x)
    height = min(first.bottom, second.bottom) - max(first.y, second.y)
    return max(0.0, width) * max(0.0, height)


def _plan(rect: Rect, smallest: float, seed: int) -> tuple[list[Plot], Callable[[float, float], Point]]:
    """Plots that touch the rectangle, in the order of the division."""
    rnd = random.Random(seed)
    cos, sin = math.cos(ANGLE), math.sin(ANGLE)
    cx, cy = rect.x + rect.width / 2, rect.y + rect.height / 2
    reach_u = (abs(rect.width * cos) + abs(rect.height * sin)) / 2 + MARGIN
    reach_v = (abs(rect.width * sin) + abs(rect.height * cos)) / 2 + MARGIN

    def turn(u: float, v: float) -> Point:
        return cx + u * cos - v * sin, cy + u * sin + v * cos

    boxes: list[Box] = []
    _divide((-reach_u, -reach_v, reach_u, reach_v), 13, smallest, rnd, boxes)
    found = []
    for box in boxes:
        u0, v0, u1, v1 = box
        kind = rnd.random()
        corners = (turn(u0, v0), turn(u1, v0), turn(u1, v1), turn(u0, v1))
        if _touches(corners, rect):
            found.append(Plot(box, corners, kind))
    return found, turn


def _divide(box: Box, depth: int, smallest: float, rnd: random.Random, out: list[Box]) -> None:
    u0, v0, u1, v1 = box
    width, height = u1 - u0, v1 - v0
    area = width * height
    if depth == 0 or area < smallest or (rnd.random() < 0.06 and area < smallest * 3):
        out.append(box)
        return
    at = rnd.uniform(0.36, 0.64)
    road = min(ROADS.get(depth - 4, LANE), width * 0.1, height * 0.1)
    if width > height * 1.15 or (width > height * 0.8 and rnd.random() < 0.5):
        middle = u0 + width * at
        _divide((u0, v0, middle - road, v1), depth - 1, smallest, rnd, out)
        _divide((middle + road, v0, u1, v1), depth - 1, smallest, rnd, out)
    else:
        middle = v0 + height * at
        _divide((u0, v0, u1, middle - road), depth - 1, smallest, rnd, out)
        _divide((u0, middle + road, u1, v1), depth - 1, smallest, rnd, out)


def _touches(corners: Sequence[Point], rect: Rect) -> bool:
    xs, ys = [p[0] for p in corners], [p[1] for p in corners]
    return max(xs) > rect.x and min(xs) < rect.right and max(ys) > rect.y and min(ys) < rect.bottom


def _free(plot: Plot, rect: Rect, avoid: Sequence[Rect], small: bool) -> bool:
    """Whether the whole plot lies inside, clear of the edge and of text."""
    inset = mm(1) if small else min(INSET, rect.width / 12)
    inner = rect.inset(inset, inset)
    if not all(inner.x < x < inner.right and inner.y < y < inner.bottom for x, y in plot.corners):
        return False
    return not any(_touches(plot.corners, other) for other in avoid)


def _scatter(free: list[Plot], count: int, seed: int) -> list[Plot]:
    """So many plots of middling size, each as far as can be from those already chosen."""
    if not count or len(free) < count:
        return []
    sizes = sorted(plot.area for plot in free)
    low = sizes[len(sizes) // 5]
    pool = [plot for plot in free if plot.area >= low]
    pool = pool if len(pool) >= count else list(free)
    rnd = random.Random(seed * 31 + 5)
    chosen = [pool.pop(rnd.randrange(len(pool)))]
    nearest = [_apart(plot, chosen[0]) for plot in pool]
    while len(chosen) < count:
        candidates = rnd.sample(range(len(pool)), min(40, len(pool)))
        best = max(candidates, key=nearest.__getitem__)
        plot = pool.pop(best)
        nearest.pop(best)
        chosen.append(plot)
        nearest = [min(d, _apart(other, plot)) for d, other in zip(nearest, pool, strict=True)]
    return chosen


def _apart(first: Plot, second: Plot) -> float:
    return math.dist(first.corners[0], second.corners[0])


def _draw(
    plan: Sequence[Plot],
    chosen: Sequence[Plot],
    turn: Callable[[float, float], Point],
    rect: Rect,
    colours: tuple[Colour, Colour, Colour],
    small: bool,
) -> tuple[Shape, ...]:
    """Furrows, outlines and lit plots: one shape each."""
    stroke, lit_fill, ground = colours
    lit = {plot.box for plot in chosen}
    furrows: list[Segment] = []
    outlines: list[Segment] = []
    lamps: list[Segment] = []
    for plot in plan:
        outline: tuple[Segment, ...] = (
            ("M", *plot.corners[0]), *(("L", *corner) for corner in plot.corners[1:]), ("Z",),
        )  # fmt: skip
        if plot.box in lit:
            lamps += outline
            continue
        outlines += outline
        furrows += _furrows(plot, turn, DENSEST * (0.45 if small else 1))
    shapes = [
        Shape(
            (
                (("M", rect.x, rect.y)),
                ("L", rect.right, rect.y),
                ("L", rect.right, rect.bottom),
                ("L", rect.x, rect.bottom),
                ("Z",),
            ),
            fill=ground,
            name="plots",
        )
    ]
    weight = 0.3 if small else 0.5
    if furrows:
        shapes.append(
            Shape(
                tuple(furrows),
                stroke=Stroke(blend(stroke, ground, 0.55), weight * 0.8),
                clip=rect,
                name="plots",
            )
        )
    shapes.append(
        Shape(tuple(outlines), stroke=Stroke(blend(stroke, ground, 0.8), weight), clip=rect, name="plots")
    )
    if lamps:
        shapes.append(Shape(tuple(lamps), fill=lit_fill, clip=rect, name="lit"))
    return tuple(shapes)


def _furrows(plot: Plot, turn: Callable[[float, float], Point], dense: float) -> list[Segment]:
    """Lines along or across the plot, at one of three spacings; some plots lie fallow."""
    u0, v0, u1, v1 = plot.box
    kind = plot.kind
    step = dense * (1 if kind < 0.34 else 1.45 if kind < 0.62 else 2.1)
    segments: list[Segment] = []
    if kind < 0.42:
        v = v0 + step
        while v < v1 - 0.8:
            segments += (("M", *turn(u0, v)), ("L", *turn(u1, v)))
            v += step
    elif kind < 0.82:
        u = u0 + step
        while u < u1 - 0.8:
            segments += (("M", *turn(u, v0)), ("L", *turn(u, v1)))
            u += step
    return segments
