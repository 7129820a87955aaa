"""The report's one large numeral, its unit beside it on the same baseline."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.parts.numeral import is_word
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.model.report import Figure
from reportgen.model.text import Run, Style
from reportgen.model.theme import Colour
from reportgen.story.figure_words import before_numeral

SIDE = 19.0  # pt of qualifier and unit
WORD_SHARE = 0.6  # values in words (八成) against digits


def hero_runs(
    figure: Figure, width: float, sizes: Sequence[float], colour: Colour, ts: Typesetter, side: float = SIDE
) -> list[Run]:
    """Qualifier, numeral and unit at the first of the sizes that fits; the last if none does.

    ``side``: size of qualifier and unit in points.
    """
    quantity, numeral = figure.quantity, ts.theme.type["hero-numeral"]
    beside = Style(ts.theme.type["hero-unit"].face, side, colour)
    word = is_word(figure)
    for size in sizes:
        style = Style(
            "serif-900" if word else numeral.face,
            size * (WORD_SHARE if word else 1),
            colour,
            numeral.tracking,
        )
        before = before_numeral(figure)
        runs = [Run(before, beside)] if before else []
        runs.append(Run(figure.numeral, style))
        runs += [Run(quantity.unit + quantity.suffix, beside)] if quantity.unit + quantity.suffix else []
        if ts.width(runs) <= width:
            break
    return runs
