"""A paragraph into set lines: segments, line ends, justification, baselines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.fonts import Fonts
from reportgen.model.text import Line, Run, SetText, StyledParagraph
from reportgen.typeset import total_fit
from reportgen.typeset.candidates import Candidates, candidates, whole
from reportgen.typeset.cells import Cell
from reportgen.typeset.classes import CharacterClass
from reportgen.typeset.emergency import forced_stretch, opened
from reportgen.typeset.hyphens import has_long_word
from reportgen.typeset.phrases import phrase_prices
from reportgen.typeset.place import ink_stop, place
from reportgen.typeset.segments import Segment, make_segment, maker_of
from reportgen.typeset.spread import spread

EM_ASCENT = 0.88
LONELY = 100.0  # a last line of one character (T-16)
SHORT_TAIL = 3.0  # a last line of two or three, where lines are long
LONG_LINE = 12.0  # em
LONGEST_BALANCED = 240  # cells; a longer "heading" is set ragged
INKED = frozenset({CharacterClass.HAN, CharacterClass.NON_STARTER, CharacterClass.WIDE, CharacterClass.ALNUM})
NUMERAL_DOMINATES = 1.5


class _LineFrame(Struct, frozen=True):
    """What all lines of a paragraph share."""

    paragraph: StyledParagraph
    measure: float
    fonts: Fonts
    names: tuple[str, ...]
    strict: bool

    def segment(self, runs: tuple[Run, ...], *, hyphenate: bool = False) -> Segment:
        """The cells of the runs under the paragraph's rules."""
        return make_segment(runs, self.fonts, self.names, hyphenate=hyphenate, strict=self.strict)


def set_paragraph(
    paragraph: StyledParagraph,
    measure: float,
    fonts: Fonts,
    names: tuple[str, ...] = (),
    *,
    strict: bool = True,
) -> SetText:
    """The paragraph broken into lines of at most ``measure`` points.

    ``names`` are not broken inside; ``strict``: —— and …… begin no line. A line that ends inside a word,
    name or number wider than the measure says so (``Line.broken``). Raises ReportgenError for a character
    no face has. The lines' text is the paragraph's without its declared breaks.
    """
    frame = _LineFrame(paragraph, measure, fonts, names, strict)
    lines: list[Line] = []
    for number, runs in enumerate(declared_lines(paragraph.runs)):
        indent = paragraph.indent * paragraph.runs[0].style.size if number == 0 and paragraph.runs else 0.0
        lines += _set_segment(frame, runs, indent, len(lines))
    return SetText(tuple(lines), measure, paragraph.leading * len(lines))


def set_text(
    paragraphs: Sequence[StyledParagraph],
    measure: float,
    fonts: Fonts,
    names: tuple[str, ...] = (),
    *,
    strict: bool = True,
) -> SetText:
    """The paragraphs stacked, each ``space_before`` below the last (the first one too)."""
    lines: list[Line] = []
    y = 0.0
    for paragraph in paragraphs:
        y += paragraph.space_before
        done = set_paragraph(paragraph, measure, fonts, names, strict=strict)
        lines += [lowered(line, y) for line in done.lines] if y else done.lines
        y += done.height
    return SetText(tuple(lines), measure, y)


def lowered(line: Line, dy: float) -> Line:
    """The line so many points further down its box."""
    runs = tuple(replace(run, y=run.y + dy) for run in line.runs)
    return replace(line, runs=runs, top=line.top + dy, baseline=line.baseline + dy)


def declared_lines(runs: Sequence[Run]) -> list[tuple[Run, ...]]:
    """The runs between the breaks the author declared with ``\\n``."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(run if not others else replace(run, text=first))
        lines += [[replace(run, text=other)] for other in others]
    return [tuple(line) for line in lines]


def _set_segment(frame: _LineFrame, runs: tuple[Run, ...], indent: float, above: int) -> list[Line]:
    """The lines of text without declared breaks; ``above``: lines of the paragraph already set."""
    paragraph, measure = frame.paragraph, frame.measure
    segment = frame.segment(runs)
    if not segment.cells:
        top = above * paragraph.leading
        return [Line((), 0.0, 0.0, top + _baseline(paragraph), top, paragraph.leading)]
    places = whole(segment, indent, hang=paragraph.hang_quotes)
    if places.end[-1] - places.start[0] <= measure:
        return list(_lines(frame, segment, places, [1], indent, above))
    segment = opened(segment, measure - max(indent, 0.0))
    places, ends = _break(frame, segment, indent)
    if _needs_hyphens(paragraph, segment, places, ends, measure):
        segment = opened(frame.segment(runs, hyphenate=True), measure - max(indent, 0.0))
        places, ends = _break(frame, segment, indent)
    return list(_lines(frame, segment, places, ends, indent, above))


def _break(frame: _LineFrame, segment: Segment, indent: float) -> tuple[Candidates, list[int]]:
    paragraph, measure = frame.paragraph, frame.measure
    hyphen = _hyphen(frame, segment.cells[0]).width if segment.hyphens else 0.0
    places = candidates(segment, indent, hang=paragraph.hang_quotes, hyphen=hyphen)
    if places.end[-1] - places.start[0] <= measure + total_fit.TOLERANCE:
        return places, [len(places.cell) - 1]
    size = segment.cells[0].size
    if paragraph.balance and len(segment.cells) <= LONGEST_BALANCED:
        return places, total_fit.equal(places, measure, size, phrase_prices(segment.cells, places.cell))
    tail = _tail_prices(segment.cells, places, SHORT_TAIL if measure > LONG_LINE * size else 0.0)
    if paragraph.align == "justify":
        return places, total_fit.justified(places, measure, tail)
    return places, total_fit.ragged(places, measure, tail, size)


def _tail_prices(cells: Sequence[Cell], places: Candidates, short: float) -> list[float]:
    """The price of a last line that begins at each candidate (T-16); ``short``: of two or three characters."""
    prices = [0.0] * len(places.cell)
    for number in range(len(prices) - 1, 0, -1):
        rest = cells[places.cell[number] :]
        ink = sum(len(cell.text) for cell in rest if cell.first in INKED or cell.last in INKED)
        if ink > 3:
            break
        prices[number] = LONELY if ink < 2 else short
    return prices


def _needs_hyphens(
    paragraph: StyledParagraph, segment: Segment, places: Candidates, ends: list[int], measure: float
) -> bool:
    """Whether a justified line gapes, or its last line is a single character, and dividing a long English word
    could help."""
    if paragraph.align != "justify" or len(ends) < 2 or not has_long_word(segment.text):
        return False
    if _tail_prices(segment.cells, places, 0.0)[ends[-2]]:
        return True
    for a, b in zip([0, *ends], ends[:-1], strict=False):
        rest = measure - (places.end[b] - places.start[a]) - (places.early_end[b] - places.early_start[a])
        if rest > total_fit.STRETCH_LIMIT * max(places.weight_end[b] - places.weight_start[a], 0.0):
            return True
    return False


def _lines(
    frame: _LineFrame, segment: Segment, places: Candidates, ends: list[int], indent: float, above: int
) -> Iterator[Line]:
    paragraph, measure, leading = frame.paragraph, frame.measure, frame.paragraph.leading
    offset = _baseline(paragraph)
    a = 0
    for number, b in enumerate(ends):
        first, stop = places.cell[a], places.cell[b]
        width = places.end[b] - places.start[a]
        own_indent = indent if a == 0 else 0.0
        extra, tracking = [0.0] * (stop - first), 0.0
        x = own_indent
        if paragraph.align == "justify" and (b != ends[-1] or width > measure):
            ink = ink_stop(segment.cells, first, stop)
            letters = places.letters_end[b] - places.letters_start[a]
            extra, tracking = spread(segment.gaps[first + 1 : ink], measure - width, letters)
        elif paragraph.align in ("center", "right"):
            x += (measure - width) / (2 if paragraph.align == "center" else 1)
        hyphen = (
            _hyphen(frame, segment.cells[stop - 1]) if stop - 1 in segment.hyphens and b != ends[-1] else None
        )
        top = (above + number) * leading
        origin = x - places.lead[a]
        runs, right = place(segment, first, stop, origin, top + offset, extra, hyphen, tracking)
        left = origin + segment.cells[first].before
        yield Line(runs, left, right - left, top + offset, top, leading, forced_stretch(segment, stop))
        a = b


def _hyphen(frame: _LineFrame, cell: Cell) -> Cell:
    """The hyphen shown where a word is divided; it represents no character of the text."""
    maker = maker_of(frame.fonts, cell.style)
    word = maker.word("-", maker.face("-"), CharacterClass.ALNUM, CharacterClass.ALNUM)
    return replace(
        word, text="", clusters=("",), style=cell.style if word.style.face == cell.style.face else word.style
    )


def _baseline(paragraph: StyledParagraph) -> float:
    """Points from a line's top to its baseline: the dominant size's em box centred in the leading.

    The largest Chinese size rules all lines of the paragraph, unless a numeral is far larger.
    """
    sizes = [run.style.size for run in paragraph.runs if run.text] or [paragraph.leading]
    chinese = [run.style.size for run in paragraph.runs if not run.text.isascii()]
    size = max(sizes)
    if chinese and size < NUMERAL_DOMINATES * max(chinese):
        size = max(chinese)
    return (paragraph.leading - size) / 2 + EM_ASCENT * size
