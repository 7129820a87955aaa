"""Whether art that touches the trim is really painted into the bleed."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.lengths import mm
from reportgen.preflight.finding import Finding, rule
from reportgen.preflight.geometry import BLEED, PIXEL
from reportgen.preflight.reading import Page, Reading, millimetres, named

NO_BLEED = rule(
    "bleed-unpainted", "P-06 · ISO 15930-7", "press!",
    "画面到裁切线为止，没有延伸进出血（{value}）", "the art ends at the trim and is not painted into the bleed ({value})",
    "把贴边的底色和图片延伸 3 mm", "extend fills and pictures at the edge by 3 mm",
)  # fmt: skip
SHORT_BLEED = rule(
    "bleed-short", "P-06, P-07", "press!",
    "贴边的画面只超出裁切线 {value}，不足 {limit}", "the art extends only {value} beyond the trim, not {limit}",
    "把贴边的底色和图片延伸 3 mm", "extend fills and pictures at the edge by 3 mm", 3.0, " mm",
)  # fmt: skip
NARROW = rule(
    "bleed-narrow", "P-06, P-07", "press!",
    "画面贴边，出血框只留了 {value}（要 {limit}）", "art touches the trim, but the bleed box leaves only {value} ({limit} needed)",
    "把 BleedBox 设为成品外 3 mm", "set the BleedBox 3 mm outside the trim", 3.0, " mm",
)  # fmt: skip

RULES = (NO_BLEED, SHORT_BLEED, NARROW)
AT_TRIM = 3  # pixels from 1 mm inside the trim to 0.5 mm outside: art that ends there ends at the trim
SHORTEST = mm(10)  # along the edge; what ends straight for less may be an ornament's tip
STRAIGHT = mm(20)  # the same in mid-bleed, where a flat curve can look straight for a while
ALLOWANCE = mm(0.5)
EDGES = ("left", "bottom", "right", "top")


def check(reading: Reading) -> Iterator[Finding]:
    """The four edges of every page."""
    for page in reading.pages:
        for i, edge in enumerate(EDGES):
            yield from _edge(page, edge, abs(page.bleed[i] - page.trim[i]))


def _edge(page: Page, edge: str, room: float) -> Iterator[Finding]:
    from reportgen.preflight.measured import longest  # numpy: needed for press files only

    reach = page.ink.reach(edge)
    at_trim = max(longest(reach == rows) for rows in (2, AT_TRIM))
    if at_trim >= SHORTEST:
        yield Finding(NO_BLEED, page.number, named("edge", edge), f"{millimetres(at_trim):.0f} mm")
        return
    if room < BLEED - ALLOWANCE and longest(reach >= 2) >= SHORTEST:
        yield Finding(NARROW, page.number, named("edge", edge), f"{millimetres(room):.1f} mm")
        return
    for rows in range(AT_TRIM + 1, round(BLEED / PIXEL) + 1):
        if longest(reach == rows) >= STRAIGHT:
            over = millimetres((rows - 2) * PIXEL)
            yield Finding(SHORT_BLEED, page.number, named("edge", edge), f"{over:.1f} mm")
            return
