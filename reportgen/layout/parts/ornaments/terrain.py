"""示意图: an abstract section through hills with a datum line; a schematic, never survey data."""

from __future__ import annotations

import math
import random

from reportgen.lengths import Rect, mm
from reportgen.model.sheet import Path, PathSegment, Shape, Stroke
from reportgen.model.theme import Colour

RIDGES = 9
STEPS = 48  # curves along a ridge
WAVES = 8
SEED = 8
WAVE_SIZES = (0.6, 1.3)
HANDLE = 6  # of the way between neighbours: Catmull-Rom tangents as Bézier handles
TURNS, NARROWING, SHIFT, DAMPING = 2.1, 0.04, 0.33, 1.25  # radians a wave; by ridge; radians; of short waves
FOOT, RISE, BEND = 0.80, 0.52, 1.6  # depth at the left, climb to the right, its exponent
SWING, CALM = 0.085, 0.35  # of the waves, in the height; at the left, of that at the right
APART = 0.085  # ridges are this share of the height below one another
GROUND_LINE, RIDGE_LINE, DATUM_LINE = mm(0.4), mm(0.22), 1.0


def terrain(
    rect: Rect,
    level: float,
    *,
    wash: Colour,
    line: Colour,
    top_line: Colour,
    datum: Colour,
    seed: int = SEED,
) -> tuple[Shape, ...]:
    """Hills rising to the right; the ground below the datum is washed.

    ``level``: the datum's distance from the top as a share of the height, 0–1, else ValueError.
    """
    if not 0 <= level <= 1:
        raise ValueError(f"a datum at {level} of the height")
    chance = random.Random(seed)
    waves = [(chance.uniform(0, 2 * math.pi), chance.uniform(*WAVE_SIZES)) for _ in range(WAVES)]
    ridges = [_ridge(rect, waves, k) for k in range(RIDGES)]
    y = rect.y + level * rect.height
    ground: Path = (*ridges[0], ("L", rect.right, rect.bottom), ("L", rect.x, rect.bottom), ("Z",))
    below = Rect(rect.x, y, rect.width, rect.bottom - y)
    across: Path = (("M", rect.x, y), ("L", rect.right, y))
    lower = tuple(segment for ridge in reversed(ridges[1:]) for segment in ridge)
    return (
        Shape(ground, fill=wash, clip=below, name="terrain-ground"),
        Shape(lower, stroke=Stroke(line, RIDGE_LINE), clip=rect, name="terrain"),
        Shape(ridges[0], stroke=Stroke(top_line, GROUND_LINE), clip=rect, name="terrain-surface"),
        Shape(across, stroke=Stroke(datum, DATUM_LINE), clip=rect, name="terrain-datum"),
    )


def _ridge(rect: Rect, waves: list[tuple[float, float]], k: int) -> Path:
    """A ridge line from left to right as smooth curves through sampled heights."""
    points = []
    for i in range(-1, STEPS + 2):
        t = i / STEPS
        depth = _profile(max(0.0, t), waves, k) + k * APART
        points.append((rect.x + t * rect.width, min(rect.bottom + mm(1), rect.y + depth * rect.height)))
    path: list[PathSegment] = [("M", *points[1])]
    for before, here, there, after in zip(points, points[1:], points[2:], points[3:], strict=False):
        first = (here[0] + (there[0] - before[0]) / HANDLE, here[1] + (there[1] - before[1]) / HANDLE)
        second = (there[0] - (after[0] - here[0]) / HANDLE, there[1] - (after[1] - here[1]) / HANDLE)
        path.append(("C", *first, *second, *there))
    return tuple(path)


def _profile(t: float, waves: list[tuple[float, float]], k: int) -> float:
    """Depth from the top as a share of the height, ``t`` along the width 0–1."""
    swing = sum(
        size * math.sin((m + 1) * TURNS * t * (1 + NARROWING * k) + phase + k * SHIFT) / (m + DAMPING)
        for m, (phase, size) in enumerate(waves)
    )
    return FOOT - RISE * math.pow(t, BEND) - SWING * swing * (CALM + (1 - CALM) * t)
