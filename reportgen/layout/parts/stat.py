"""The stat callout: a rule, a numeral with its unit, a label of at most two lines."""

from __future__ import annotations

from reportgen.layout.parts.drawing import STAT_RULE, rule_frame
from reportgen.layout.parts.frame import Frame, padded, stack
from reportgen.layout.parts.numeral import NUMERAL_ASCENT, NumeralLook, numeral_runs
from reportgen.layout.parts.tagging import CALLOUTS, LABEL, LABELLED, entry, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.report import Figure
from reportgen.model.theme import Colour
from reportgen.story.figure_words import label_of

LARGEST = 44.0  # of a callout in a column
UNDER_RULE, LABEL_GAP = mm(2.6), mm(1.2)  # above the numeral; above its label
SIZES = (110.0, 96.0, 80.0, 62.0, 58.0, 50.0, 44.0, 40.0, 34.0, 28.0, 22.0)


def stat(figure: Figure, width: float, colour: Colour, ts: Typesetter, largest: float = LARGEST) -> Frame:
    """A callout as wide as given; the numeral steps down until qualifier, numeral and unit fit."""
    size = numeral_size((figure,), width, colour, ts, largest)
    return ruled_stat(figure, width, size, colour, ts, label_of(figure))


def ruled_stat(figure: Figure, width: float, size: float, colour: Colour, ts: Typesetter, said: str) -> Frame:
    """A callout with its numeral at the size given, ``said`` below it."""
    runs = numeral_runs(figure, NumeralLook(size, colour), ts)
    numeral = ts.line(runs, width, size, size * NUMERAL_ASCENT, "numeral", block=f"figure:{figure.id}")
    label = ts.text(ts.paragraph(said, "stat-label"), width, "label")
    both = stack((tagged(numeral, LABEL), tagged(label, LABELLED)), LABEL_GAP)
    body = padded(tagged(both, CALLOUTS, entry(figure.id)), top=UNDER_RULE)
    return stack((rule_frame(width, colour, STAT_RULE), body))


def numeral_size(
    figures: tuple[Figure, ...], width: float, colour: Colour, ts: Typesetter, largest: float
) -> float:
    """The largest step at which every one of the figures fits the width."""
    for size in (step for step in SIZES if step <= largest):
        look = NumeralLook(size, colour)
        if all(ts.width(numeral_runs(figure, look, ts)) <= width for figure in figures):
            return size
    return SIZES[-1]
