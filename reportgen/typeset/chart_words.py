"""Words of a chart by the typesetting engine: spacing and fallback faces as everywhere else."""

from __future__ import annotations

from msgspec import Struct

from reportgen.fonts import Fonts
from reportgen.model.text import Line, Run, Style
from reportgen.model.theme import Colour
from reportgen.typeset.line import set_line

MEASURED = 100.0  # points; widths grow in line with the size


class ChartWords(Struct, frozen=True):
    """Sets words in the document's fonts. ``colour``: any, who draws them says in which."""

    fonts: Fonts
    colour: Colour

    def line(self, face: str, size: float, text: str) -> Line:
        return set_line((Run(text, Style(face, size, self.colour)),), self.fonts)

    def measure(self, face: str, size: float, text: str) -> float:
        """Points the words take on one line."""
        width = self.fonts.cache.once(
            (ChartWords, face, text), lambda: self.line(face, MEASURED, text).width / MEASURED
        )
        return width * size
