"""Callouts across the page, the fewer of them the larger."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.brochure import grid
from reportgen.layout.parts.frame import Frame, beside
from reportgen.layout.parts.stat import numeral_size, ruled_stat
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.model.report import Figure
from reportgen.model.theme import Colour
from reportgen.story.figure_words import label_of

LARGEST = {1: 110.0, 2: 80.0, 3: 62.0}  # pt of numerals, by how many are side by side


def stat_band(figures: Sequence[Figure], slots: int, colour: Colour, ts: Typesetter) -> Frame:
    """Up to ``slots`` (one to three) figures side by side over the type area, their numerals in one size."""
    width = (grid.TYPE_AREA - grid.THIRD_GAP * (slots - 1)) / slots
    size = numeral_size(tuple(figures), width, colour, ts, LARGEST[slots])
    cells = [ruled_stat(figure, width, size, colour, ts, label_of(figure)) for figure in figures]
    return beside(*((k * (width + grid.THIRD_GAP), cell) for k, cell in enumerate(cells)))
