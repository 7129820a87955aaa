"""A theme's tokens: colours with authored CMYK and sRGB, section roles, faces and sizes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from reportgen.errors import Problem


class Colour(Struct, frozen=True):
    """A named colour: CMYK in percent as authored, sRGB as 0–255 derived from it."""

    token: str
    cmyk: tuple[float, float, float, float]
    srgb: tuple[int, int, int]

    @property
    def hex(self) -> str:
        return "{:02X}{:02X}{:02X}".format(*self.srgb)

    @property
    def ink(self) -> float:
        """Total area coverage in percent."""
        return sum(self.cmyk)


class SectionRole(Struct, frozen=True):
    """The six colours a section is set in."""

    accent: Colour  # fields, the highlighted bar
    text: Colour  # accent that is safe as text on white
    mid: Colour  # the other bars, lines
    wash: Colour  # pale ground of panels
    soft: Colour  # captions and emphasis on the accent field
    on: Colour  # text on the accent field


class TypeRole(Struct, frozen=True):
    """A step of the type scale: catalogue face, size and leading in points, tracking in em."""

    face: str
    size: float
    leading: float
    tracking: float = 0.0


class Typography(Struct, frozen=True):
    """A theme's choices among the conventions of Chinese typesetting."""

    indent: float = 2.0  # em, of body paragraphs from the second on (CLREQ, paragraph indents)
    strict: bool = True  # —— and …… begin no line (the strict level of CLREQ 3.1.2)


class Spot(Struct, frozen=True):
    """A spot ink: the name on its plate and the colours it prints, each as a tint of 0–1."""

    name: str
    tints: tuple[tuple[str, float], ...] = (("brand-500", 1.0),)

    def tint(self, token: str) -> float | None:
        """How much of the ink lays that colour down; None where it is printed in process inks.

        Blends with white are tints of the ink, blends with anything else stay process colours.
        """
        found = next((tint for name, tint in self.tints if name == token), None)
        if found is None and token.count(":") >= 2:
            base, ground, share = token.rsplit(":", 2)
            whole = self.tint(base) if ground == "white" else None
            found = None if whole is None else whole * float(share)
        return found


class Theme(Struct, frozen=True):
    name: str
    title: str
    colours: Mapping[str, Colour]
    roles: tuple[SectionRole, ...]
    type: Mapping[str, TypeRole]  # steps of the pages
    deck: Mapping[str, TypeRole]  # steps of the slides
    ratio_colours: tuple[Colour, ...]  # first, second, third part of a whole, in reading order
    opener_numeral: tuple[Colour, ...]  # colour of the large section number on its field
    spot: Spot | None = None  # an ink of its own on the press
    typography: Typography = Typography()
    warnings: tuple[Problem, ...] = ()

    def colour(self, token: str) -> Colour:
        return self.colours[token]

    def role(self, section: int | None) -> SectionRole:
        """Colours of the section of that 0-based number; the brand's where there is none."""
        return self.roles[-1 if section is None else section % len(self.roles)]


def blend(colour: Colour, ground: Colour, share: float) -> Colour:
    """A flat tint: that share of the colour over the ground, in both colour spaces (no live transparency)."""
    mixed = tuple(
        round(c * share + g * (1 - share), 1) for c, g in zip(colour.cmyk, ground.cmyk, strict=True)
    )
    light = tuple(round(c * share + g * (1 - share)) for c, g in zip(colour.srgb, ground.srgb, strict=True))
    token = f"{colour.token}:{ground.token}:{share:g}"
    return Colour(token, (mixed[0], mixed[1], mixed[2], mixed[3]), (light[0], light[1], light[2]))
