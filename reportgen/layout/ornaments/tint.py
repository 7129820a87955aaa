"""Solid colours in place of transparency, and the thinnest line that prints."""

from __future__ import annotations

from functools import lru_cache

from reportgen.model.sheet import Stroke
from reportgen.model.theme import Colour

THINNEST = 0.4  # pt; tinted lines below it break up in print


@lru_cache(maxsize=256)
def tint(colour: Colour, ground: Colour, share: float) -> Colour:
    """The colour as it looks on the ground with an opacity of ``share`` (0–1): solid, inks blended."""
    if share >= 1 or colour == ground:
        return colour
    c, m, y, k = (a * share + b * (1 - share) for a, b in zip(colour.cmyk, ground.cmyk, strict=True))
    r, g, b = (round(a * share + b * (1 - share)) for a, b in zip(colour.srgb, ground.srgb, strict=True))
    token = f"{colour.token}~{ground.token}~{round(share * 100)}"
    return Colour(token, (round(c, 2), round(m, 2), round(y, 2), round(k, 2)), (r, g, b))


def line(colour: Colour, ground: Colour, width: float, dash: tuple[float, ...] = ()) -> Stroke:
    """A stroke of that width; one too thin to print gets the least width and a paler colour instead."""
    if width >= THINNEST:
        return Stroke(colour, round(width, 3), dash)
    return Stroke(tint(colour, ground, max(0.45, width / THINNEST)), THINNEST, dash)
