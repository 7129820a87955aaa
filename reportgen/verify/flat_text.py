"""An extract's lines as one text without white space: lines may be broken anywhere."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from reportgen.verify.evidence import Extract
from reportgen.verify.numbers_found import Number, Numerals, stripped

LISTED = 2  # radius of extracts in which values and labels take turns
ROUND = 12  # characters round a number that are shown with a fault
PROSE_LENGTH = 40  # characters of an extract that is no callout


class FlatText:
    """A extract's lines as one text without white space, with its numbers and where lines begin."""

    def __init__(self, extract: Extract, numerals: Numerals) -> None:
        self.extract = extract
        self.lines = tuple(stripped(line) for line in extract.lines)
        self.text = "".join(self.lines)
        self.numbers = tuple(numerals.numbers(extract.lines))
        self.starts = tuple(accumulate(map(len, self.lines[:-1]), initial=0))
        self.edges = frozenset((*self.starts, len(self.text)))

    def line_of(self, number: Number) -> int:
        return bisect_right(self.starts, number.start) - 1

    def near(self, number: Number) -> str:
        """The lines close to a number, and the extract's company."""
        at, radius = self.line_of(number), self.extract.radius
        lines = "".join(self.lines[max(0, at - radius) : at + radius + 1])
        return "\n".join((lines, *map(stripped, self.extract.company)))

    def said_of(self, number: Number) -> str:
        """What may tell a number's direction: in running prose the words next to it, elsewhere all that is near."""
        prose = len(self.text) >= PROSE_LENGTH and not self.extract.row
        return self.context(number) if prose else self.near(number)

    def beside(self, number: Number) -> str:
        """What may qualify a number: the words next to it, or short ones that stand by themselves."""
        own, *company = self.said_of(number).split("\n")
        return "\n".join((own, *(words for words in company if len(words) <= ROUND)))

    def around(self, number: Number) -> str:
        return "\n".join((self.near(number), self.text, *map(stripped, self.extract.around)))

    def behind(self, number: Number) -> str:
        """What follows a number on its line."""
        at = self.line_of(number)
        return self.lines[at][number.end - self.starts[at] :]

    def before(self, number: Number) -> str:
        at = self.line_of(number)
        return self.lines[at][: number.start - self.starts[at]]

    def adjacent(self, number: Number, unit: str) -> set[str]:
        """What may be the label: the rest of the line; in a list the lines before and after; a row's other cells."""
        at = self.line_of(number)
        around: tuple[str, ...] = ()
        if self.extract.row:
            around = self.lines[:at] + self.lines[at + 1 :]
        elif self.extract.radius <= LISTED:
            around = self.lines[max(0, at - 1) : at] + self.lines[at + 1 : at + 2]
        return {self.behind(number).removeprefix(unit), *around}

    def sides(self, number: Number) -> tuple[str, str]:
        """What stands before and behind a number; its line may go on from the one before, and on the next."""
        before = self.before(number)
        return self.text[: number.start] if before else "", self.behind(number) or self.text[number.end :]

    def context(self, number: Number) -> str:
        return self.text[max(0, number.start - ROUND) : number.end + ROUND]
