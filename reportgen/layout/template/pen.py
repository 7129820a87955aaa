"""The pen of drawings on a template: our type scale in two faces, which stand for the template's own."""

from __future__ import annotations

from reportgen.layout.slides.pen import Pen
from reportgen.model.text import Style
from reportgen.model.theme import Colour

PLAIN, BOLD = "sans-400", "sans-700"  # as wide as 微软雅黑, wider than 等线, Arial and Calibri
HEAVY = 600


class TemplatePen(Pen, frozen=True):
    """Sets every step in the plain or the bold face."""

    def style(self, step: str, colour: Colour | None = None, size: float | None = None) -> Style:
        role = self.step(step)
        heavy = role.face.startswith("num") or self.ts.fonts.face(role.face).weight >= HEAVY
        return Style(BOLD if heavy else PLAIN, size or role.size, colour or self.ink())
