"""Vertical text: one column from top to bottom, marks in their vertical forms, Latin turned."""

from __future__ import annotations

from reportgen.fonts import Fonts
from reportgen.model.text import GlyphRun, Line, Run, SetText, Style
from reportgen.typeset.cells import Cell
from reportgen.typeset.classes import Kind
from reportgen.typeset.paragraph import EM_ASCENT
from reportgen.typeset.segments import make_segment

UPRIGHT_DIGITS = 2  # a number of up to two digits stands upright in one cell (CLREQ 4.1)
TURNED = frozenset({Kind.DASH, Kind.ELLIPSIS, Kind.CONNECTOR})


def set_vertical(text: str, style: Style, pitch: float, fonts: Fonts, names: tuple[str, ...] = ()) -> SetText:
    """One column of text; each character has a cell ``size`` wide and ``pitch`` high, from x = 0, y = 0.

    Marks take the face's ``vert`` form; dashes, ellipses, Latin words and longer numbers are turned
    90° clockwise. One line holds the whole column: its width is the size, its height the column's.
    """
    del names  # a column is never broken
    segment = make_segment((Run(text.replace("\n", ""), style),), fonts)
    runs: list[GlyphRun] = []
    y = 0.0
    for cell in segment.cells:
        run, length = _cell_run(cell, y, pitch, fonts)
        runs.append(run)
        y += length
    line = Line(tuple(runs), 0.0, style.size, EM_ASCENT * style.size, 0.0, y)
    return SetText((line,) if runs else (), style.size, y)


def _cell_run(cell: Cell, y: float, pitch: float, fonts: Fonts) -> tuple[GlyphRun, float]:
    """The glyphs of one cell at height ``y`` and how far down the next one stands."""
    if cell.first is Kind.SPACE:
        return _upright(cell, cell.glyphs, y, 0.0), pitch / 2
    if cell.first in TURNED or (cell.first not in _CHINESE and not _stands(cell.text)):
        return _turned(cell, y, pitch)
    if cell.first not in _CHINESE:
        return _upright(cell, cell.glyphs, y, (cell.size - cell.width) / 2), pitch
    form = fonts.face(cell.style.face).feature_form(cell.clusters[0][0], "vert")
    return _upright(cell, (form.gid,), y, (cell.size - form.advance * cell.size) / 2), pitch


_CHINESE = frozenset(
    {
        Kind.HAN,
        Kind.WIDE,
        Kind.NON_STARTER,
        Kind.OPEN,
        Kind.CLOSE,
        Kind.COMMA,
        Kind.STOP,
        Kind.DOT,
        Kind.SLASH,
    }
)


def _stands(text: str) -> bool:
    return text.isdigit() and len(text) <= UPRIGHT_DIGITS


def _upright(cell: Cell, glyphs: tuple[int, ...], y: float, x: float) -> GlyphRun:
    baseline = y + EM_ASCENT * cell.size
    return GlyphRun(cell.style, x, baseline, glyphs, cell.clusters, cell.advances)


def _turned(cell: Cell, y: float, pitch: float) -> tuple[GlyphRun, float]:
    """A run going down the column, centred in its cells; its baseline is where its em box is centred too."""
    cells = len(cell.text) if cell.first in TURNED else 1
    length = cells * pitch if cell.first in TURNED else cell.width + pitch - cell.size
    top = y + (length - cell.width) / 2 - (pitch - cell.size) / 2
    x = (1 - EM_ASCENT) * cell.size
    run = GlyphRun(cell.style, x, top, cell.glyphs, cell.clusters, cell.advances, cell.offsets, turned=True)
    return run, length
