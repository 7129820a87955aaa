"""Words of a chart by the typesetting engine: its spacing, its line breaks and fallback faces as everywhere else."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportgen.fonts import Fonts
from reportgen.model.text import Line, Run, Style
from reportgen.model.theme import Colour
from reportgen.typeset.candidates import Candidates, candidates
from reportgen.typeset.line import set_line
from reportgen.typeset.phrases import phrase_prices
from reportgen.typeset.segments import Segment, make_segment
from reportgen.typeset.total_fit import filled, in_lines

MEASURED = 100.0  # points; widths grow in line with the size
MOST_LINES = 6  # a label of more is refused by every chart
TOLERANCE = 1e-6


class Broken(Struct, frozen=True):
    """A label on some lines; ``width``: of the widest, in em."""

    width: float
    lines: tuple[str, ...]


class ChartWords(Struct, frozen=True):
    """Sets words in the document's fonts. ``colour``: any, who draws them says in which."""

    fonts: Fonts
    colour: Colour

    def line(self, face: str, size: float, text: str) -> Line:
        return set_line((Run(text, Style(face, size, self.colour)),), self.fonts)

    def measure(self, face: str, size: float, text: str) -> float:
        """Points the words take on one line."""
        width = self.fonts.cache.once(
            (ChartWords, face, text), lambda: self.line(face, MEASURED, text).width / MEASURED
        )
        return width * size

    def broken(self, face: str, size: float, text: str, width: float) -> tuple[str, ...]:
        """The words on as few lines as fit the width, broken between words where that leaves them equal enough.

        By the engine's rules: no line begins with a closing mark or ends with an opening one, numbers are
        whole (CLREQ 3.1.1). Where no setting fits, the narrowest one.
        """
        if self.measure(face, size, text) <= width + TOLERANCE:
            return (text,)
        settings = self.fonts.cache.once((Broken, face, text), lambda: tuple(self._settings(face, text)))
        fitting = (one.lines for one in settings if one.width * size <= width + TOLERANCE)
        return next(fitting, None) or min(settings, key=lambda one: one.width).lines

    def _settings(self, face: str, text: str) -> Iterator[Broken]:
        """Ways to break the text, from few lines to many; of as many lines the better broken first."""
        segment = make_segment((Run(text, Style(face, MEASURED, self.colour)),), self.fonts)
        yield Broken(self.measure(face, 1.0, text), (text,))
        if not segment.cells:
            return
        places = candidates(segment, 0.0, hang=False, hyphen=0.0)
        phrase = phrase_prices(segment.cells, places.cell)
        for count in range(2, min(len(places.cell) - 1, MOST_LINES) + 1):
            for measure in (float("inf"), _narrowest(places, count)):
                _, ends = in_lines(count, places, measure, MEASURED, phrase)
                if ends:
                    yield self._setting(face, segment, [places.cell[end] for end in ends])

    def _setting(self, face: str, segment: Segment, stops: list[int]) -> Broken:
        starts = [0, *stops[:-1]]
        lines = tuple(
            "".join(cell.text for cell in segment.cells[start:stop]).strip(" ")
            for start, stop in zip(starts, stops, strict=True)
        )
        return Broken(max(self.measure(face, 1.0, line) for line in lines), lines)


def _narrowest(places: Candidates, count: int) -> float:
    """The least measure at which so many lines hold the text."""
    widths = sorted({end - start for start in places.start for end in places.end if end > start})
    low, high = 0, len(widths) - 1
    while low < high:
        middle = (low + high) // 2
        fits = len(filled(places, widths[middle])) <= count and _holds(places, widths[middle])
        low, high = (low, middle) if fits else (middle + 1, high)
    return widths[low]


def _holds(places: Candidates, measure: float) -> bool:
    """Whether no unbroken stretch is wider than the measure."""
    steps = range(1, len(places.cell))
    return all(places.end[b] - places.start[b - 1] <= measure + TOLERANCE for b in steps)
