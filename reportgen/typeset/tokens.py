"""Spans of text that stay together: numbers with their units, ratios, ranges, names, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Chinese measure words and units a number is not cut from (T-17; GB/T 15835—2011 house style), longest first.
MEASURE_WORDS = (
    "个百分点|立方米|平方公里|平方千米|平方米|公里|千米|厘米|毫米|公顷|公斤|千克|分钟|小时|个月|位次|门次|人次|年度|世纪"
    "|国家标准|千瓦时|千瓦|兆瓦|摄氏度|美元|欧元"
    "|元|亩|吨|户|部|个|条|米|项|家|座|所|处|年|月|日|时|分|秒|天|周|人|名|位|次|届|期|批|种|类|款|件|台|套|辆|架|艘|间|栋|层|楼"
    "|号|倍|成|折|页|篇|章|册|本|字|句|行|度|克|斤|升|里|万|亿|千|百|％"
)
DIGIT = re.compile(r"\d")
_NUMBER = r"[+\-−±＋－]?[¥￥$€£]?\d(?:[\d,.]*\d)?"
_PERCENT = (
    r"(?:\s?(?:%|‰|％|℃|℉|°[CF]?|㎡|㎞|㎏|㎝|㎜|[kKcm]?m[²³]?(?![A-Za-z])|[kK]?g(?![A-Za-z])"
    r"|[kKMG]?Wh?(?![A-Za-z])))?"
)
_QUANTITY = _NUMBER + _PERCENT
_SCALE = r"[多余]?[十百千万亿]*[多余]?"

# Hard: digits with sign, decimals, percent, ratio, time, range (CLREQ 3.1.3; UAX #14 LB25).
NUMBERS = re.compile(rf"{_QUANTITY}(?:(?:[:∶：/／×x]|[-–—~～]+){_QUANTITY})*")
# Soft: the number with the Chinese words it counts; broken only where a line would gape otherwise.
QUANTITIES = re.compile(rf"第?{_QUANTITY}(?:[—~～-]+{_QUANTITY})*{_SCALE}(?:{MEASURE_WORDS})?")
# A long range may be parted after its connector, which must not begin a line (GB/T 15834—2011 5.1.7).
RANGES = re.compile(rf"{_QUANTITY}[—～](?={_QUANTITY})")
LONG_RANGE = 7  # characters
# The number of a standard with its year is a name: GB/T 15834—2011, ISO 15930-7:2010.
STANDARDS = re.compile(r"(?<![A-Za-z])[A-Z]{2,5}(?:/[A-Z]{1,3})?\s?\d[\d.-]*[—:-]\d{4}(?!\d)", re.ASCII)
ADDRESSES = re.compile(r"(?:https?://|www\.|doi:)[!-~]+|[\w.+-]+@[\w-]+\.[\w.-]+", re.ASCII)
# An address may be broken before or after its marks, not within // or a number (Chicago Manual of Style
# 7.46, 14.18; UAX #14 SY); a dot or a hyphen never ends a line, where it would be read as the line's own.
ADDRESS_BREAK = re.compile(
    r"(?<=[/?&=_:#@])(?=[\w%~+$-])|(?<=[^/:])(?=[/?&=#@])|(?<=[A-Za-z])(?=\.)|(?<=\w)(?=[.-][A-Za-z])"
    r"|(?<=\w)(?=-\d)"
)
WORD_BREAK = re.compile(r"(?<=[A-Za-z][-/])(?=[A-Za-z]{2})")


def hard_spans(text: str) -> Iterator[tuple[int, int]]:
    """Spans never broken inside."""
    for pattern in (NUMBERS, STANDARDS):
        for match in pattern.finditer(text):
            if match.end() - match.start() > 1:
                yield match.span()


def soft_spans(text: str) -> Iterator[tuple[int, int]]:
    """Spans broken inside only at a price."""
    for match in QUANTITIES.finditer(text):
        yield match.span()


def range_joints(text: str) -> Iterator[int]:
    """Text positions after the connectors of long ranges."""
    standards = {at for match in STANDARDS.finditer(text) for at in range(*match.span())}
    for match in RANGES.finditer(text):
        whole = NUMBERS.match(text, match.start())
        if whole is not None and len(whole.group()) >= LONG_RANGE and match.end() not in standards:
            yield match.end()


def word_cuts(text: str) -> Iterator[int]:
    """Text positions at which a line may end inside a word as it is written: after the author's hyphens,
    and at an address's own marks, though not inside its numbers and dates."""
    inside: set[int] = set()
    for match in ADDRESSES.finditer(text):
        address = match.group()
        inside.update(range(*match.span()))
        numbers = {at for span in NUMBERS.finditer(address) for at in range(span.start() + 1, span.end())}
        cuts = (cut.start() for cut in ADDRESS_BREAK.finditer(address))
        yield from (match.start() + cut for cut in cuts if cut not in numbers)
    yield from (match.start() for match in WORD_BREAK.finditer(text) if match.start() not in inside)


def name_spans(text: str, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Every occurrence of a name of the author's list."""
    for name in [name for name in names if name in text and len(name) > 1]:
        start = text.find(name)
        while start >= 0:
            yield start, start + len(name)
            start = text.find(name, start + 1)


def has_digit(text: str) -> bool:
    """Whether there is any digit to look for numbers at."""
    return DIGIT.search(text) is not None
