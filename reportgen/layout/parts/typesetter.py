"""Words into text boxes: the theme's type scale and the typesetting engine together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.cache import Cache
from reportgen.fonts import Fonts
from reportgen.layout.parts.frame import Frame
from reportgen.lengths import Rect
from reportgen.model.sheet import Role, TextBox
from reportgen.model.text import Align, Line, Run, SetText, Style, StyledParagraph
from reportgen.model.theme import Colour, Theme
from reportgen.typeset import natural_width, set_line, set_text
from reportgen.typeset.chart_words import ChartWords

CENTRED = 0.38  # em from the middle of a line down to the baseline at which its words look centred

# Steps of running text, which fills its lines.
RUNNING_TEXT = frozenset(
    {
        "body", "body-emphasis", "body-reversed", "standfirst", "ledger-object", "index-label", "index-clause",
        "table-cell", "handout-notes", "fact-lead", "fact-point", "fact-honour",
    }
)  # fmt: skip


class Typesetter(Struct, frozen=True, eq=False):
    """Sets text in a theme's type steps; ``names`` are never broken over two lines.

    ``cache``: what was set and measured so far. Texts are tried at many sizes and in many columns before they
    are placed.
    """

    theme: Theme
    fonts: Fonts
    cache: Cache
    names: tuple[str, ...] = ()

    @property
    def chart_words(self) -> ChartWords:
        """How words of charts are measured and broken."""
        return ChartWords(self.fonts, self.theme.colour("ink-text"))

    def style(self, step: str, colour: Colour | None = None, size: float | None = None) -> Style:
        """The style of a step of the type scale, in text black unless a colour is given."""
        role = self.theme.type[step]
        return Style(role.face, size or role.size, colour or self.theme.colour("ink-text"), role.tracking)

    def paragraph(
        self,
        text: str | Sequence[Run],
        step: str,
        colour: Colour | None = None,
        align: Align = "left",
        *,
        size: float | None = None,
        leading: float | None = None,
        before: float = 0.0,
    ) -> StyledParagraph:
        """A paragraph in a step of the type scale; its leading scales with an overridden size.

        All but running text is balanced: headings, captions, labels.
        """
        role = self.theme.type[step]
        runs = (Run(text, self.style(step, colour, size)),) if isinstance(text, str) else tuple(text)
        pitch = leading or role.leading * ((size or role.size) / role.size)
        return StyledParagraph(runs, pitch, align, before, balance=step not in RUNNING_TEXT)

    def lay(self, paragraphs: Sequence[StyledParagraph], width: float) -> SetText:
        """The paragraphs set to a width; what was set before (to measure, to try) is not set again."""
        several, strict = tuple(paragraphs), self.theme.typography.strict

        def set_them() -> SetText:
            return set_text(several, width, self.fonts, self.names, strict=strict)

        return self.cache.once((SetText, several, width), set_them)

    def text(
        self,
        paragraphs: StyledParagraph | Sequence[StyledParagraph],
        width: float,
        role: Role = "body",
        *,
        block: str = "",
        name: str = "",
    ) -> Frame:
        """A frame of the given width holding one text box, as high as its lines."""
        several = (paragraphs,) if isinstance(paragraphs, StyledParagraph) else tuple(paragraphs)
        done = self.lay(several, width)
        box = TextBox(Rect(0, 0, width, done.height), several, done.lines, role, name, block=block)
        return Frame(width, done.height, (box,))

    def line(
        self,
        runs: Sequence[Run],
        width: float,
        height: float,
        baseline: float,
        role: Role = "label",
        align: Align = "left",
        *,
        block: str = "",
    ) -> Frame:
        """One line on a given baseline in a box of given size; a line that is too long keeps its width."""
        line = set_line(tuple(runs), self.fonts)
        x = {"right": width - line.width, "center": (width - line.width) / 2}.get(align, 0.0)
        shift = baseline - line.baseline
        placed = replace(
            line,
            x=line.x + x,
            baseline=baseline,
            top=0.0,
            height=height,
            runs=tuple(replace(run, x=run.x + x, y=run.y + shift) for run in line.runs),
        )
        paragraph = StyledParagraph(tuple(runs), height, align)
        box = TextBox(Rect(0, 0, width, height), (paragraph,), (placed,), role, block=block)
        return Frame(width, height, (box,))

    def width(self, runs: Sequence[Run]) -> float:
        """Points the runs take on one line."""
        key = tuple(runs)
        return self.measured(key, lambda: natural_width(key, self.fonts))

    def measured(self, key: Hashable, measure: Callable[[], float]) -> float:
        """What ``measure`` finds, found once for each key: the same words are tried at many sizes and in many columns."""
        return self.cache.once((float, key), measure)

    def fitting(self, text: str, step: str, width: float, sizes: Sequence[float]) -> float:
        """The first of the sizes (descending) at which the text fits the width; the last if none."""
        for size in sizes:
            if self.width((Run(text, self.style(step, size=size)),)) <= width:
                return size
        return sizes[-1]

    def shortened(self, text: str, step: str, width: float, size: float) -> str:
        """The text, or as much of it as fits the width followed by an ellipsis."""
        shown = text
        while len(text) > 1 and self.width((Run(shown, self.style(step, size=size)),)) > width:
            text = text[:-1]
            shown = f"{text.rstrip()}…"
        return shown


def shifted(line: Line, dy: float) -> Line:
    """The line moved down within its box."""
    runs = tuple(replace(run, y=run.y + dy) for run in line.runs)
    return replace(line, top=line.top + dy, baseline=line.baseline + dy, runs=runs)
