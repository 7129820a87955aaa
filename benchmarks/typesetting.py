"""What the line breaker does to three texts in 25 column widths, counted in the finished PDFs.

The article, a nasty text and one no rule or price was ever fitted to are set justified at 10.5 pt, written as PDF, and the glyphs read back from it with
pypdfium2: their characters, origins and ink, nothing the typesetter says of itself. Counts are per 1,000 lines.
Where Typst can be imported, its PDFs of the same texts are counted beside ours and its compile is timed.
Ends with 1 where nothing was checked. Usage: python -m benchmarks.typesetting
"""

from __future__ import annotations

import ctypes
import itertools
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from benchmarks import typst_setting
from reportgen.content import load_report
from reportgen.fonts import Fonts
from reportgen.fonts.face import Face
from reportgen.lengths import Rect, mm
from reportgen.model.report import Paragraph, Report
from reportgen.model.sheet import Document, Sheet, TextBox
from reportgen.model.text import Run, Style, StyledParagraph
from reportgen.model.theme import Colour
from reportgen.pdf.write import write_pdf
from reportgen.themes import load_theme
from reportgen.typeset import set_text

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "content" / "yuci"
NASTY = ROOT / "benchmarks" / "nasty.txt"
HELD_OUT = ROOT / "benchmarks" / "held_out.txt"
FACE = "serif-400"
SIZE = 10.5
LEADING = 18.0
PARAGRAPH_GAP = 9.0
MARGIN = 30.0
WIDTHS = tuple(mm(60 + 5 * step) for step in range(25))
SPEED_CHARACTERS = 100_000
SPEED_WIDTH = mm(120)
STYLE = Style(FACE, SIZE, Colour("ink", (0, 0, 0, 100), (31, 31, 29)))

# em, where nothing else is said
FLUSH = (
    1.0  # pt, what an eye sees; the worst distance is given as exactly as pdfium's single precision has it
)
INK = 0.02  # pt: what pdfium's whole thousandths of an em hide
GAPING = 0.15
MOST_HAN_LATIN = 0.25  # a Han–Latin space is stretched from here on
LEAST_HAN_LATIN = 0.04  # a kern with the neighbour may take a little of an eighth of an em
MOST_WORD_SPACE = 0.5
OVERLAP = 0.05

CLOSERS = "”’）》〉】〕」』〗］｝"
OPENERS = "“‘（《〈【〔「『〖［｛"
PAUSES = "，、；：。？！"
QUOTES = "“”‘’"
TRAILING = CLOSERS + PAUSES  # their blank half is the right one
STROKES = "—…"
DOT = "·"  # half an em wide (GB/T 15834—2011 5.1.8), its ink in the middle
WORD_SIGNS = frozenset("%‰°¥$€#@&+*±−′″²³")  # they read with a number or word
NOT_AT_START = frozenset(CLOSERS + PAUSES + "—…·／～%‰)]},.;:!?")
NOT_AT_END = frozenset(OPENERS + "([{")
UNITS = (
    "个百分点|平方公里|平方米|立方米|公里|公顷|亿元|万元|亿斤|万吨|万亩|万户|万人|亿次|人次|分钟|小时|个月|余次"
    "|[万亿元年月日天次项个户条家倍届期页节本吨亩斤人处所座部米时分秒种层名位]"
)
NUMBER = r"[+\-−±]?\d(?:[\d,.]*\d)?"
SYMBOL = r"%|‰|℃|[kKmMG]?m(?![a-zA-Z])|[kmK]?g(?![a-zA-Z])|[GMk]B|ms(?![a-z])|kWh|km/h|μg"
# row → spans that no line may end in, or, with a second group, only between the groups
NUMBERS = re.compile(rf"{NUMBER}(?:[:∶/×]{NUMBER})+|{NUMBER}|(?<=[¥￥$€])\d")
RANGES = re.compile(rf"{NUMBER}[%℃]?[—～–]{NUMBER}")
WITH_SYMBOL = re.compile(rf"[¥￥$€]{NUMBER}|{NUMBER}(?:{SYMBOL})")
WITH_UNIT = re.compile(rf"{NUMBER}[多余]?(?:{UNITS})")
ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+\.[\w.-]+", re.ASCII)

ERRORS = (
    "forbidden mark at line start", "opening mark at line end", "—— or …… split", "number cut",
    "number cut from its sign or symbol", "word cut without hyphen", "overfull", "overlap", "missing glyph",
)  # fmt: skip
PARTED = "range parted after its connector"
RIGID = "address alone on a line, left ragged"
ROWS = (
    *ERRORS, "number cut from its Chinese unit", PARTED, "adjacent marks not compressed",
    "opening mark not flush at line start", "mark at line end keeps its blank half", "Han–Latin space missing",
    "line not flush right", RIGID, "stretch over 0.15 em", "last line of one character",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A glyph on the page in points from the column's left edge.

    ``left`` and ``right`` bound the whole cell, ``inner_left`` and ``inner_right`` the cell without the blank
    half of a full-width mark; ``ink`` is the drawn extent.
    """

    char: str
    left: float
    right: float
    inner_left: float
    inner_right: float
    ink: tuple[float, float]
    full: bool  # a full-width mark

    @property
    def han(self) -> bool:
        """Ideographs and the square units of U+3300 to U+33FF."""
        return "\u3300" <= self.char <= "\u9fff" or self.char >= "\U00020000"

    @property
    def latin(self) -> bool:
        return self.letter or self.char in WORD_SIGNS

    @property
    def letter(self) -> bool:
        """A Latin letter or a digit."""
        return self.char.isascii() and self.char.isalnum()

    @property
    def ideograph(self) -> bool:
        return self.han and not "\u3300" <= self.char <= "\u33ff"


MarkLine = tuple[Mark, ...]


@dataclass
class Tally:
    """What was counted in one text."""

    found: Counter[str] = field(default_factory=Counter)
    checked: Counter[str] = field(default_factory=Counter)
    gaps: list[float] = field(default_factory=list)  # em, every gap of every justified line
    widest: list[float] = field(default_factory=list)  # em, the widest of every justified line
    off_edge: float = 0.0  # pt, the worst

    def rate(self, row: str) -> float:
        return 1000 * self.found[row] / max(1, self.checked["lines"])


def main() -> int:
    fonts = Fonts.load()
    texts = {
        "article": article(load_report(ARTICLE)),
        "nasty": lines_of(NASTY),
        "held out": lines_of(HELD_OUT),
    }
    tallies = {name: measured(paragraphs, WIDTHS, fonts) for name, paragraphs in texts.items()}
    if typst_setting.installed():
        tallies |= {f"Typst {name}": by_typst(paragraphs, fonts) for name, paragraphs in texts.items()}
    show(tallies)
    print(*speed_lines(texts["article"], fonts), sep="\n")
    unchecked = [
        f"{name}: no {what}" for name, tally in tallies.items() for what in CHECKED if not tally.checked[what]
    ]
    print(*unchecked, sep="\n", end="\n" if unchecked else "")
    return 1 if unchecked else 0


CHECKED = (
    "lines", "justified lines", "last lines", "characters", "gaps", "Han–Latin gaps", "adjacent marks",
    "marks at line end", "opening marks at line start", "quantities with a unit", "numbers",
)  # fmt: skip


def article(report: Report) -> tuple[str, ...]:
    """The report's prose, paragraph by paragraph."""
    return tuple(paragraph.text for paragraph in _prose(report))


def _prose(report: Report) -> Iterator[Paragraph]:
    yield from report.lead
    for section in report.sections:
        yield from section.intro
        for subsection in section.subsections:
            yield from subsection.body


def lines_of(path: Path) -> tuple[str, ...]:
    """A text file's paragraphs, one a line."""
    return tuple(path.read_text(encoding="utf-8").splitlines())


def measured(paragraphs: Sequence[str], widths: Iterable[float], fonts: Fonts) -> Tally:
    """The texts set in every width, one page each, and counted."""
    widths = tuple(widths)
    return counted(pdf_of(paragraphs, widths, fonts), paragraphs, widths, fonts)


def counted(data: bytes, paragraphs: Sequence[str], widths: Sequence[float], fonts: Fonts) -> Tally:
    """What is in a finished PDF with one page for each width."""
    tally = Tally()
    with pypdfium2.PdfDocument(data) as pdf:
        for page, width in zip(pdf, widths, strict=True):
            blocks = read_paragraphs(page, fonts.face(FACE))
            count_paragraphs(blocks, paragraphs, width, tally)
    return tally


def pdf_of(paragraphs: Sequence[str], widths: Sequence[float], fonts: Fonts) -> bytes:
    """A page for each width with the paragraphs in one column, a half line between them."""
    sheets = []
    for width in widths:
        styled = tuple(
            StyledParagraph((Run(text, STYLE),), LEADING, align="justify", space_before=PARAGRAPH_GAP)
            for text in paragraphs
        )
        done = set_text(styled, width, fonts)
        box = TextBox(Rect(MARGIN, MARGIN, width, done.height), styled, done.lines)
        size = (width + 2 * MARGIN, done.height + 2 * MARGIN)
        sheets.append(Sheet(f"{width:.3f}", size, (box,)))
    return write_pdf(Document("typesetting", tuple(sheets)), load_theme(), fonts)


# ── reading ──


def read_paragraphs(page: pypdfium2.PdfPage, face: Face) -> list[list[MarkLine]]:
    """Lines of glyphs from left to right, grouped by the gaps between their baselines."""
    lines: dict[int, list[Mark]] = {}
    for mark, baseline in _marks(page, face):
        lines.setdefault(round(baseline * 10), []).append(mark)
    blocks: list[list[MarkLine]] = []
    above = None
    for baseline in sorted(lines, reverse=True):
        if above is None or above - baseline > (LEADING + PARAGRAPH_GAP / 2) * 10:
            blocks.append([])
        blocks[-1].append(tuple(sorted(lines[baseline], key=lambda mark: mark.ink[0])))
        above = baseline
    return blocks


def _marks(page: pypdfium2.PdfPage, face: Face) -> Iterator[tuple[Mark, float]]:
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    ink = [ctypes.c_double() for _ in range(4)]
    before, ligature = None, ""
    for index in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text, index)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetCharBox(text, index, *ink)
        loose = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(text, index, loose)
        bad = pdfium.FPDFText_HasUnicodeMapError(text, index) == 1
        char = "\ufffd" if bad else "-" if code in (2, 0xAD) else chr(code)
        extent = (ink[0].value - MARGIN, ink[1].value - MARGIN)
        origin = x.value - MARGIN
        # Characters shown by one glyph have one origin; each reaches as far as the glyph up to it.
        ligature = ligature + char if (x.value, y.value) == before else char
        before = (x.value, y.value)
        origin += _advance(ligature, face) - _advance(char, face)
        yield _mark(char, origin, extent, loose.right - loose.left, face), y.value


@lru_cache
def _advance(text: str, face: Face) -> float:
    """Points the text takes as the face shapes it: Latin text as a word, all else in forms for Chinese."""
    return sum(glyph.advance for glyph in face.shape(text, chinese=not text.isascii())) * SIZE


def _mark(char: str, origin: float, ink: tuple[float, float], cell: float, face: Face) -> Mark:
    """The glyph with its natural cell: where its outline puts the cell, whatever shift the PDF uses."""
    if char == DOT:
        centre = (ink[0] + ink[1]) / 2
        left, right = centre - SIZE / 4, centre + SIZE / 4
        return Mark(char, left, right, left, right, ink, False)
    if char not in OPENERS + TRAILING or (char in QUOTES and cell < 0.48 * SIZE):
        width = cell if char in QUOTES else _advance(char, face)
        return Mark(char, origin, origin + width, origin, origin + width, ink, False)
    shift = (ink[0] - origin) / SIZE - face.bounds(face.form(char).gid)[0]
    left = origin + round(shift * 1000) / 1000 * SIZE  # shifts built into glyphs are whole thousandths
    middle = left + SIZE / 2
    inner = (middle, left + SIZE) if char in OPENERS else (left, middle)
    return Mark(char, left, left + SIZE, *inner, ink, True)


# ── counting ──


def count_paragraphs(
    blocks: Sequence[Sequence[MarkLine]], paragraphs: Sequence[str], width: float, tally: Tally
) -> None:
    """Every row of the table for one column of paragraphs."""
    read = Counter(mark.char for block in blocks for line in block for mark in line)
    wanted = Counter("".join(paragraphs))
    missing = sum(number for char, number in (wanted - read).items() if not char.isspace())
    tally.found["missing glyph"] += missing + read["\ufffd"]
    for lines in blocks:
        _count_breaks(lines, tally)
        for line in lines[:-1]:
            _count_edges(line, width, tally)
            _count_gaps(line, tally, justified=True)
        _count_last(lines[-1], width, tally, alone=len(lines) == 1)


def _count_breaks(lines: Sequence[MarkLine], tally: Tally) -> None:
    """The rows about where lines end, from the characters alone."""
    texts = ["".join(mark.char for mark in line) for line in lines]
    tally.checked["lines"] += len(lines)
    tally.checked["characters"] += sum(len(text) for text in texts)
    found = tally.found
    joined = "".join(texts)
    addresses = {at for match in ADDRESS.finditer(joined) for at in range(match.start() + 1, match.end())}
    ends: set[int] = set()
    end = 0
    for before, after in pairwise(texts):
        end += len(before)
        ends.add(end)
        # A dot may begin a line inside an address (Chicago Manual of Style 7.46).
        found["forbidden mark at line start"] += after[0] in NOT_AT_START and end not in addresses
        found["opening mark at line end"] += before.rstrip()[-1] in NOT_AT_END
        found["—— or …… split"] += before[-1] == after[0] and after[0] in "—…"
        letters = before[-1].isascii() and before[-1].isalpha() and after[0].isascii() and after[0].isalpha()
        found["word cut without hyphen"] += letters
    _count_spans(joined, ends, tally)


def _count_spans(text: str, ends: set[int], tally: Tally) -> None:
    cut: set[int] = set()
    for row, pattern in (
        ("number cut", NUMBERS),
        (PARTED, RANGES),
        ("number cut from its sign or symbol", WITH_SYMBOL),
        ("number cut from its Chinese unit", WITH_UNIT),
    ):
        kind = "quantities with a unit" if pattern is WITH_UNIT else "numbers"
        for match in pattern.finditer(text):
            tally.checked[kind] += 1
            inside = ends.intersection(range(match.start() + 1, match.end())) - cut
            tally.found[row] += len(inside)
            cut |= inside


def _count_edges(line: MarkLine, width: float, tally: Tally) -> None:
    """A justified line's edges."""
    tally.checked["justified lines"] += 1
    inked = [mark for mark in line if mark.char != " "]
    first, last = inked[0], inked[-1]
    _count_start(first, tally)
    off = last.inner_right - width
    if last.full:
        tally.checked["marks at line end"] += 1
        tally.found["mark at line end keeps its blank half"] += abs(last.right - width) < SIZE / 4
    tally.found["overfull"] += min(last.ink[1], last.inner_right) > width + INK  # an f may lean over its cell
    if off < 0 and not any(_opens(left, right) for left, right in pairwise(inked)):
        tally.found[RIGID] += abs(off) > FLUSH
        return
    tally.off_edge = max(tally.off_edge, abs(off))
    tally.found["line not flush right"] += abs(off) > FLUSH


def _opens(left: Mark, right: Mark) -> bool:
    """Whether justification may open the gap: one inside words, addresses and strokes it may not."""
    word = all(mark.char.isascii() and mark.char != " " for mark in (left, right))
    return not word and left.char not in STROKES and right.char not in STROKES


def _count_start(first: Mark, tally: Tally) -> None:
    if first.full and first.char in OPENERS:
        tally.checked["opening marks at line start"] += 1
        tally.found["opening mark not flush at line start"] += abs(first.inner_left) > INK


def _count_last(line: MarkLine, width: float, tally: Tally, *, alone: bool) -> None:
    """A paragraph's last line."""
    tally.checked["last lines"] += 1
    inked = [mark for mark in line if mark.char != " "]
    _count_start(inked[0], tally)
    tally.found["overfull"] += inked[-1].ink[1] > width + INK
    words = [mark for mark in inked if not mark.full]
    tally.found["last line of one character"] += not alone and len(words) <= 1
    _count_gaps(line, tally, justified=False)


def _count_gaps(line: MarkLine, tally: Tally, *, justified: bool) -> None:
    opened, between_marks = [0.0], [0.0]
    for left, right in pairwise(line):
        tally.checked["gaps"] += 1
        space = (right.inner_left - left.inner_right) / SIZE
        _count_pair(left, right, space, tally)
        stretch = max(0.0, space - _most_natural(left, right))
        (between_marks if _compressible(left, right) else opened).append(stretch)
    tally.checked["adjacent marks"] += len(between_marks) - 1
    # Beyond what the whole line is opened by, so much is a blank half that should have gone.
    uncompressed = sum(stretch > max(opened) + 0.3 for stretch in between_marks)
    tally.found["adjacent marks not compressed"] += uncompressed
    opened += between_marks[1:]
    if justified:
        tally.gaps += opened[1:]
        tally.widest.append(max(opened))
        tally.found["stretch over 0.15 em"] += max(opened) > GAPING


def _count_pair(left: Mark, right: Mark, space: float, tally: Tally) -> None:
    found, checked = tally.found, tally.checked
    if (left.ideograph and right.letter) or (left.letter and right.ideograph):
        checked["Han–Latin gaps"] += 1
        found["Han–Latin space missing"] += space < LEAST_HAN_LATIN
    same_word = left.char.isascii() and right.char.isascii()  # where a j may reach under its neighbour
    if not same_word and not (left.char in STROKES and right.char in STROKES):
        found["overlap"] += left.ink[1] - right.ink[0] > OVERLAP * SIZE


def _compressible(left: Mark, right: Mark) -> bool:
    """Two full-width marks of which one is a bracket or quote (CLREQ 3.1.6)."""
    if not (left.full and right.full) or (left.char in OPENERS and right.char in TRAILING):
        return False
    return left.char in CLOSERS + OPENERS or right.char in CLOSERS + OPENERS


def _most_natural(left: Mark, right: Mark) -> float:
    """The space in em up to which a gap has not been stretched."""
    if " " in (left.char, right.char):
        return MOST_WORD_SPACE if left.char == " " else 0.0
    if (left.han and right.latin) or (left.latin and right.han):
        return MOST_HAN_LATIN
    if _compressible(left, right):
        return 0.5 if left.char in TRAILING and right.char in OPENERS else 0.0
    return 0.5 * (left.full and left.char in TRAILING) + 0.5 * (right.full and right.char in OPENERS)


# ── reporting ──


def show(tallies: dict[str, Tally]) -> None:
    """The table, per 1,000 lines, and what was looked at."""
    _row("per 1,000 lines", *tallies)
    for row in ROWS:
        _row(row, *(f"{tally.rate(row):.1f}" for tally in tallies.values()))
    _row("all errors", *(f"{sum(tally.rate(row) for row in ERRORS):.1f}" for tally in tallies.values()))
    _row("stretch p95, lines' widest gap (em)", *(f"{p95(tally.widest):.3f}" for tally in tallies.values()))
    _row("stretch p95, all gaps (em)", *(f"{p95(tally.gaps):.3f}" for tally in tallies.values()))
    _row("stretch max (em)", *(f"{max(tally.gaps, default=0):.3f}" for tally in tallies.values()))
    _row("right edge, worst (pt)", *(f"{tally.off_edge:.5f}" for tally in tallies.values()))
    print()
    for what in CHECKED:
        _row(f"checked: {what}", *(f"{tally.checked[what]:,}" for tally in tallies.values()))


def _row(name: str, *cells: str) -> None:
    print(f"{name:40}" + "".join(f"{cell:>15}" for cell in cells))


def p95(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[int(0.95 * (len(ordered) - 1))] if ordered else 0.0


def by_typst(paragraphs: Sequence[str], fonts: Fonts) -> Tally:
    """The texts as Typst sets them in the same widths, counted by the same program."""
    markup = typst_setting.source(
        paragraphs, WIDTHS, size=SIZE, pitch=LEADING, gap=PARAGRAPH_GAP, margin=MARGIN
    )
    return counted(typst_setting.compiled(markup), paragraphs, WIDTHS, fonts)


def speed_lines(paragraphs: Sequence[str], fonts: Fonts) -> Iterator[str]:
    """Seconds for 100,000 characters in one column: ours, faces already open, and Typst's whole compile."""
    texts = list(_characters(paragraphs, SPEED_CHARACTERS))
    styled = tuple(StyledParagraph((Run(text, STYLE),), LEADING, align="justify") for text in texts)
    begun, begun_cpu = time.perf_counter(), time.process_time()
    done = set_text(styled, SPEED_WIDTH, fonts)
    seconds, cpu = time.perf_counter() - begun, time.process_time() - begun_cpu
    yield f"\n{SPEED_CHARACTERS:,} characters set in {len(done.lines):,} lines: {seconds:.2f} s ({cpu:.2f} s CPU)"
    begun = time.perf_counter()
    written = pdf_of(texts, (SPEED_WIDTH,), fonts)
    whole = time.perf_counter() - begun
    yield f"the same set and written as PDF ({len(written):,} bytes): {whole:.2f} s"
    if not typst_setting.installed():
        yield "Typst is not installed (pip install typst): comparison left out"
        return
    markup = typst_setting.source(
        texts, (SPEED_WIDTH,), size=SIZE, pitch=LEADING, gap=0, margin=MARGIN, height="297mm"
    )
    begun, begun_cpu = time.perf_counter(), time.process_time()
    written = typst_setting.compiled(markup)
    compiling, cpu = time.perf_counter() - begun, time.process_time() - begun_cpu
    yield f"Typst's compile of the same text ({len(written):,} bytes): {compiling:.2f} s ({cpu:.2f} s CPU)"
    yield f"ratio, Typst's compile to our setting {compiling / seconds:.2f}, to ours written {compiling / whole:.2f}"


def _characters(paragraphs: Sequence[str], count: int) -> Iterator[str]:
    """The paragraphs over and over until there are so many characters.

    Each has its number, so that no two are alike: Typst sets a paragraph it remembers in no time.
    """
    for number, text in enumerate(itertools.cycle(text for text in paragraphs if text), 1):
        yield f"第{number}段，{text}"[:count]
        count -= len(f"第{number}段，{text}")
        if count <= 0:
            return


if __name__ == "__main__":
    sys.exit(main())
