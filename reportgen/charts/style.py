"""What a chart is drawn with: the theme's colours for its place, and a ruler for its words."""

from __future__ import annotations

from msgspec import Struct

from reportgen.charts.lettering import Lettering
from reportgen.model.theme import Colour, SectionRole, Theme

LABEL, LABEL_BOLD, NUMERAL, WORD = "sans-500", "sans-700", "num-400", "serif-900"
PLAIN = "sans-400"
WORD_SIZE = 0.72  # values without digits (八成) are set in the serif face, so much smaller


class ChartStyle(Struct, frozen=True):
    """Theme, section colours and how words are set; ``on_field``: the ground is the accent, not white.

    ``on_slide``: the chart as a slide shows it.
    """

    theme: Theme
    role: SectionRole
    letters: Lettering
    on_field: bool = False
    on_slide: bool = False

    @property
    def palette(self) -> Palette:
        role, colour = self.role, self.theme.colour
        if self.on_field:
            return Palette(
                role.on, role.soft, role.on, role.on, role.soft, role.mid, role.mid, role.on, role.accent
            )
        ink, white = colour("ink-text"), colour("white")
        grey = colour("grey-600")
        return Palette(
            role.accent,
            role.mid,
            role.text,
            ink,
            grey,
            colour("grey-400"),
            colour("grey-200"),
            ink,
            white,
        )

    def parts(self, count: int) -> tuple[Colour, ...]:
        """Colours of the parts of a whole, in reading order: the theme's, then greys; see :func:`slide_parts`."""
        if self.on_slide:
            return slide_parts(count, self.theme, self.role)
        greys = [self.theme.colour(token) for token in ("grey-400", "grey-600", "grey-200", "ink-900")]
        colours = [self._seen(colour) for colour in self.theme.ratio_colours]
        while len(colours) < count:
            colours.append(greys[(len(colours) - len(self.theme.ratio_colours)) % len(greys)])
        return tuple(colours[:count])

    def _seen(self, colour: Colour) -> Colour:
        return self.role.on if self.on_field and colour == self.role.accent else colour

    def as_text(self, colour: Colour) -> Colour:
        """The colour, or its darker kin where it is too pale for words on white."""
        if self.on_field:
            return self.role.on
        if colour.token.startswith("grey"):
            return self.theme.colour("grey-600")
        return next((role.text for role in self.theme.roles if role.accent == colour), colour)


def slide_parts(count: int, theme: Theme, role: SectionRole) -> tuple[Colour, ...]:
    """Colours of the parts of a whole on a slide: the theme's where it has so many, then the section's."""
    if 2 < count <= len(theme.ratio_colours):
        return theme.ratio_colours[:count]
    ring = (role.accent, role.mid, role.soft, theme.colour("grey-400"), theme.colour("grey-200"))
    return tuple(ring[i % len(ring)] for i in range(count))


class Palette(Struct, frozen=True):
    """Colours by what they are for."""

    main: Colour  # the highlighted item
    rest: Colour  # the others
    value: Colour  # numerals
    label: Colour  # words
    muted: Colour  # secondary words
    other: Colour  # lines of comparison
    off: Colour  # grid, ticks and cells that are off
    rule: Colour  # baselines
    paper: Colour  # the ground


def value_face(text: str) -> str:
    """Numerals in the numeral face; words (八成) in the heavy serif."""
    return NUMERAL if any(char.isascii() and char.isdigit() for char in text) else WORD


def value_size(text: str, size: float) -> float:
    """The size a value is set in where its row asks for numerals of ``size``."""
    return size if value_face(text) == NUMERAL else size * WORD_SIZE
