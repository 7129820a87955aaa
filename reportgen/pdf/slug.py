"""The slug: lines of small type beside the page, in every process colour."""

from __future__ import annotations

from reportgen.fonts import Fonts
from reportgen.lengths import Rect, mm
from reportgen.model.sheet import TextBox
from reportgen.model.text import Run, Style, StyledParagraph
from reportgen.pdf.mark_shapes import REGISTRATION
from reportgen.typeset import set_line

SIZE, HEIGHT = 8.0, mm(4)  # type of several inks is no smaller (P-18, GWG 2022 R0017)
STYLE = Style("sans-400", SIZE, REGISTRATION)


def slug_line(
    words: str, corner: tuple[float, float], width: float, fonts: Fonts, end: str = "", name: str = "slug"
) -> TextBox:
    """One line; words that leave no room for ``end`` are cut short."""
    run = _cut(words, end, width, fonts)
    box = Rect(*corner, width, HEIGHT)
    return TextBox(box, (StyledParagraph((run,), HEIGHT),), (set_line((run,), fonts),), "running", name=name)


def _cut(words: str, end: str, width: float, fonts: Fonts) -> Run:
    run = Run(words + end, STYLE)
    while len(words) > 1 and set_line((run,), fonts).width > width:
        words = words[:-1]
        run = Run(f"{words}…{end}", STYLE)
    return run
