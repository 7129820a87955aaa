"""A figure's numeral with its qualifier and unit on one baseline."""

from __future__ import annotations

from msgspec import Struct

from reportgen.layout.parts.typesetter import Typesetter
from reportgen.model.report import Figure
from reportgen.model.text import Run, Style
from reportgen.model.theme import Colour
from reportgen.story.figure_words import before_numeral

SIDE_SHARE = 0.25  # qualifier and unit against the numeral
SMALLEST_SIDE = 8.0
WORD_SHARE = 0.72  # values in words (八成) are set smaller than digits
NUMERAL_ASCENT = 0.84  # baseline of Instrument Serif below the top of a line of its own size
MORE = "多余"  # 300多户: set as small as the unit


class NumeralLook(Struct, frozen=True):
    """Sizes and colour of one numeral."""

    size: float
    colour: Colour
    with_qualifier: bool = True
    with_unit: bool = True


def is_word(figure: Figure) -> bool:
    """Whether the value is written in characters (八成, 两个) rather than digits."""
    return not any(char.isascii() and char.isdigit() for char in figure.numeral)


def numeral_runs(figure: Figure, look: NumeralLook, ts: Typesetter) -> tuple[Run, ...]:
    """Direction and qualifier, numeral, unit and suffix as runs, verbatim and in the order of the text."""
    quantity = figure.quantity
    side = Style("sans-500", max(look.size * SIDE_SHARE, SMALLEST_SIDE), look.colour)
    runs: list[Run] = []
    if look.with_qualifier and (before := before_numeral(figure)):
        runs.append(Run(before, side, keep=True))
    if is_word(figure):
        word = Style(ts.theme.type["stat-word"].face, look.size * WORD_SHARE, look.colour)
        runs.append(Run(figure.numeral, word, keep=True))
    else:
        numeral = ts.theme.type["stat-numeral"]
        style = Style(numeral.face, look.size, look.colour, numeral.tracking)
        runs.append(Run(figure.numeral.rstrip(MORE), style, keep=True))
    more = "" if is_word(figure) else figure.numeral[len(figure.numeral.rstrip(MORE)) :]
    after = more + (quantity.unit if look.with_unit else "") + quantity.suffix
    if after:
        runs.append(Run(after, side, keep=True))
    return tuple(runs)
