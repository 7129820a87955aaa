"""The three colours side by side, as wide as the parts of the signature figure."""

from __future__ import annotations

from msgspec import Struct

from reportgen.layout.parts.opener_art import cover_parts
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.model.report import Report
from reportgen.model.theme import Colour, Theme

WIDEST_BANDS = 0.4  # bands beside the title field take at most this share of the width


class Band(Struct, frozen=True):
    """A coloured band of a cover or a head."""

    x: float
    width: float
    colour: Colour


def colour_bands(report: Report, ts: Typesetter, width: float) -> tuple[Band, ...]:
    """Bands from left to right, the title's last; one field where the smaller parts would crowd the title."""
    parts = cover_parts(report, ts)
    if 1 - parts[-1][0] > WIDEST_BANDS:
        return (Band(0, width, parts[-1][1]),)
    bands, x = [], 0.0
    for share, colour in parts:
        bands.append(Band(x, width * share, colour))
        x += width * share
    return tuple(bands)


def line_on(ground: Colour, theme: Theme) -> Colour:
    """Tone-on-tone: the middle colour of the section role whose field this is."""
    return next((r.mid for r in theme.roles if r.accent == ground), theme.colour("brand-400"))


def ink_on(ground: Colour, theme: Theme) -> Colour:
    """The colour of words on a band."""
    return next((r.on for r in theme.roles if r.accent == ground), theme.colour("white"))
