"""Reads a quantity as Chinese press prose writes it; nothing of the text is lost.

Qualifier, numerals with their separator, unit and suffix join to the marked text again.
"""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from reportgen.content.han_numeral import DIGITS, HAN_NUMBER, han_value
from reportgen.model.report import Quantity, QuantityKind

QUALIFIERS = (
    "突破", "超过", "超出", "超", "逾", "过", "约为", "大约", "约", "将近", "接近", "近", "不足", "不到", "不超过",
    "不低于", "不少于", "不高于", "至少", "至多", "最多", "最高", "最低", "低于", "高于", "多于", "少于", "达到",
    "高达", "多达", "达", "海拔", "累计", "共计", "总计", "共", "平均", "人均", "均", "增长", "同比增长", "环比增长",
    "年均增长", "下降", "同比下降", "提高", "提升", "降低", "增加", "减少", "第", "前", "上升", "仅", "只有", "每",
    "¥", "￥", "$", "≥", "≤", ">", "<", "≈", "±",
)  # fmt: skip
SUFFIXES = ("以上", "以下", "以内", "以外", "左右", "上下", "有余")
LOOSE = "多余来"  # 300多户, 百余项: somewhat more than the number written
LONGEST_UNIT = 12
LONGEST = 80  # characters of a marked quantity
LONGEST_NUMERAL = 24  # no press figure comes near
NUMBER = r"[+\-−]?(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
BETWEEN = "——|—|–|−|-|~|～|〜|至|到"
QUALIFIER = re.compile("|".join(re.escape(word) for word in sorted(QUALIFIERS, key=len, reverse=True)))
RATIO = re.compile(rf"{NUMBER}(?:([:：∶]){NUMBER})(?:\1{NUMBER})*")
RANGE = re.compile(rf"({NUMBER})([^\d\s]{{0,6}}?) ?({BETWEEN})({NUMBER})")
HAN_RANGE = re.compile(f"({HAN_NUMBER})(成?)({BETWEEN})({HAN_NUMBER})(成?)")
COMPOUND = re.compile(rf"({NUMBER})亿({NUMBER})(万?)")
SLASH = re.compile(r"(\d+)/(\d+)")
PLAIN = re.compile(NUMBER)
TENTHS = re.compile(r"(十|[一二三四五六七八九两]|[1-9](?:\.\d)?|10)成(半|[一二三四五六七八九](?!成))?")
HALF = re.compile("一半|半数|半")
SHARE = re.compile(f"(百分之|千分之|万分之|({HAN_NUMBER})分之)({HAN_NUMBER}|{NUMBER})")
GROWTH = re.compile(f"翻了?({HAN_NUMBER})番|翻了?番")
HAN = re.compile(HAN_NUMBER)
UNIT = re.compile(r"(?!分之|[〇零一二三四五六七八九])[^\d\s，。；：、！？“”‘’几数半.,;:!?]*")
WIDE = str.maketrans("０１２３４５６７８９．％＋－", "0123456789.%+-")
SCALES = {"百分之": 100, "千分之": 1000, "万分之": 10_000}


class _FoundQuantity(Struct, frozen=True):
    """What a reader found at the start of the text, and what follows it."""

    kind: QuantityKind
    values: tuple[Decimal, ...]
    numerals: tuple[str, ...]
    tail: str
    separator: str = ""


def read_quantity(text: str) -> Quantity | None:
    """The quantity the whole text states; None where it states none or holds anything else."""
    if len(text) > LONGEST:
        return None
    plain = text.translate(WIDE)
    at = 0
    while (match := QUALIFIER.match(plain, at)) and match.end() < len(plain):
        at = match.end()
    for reader in (
        _ratio,
        _range,
        _han_range,
        _tenths,
        _share,
        _slash,
        _growth,
        _compound,
        _half,
        _digits,
        _han,
    ):
        found = reader(plain[at:])
        if found is not None:
            return _finished(found, text, at)
    return None


def _finished(found: _FoundQuantity, text: str, at: int) -> Quantity | None:
    """Splits what follows the number into unit and suffix; strings are those of the text as written."""
    tail = text[len(text) - len(found.tail) :].strip(" ")
    suffix = next((word for word in SUFFIXES if tail.endswith(word)), "")
    unit = tail.removesuffix(suffix).strip(" ")
    loose = unit[:1] if unit[:1] and unit[0] in LOOSE else ""
    unit = unit.removeprefix(loose)
    if not UNIT.fullmatch(unit) or len(unit) > LONGEST_UNIT:
        return None
    numerals = _as_written(found, text[at:], loose)
    if any(len(numeral) > LONGEST_NUMERAL for numeral in numerals):
        return None
    between = at + len(found.numerals[0])
    separator = text[between : between + len(found.separator)]
    kind = "percent" if found.kind == "number" and unit in ("%", "％", "‰") else found.kind
    return Quantity(kind, found.values, numerals, text[:at], unit, suffix, separator)


def _as_written(found: _FoundQuantity, text: str, loose: str) -> tuple[str, ...]:
    """The numerals cut from the text itself (full-width digits stay), with 多 or 余 on the last."""
    numerals, at = [], 0
    for numeral in found.numerals:
        numerals.append(text[at : at + len(numeral)])
        at += len(numeral) + len(found.separator)
    numerals[-1] += loose
    return tuple(numerals)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("，", "").replace("−", "-"))


def _ratio(text: str) -> _FoundQuantity | None:
    match = RATIO.match(text)
    if match is None:
        return None
    numerals = tuple(match.group().split(match[1]))
    return _FoundQuantity("ratio", tuple(map(_decimal, numerals)), numerals, text[match.end() :], match[1])


def _range(text: str) -> _FoundQuantity | None:
    """63%—68%, 3至5: a unit behind the first number must come again behind the second."""
    match = RANGE.match(text)
    if match is None or not text[match.end() :].startswith(match[2]):
        return None
    first, _, between, second = match.groups()
    values = (_decimal(first), _decimal(second))
    numeral = text[: match.start(3)]
    return _FoundQuantity("range", values, (numeral, second), text[match.end() :], between)


def _han_range(text: str) -> _FoundQuantity | None:
    """三至五年, 七成至八成, 八至九成."""
    match = HAN_RANGE.match(text)
    if match is None:
        return None
    low, high = han_value(match[1]), han_value(match[4])
    if low is None or high is None:
        return None
    size = 10 if match[5] else 1
    numerals = (match[1] + match[2], match[4] + match[5])
    return _FoundQuantity("range", (low / size, high / size), numerals, text[match.end() :], match[3])


def _compound(text: str) -> _FoundQuantity | None:
    """3亿5000万: the whole number, its unit without the place names."""
    match = COMPOUND.match(text)
    if match is None:
        return None
    low = _decimal(match[2]) * (10_000 if match[3] else 1)
    value = _decimal(match[1]) * 10**8 + low
    return _FoundQuantity("number", (value,), (match.group(),), text[match.end() :])


def _digits(text: str) -> _FoundQuantity | None:
    match = PLAIN.match(text)
    if match is None:
        return None
    return _FoundQuantity("number", (_decimal(match.group()),), (match.group(),), text[match.end() :])


def _slash(text: str) -> _FoundQuantity | None:
    """1/3."""
    match = SLASH.match(text)
    if match is None or not int(match[2]):
        return None
    value = Decimal(match[1]) / Decimal(match[2])
    return _FoundQuantity("fraction", (value,), (match.group(),), text[match.end() :])


def _tenths(text: str) -> _FoundQuantity | None:
    """八成, 八成半, 8成: tenths of a whole."""
    match = TENTHS.match(text)
    if match is None:
        return None
    whole, more = match.groups()
    tenths = Decimal(whole) if whole[0].isascii() else han_value(whole)
    if tenths is None:
        return None
    hundredths = Decimal(5 if more == "半" else DIGITS[more]) if more else Decimal(0)
    value = tenths / 10 + hundredths / 100
    return _FoundQuantity("fraction", (value,), (match.group(),), text[match.end() :])


def _half(text: str) -> _FoundQuantity | None:
    """一半, 半数 of a whole; 半 before a measure word is one half of it."""
    match = HALF.match(text)
    if match is None:
        return None
    tail = text[match.end() :]
    kind: QuantityKind = "number" if match.group() == "半" and tail and tail not in SUFFIXES else "fraction"
    return _FoundQuantity(kind, (Decimal("0.5"),), (match.group(),), tail)


def _share(text: str) -> _FoundQuantity | None:
    """五分之一, 百分之八十."""
    match = SHARE.match(text)
    if match is None:
        return None
    part = han_value(match[3]) if match[3][0] in DIGITS or match[3][0] == "十" else _number(match[3])
    whole = SCALES.get(match[1]) or han_value(match[2])
    if part is None or not whole:
        return None
    return _FoundQuantity("fraction", (part / whole,), (match.group(),), text[match.end() :])


def _number(text: str) -> Decimal | None:
    return _decimal(text) if PLAIN.fullmatch(text) else None


def _growth(text: str) -> _FoundQuantity | None:
    """翻一番 doubles, 翻两番 doubles twice: the value is the factor."""
    match = GROWTH.match(text)
    if match is None:
        return None
    times = han_value(match[1]) if match[1] else Decimal(1)
    if times is None or not 0 < times < 10:
        return None
    return _FoundQuantity("growth", (2**times,), (match.group(),), text[match.end() :])


def _han(text: str) -> _FoundQuantity | None:
    match = HAN.match(text)
    value = han_value(match.group()) if match else None
    if match is None or value is None:
        return None
    return _FoundQuantity("number", (value,), (match.group(),), text[match.end() :])
