"""A cell of callouts: one figure, or two of one series side by side with what they have in common."""

from __future__ import annotations

from reportgen.layout.parts.frame import Frame, beside, stack
from reportgen.layout.parts.stat import numeral_size, ruled_stat, stat
from reportgen.layout.parts.tagging import CALLOUTS, LABEL, LABELLED, entry, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.theme import Colour
from reportgen.story.callouts import CalloutFigures
from reportgen.story.figure_words import bare_label, needs_series

GAP = mm(4)


def callout(cell: CalloutFigures, width: float, colour: Colour, ts: Typesetter, largest: float) -> Frame:
    """The cell as wide as given, both of a pair in the same size."""
    if len(cell) == 1:
        return stat(cell[0], width, colour, ts, largest)
    half = (width - GAP) / 2
    size = numeral_size(cell, half, colour, ts, largest)
    stats = (ruled_stat(figure, half, size, colour, ts, bare_label(figure)) for figure in cell)
    pair = beside(*((k * (half + GAP), frame) for k, frame in enumerate(stats)))
    joint = cell[0].series
    if not any(needs_series(figure) for figure in cell):
        return pair
    words = ts.text(ts.paragraph(joint, "stat-label"), width, "label")
    joined = stack((tagged(pair, LABELLED), tagged(words, LABEL)))
    return tagged(joined, CALLOUTS, entry(f"{joint}:{cell[0].id}"))
