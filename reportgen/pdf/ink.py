"""Colour operators: the same named colour as DeviceCMYK for the press or sRGB for the screen."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from msgspec import Struct

from reportgen.model.theme import Colour, Spot

SPOT_SPACE = "/Spot"  # name of the spot ink's colour space in a page's resources
OVERPRINTED_TEXT, OVERPRINTED_LINE = 12.0, 2.0  # pt: smaller black type and thinner black lines
OVER_FILL, OVER_STROKE, KNOCK_OUT = "OverFill", "OverStroke", "KnockOut"  # graphics states of a press page
BLACK = (0, 0, 0, 100)

ColourSpace = Literal["cmyk", "rgb"]


def number(value: float) -> str:
    """A PDF number with at most three decimals and no needless zero."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


@lru_cache(maxsize=512)
def _components(colour: Colour, space: ColourSpace) -> str:
    if space == "cmyk":
        return " ".join(number(value / 100) for value in colour.cmyk)
    return " ".join(number(value / 255) for value in colour.srgb)


class Ink(Struct, frozen=True):
    """Writes fill and stroke operators in one colour space; on the press a spot ink prints its own colours."""

    space: ColourSpace = "rgb"
    spot: Spot | None = None

    def fill(self, colour: Colour) -> str:
        tint = self.tint(colour)
        if tint is not None:
            return f"{SPOT_SPACE} cs {number(tint)} scn"
        return f"{_components(colour, self.space)} {'k' if self.space == 'cmyk' else 'rg'}"

    def stroke(self, colour: Colour) -> str:
        tint = self.tint(colour)
        if tint is not None:
            return f"{SPOT_SPACE} CS {number(tint)} SCN"
        return f"{_components(colour, self.space)} {'K' if self.space == 'cmyk' else 'RG'}"

    def tint(self, colour: Colour) -> float | None:
        """How much of the spot ink prints the colour, 0–1; None: process inks do."""
        if self.spot is None or self.space != "cmyk":
            return None
        return self.spot.tint(colour.token)

    def overprints_text(self, colour: Colour, size: float) -> bool:
        """Whether type of that size overprints: small and in full black alone (GWG 2022 R0009).

        A tint of black knocks out: overprinted it would take the colour of what is beneath.
        """
        return self.space == "cmyk" and colour.cmyk == BLACK and size < OVERPRINTED_TEXT

    def overprints_line(self, colour: Colour, width: float) -> bool:
        """Whether a line of that width overprints (GWG 2022 R0010)."""
        return self.space == "cmyk" and colour.cmyk == BLACK and width < OVERPRINTED_LINE
