"""Vertical text: one column from top to bottom, marks in their vertical forms, Latin turned."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from reportgen.fonts import Fonts
from reportgen.model.text import GlyphRun, Line, Run, SetText, Style
from reportgen.typeset.cells import BLANK_LEFT, BLANK_RIGHT, HALF, Cell
from reportgen.typeset.classes import CharacterClass
from reportgen.typeset.paragraph import EM_ASCENT
from reportgen.typeset.punctuation import gap
from reportgen.typeset.segments import make_segment

UPRIGHT_DIGITS = 2  # a number of up to two digits is set upright in one cell (CLREQ 4.1)
TURNED = frozenset({CharacterClass.DASH, CharacterClass.ELLIPSIS, CharacterClass.CONNECTOR})


def set_vertical(text: str, style: Style, pitch: float, fonts: Fonts) -> SetText:
    """One column of text; each character has a cell ``size`` wide and ``pitch`` high, from x = 0, y = 0.

    Marks take the face's ``vert`` form; dashes, ellipses, Latin words and longer numbers are turned
    90° clockwise. Marks close up and give their blank half at the column's ends as those of a line do
    (T-05, T-06, T-07). One line holds the whole column: its width is the size, its height the column's.
    """
    cells = make_segment((Run(text.replace("\n", ""), style),), fonts).cells
    if not cells:
        return SetText((), style.size, 0.0)
    edges = [_standing(cell, fonts) for cell in cells]
    spaces = [*(_space(above, below) for above, below in pairwise(edges)), -edges[-1].after]
    runs: list[GlyphRun] = []
    y = -edges[0].before
    for cell, space in zip(cells, spaces, strict=True):
        run, length = _cell_run(cell, y, pitch, fonts)
        runs.append(run)
        y += length + space
    line = Line(tuple(runs), 0.0, style.size, EM_ASCENT * style.size, 0.0, y)
    return SetText((line,), style.size, y)


def _standing(cell: Cell, fonts: Fonts) -> Cell:
    """The cell as its neighbours in a column see it: blanks above and below, an upright number one character."""
    if _stands(cell.text):
        return replace(cell, first=CharacterClass.HAN, last=CharacterClass.HAN)
    if cell.first not in BLANK_LEFT | BLANK_RIGHT:
        return cell
    face = fonts.face(cell.style.face)
    _, bottom, _, top = face.bounds(face.feature_form(cell.clusters[0][0], "vert").gid)
    if cell.first in BLANK_LEFT:
        return replace(cell, before=_half(EM_ASCENT - top) * cell.size)
    return replace(cell, after=_half(bottom + 1 - EM_ASCENT) * cell.size)


def _half(blank: float) -> float:
    return max(0.0, min(HALF, blank))


def _space(above: Cell, below: Cell) -> float:
    """Points between two cells beyond their pitch, which holds the tracking already."""
    return -below.before if above.last is CharacterClass.SPACE else gap(above, below).natural - above.tracking


def _cell_run(cell: Cell, y: float, pitch: float, fonts: Fonts) -> tuple[GlyphRun, float]:
    """The glyphs of one cell at height ``y`` and how far down the next one is."""
    if cell.first is CharacterClass.SPACE:
        return _upright(cell, cell.glyphs, y, 0.0), pitch / 2
    if cell.first in TURNED or (cell.first not in _CHINESE and not _stands(cell.text)):
        return _turned(cell, y, pitch)
    if cell.first not in _CHINESE:
        return _upright(cell, cell.glyphs, y, (cell.size - cell.width) / 2), pitch
    form = fonts.face(cell.style.face).feature_form(cell.clusters[0][0], "vert")
    if cell.first is CharacterClass.DOT:  # half an em of the column, as of a line (GB/T 15834—2011 5.1.8)
        x = (cell.size - form.advance * cell.size) / 2
        return _upright(cell, (form.gid,), y - cell.width / 2, x), pitch - cell.width
    return _upright(cell, (form.gid,), y, (cell.size - form.advance * cell.size) / 2), pitch


_CHINESE = frozenset(
    {
        CharacterClass.HAN,
        CharacterClass.WIDE,
        CharacterClass.NON_STARTER,
        CharacterClass.OPEN,
        CharacterClass.CLOSE,
        CharacterClass.COMMA,
        CharacterClass.STOP,
        CharacterClass.DOT,
        CharacterClass.SLASH,
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
