"""A chosen line of cells into runs of placed glyphs."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.text import GlyphRun, Style
from reportgen.typeset.cells import Cell
from reportgen.typeset.classes import CharacterClass
from reportgen.typeset.segments import Segment


def ink_stop(cells: Sequence[Cell], first: int, stop: int) -> int:
    """The line's cells without the spaces at its end."""
    while stop > first + 1 and cells[stop - 1].last is CharacterClass.SPACE:
        stop -= 1
    return stop


class _RunWriter:
    """Collects glyphs of one style and starts a new run where the style changes."""

    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y
        self.runs: list[GlyphRun] = []
        self._style: Style | None = None
        self._start = x
        self._glyphs: list[int] = []
        self._clusters: list[str] = []
        self._advances: list[float] = []
        self._offsets: list[float] = []

    def add(self, cell: Cell, advance: float, tracking: float = 0.0) -> None:
        """Draws the cell and moves on by ``advance``, space after it included.

        ``tracking``: points added between the letters of a Latin word, part of the advance.
        """
        if cell.style is not self._style:
            self.flush()
            self._style, self._start = cell.style, self.x
        self._glyphs += cell.glyphs
        self._clusters += cell.clusters
        self._offsets += cell.offsets
        if len(cell.glyphs) == 1:
            self._advances.append(advance)
        else:
            advances = cell.advances if not tracking else _tracked(cell, tracking)
            self._advances += advances
            self._advances[-1] += advance - sum(advances)
        self.x += advance

    def flush(self) -> None:
        if self._style is None or not self._glyphs:
            return
        offsets = tuple(self._offsets) if any(self._offsets) else ()
        glyphs, clusters, advances = tuple(self._glyphs), tuple(self._clusters), tuple(self._advances)
        self.runs.append(
            GlyphRun(self._style, self._start, self.y - self._style.rise, glyphs, clusters, advances, offsets)
        )
        self._glyphs, self._clusters, self._advances, self._offsets = [], [], [], []


def _tracked(cell: Cell, tracking: float) -> list[float]:
    """The advances with so many points more after each letter; marks on a letter stay with it."""
    out = list(cell.advances)
    for i in range(len(out) - 1):
        if cell.clusters[i + 1]:
            out[i] += tracking
    return out


def place(
    segment: Segment,
    first: int,
    stop: int,
    x: float,
    baseline: float,
    extra: Sequence[float],
    hyphen: Cell | None,
    tracking: float = 0.0,
) -> tuple[tuple[GlyphRun, ...], float]:
    """The runs of cells ``first`` … ``stop`` from the origin ``x``, and where their ink ends.

    ``extra[i]`` is added to the i-th gap inside the line, ``tracking`` em between the letters of its Latin
    words. Blank halves at the line's end are cut, spaces
    there keep their glyph but no width; a hyphen shown at the end represents no text.
    """
    cells, gaps = segment.cells, segment.gaps
    ink = ink_stop(cells, first, stop)
    pen = _RunWriter(x, baseline)
    add = pen.add
    for i in range(first, ink - 1):
        cell = cells[i]
        width = cell.width + cell.letters * tracking if tracking else cell.width
        add(cell, width + gaps[i + 1].natural + extra[i - first], tracking * cell.size)
    last = cells[ink - 1]
    add(last, last.width - last.after + last.letters * tracking, tracking * last.size)
    if hyphen is not None:
        add(hyphen, hyphen.width)
    right = pen.x
    for i in range(ink, stop):
        add(cells[i], 0.0)
    pen.flush()
    return tuple(pen.runs), right
