"""Reads a quantity as Chinese press prose writes it; nothing of the text is lost.

Qualifier, numerals with their separator, unit and suffix join to the marked text again.
"""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.model.report import Quantity, QuantityKind

QUALIFIERS = (
    "突破",
    "超过",
    "超出",
    "超",
    "逾",
    "约为",
    "大约",
    "约",
    "近",
    "接近",
    "不足",
    "不到",
    "不低于",
    "不少于",
    "不高于",
    "至少",
    "至多",
    "最多",
    "最高",
    "最低",
    "低于",
    "高于",
    "达到",
    "高达",
    "多达",
    "达",
    "海拔",
    "累计",
    "共",
    "总计",
    "增长",
    "同比增长",
    "下降",
    "同比下降",
    "提高",
    "降低",
    "增加",
    "减少",
    "年均增长",
    "第",
)
SUFFIXES = ("以上", "以下", "以内", "以外", "左右", "上下", "有余")
DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "俩": 2}
PLACES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
NUMBER = r"[+\-−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?"
HAN_NUMBER = "[〇零一二三四五六七八九两俩十百千万亿]+"
QUALIFIER = re.compile("|".join(sorted(QUALIFIERS, key=len, reverse=True)))
RATIO = re.compile(rf"({NUMBER})(?:([:：∶])({NUMBER}))(?:\2({NUMBER}))?(?:\2({NUMBER}))?(?:\2({NUMBER}))?")
RANGE = re.compile(rf"({NUMBER})(%|‰|℃|个百分点|[万亿]?)\s?(——|—|–|-|~|～|至|到)({NUMBER})")
PLAIN = re.compile(NUMBER)
FRACTION = re.compile("([一二三四五六七八九十]|[1-9])成(半|[一二三四五六七八九](?!成))?")
PARTS = re.compile(f"({HAN_NUMBER})分之({HAN_NUMBER})|百分之({HAN_NUMBER})")
GROWTH = re.compile(f"翻({HAN_NUMBER})番|翻番")
HAN = re.compile(HAN_NUMBER)
UNIT = re.compile(r"[^\d\s，。；：、！？]*")


def read_quantity(text: str) -> Quantity | None:
    """The quantity the whole text states; None where it states none or holds anything else."""
    qualifier, rest = "", text
    while match := QUALIFIER.match(rest):
        if match.end() == len(rest):
            break
        qualifier, rest = qualifier + match.group(), rest[match.end() :]
    for reader in (_ratio, _range, _fraction, _parts, _growth, _digits, _han):
        found = reader(rest)
        if found is not None:
            kind, values, numerals, separator, tail = found
            return _finished(kind, values, numerals, separator, tail, qualifier)
    return None


Reading = tuple[QuantityKind, tuple[Decimal, ...], tuple[str, ...], str, str]


def _finished(
    kind: QuantityKind,
    values: tuple[Decimal, ...],
    numerals: tuple[str, ...],
    separator: str,
    tail: str,
    qualifier: str,
) -> Quantity | None:
    """Splits what follows the number into unit and suffix."""
    suffix = next((word for word in SUFFIXES if tail.endswith(word)), "")
    unit = tail.removesuffix(suffix) if suffix else tail
    if unit[:1] in ("多", "余") and len(unit) > 1:  # 300多户: the open end stands before the unit
        numerals = (*numerals[:-1], numerals[-1] + unit[0])
        unit = unit[1:]
    if not UNIT.fullmatch(unit) or len(unit) > 12:
        return None
    if kind == "number" and unit in ("%", "‰"):
        kind = "percent"
    return Quantity(kind, values, numerals, qualifier, unit, suffix, separator)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("，", "").replace("−", "-"))


def _ratio(text: str) -> Reading | None:
    match = RATIO.match(text)
    if match is None:
        return None
    separator = match.group(2)
    numerals = tuple(match.group().split(separator))
    return "ratio", tuple(_decimal(n) for n in numerals), numerals, separator, text[match.end() :]


def _range(text: str) -> Reading | None:
    match = RANGE.match(text)
    if match is None:
        return None
    first, unit, separator, second = match.groups()
    return (
        "range",
        (_decimal(first), _decimal(second)),
        (first + unit, second),
        separator,
        text[match.end() :],
    )


def _digits(text: str) -> Reading | None:
    match = PLAIN.match(text)
    if match is None:
        return None
    return "number", (_decimal(match.group()),), (match.group(),), "", text[match.end() :]


def _fraction(text: str) -> Reading | None:
    """八成, 八成半, 8成: tenths of a whole."""
    match = FRACTION.match(text)
    if match is None:
        return None
    whole, more = match.groups()
    value = (Decimal(whole) if whole.isdigit() else Decimal(han_value(whole) or 0)) / 10
    if more:
        value += Decimal("0.05") if more == "半" else Decimal(DIGITS[more]) / 100
    return "fraction", (value,), (match.group(),), "", text[match.end() :]


def _parts(text: str) -> Reading | None:
    """五分之一, 百分之八十."""
    match = PARTS.match(text)
    if match is None:
        return None
    below, above, percent = match.groups()
    upper, lower = han_value(percent or above), han_value(below) if below else 100
    if not upper or not lower:
        return None
    return "fraction", (Decimal(upper) / Decimal(lower),), (match.group(),), "", text[match.end() :]


def _growth(text: str) -> Reading | None:
    """翻一番 doubles, 翻两番 doubles twice."""
    match = GROWTH.match(text)
    if match is None:
        return None
    times = han_value(match.group(1)) if match.group(1) else 1
    return ("growth", (Decimal(2) ** times,), (match.group(),), "", text[match.end() :]) if times else None


def _han(text: str) -> Reading | None:
    match = HAN.match(text)
    if match is None:
        return None
    value = han_value(match.group())
    if value is None:
        return None
    return "number", (Decimal(value),), (match.group(),), "", text[match.end() :]


def han_value(text: str) -> int | None:
    """The value of a Chinese numeral up to 亿; None for a string of digits that is none (一二)."""
    total = section = digit = 0
    seen = False
    for char in text:
        if char in DIGITS:
            if seen and DIGITS[char] and digit:
                return None
            digit, seen = DIGITS[char], True
        elif char in PLACES:
            section += (digit if seen else 1) * PLACES[char]
            digit, seen = 0, False
        else:
            total = (total + section + digit) * MYRIADS[char]
            section, digit, seen = 0, 0, False
            if total == 0:
                return None
    return total + section + digit
