"""How wide and how high the words of a written deck are in the faces of an office computer.

Those faces may not be carried along, so their widths stand here: ideographs and full-width marks take
1 em in all of them. Latin widths of 微软雅黑 are its design's with a tenth to spare, as bold widens it;
宋体 and 楷体 have half-width Latin; Cambria's digits are tabular.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
EMU = 12700  # to the point
NARROW = ".,:;'|!il "
LATIN = {  # em: a digit, another letter or mark, one of the narrow ones
    "微软雅黑": (0.6, 0.68, 0.33),
    "宋体": (0.5, 0.5, 0.5),
    "楷体": (0.5, 0.5, 0.5),
    "Cambria": (0.555, 0.66, 0.25),
}
PERCENT = 0.85
WIDE = "“”‘’—…·"  # as the Chinese face sets them
NOT_AT_START = "、，。；：！？）》〉」』】”’…—·％%"
NOT_AT_END = "（《〈「『【“‘"


@dataclass(frozen=True)
class Sign:
    """A character with the points it takes."""

    char: str
    width: float


@dataclass(frozen=True)
class Paragraph:
    """Signs with forced line ends as "\\n"; the line's height, the spaces around and the margins in points."""

    signs: tuple[Sign, ...]
    leading: float
    before: float
    after: float
    margin: float
    indent: float  # of the first line, against the margin

    def lines(self, measure: float) -> int:
        """How many lines it takes in a box so wide, broken greedily with kinsoku."""
        count, room = 0, measure - self.margin
        for line in _forced(self.signs):
            count += 1
            used = self.indent if count == 1 else 0.0
            for unit in _units(line):
                width = sum(sign.width for sign in unit)
                if used and used + width > room + 0.01:
                    count += 1
                    used = 0.0
                used += width
        return count

    @property
    def width(self) -> float:
        return max(sum(sign.width for sign in line) for line in _forced(self.signs))


def _forced(signs: tuple[Sign, ...]) -> Iterator[list[Sign]]:
    line: list[Sign] = []
    for sign in signs:
        if sign.char == "\n":
            yield line
            line = []
        else:
            line.append(sign)
    yield line


def _units(line: list[Sign]) -> Iterator[list[Sign]]:
    """Pieces no program breaks: Latin words and numbers, signs with the marks that cling to them."""
    unit: list[Sign] = []
    for sign in line:
        before = unit[-1].char if unit else ""
        word = before.isascii() and sign.char.isascii() and before.strip() and sign.char.strip()
        clings = sign.char in NOT_AT_START or (before and before in NOT_AT_END)
        if unit and not word and not clings:
            yield unit
            unit = []
        unit.append(sign)
    if unit:
        yield unit


class Reader:
    """Reads paragraphs of a deck written with the system's faces."""

    def __init__(self, theme: Any) -> None:
        self.theme = {
            f"+{short}-{tag}": theme.find(f".//{A}{kind}/{A}{full}").get("typeface")
            for short, kind in (("mj", "majorFont"), ("mn", "minorFont"))
            for tag, full in (("lt", "latin"), ("ea", "ea"))
        }

    def paragraph(self, element: Any) -> Paragraph:
        rules = element.find(f"{A}pPr")
        signs: list[Sign] = []
        for child in element:
            if child.tag == f"{A}br":
                signs.append(Sign("\n", 0.0))
            elif child.tag in (f"{A}r", f"{A}fld"):
                signs += self._signs(child)
        leading = int(rules.find(f"{A}lnSpc/{A}spcPts").get("val")) / 100
        before, after = (
            int(rules.find(f"{A}{tag}/{A}spcPts").get("val")) / 100 for tag in ("spcBef", "spcAft")
        )
        margin, indent = (int(rules.get(name)) / EMU for name in ("marL", "indent"))
        return Paragraph(tuple(signs), leading, before, after, margin, indent)

    def _signs(self, run: Any) -> Iterator[Sign]:
        look = run.find(f"{A}rPr")
        size, spread = int(look.get("sz")) / 100, int(look.get("spc", "0")) / 100
        latin, chinese = (self._face(look.find(f"{A}{tag}").get("typeface")) for tag in ("latin", "ea"))
        for char in run.findtext(f"{A}t"):
            yield Sign(char, _em(char, latin, chinese) * size + spread)

    def _face(self, name: str) -> str:
        return self.theme.get(name, name)


def _em(char: str, latin: str, chinese: str) -> float:
    if char in WIDE or unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    digit, letter, narrow = LATIN[latin]
    if char == "%":
        return PERCENT
    return digit if char.isdigit() else narrow if char in NARROW else letter


def height(paragraphs: list[Paragraph], measure: float) -> float:
    """Points the paragraphs take in a box of that width."""
    return sum(
        (paragraph.before + paragraphs[i - 1].after if i else 0.0)
        + paragraph.lines(measure) * paragraph.leading
        for i, paragraph in enumerate(paragraphs)
    )
