"""Text on slides in the steps of the theme's deck scale (D-01), in boxes measured with some slack."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.parts.drawing import rectangle
from reportgen.layout.parts.frame import Frame
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.layout.slides import canvas
from reportgen.layout.slides.baseline import DESCENT
from reportgen.layout.slides.canvas import RULE
from reportgen.lengths import Rect
from reportgen.model.report import Figure, Report
from reportgen.model.sheet import Role, Shape, Stroke, TextBox
from reportgen.model.text import HANG, Align, Run, SetText, Style, StyledParagraph
from reportgen.model.theme import Colour, SectionRole, TypeRole
from reportgen.story.figure_words import before_numeral
from reportgen.story.titles import GAP

NEARLY = 0.01  # points of excess within which only setting the text can decide
SLACK = 0.97  # text is set to this share of its box: other programs space Chinese and Latin wider
WIDER = 1.04  # this much wider are columns made for what they hold, for the same reason
NUMERAL_FACE = "num-400"
BODY = "body"  # placeholder of content text; numbered when the slide is finished
NUMERAL_ASCENT = 0.84
UNIT_SHARE, SMALLEST_UNIT, LARGEST_UNIT = 0.25, 20.0, 32.0
DIGITS_THEN_WORDS = re.compile(r"([\d.,:%—～~-]*\d%?)(\D+)")  # 5600余: the words are set like a unit
MARKS, MARK_ROOM, MOST_MARKS = "“”‘’《》（）、，。；：", 0.5, 2
GAP_SHARE = 0.8  # the blank between numeral and unit is this much of the unit's size: it sets the gap
# em in Cambria, which stands in for the narrow numerals where no fonts are embedded; other signs are Chinese there.
STAND_IN = {**dict.fromkeys("0123456789", 0.555), **dict.fromkeys(".,: ", 0.25), "%": 0.85, "-": 0.34}
STAND_IN_WIDE = 1.0
WORD_SHARE = 0.72  # values in words (八成) against digits


class Pen(Struct, frozen=True):
    """Sets text of one section's slides; ``section`` None: the report as a whole."""

    ts: Typesetter
    report: Report
    section: int | None = None

    @property
    def role(self) -> SectionRole:
        return self.ts.theme.role(self.section)

    def ink(self, token: str = "ink-text") -> Colour:
        return self.ts.theme.colour(token)

    def step(self, name: str) -> TypeRole:
        """A step of the deck's type scale."""
        return self.ts.theme.deck[name]

    def style(self, step: str, colour: Colour | None = None, size: float | None = None) -> Style:
        role = self.step(step)
        return Style(role.face, size or role.size, colour or self.ink(), role.tracking)

    def paragraph(
        self,
        text: str | Sequence[Run],
        step: str,
        colour: Colour | None = None,
        align: Align = "left",
        *,
        size: float | None = None,
        before: float = 0.0,
        balance: bool = False,
        hang: bool = True,
    ) -> StyledParagraph:
        """A paragraph in a step of the deck's scale."""
        role = self.step(step)
        runs = (Run(text, self.style(step, colour, size)),) if isinstance(text, str) else tuple(text)
        leading = role.leading * (size or role.size) / role.size
        return StyledParagraph(runs, leading, align, before, hang_quotes=hang, balance=balance)

    def lay(self, paragraphs: Sequence[StyledParagraph], width: float) -> SetText:
        left = all(paragraph.align == "left" for paragraph in paragraphs)
        spare = max((_uncompressed(paragraph) for paragraph in paragraphs), default=0.0)
        return self.ts.lay(paragraphs, width * SLACK - spare if left else width)

    def text(
        self,
        paragraphs: StyledParagraph | Sequence[StyledParagraph],
        width: float,
        role: Role = "body",
        placeholder: str = BODY,
        name: str = "",
    ) -> Frame:
        """One text box, as high as its lines."""
        several = (paragraphs,) if isinstance(paragraphs, StyledParagraph) else tuple(paragraphs)
        done = self.lay(several, width)
        box = TextBox(
            Rect(0, 0, width, done.height), several, done.lines, role, name=name, placeholder=placeholder
        )
        return Frame(width, done.height, (box,))

    def line(
        self,
        runs: Sequence[Run],
        width: float,
        height: float,
        baseline: float,
        role: Role = "numeral",
        align: Align = "left",
        placeholder: str = BODY,
    ) -> Frame:
        """One line on a given baseline; its spacing brings it there from the top of its frame."""
        (box,) = self.ts.line(runs, width, height, baseline, role, align).items
        assert isinstance(box, TextBox)
        leading = baseline + DESCENT * max(run.style.size for run in runs)
        paragraphs = tuple(replace(paragraph, leading=leading) for paragraph in box.paragraphs)
        return Frame(width, height, (replace(box, paragraphs=paragraphs, placeholder=placeholder),))

    def row(self, parts: Sequence[str], starts: Sequence[float], step: str, size: float) -> Frame:
        """A title of parts at their starts, in points from the left; blanks as wide as the gaps between them."""
        done = [self.lay((self.paragraph(part, step, size=size),), canvas.CONTENT).lines[0] for part in parts]
        style = self.style(step, size=size)
        runs: list[Run] = []
        for i, (part, start) in enumerate(zip(parts, starts, strict=True)):
            hung = min(done[i].x, 0.0)
            if i:
                gap = start + hung - (starts[i - 1] + self.width(parts[i - 1], step, size))
                runs.append(Run(GAP, replace(style, tracking=gap / size - 1)))
            runs.append(Run(part, style))
        glyphs = tuple(
            replace(run, x=run.x + x) for line, x in zip(done, starts, strict=True) for run in line.runs
        )
        end = starts[-1] + done[-1].x + done[-1].width
        line = replace(done[0], runs=glyphs, width=end - done[0].x)
        box = TextBox(
            Rect(0, 0, canvas.CONTENT, line.height), (self.paragraph(runs, step, size=size),), (line,), "title",
            placeholder="title",
        )  # fmt: skip
        return Frame(canvas.CONTENT, line.height, (box,))

    def lines(self, text: str, step: str, width: float, size: float | None = None) -> int:
        """How many lines the text takes, balanced."""
        if self._excess(text, step, width, size or self.step(step).size) < -NEARLY:
            return 1

        def count() -> int:
            return len(self.lay((self.paragraph(text, step, size=size, balance=True),), width).lines)

        return int(self.ts.measured(("lines", text, step, width, size), count))

    def width(self, text: str, step: str, size: float | None = None) -> float:
        """Points the text takes on one line in a program that halves no marks."""
        paragraph = self.paragraph(text, step, size=size)
        return self.ts.width(paragraph.runs) + _uncompressed(paragraph)

    def numeral_width(self, runs: Sequence[Run]) -> float:
        """Points the runs of a numeral take on one line, whether in its own face or in its replacement."""
        own = self.ts.width(runs)
        numerals = [run for run in runs if run.style.face == NUMERAL_FACE]
        rest = self.ts.width([run for run in runs if run.style.face != NUMERAL_FACE])
        return max(own, rest + sum(_stand_in_width(run) for run in numerals))

    def fitting(self, text: str, step: str, width: float, sizes: Sequence[float], lines: int = 1) -> float:
        """The first size at which the text takes at most this many lines; the last if none does."""
        tried = (
            size
            for size in sizes
            if lines > 1 or self._excess(text, step, width, size) < HANG * size + NEARLY
        )
        return next((size for size in tried if self.lines(text, step, width, size) <= lines), sizes[-1])

    def _excess(self, text: str, step: str, width: float, size: float) -> float:
        """Points by which the text on one line would exceed a box if no mark hung out of it.

        Measured once, since all that text is set with grows with its size.
        """
        if "\n" in text:
            return math.inf
        key = ("one line", text, step)
        share = self.ts.measured(key, lambda: self.width(text, step, size) / size)
        return share * size - width * SLACK

    def figure_runs(self, figure: Figure, size: float, colour: Colour) -> tuple[Run, ...]:
        """Direction and qualifier, numeral, unit and suffix, verbatim, on one baseline."""
        quantity = figure.quantity
        return self.numeral_runs(
            before_numeral(figure), figure.numeral, quantity.unit + quantity.suffix, size, colour
        )

    def numeral_runs(
        self, before: str, numeral: str, after: str, size: float, colour: Colour
    ) -> tuple[Run, ...]:
        """A numeral between its qualifier and its unit; values in words take the heading face."""
        found = DIGITS_THEN_WORDS.fullmatch(numeral)
        if found:
            numeral, after = found.group(1), found.group(2) + after
        side = self.style("unit", colour, min(LARGEST_UNIT, max(SMALLEST_UNIT, size * UNIT_SHARE)))
        word = not any(char.isascii() and char.isdigit() for char in numeral)
        step = "numeral-word" if word else "numeral"
        big = self.style(step, colour, size * WORD_SHARE if word else size)
        blank = Run(" ", replace(side, size=side.size * GAP_SHARE))
        runs = [Run(before, side, keep=True), blank] if before else []
        runs.append(Run(numeral, big, keep=True))
        return (*runs, blank, Run(after, side, keep=True)) if after else tuple(runs)


def _stand_in_width(run: Run) -> float:
    ems = sum(STAND_IN.get(char, STAND_IN_WIDE) + run.style.tracking for char in run.text)
    return ems * run.style.size


def _uncompressed(paragraph: StyledParagraph) -> float:
    """Room for marks that other programs set a full em wide where we halve them."""
    marks = sum(char in MARKS for char in paragraph.text)
    return MARK_ROOM * min(marks, MOST_MARKS) * paragraph.runs[0].style.size


def rule(x: float, y: float, width: float, colour: Colour, weight: float = RULE) -> Shape:
    """A level rule; decoration, named as such."""
    return Shape((("M", x, y), ("L", x + width, y)), stroke=Stroke(colour, weight), name="")


def panel(rect: Rect, colour: Colour) -> Shape:
    """A flat field behind text."""
    return Shape(rectangle(rect), fill=colour, name="")
