"""A passage that continues on a further slide, shared out so that neither slide is nearly empty."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.layout.slides.compose import compose
from reportgen.layout.slides.flow import Composed, filled
from reportgen.layout.slides.pen import Pen
from reportgen.story.pieces import Piece


def evened(found: Sequence[Piece], done: Composed, top: float, pen: Pen) -> Composed:
    """The slide as composed, or with fewer of the pieces where its last continuation would be nearly empty."""
    following = compose(done.rest, top, pen)
    if following.rest or filled(following.items, top):
        return done
    for kept in range(len(found) - 1, 0, -1):
        first, last = compose(found[:kept], top, pen), compose(found[kept:], top, pen)
        if not (first.rest or last.rest) and filled(first.items, top) and filled(last.items, top):
            return replace(first, rest=tuple(found[kept:]))
    return done
