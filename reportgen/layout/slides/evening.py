"""A passage that goes on over a further slide, dealt out so that neither is nearly empty."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.layout.drawing import bounds
from reportgen.layout.slides.canvas import BODY_BOTTOM
from reportgen.layout.slides.compose import compose
from reportgen.layout.slides.flow import Composed
from reportgen.layout.slides.pen import Pen
from reportgen.layout.slides.pieces import Piece

LEAST_FILL = 0.45  # of the body's height


def evened(found: Sequence[Piece], done: Composed, top: float, pen: Pen) -> Composed:
    """The slide as composed, or with fewer of the pieces where its last continuation would be nearly empty."""
    following = compose(done.rest, top, pen)
    if following.rest or _filled(following, top):
        return done
    for kept in range(len(found) - 1, 0, -1):
        first, last = compose(found[:kept], top, pen), compose(found[kept:], top, pen)
        if not (first.rest or last.rest) and _filled(first, top) and _filled(last, top):
            return replace(first, rest=tuple(found[kept:]))
    return done


def _filled(slide: Composed, top: float) -> bool:
    lowest = max(bounds(item).bottom for item in slide.items)
    return lowest - top >= LEAST_FILL * (BODY_BOTTOM - top)
