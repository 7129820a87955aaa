"""Whether art that touches the trim is really painted into the bleed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy

from reportgen.preflight.finding import Finding, rule
from reportgen.preflight.masks import PIXEL
from reportgen.preflight.measured import BLEED
from reportgen.preflight.reading import Page, Reading, millimetres, named
from reportgen.units import mm

NO_BLEED = rule(
    "bleed-unpainted", "P-06 · ISO 15930-7", "press!",
    "画面到裁切线为止，没有画进出血（{value}）", "the art ends at the trim and is not painted into the bleed ({value})",
    "把贴边的底色和图片延伸 3 mm", "extend fills and pictures at the edge by 3 mm",
)  # fmt: skip
SHORT_BLEED = rule(
    "bleed-short", "P-06, P-07", "press!",
    "贴边的画面只画出裁切线 {value}，没有到 {limit}", "the art runs only {value} over the trim, not {limit}",
    "把贴边的底色和图片延伸 3 mm", "extend fills and pictures at the edge by 3 mm", 3.0, " mm",
)  # fmt: skip
NARROW = rule(
    "bleed-narrow", "P-06, P-07", "press!",
    "画面贴边，出血框只留了 {value}（要 {limit}）", "art touches the trim, but the bleed box leaves {value} (needs {limit})",
    "把 BleedBox 设为成品外 3 mm", "set the BleedBox 3 mm outside the trim", 3.0, " mm",
)  # fmt: skip

RULES = (NO_BLEED, SHORT_BLEED, NARROW)
PAPER = 0.02 * 255  # less ink is no art
AT_TRIM = 3  # pixels from 1 mm inside the trim to 0.5 mm outside: art that ends there ends at the trim
SHORTEST = mm(10)  # along the edge; what ends straight for less may be an ornament's tip
STRAIGHT = mm(20)  # the same in mid-bleed, where a flat curve can look straight for a while
ALLOWANCE = mm(0.5)
EDGES = ("left", "bottom", "right", "top")
Raster = Any  # numpy array


def check(reading: Reading) -> Iterator[Finding]:
    """The four edges of every page."""
    for page in reading.pages:
        for i, edge in enumerate(EDGES):
            reach = _reach(page.ink.strip(edge) > PAPER)
            yield from _edge(page, edge, abs(page.bleed[i] - page.trim[i]), reach)


def _edge(page: Page, edge: str, room: float, reach: Raster) -> Iterator[Finding]:
    """``reach`` counts, for each place along the edge, the inked pixels from 1 mm inside outwards."""
    at_trim = max(_longest(reach == rows) for rows in (2, AT_TRIM)) * PIXEL
    if at_trim >= SHORTEST:
        yield Finding(NO_BLEED, page.number, named("edge", edge), f"{millimetres(at_trim):.0f} mm")
    elif room < BLEED - ALLOWANCE and _longest(reach >= 2) * PIXEL >= SHORTEST:
        yield Finding(NARROW, page.number, named("edge", edge), f"{millimetres(room):.1f} mm")
    elif (short := _short(reach)) is not None:
        yield Finding(SHORT_BLEED, page.number, named("edge", edge), f"{millimetres(short):.1f} mm")


def _reach(inked: Raster) -> Raster:
    return numpy.logical_and.accumulate(inked, axis=0).sum(axis=0)


def _longest(row: Raster) -> int:
    """The longest run of true values."""
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([0], row.astype(numpy.int8), [0]))))
    return int((edges[1::2] - edges[::2]).max()) if len(edges) else 0


def _short(reach: Raster) -> float | None:
    """How far over the trim art runs that ends in mid-bleed along a straight line; None if none does."""
    for rows in range(AT_TRIM + 1, round(BLEED / PIXEL) + 1):
        if _longest(reach == rows) * PIXEL >= STRAIGHT:
            return (rows - 2) * PIXEL
    return None
