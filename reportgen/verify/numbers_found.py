"""Numbers as they stand in a text: digits with their sign, and Chinese numerals that state a quantity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from reportgen.content.han_numeral import HAN_NUMBER

WIDE = str.maketrans("０１２３４５６７８９．％＋－", "0123456789.%+-")
BLANK = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")
SIGNS = str.maketrans("−－–", "---")
DIGITS = r"(?<![\d%‰A-Za-z.])[-−–+](?=\d)(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
HAN_DIGITS = "〇零一二三四五六七八九两俩十百千万亿"
COUNTED = (
    "个|项|条|户|人|名|家|座|处|件|所|部|台|辆|只|头|亩|吨|公里|米|倍|位|场|支|类|种|套|间|栋|幢|份|例|元|万|亿|岁|"
    "分钟|小时|公顷|平方|立方|千瓦"
)
HAN = (
    f"百分之(?:{HAN_NUMBER})|(?:{HAN_NUMBER})分之(?:{HAN_NUMBER})|(?:{HAN_NUMBER})成(?![立为果就熟长员都])[半]?"
    f"|翻(?:{HAN_NUMBER})?番|(?!一(?:{COUNTED}))(?:{HAN_NUMBER})(?=[多余]?(?:{COUNTED}))"
)
COUNTING = re.compile(f"[0-9０-９{HAN_DIGITS}半]")
DIGIT_NUMBER = re.compile(DIGITS)
NOT_NUMBERS = re.compile("[百千万亿]+")  # 百亿, 千万: no exact value


class Number(Struct, frozen=True):
    """A number and where it stands; ``token`` is the same for all ways to write its digits and sign."""

    token: str
    start: int
    end: int


class Numerals:
    """Finds numbers; of Chinese numerals those that state a quantity, and ``spelt`` ones with their units."""

    def __init__(self, spelt: Iterable[tuple[str, str]] = ()) -> None:
        own = sorted({f"{re.escape(numeral)}(?=[多余]?{re.escape(unit[:1])})" for numeral, unit in spelt})
        self.han = re.compile("|".join((HAN, *(f"(?<![{HAN_DIGITS}])(?:{each})" for each in own))))

    def numbers(self, lines: Sequence[str]) -> Iterator[Number]:
        """Every number of the lines as one text without white space: no digits run on across it."""
        at = 0
        for line in lines:
            yield from _digits(line, at)
            at += len(stripped(line))
        for match in self.han.finditer(stripped("".join(lines))):
            if not NOT_NUMBERS.fullmatch(match.group()):
                yield Number(match.group(), match.start(), match.end())


def _digits(line: str, at: int) -> Iterator[Number]:
    plain = line.translate(WIDE)
    gaps = [match.span() for match in BLANK.finditer(plain)]
    for match in DIGIT_NUMBER.finditer(plain):
        lost = sum(end - start for start, end in gaps if end <= match.start())
        yield Number(token_of(match.group()), match.start() - lost + at, match.end() - lost + at)


def stripped(text: str) -> str:
    """The text without white space and signs of no width: lines may be broken anywhere."""
    return BLANK.sub("", text)


def may_count(lines: Iterable[str]) -> bool:
    """Whether there can be a number in the lines at all."""
    return any(COUNTING.search(line) for line in lines)


def token_of(written: str) -> str:
    """The number with ASCII digits and sign; a written plus says nothing."""
    return written.translate(WIDE).translate(SIGNS).removeprefix("+")


def is_digits(numeral: str) -> bool:
    """Whether a numeral is written in digits."""
    return any(char.isdigit() for char in numeral.translate(WIDE))
