"""Whether something is painted beneath an object, judged by boxes."""

from __future__ import annotations

from reportgen.preflight.geometry import Box, common
from reportgen.preflight.painted import ImagePaint, Paint, PathPaint, ShadingPaint, TextPaint
from reportgen.preflight.reading import Page

INKED = 0.02  # less ink than this is paper


def over_paint(page: Page, paint: Paint, index: int, least: float = INKED) -> bool:
    """Whether earlier paint of the page with at least ``least`` ink is under the middle of the object.

    Exact for rectangles; other shapes count by their boxes where what they paint last is not white.
    """
    if paint.box is None:
        return False
    return ground(page, paint.box, index) >= least


def ground(page: Page, box: Box, index: int) -> float:
    """The ink (0–4) of the topmost fill or image under the middle of a box; 0 for bare paper."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    spot = (x, y, x, y)
    for under in reversed(page.art[:index]):
        if isinstance(under, TextPaint) or under.kind == "stroke" or under.box is None:
            continue
        if common(under.box, spot) is None or under.annotation:
            continue
        if isinstance(under, PathPaint) and not under.rectangle and not _covers(under, x, y):
            continue
        return _ink(under)
    return 0.0


def _ink(paint: Paint) -> float:
    if isinstance(paint, (ImagePaint, ShadingPaint)):
        return 1.0
    colour = paint.colour
    if colour is None or colour.pattern:
        return 1.0
    return sum(colour.inks) * paint.alpha


def _covers(paint: PathPaint, x: float, y: float) -> bool:
    """Whether a point is inside a filled path, by the even-odd rule over all its subpaths."""
    from reportgen.preflight.geometry import outlines

    inside = False
    for points in outlines(paint.path, paint.state.ctm):
        for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside
