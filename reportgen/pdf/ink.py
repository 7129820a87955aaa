"""Colour operators: the same named colour as DeviceCMYK for the press or sRGB for the screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reportgen.model.theme import Colour

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


@dataclass(frozen=True, slots=True)
class Ink:
    """Writes fill and stroke operators in one colour space."""

    space: ColourSpace = "rgb"

    def fill(self, colour: Colour) -> str:
        return f"{_components(colour, self.space)} {'k' if self.space == 'cmyk' else 'rg'}"

    def stroke(self, colour: Colour) -> str:
        return f"{_components(colour, self.space)} {'K' if self.space == 'cmyk' else 'RG'}"
