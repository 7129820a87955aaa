"""Styled text before and after setting: paragraphs (editable) and lines of placed glyphs."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportgen.model.theme import Colour

HANG = 0.46  # em an opening mark at the start of a display line hangs out (D-03)
OPENERS = "“‘《（「『【"

Align = Literal["justify", "left", "center", "right"]


class Style(Struct, frozen=True):
    """How a run looks: catalogue face (``serif-400`` …), size in points, colour, tracking in em.

    ``rise``: points above the line's baseline (the marks of footnotes).
    """

    face: str
    size: float
    colour: Colour
    tracking: float = 0.0
    rise: float = 0.0


class Run(Struct, frozen=True):
    """Text in one style. ``keep``: never broken inside (a name, a figure with its unit)."""

    text: str
    style: Style
    keep: bool = False
    lang: str = "zh-CN"


class StyledParagraph(Struct, frozen=True):
    """A paragraph to be set.

    ``leading`` is in points; ``indent`` in em of the first run. ``\\n`` in a run is a break the
    author declared. ``hang_quotes``: an opening quote at a line start hangs 0.46 em to the left
    (display sizes). ``balance``: lines of about equal length, broken at phrases (headings).
    """

    runs: tuple[Run, ...]
    leading: float
    align: Align = "left"
    space_before: float = 0.0
    indent: float = 0.0
    hang_quotes: bool = False
    balance: bool = False
    bullet: bool = False
    level: int = 0  # of a list in a placeholder, which looks as its layout or template says

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def hang(self) -> float:
        """Points its first mark hangs to the left of the measure."""
        hangs = self.hang_quotes and self.align == "left" and self.text[:1] in OPENERS
        return HANG * self.runs[0].style.size if hangs and self.text else 0.0


class Level(Struct, frozen=True):
    """How an office program sets the paragraphs of one level of a list; lengths in points."""

    style: Style
    spacing: float  # exact, from line to line
    before: float = 0.0
    after: float = 0.0
    align: Align = "left"
    left: float = 0.0  # of the measure from the frame's edge
    indent: float = 0.0  # of the first line against the measure
    bullet: bool = False


class GlyphRun(Struct, frozen=True):
    """Glyphs of one face and size on one baseline.

    ``x``/``y``: origin of the first glyph in points from the text box's top left, y down to the
    baseline. ``advances[i]``: points from glyph i's origin to the next one's, everything
    (compression, stretch, kerning, tracking) included. ``offsets``: x offset of each drawn glyph
    against its origin, in points (half-width forms moved within their cell). ``clusters[i]``:
    the source text glyph i stands for; empty for the later glyphs of a cluster. Turned runs
    (vertical text) are rotated 90° clockwise about their origin.
    """

    style: Style
    x: float
    y: float
    glyphs: tuple[int, ...]
    clusters: tuple[str, ...]
    advances: tuple[float, ...]
    offsets: tuple[float, ...] = ()
    turned: bool = False

    @property
    def text(self) -> str:
        return "".join(self.clusters)

    @property
    def width(self) -> float:
        return sum(self.advances)


class Line(Struct, frozen=True):
    """One set line; ``x`` and ``width`` enclose its ink cells, ``baseline`` counts from the box's top.

    ``broken``: the word, name or number wider than the measure that the line's end had to cut.
    """

    runs: tuple[GlyphRun, ...]
    x: float
    width: float
    baseline: float
    top: float
    height: float
    broken: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class SetText(Struct, frozen=True):
    """The lines of one text box and the height they need."""

    lines: tuple[Line, ...]
    width: float
    height: float

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)
