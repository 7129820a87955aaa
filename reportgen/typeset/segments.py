"""Runs into cells, and between the cells the gaps with the prices of ending a line there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from reportgen.fonts import Face, Fonts
from reportgen.fonts.face import FIRST_IDEOGRAPH, LAST_IDEOGRAPH
from reportgen.fonts.riders import BREAK_HERE, JOIN_HERE, RIDERS, SOFT_HYPHEN
from reportgen.model.text import Run, Style
from reportgen.typeset import tokens
from reportgen.typeset.cells import SPACE_BETWEEN_HAN, Cell, CellMaker, opening_half
from reportgen.typeset.classes import SPACES, WORD, CharacterClass, chinese_kind, word_edges
from reportgen.typeset.hyphens import hyphen_points
from reportgen.typeset.punctuation import FREE, NEVER, NOT_AT_END, Gap, gap
from reportgen.typeset.shared_marks import latin_marks

CUT_FROM_UNIT = 120.0  # price of a line end between a number and its measure word
PARTED_RANGE = 200.0  # price of a line end after the connector of a long range
HYPHENATION = 6.0
WORD_PART = 1.0  # after a hyphen the author wrote, inside an address
KEPT = 1e5  # inside names, numbers, kept runs: only an emergency breaks here
DECLARED_BREAK = re.compile(rf"{BREAK_HERE}+ *")  # a line may end after it (UAX #14 LB7, LB8)
PAIRED = frozenset({CharacterClass.DASH, CharacterClass.ELLIPSIS})
NO_GAP = Gap(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, NEVER)


class Segment(Struct, frozen=True):
    """Text between two declared breaks: cells and the gap before each (the first one is empty).

    ``hyphens``: numbers of the cells after which a line end shows a hyphen.
    """

    cells: tuple[Cell, ...]
    gaps: tuple[Gap, ...]
    hyphens: frozenset[int] = frozenset()

    @property
    def text(self) -> str:
        return "".join(cell.text for cell in self.cells)


def maker_of(fonts: Fonts, style: Style) -> CellMaker:
    """The cell maker of a style, shared by all text set with the same fonts."""
    return fonts.cache.once((CellMaker, style), lambda: CellMaker(fonts, style))


def make_segment(
    runs: Iterable[Run],
    fonts: Fonts,
    names: tuple[str, ...] = (),
    *,
    hyphenate: bool = False,
    strict: bool = True,
) -> Segment:
    """The cells and gaps of runs without declared breaks.

    ``names`` are not broken inside; ``hyphenate``: English words may be divided; ``strict``: —— and ……
    begin no line (CLREQ's strict level).
    Raises ReportgenError for a character no face has.
    """
    parts = tuple(run for run in runs if run.text)
    text = "".join(run.text for run in parts)
    scan = _Scan(text, latin_marks(text), hyphenate)
    begin = 0
    for run in parts:
        scan.add(run, maker_of(fonts, run.style), begin)
        begin += len(run.text)
    if not SPACES.isdisjoint(text):
        _settle_spaces(scan.cells)
    prices = _prices(text, parts, names) | scan.prices
    return Segment(tuple(scan.cells), tuple(_gaps(scan, prices, strict=strict)), frozenset(scan.hyphens))


class _Scan:
    """Walks over the text of a segment and collects its cells."""

    def __init__(self, text: str, latin: frozenset[int], hyphenate: bool) -> None:
        self.text = text
        self.latin = latin
        self.hyphenate = hyphenate
        self.cells: list[Cell] = []
        self.starts: list[int] = []  # text index of each cell
        self.hyphens: list[int] = []
        self.prices: dict[int, float] = {}  # text index → price of a line end before it

    def add(self, run: Run, maker: CellMaker, begin: int) -> None:
        """Appends the cells of the run whose text begins at that index."""
        text, cells, starts = self.text, self.cells, self.starts
        plain = maker.plain
        at, stop = begin, begin + len(run.text)
        while at < stop:
            char, end = text[at], at + 1
            cell = plain.get(char)
            if cell is None and FIRST_IDEOGRAPH <= char <= LAST_IDEOGRAPH:
                cell = maker.ideograph(char)
            if cell is None or (end < stop and text[end] in RIDERS):
                at = self._special(run, maker, at, stop)
                continue
            cells.append(cell)
            starts.append(at)
            at = end

    def _special(self, run: Run, maker: CellMaker, at: int, stop: int) -> int:
        """Appends a mark, a rare character or a stretch of Latin text; returns where it ends."""
        kind = self._kind(at, run)
        if kind is None:
            end = at + 1
            while end < stop and self._kind(end, run) is None:
                end += 1
            self._words(run, maker, at, end)
            return end
        text = self.text
        end = at + 2 if kind in PAIRED and end_of_pair(text, at, stop) else at + 1
        cell = maker.chinese(text[at:end], kind)
        riders = end
        while riders < stop and text[riders] in RIDERS:
            riders += 1
        if riders > end:
            last = cell.clusters[-1] + text[end:riders]
            cell = replace(cell, text=text[at:riders], clusters=(*cell.clusters[:-1], last))
        self.cells.append(cell)
        self.starts.append(at)
        return riders

    def _kind(self, at: int, run: Run) -> CharacterClass | None:
        char = self.text[at]
        if at in self.latin or (char in "“”‘’—…" and run.lang.startswith("en")):
            return None
        return chinese_kind(char)

    def _words(self, run: Run, maker: CellMaker, begin: int, end: int) -> None:
        """Appends Latin text: a cell for each piece a line may end after."""
        for start, stop, face in _faces(self.text, begin, end, maker):
            word = self.text[start:stop]
            soft = _soft_hyphens(word)
            cuts = {**dict.fromkeys(_word_cuts(word), WORD_PART), **dict.fromkeys(soft, WORD_PART)}
            if self.hyphenate:
                points = [point for point in hyphen_points(word) if point not in cuts]
                cuts.update(dict.fromkeys(points, HYPHENATION))
                soft += points
            for first, last in pairwise((0, *sorted(cuts), len(word))):
                part = word[first:last]
                self.cells.append(maker.word(part, face, *word_edges(part)))
                self.starts.append(start + first)
                if first:
                    self.prices[start + first] = cuts[first]
                if last in soft:
                    self.hyphens.append(len(self.cells) - 1)


def end_of_pair(text: str, at: int, stop: int) -> bool:
    """Whether a second dash or ellipsis follows, which makes one sign of two (T-04)."""
    return at + 1 < stop and text[at + 1] == text[at]


def _faces(text: str, begin: int, end: int, maker: CellMaker) -> Iterator[tuple[int, int, Face]]:
    """Stretches of Latin text that one face can show."""
    start, face = begin, None
    for at in range(begin, end):
        if text[at] in RIDERS or (face is not None and face.glyph(text[at])):
            continue
        if face is not None:
            yield start, at, face
            start = at
        face = maker.face(text[at])
    yield start, end, face or maker.own_face


def _word_cuts(word: str) -> list[int]:
    """Positions inside a word at which a line may end without a hyphen being added."""
    cuts = [*tokens.word_cuts(word)]
    cuts += [match.end() for match in DECLARED_BREAK.finditer(word)]
    return sorted({cut for cut in cuts if 0 < cut < len(word)})


def _soft_hyphens(word: str) -> list[int]:
    """Positions after the soft hyphens the author wrote."""
    return [i + 1 for i, char in enumerate(word[:-1]) if char == SOFT_HYPHEN and i and word[i + 1].isalpha()]


def _settle_spaces(cells: list[Cell]) -> None:
    """A space typed between Chinese words becomes half an em wide (it stays a U+0020).

    The blank half of an opening mark after a space is cut, or the gap would be a whole em.
    """
    for i in range(1, len(cells) - 1):
        cell = cells[i]
        if cell.text == " " and cells[i - 1].last not in WORD and cells[i + 1].first not in WORD:
            width = SPACE_BETWEEN_HAN * cell.size
            cells[i] = replace(cell, width=width, advances=(width,))
        if cell.last is CharacterClass.SPACE and cells[i + 1].before:
            cells[i + 1] = opening_half(cells[i + 1])


def _prices(text: str, runs: tuple[Run, ...], names: tuple[str, ...]) -> dict[int, float]:
    """Text index → price of a line end before that character, where tokens decide it."""
    prices: dict[int, float] = {}
    if tokens.has_digit(text):
        _fill(prices, tokens.soft_spans(text), CUT_FROM_UNIT)
        _fill(prices, tokens.hard_spans(text), KEPT)
        prices.update(dict.fromkeys(tokens.range_joints(text), PARTED_RANGE))
    _fill(prices, tokens.name_spans(text, names), KEPT)
    _fill(prices, _kept_spans(runs), KEPT)
    if not text.isprintable():
        prices.update((i + 1, KEPT) for i, char in enumerate(text) if char in JOIN_HERE)
        prices.update((match.end(), FREE) for match in DECLARED_BREAK.finditer(text))
    return prices


def _fill(prices: dict[int, float], spans: Iterable[tuple[int, int]], price: float) -> None:
    for start, stop in spans:
        for at in range(start + 1, stop):
            prices[at] = price


def _kept_spans(runs: tuple[Run, ...]) -> Iterator[tuple[int, int]]:
    begin = 0
    for run in runs:
        if run.keep:
            yield begin, begin + len(run.text)
        if run.style.rise:  # a footnote's mark stays with the word before it
            yield begin - 1, begin + len(run.text)
        begin += len(run.text)


def _gaps(scan: _Scan, prices: dict[int, float], *, strict: bool) -> Iterator[Gap]:
    """The gap before each cell, with the dearer of the class's and the token's price."""
    han, space = CharacterClass.HAN, CharacterClass.SPACE
    between_han: dict[int, Gap] = {}
    previous: Cell | None = None
    edge = han  # last edge that was no space: a space does not free what follows an opening mark
    for cell, start in zip(scan.cells, scan.starts, strict=True):
        if previous is None:
            found = NO_GAP
        elif cell.first is han and previous.last is han and cell.style is previous.style:
            known = between_han.get(id(cell.style))
            if known is None:
                known = between_han[id(cell.style)] = gap(previous, cell)
            found = known
        else:
            found = gap(previous, cell, strict=strict)
            if previous.last is space and edge in NOT_AT_END:
                found = found.priced(NEVER)
        price = prices.get(start)
        if price is not None and previous is not None:
            found = found.priced(_dearer(found, price, start in scan.prices))
        yield found
        previous = cell
        if cell.last is not space:
            edge = cell.last


def _dearer(found: Gap, price: float, inside_word: bool) -> float:
    """Inside a word its own cuts decide; elsewhere prohibitions win over prices."""
    return price if inside_word or price == FREE else max(found.penalty, price)
