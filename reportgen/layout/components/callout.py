"""A cell of callouts: one figure, or two of one series side by side with what they have in common."""

from __future__ import annotations

from reportgen.layout.callouts import Cell
from reportgen.layout.components.stat import numeral_size, stat
from reportgen.layout.frame import Frame, beside, stack
from reportgen.layout.tagging import CALLOUTS, LABEL, LABELLED, entry, tagged
from reportgen.layout.typesetter import Typesetter
from reportgen.model.theme import Colour
from reportgen.units import mm

GAP = mm(4)
SHORT_LABEL = 2  # characters; a pair so labelled (城, 乡) needs its common label below


def callout(cell: Cell, width: float, colour: Colour, ts: Typesetter, largest: float) -> Frame:
    """The cell as wide as given, both of a pair in the same size."""
    if len(cell) == 1:
        return stat(cell[0], width, colour, ts, largest)
    half = (width - GAP) / 2
    size = numeral_size(cell, half, colour, ts, largest)
    pair = beside(*((k * (half + GAP), stat(f, half, colour, ts, size)) for k, f in enumerate(cell)))
    joint = cell[0].series
    if any(joint in f.label or len(f.label) > SHORT_LABEL for f in cell):
        return pair
    words = ts.text(ts.paragraph(joint, "stat-label"), width, "label")
    joined = stack((tagged(pair, LABELLED), tagged(words, LABEL)))
    return tagged(joined, CALLOUTS, entry(f"{joint}:{cell[0].id}"))
