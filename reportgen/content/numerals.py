"""Numbers in the prose, and whether they are data, a date or part of a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal

from msgspec import Struct

from reportgen.content.han_numeral import HAN_NUMBER
from reportgen.content.no_data import INDICATORS, no_data
from reportgen.errors import Place
from reportgen.model.report import Paragraph, Span

NumeralKind = Literal["number", "word", "date", "name"]

ONE = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:[.:：∶]\d+)*(?:%|‰|℃|[万亿])?"
DIGITS = f"{ONE}(?:(?:——|[—–−~～〜至到-]){ONE}|/10*[百千万]+)?"  # a range is one number, a rate as well
COUNTED = (
    "个|项|条|户|人|名|家|座|处|件|所|部|台|辆|只|头|亩|吨|里|公里|米|倍|位|批次|场|届|支|类|种|套|间|栋|幢|张|份|例|"
    "元|万|亿|年|天|岁|分钟|小时|公顷|平方|立方|千瓦|人次|村|镇|乡|县|市|区"
)
WORDS = f"(?:{HAN_NUMBER}成(?:[多半]|以上|以下)?|{HAN_NUMBER}分之{HAN_NUMBER}|翻了?{HAN_NUMBER}番|{HAN_NUMBER}(?={COUNTED}))"
NUMERAL = re.compile(f"{DIGITS}|{WORDS}")
ARTICLE = frozenset({"一"})  # 一个, 一项: no count
NOT_NUMBERS = re.compile(r"[百千万亿]+")  # 百亿, 千万: no exact value
DATE_BEHIND = re.compile("年(?!均|产|增|内|来|轻|度|龄|级)|月(?!均|产|度)|日(?!均|产)|时|世纪|年代")
NAME_BEHIND = re.compile("国道|省道|县道|乡道|高速|号|路|街|线|中学|小学|A级|A|[GD](?![A-Za-z])")
VALUED = re.compile(f"(?:{INDICATORS})$")
NAME_BEFORE = re.compile(r"(?:第|[A-Za-z0-9]|[A-Za-z]-|PM|No\.?)$")


class Numeral(Struct, frozen=True):
    """A number not marked as a figure; ``word``: a Chinese numeral that may be just a word."""

    kind: NumeralKind
    text: str
    place: Place | None
    start: int  # offsets in the paragraph's text
    end: int
    span: tuple[int, int]  # the unmarked stretch it stands in, which a mark may not leave


def unmarked(paragraph: Paragraph, names: Sequence[str]) -> Iterator[Numeral]:
    """Numbers outside every figure mark, in reading order."""
    text = paragraph.text
    fixed = tuple(no_data(text, names))
    ends = list(accumulate(len(span.text) for span in paragraph.spans))
    for match in NUMERAL.finditer(text):
        index = bisect_right(ends, match.start())
        span = paragraph.spans[index]
        if span.marked("figure") or match.group() in ARTICLE or NOT_NUMBERS.fullmatch(match.group()):
            continue
        inside = next((kind for a, b, kind in fixed if a <= match.start() < b), None)
        kind: NumeralKind = "name" if span.marked("name") else inside or _kind(text, match)
        stretch = (ends[index] - len(span.text), ends[index])
        place = _place(span, match.start() - ends[index])
        yield Numeral(kind, match.group(), place, match.start(), match.end(), stretch)


def _place(span: Span, from_end: int) -> Place | None:
    """The place of the character that many before the span's end."""
    if span.place is None:
        return None
    column = span.place.column + len(span.text) + from_end
    return Place(span.place.file, span.place.line, column)


def _kind(text: str, match: re.Match[str]) -> NumeralKind:
    if DATE_BEHIND.match(text, match.end()):
        return "date"
    behind, before = text[match.end() : match.end() + 2], text[max(0, match.start() - 3) : match.start()]
    if (NAME_BEFORE.search(before) and not VALUED.search(before)) or NAME_BEHIND.match(behind):
        return "name"
    return "number" if match.group()[0].isdigit() else "word"
