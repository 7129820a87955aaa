"""A few short points or quotes, large on the section's field."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.parts.frame import Frame, padded, stack
from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import MARGIN, SHORT_RULE, STRONG_RULE
from reportgen.layout.slides.merging import anchored, merged
from reportgen.layout.slides.pen import Pen, panel, rule
from reportgen.lengths import Rect

SIZES = (54.0, 46.0, 40.0, 36.0, 32.0, 28.0)
GAP = 20.0  # above and below the rule between two points
INSET = 28.0
MOST_LINES = 3


class StatementText(Struct, frozen=True):
    """A text and the step it is set in: a point in Song, a quote in Kai."""

    text: str
    step: str = "statement"


def statement(said: Sequence[StatementText], top: float, room: float, pen: Pen) -> Frame | None:
    """A field over the slide's whole width with the texts at one size; None where they are too long.

    A text contained in another is left out. The frame is the slide's, from its top left.
    """
    said = [one for i, one in enumerate(said) if not _held(i, said)]
    for size in SIZES:
        words = stack(_text(one, i, size, pen) for i, one in enumerate(said))
        wrapped = max(pen.lines(one.text, one.step, canvas.CONTENT, size) for one in said) > MOST_LINES
        if words.height > room - 2 * INSET or wrapped:
            continue
        area = Rect(0, top, canvas.SIZE[0], room)
        y = top + (room - words.height) / 2
        placed = anchored(merged(Frame(area.width, area.bottom, words.at(MARGIN, y))), area, "middle")
        return replace(placed, items=(panel(area, pen.role.accent), *placed.items))
    return None


def _held(number: int, said: Sequence[StatementText]) -> bool:
    """Whether a longer text contains this one, or the same text comes before it."""
    own = said[number].text
    return any(
        own in other.text and (own != other.text or k < number) for k, other in enumerate(said) if k != number
    )


def _text(one: StatementText, number: int, size: float, pen: Pen) -> Frame:
    """One text, a rule over all but the first."""
    words = pen.text(
        pen.paragraph(one.text, one.step, pen.role.on, size=size, balance=True), canvas.CONTENT, "quote"
    )
    if not number:
        return words
    line = Frame(SHORT_RULE, STRONG_RULE, (rule(0, STRONG_RULE / 2, SHORT_RULE, pen.role.on, STRONG_RULE),))
    return padded(stack((line, words), GAP), top=GAP)
