"""Words of a chart as PDF operators, and a chart's operators at their place on the page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from reportgen.fonts import Fonts
from reportgen.model.theme import Colour
from reportgen.pdf.fonts import PdfFonts
from reportgen.pdf.ink import number
from reportgen.typeset.chart_words import ChartWords


class DocumentText(Struct, frozen=True):
    """A chart's words in the fonts of an open document."""

    canvas: Any
    fonts: Fonts
    pdf_fonts: PdfFonts
    colour: Colour  # any: the engine needs one, the renderer sets the colour itself

    @property
    def words(self) -> ChartWords:
        return ChartWords(self.fonts, self.colour)

    def measure(self, face: str, size: float, text: str) -> float:
        return self.words.measure(face, size, text)

    def broken(self, face: str, size: float, text: str, width: float) -> tuple[str, ...]:
        return self.words.broken(face, size, text, width)

    def operators(self, face: str, size: float, text: str, x: float, y: float, angle: float) -> str:
        line = self.words.line(face, size, text)
        shift_x, shift_y = (0.0, 0.0) if angle else (x, y)
        shown = [
            self.pdf_fonts.text_operator(self.canvas, run, shift_x + run.x, shift_y + line.baseline - run.y)
            for run in line.runs
        ]
        if not angle:
            return "\n".join(shown)
        c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        matrix = " ".join(number(value) for value in (c, s, -s, c, x, y))
        return "\n".join((f"q {matrix} cm", *shown, "Q"))


def placed(operators: Iterable[str], corner: tuple[float, float]) -> str:
    """The operators with their origin moved to ``corner`` (points, y up)."""
    matrix = f"1 0 0 1 {number(corner[0])} {number(corner[1])} cm"
    return "\n".join(("q", matrix, *operators, "Q"))
