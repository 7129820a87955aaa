"""Strokes that print: a line that would be too thin gets paler instead."""

from __future__ import annotations

from reportgen.model.sheet import Stroke
from reportgen.model.theme import Colour, blend

THINNEST = 0.5  # pt, of tinted lines
PALEST = 0.45
PLACES = 3  # decimals of a width


def thin_line(colour: Colour, ground: Colour, width: float, dash: tuple[float, ...] = ()) -> Stroke:
    """A stroke of that width, or of the least width in a tint that looks as thin on the ground."""
    if width >= THINNEST:
        return Stroke(colour, round(width, PLACES), dash)
    return Stroke(blend(colour, ground, round(max(PALEST, width / THINNEST), 2)), THINNEST, dash)
