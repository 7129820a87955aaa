"""Cells: the smallest pieces a line is made of, a Chinese character or part of a Latin word."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.fonts import Face, Fonts, Glyph
from reportgen.model.text import Style
from reportgen.typeset.classes import AMBIGUOUS, WORD, CharacterClass

HALF = 0.5
# Kinds whose glyph fills one half of its em square, and the blank half's side (CLREQ 3.1.6).
BLANK_LEFT = frozenset({CharacterClass.OPEN})
BLANK_RIGHT = frozenset({CharacterClass.CLOSE, CharacterClass.COMMA, CharacterClass.STOP})
TWO_DASHES, TWO_EM_DASH = "——", "⸺"
PROPORTIONAL = {"pwid": True}  # quotes as wide as Latin ones
SPACE_BETWEEN_HAN = 0.5  # em; a space the author typed between Chinese words, as in a two-part headline


class Cell(Struct, frozen=True):
    """Glyphs that stay together; lengths in points.

    ``style.face`` is the face really used. ``first``/``last``: class of the two edges. ``before`` and
    ``after``: blank that may be cut at a line's edge or beside another mark.
    """

    text: str
    style: Style
    glyphs: tuple[int, ...]
    clusters: tuple[str, ...]
    advances: tuple[float, ...]
    offsets: tuple[float, ...]
    width: float
    first: CharacterClass
    last: CharacterClass
    before: float = 0.0
    after: float = 0.0

    @property
    def size(self) -> float:
        return self.style.size

    @property
    def letters(self) -> float:
        """The size for each gap between the letters of a Latin word: what tracking it by 1 em adds."""
        if len(self.glyphs) == 1 or self.first not in WORD:
            return 0.0
        return (sum(1 for cluster in self.clusters if cluster) - 1) * self.style.size

    @property
    def tracking(self) -> float:
        """Letter space after the cell, in points."""
        return self.style.tracking * self.style.size


class CellMaker:
    """Makes the cells of one style; a character's cell is made once."""

    def __init__(self, fonts: Fonts, style: Style) -> None:
        self._fonts = fonts
        self._style = style
        self._face = fonts.face(style.face)
        self._styles: dict[str, Style] = {style.face: style}
        self.plain: dict[str, Cell] = {}  # ideographs only: the inner loop looks here first
        self._marks: dict[tuple[str, CharacterClass], Cell] = {}

    def face(self, char: str) -> Face:
        """The style's own face where it has the character, else the next that has."""
        return self._face if self._face.glyph(char) else self._fonts.resolve(self._style.face, char)

    @property
    def own_face(self) -> Face:
        return self._face

    def ideograph(self, char: str) -> Cell:
        """The cell of an ideograph, which most are: one glyph, no blank to cut."""
        face = self.face(char)
        gid, cluster, advance, offset = face.form(char)
        size = self._style.size
        width = advance * size
        cell = self.plain[char] = Cell(
            char,
            self.style_in(face.key),
            (gid,),
            (cluster,),
            (width,),
            (offset * size,),
            width,
            CharacterClass.HAN,
            CharacterClass.HAN,
        )
        return cell

    def chinese(self, text: str, kind: CharacterClass) -> Cell:
        """The cell of a Chinese character, a mark, a pair of dashes or a space."""
        cell = self._marks.get((text, kind))
        if cell is None:
            cell = self._marks[text, kind] = self._chinese(text, kind)
        return cell

    def _chinese(self, text: str, kind: CharacterClass) -> Cell:
        face = self.face(text[0])
        form = face.form(text[0])
        if kind in BLANK_LEFT or kind in BLANK_RIGHT:
            return self._mark(face, form, text, kind)
        if kind is CharacterClass.DOT:  # half an em wide on the mainland (GB/T 15834—2011 5.1.8)
            return self._cell(face, [form], text, kind, HALF, (HALF - form.advance) / 2)
        if kind in (CharacterClass.DASH, CharacterClass.ELLIPSIS):
            return self._stroke(face, text, kind)
        return self._cell(face, [form], text, kind, form.advance, form.offset)

    def _mark(self, face: Face, form: Glyph, text: str, kind: CharacterClass) -> Cell:
        """A full-width mark; a narrow glyph (the Kai face's quotes) is set into its half of the em."""
        offset = form.offset
        if form.advance < 0.9:
            middle = 0.75 if kind in BLANK_LEFT else 0.25
            offset = middle - form.advance / 2
            blank = HALF
        else:
            blank = self._blank(face, form.gid, text, kind)
        blank *= self._style.size
        before, after = (blank, 0.0) if kind in BLANK_LEFT else (0.0, blank)
        return self._cell(face, [form], text, kind, 1.0, offset, before, after)

    @staticmethod
    def _blank(face: Face, gid: int, text: str, kind: CharacterClass) -> float:
        """Em that may be cut: what the face's ``halt`` gives, else as far as the ink allows."""
        half = face.feature_form(text, "halt")
        if half.advance < 0.9:
            return -half.offset if kind in BLANK_LEFT else 1.0 - half.advance + half.offset
        left, _, right, _ = face.bounds(gid)
        return max(0.0, min(HALF, left if kind in BLANK_LEFT else 1.0 - right))

    def _stroke(self, face: Face, text: str, kind: CharacterClass) -> Cell:
        """A dash or ellipsis; two dashes are one stroke without a gap (T-04), by ligature or two-em dash."""
        glyphs = list(face.shape(text, chinese=True))
        if text == TWO_DASHES and len(glyphs) > 1 and face.glyph(TWO_EM_DASH):
            glyphs = [face.form(TWO_EM_DASH)._replace(text=text)]
        return self._cell(face, glyphs, text, kind, sum(glyph.advance for glyph in glyphs), glyphs[0].offset)

    def _cell(
        self,
        face: Face,
        glyphs: Sequence[Glyph],
        text: str,
        kind: CharacterClass,
        width: float,
        offset: float,
        before: float = 0.0,
        after: float = 0.0,
    ) -> Cell:
        """Glyphs of one face that share a width; both it and the offset are in em, blanks in points."""
        size, count = self._style.size, len(glyphs)
        gids, clusters, _, _ = zip(*glyphs, strict=True)
        shares, offsets = (width / count * size,) * count, (offset * size,) * count
        style = self.style_in(face.key)
        return Cell(text, style, gids, clusters, shares, offsets, width * size, kind, kind, before, after)

    def word(self, text: str, face: Face, first: CharacterClass, last: CharacterClass) -> Cell:
        """A Latin word or number, shaped as a whole; tracking inside it is in its advances."""
        size = self._style.size
        track = self._style.tracking * size
        glyphs = face.shape(text, PROPORTIONAL if any(mark in text for mark in AMBIGUOUS) else None)
        advances = [glyph.advance * size + track for glyph in glyphs]
        advances[-1] -= track
        return Cell(
            text,
            self.style_in(face.key),
            tuple(glyph.gid for glyph in glyphs),
            tuple(glyph.text for glyph in glyphs),
            tuple(advances),
            tuple(glyph.offset * size for glyph in glyphs),
            sum(advances),
            first,
            last,
        )

    def style_in(self, key: str) -> Style:
        """The style with the face really used; one object per face, so runs compare by identity."""
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = replace(self._style, face=key)
        return style


def opening_half(cell: Cell) -> Cell:
    """An opening mark without its blank half."""
    width = cell.width - cell.before
    offsets = tuple(offset - cell.before for offset in cell.offsets)
    return replace(cell, width=width, advances=(width,), offsets=offsets, before=0.0)


def pieces(cell: Cell, cuts: list[int]) -> list[Cell]:
    """The word's parts at the given text positions; a cut inside a ligature is left out."""
    parts: list[Cell] = []
    start, length, begin = 0, 0, 0
    wanted = set(cuts)
    for i, cluster in enumerate(cell.clusters):
        if cluster and length in wanted and i > start:
            parts.append(_part(cell, start, i, cell.text[begin:length]))
            start, begin = i, length
        length += len(cluster)
    parts.append(_part(cell, start, len(cell.glyphs), cell.text[begin:]))
    return parts


def _part(cell: Cell, start: int, stop: int, text: str) -> Cell:
    whole_start, whole_stop = start == 0, stop == len(cell.glyphs)
    return replace(
        cell,
        text=text,
        glyphs=cell.glyphs[start:stop],
        clusters=cell.clusters[start:stop],
        advances=cell.advances[start:stop],
        offsets=cell.offsets[start:stop],
        width=sum(cell.advances[start:stop]),
        first=cell.first if whole_start else CharacterClass.ALNUM,
        last=cell.last if whole_stop else CharacterClass.ALNUM,
        before=cell.before if whole_start else 0.0,
        after=cell.after if whole_stop else 0.0,
    )
