"""The forms in which press prose writes a number: 479.5, 6.1:10.4, 63%—68%, 八成半, 三分之一, 翻两番, 近百."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from reportgen.content.han_numeral import DIGITS, HAN_NUMBER, ROUNDS, han_value
from reportgen.model.quantity import QuantityKind

SIGN = r"[+\-−–]"
NUMBER = rf"{SIGN}?(?:\d{{1,3}}(?:[,，]\d{{3}})+(?!\d)|\d+)(?:\.\d+)?"
BETWEEN = "——|—|–|−|-|~|～|〜|至|到"
RATIO = re.compile(rf"{NUMBER}(?:([:：∶]){NUMBER})(?:\1{NUMBER})*")
RANGE = re.compile(rf"({NUMBER})([^\d\s]{{0,6}}?) ?((?:{BETWEEN})(?:零下|负)?)({NUMBER})")
HAN_RANGE = re.compile(f"({HAN_NUMBER})(成?)({BETWEEN})({HAN_NUMBER})(成?)")
HAN_PAIR = re.compile("([一二三四五六七八两])([二三四五六七八九])([十百千万成]?)")  # 三五个, 七八成, 二三十
COMPOUND = re.compile(rf"({NUMBER})亿({NUMBER})(万?)")
RATE = re.compile(rf"({NUMBER})(?=/(?:\d*[万千百]|[十百]万))")  # 4.2/10万
SLASH = re.compile(r"(\d+)/(\d+)")
PLAIN = re.compile(NUMBER)
MIXED = re.compile(rf"({NUMBER})([十百千]?[万亿]亿?|[百千])([多余来])")  # 6万多人, 17万余人
TENTHS = re.compile(r"(十|[一二三四五六七八九两]|[1-9](?:\.\d)?|10)成(半|[一二三四五六七八九](?!成))?")
HALF = re.compile("一半|半数|半")
SHARE = re.compile(f"(百分之|千分之|万分之|({HAN_NUMBER})分之)({HAN_NUMBER}|{NUMBER})")
GROWTH = re.compile(f"翻了?({HAN_NUMBER})番|翻了?番")
HAN = re.compile(HAN_NUMBER)
VAGUE = re.compile("[数几]([十百千]?[万亿]|[十百千])")
ROUND = re.compile("万亿|[百千万亿]")
SCALES = {"百分之": 100, "千分之": 1000, "万分之": 10_000}
PAIRED = {"成": Decimal("0.1"), "": Decimal(1), "十": Decimal(10)}
BEGINS = re.compile(rf"{SIGN}?\d|[〇零一二三四五六七八九十百千万亿两俩半翻数几]")


class FoundQuantity(Struct, frozen=True):
    """What a reader found at the start of the text, and what is left behind it."""

    kind: QuantityKind
    values: tuple[Decimal, ...]
    numerals: tuple[str, ...]
    tail: str
    separator: str = ""


def readings(text: str, *, led: bool = False) -> Iterator[FoundQuantity]:
    """What the start of the text may stand for, the fullest reading first.

    A bare 百, 千, 万 counts only where a qualifier has ``led`` up to it (近百家) or 余 follows.
    """
    for reader in READERS:
        found = reader(text)
        if found is not None:
            yield found
            return
    match = ROUND.match(text)
    if match and (led or text[1:2] in ("余", "多")):
        size = ROUNDS.get(match.group()) or ROUNDS["万"] * ROUNDS["亿"]
        yield FoundQuantity("number", (Decimal(size),), (match.group(),), text[match.end() :])


def decimal_of(text: str) -> Decimal:
    """The number of digits with their separators and any of the signs in use for minus."""
    return Decimal(re.sub("[,，]", "", text).replace("−", "-").replace("–", "-"))


def _ratio(text: str) -> FoundQuantity | None:
    match = RATIO.match(text)
    if match is None:
        return None
    numerals = tuple(match.group().split(match[1]))
    return FoundQuantity("ratio", tuple(map(decimal_of, numerals)), numerals, text[match.end() :], match[1])


def _range(text: str) -> FoundQuantity | None:
    """63%—68%, 3至5: a unit behind the first number must come again behind the second."""
    match = RANGE.match(text)
    if match is None or not text[match.end() :].startswith(match[2]):
        return None
    first, _, between, second = match.groups()
    values = (decimal_of(first), decimal_of(second))
    numeral = text[: match.start(3)]
    return FoundQuantity("range", values, (numeral, second), text[match.end() :], between)


def _han_range(text: str) -> FoundQuantity | None:
    """三至五年, 七成至八成, 八至九成."""
    match = HAN_RANGE.match(text)
    if match is None:
        return None
    low, high = han_value(match[1]), han_value(match[4])
    if low is None or high is None:
        return None
    size = 10 if match[5] else 1
    numerals = (match[1] + match[2], match[4] + match[5])
    return FoundQuantity("range", (low / size, high / size), numerals, text[match.end() :], match[3])


def _han_pair(text: str) -> FoundQuantity | None:
    """三五个, 两三年, 七八成, 二三十人: from the one to the other."""
    match = HAN_PAIR.match(text)
    if match is None or (HAN.match(text) or match).end() > match.end():
        return None
    low, high = DIGITS[match[1]], DIGITS[match[2]]
    if high - low != 1 and (low, high) != (3, 5):
        return None
    size = PAIRED.get(match[3]) or Decimal(ROUNDS[match[3]])
    numerals = (match[1], match[2] + match[3])
    return FoundQuantity("range", (low * size, high * size), numerals, text[match.end() :])


def _compound(text: str) -> FoundQuantity | None:
    """3亿5000万: the whole number, its unit without the place names."""
    match = COMPOUND.match(text)
    if match is None:
        return None
    low = decimal_of(match[2]) * (10_000 if match[3] else 1)
    value = decimal_of(match[1]) * 10**8 + low
    return FoundQuantity("number", (value,), (match.group(),), text[match.end() :])


def _mixed(text: str) -> FoundQuantity | None:
    """6万多人, 17万余人, 2.3亿多元: 多 behind the place name belongs to the number, the unit is what is left."""
    match = MIXED.match(text)
    if match is None:
        return None
    size, written = han_value("一" + match[2]), match.group()[:-1]
    if size is None:
        return None
    return FoundQuantity("number", (decimal_of(match[1]) * size,), (written,), text[len(written) :])


def _rate(text: str) -> FoundQuantity | None:
    """4.2/10万: so many of so many; what it is counted in is the unit."""
    match = RATE.match(text)
    if match is None:
        return None
    return FoundQuantity("number", (decimal_of(match[1]),), (match[1],), text[match.end() :])


def _digits(text: str) -> FoundQuantity | None:
    match = PLAIN.match(text)
    if match is None:
        return None
    return FoundQuantity("number", (decimal_of(match.group()),), (match.group(),), text[match.end() :])


def _slash(text: str) -> FoundQuantity | None:
    """1/3."""
    match = SLASH.match(text)
    if match is None or not int(match[2]):
        return None
    value = Decimal(match[1]) / Decimal(match[2])
    return FoundQuantity("fraction", (value,), (match.group(),), text[match.end() :])


def _tenths(text: str) -> FoundQuantity | None:
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
    return FoundQuantity("fraction", (value,), (match.group(),), text[match.end() :])


def _half(text: str) -> FoundQuantity | None:
    """一半, 半数 of a whole; 半 before a measure word is one half of it."""
    match = HALF.match(text)
    if match is None:
        return None
    tail = text[match.end() :]
    measured = match.group() == "半" and tail and not tail.startswith(("以", "左右", "上下"))
    return FoundQuantity("number" if measured else "fraction", (Decimal("0.5"),), (match.group(),), tail)


def _share(text: str) -> FoundQuantity | None:
    """五分之一, 百分之八十, 百分之百."""
    match = SHARE.match(text)
    if match is None:
        return None
    part = PLAIN.fullmatch(match[3]) and decimal_of(match[3])
    part = part or (Decimal(100) if match[3] == "百" else han_value(match[3]))
    whole = SCALES.get(match[1]) or han_value(match[2])
    if part is None or not whole:
        return None
    return FoundQuantity("fraction", (part / whole,), (match.group(),), text[match.end() :])


def _growth(text: str) -> FoundQuantity | None:
    """翻一番 doubles, 翻两番 doubles twice: the value is the factor."""
    match = GROWTH.match(text)
    if match is None:
        return None
    times = han_value(match[1]) if match[1] else Decimal(1)
    if times is None or not 0 < times < 10:
        return None
    return FoundQuantity("growth", (2**times,), (match.group(),), text[match.end() :])


def _vague(text: str) -> FoundQuantity | None:
    """数十个, 几百户: the place is written, not how many of it."""
    match = VAGUE.match(text)
    if match is None:
        return None
    size = ROUNDS.get(match[1]) or han_value(match[1])
    return FoundQuantity("number", (Decimal(size),), (match.group(),), text[match.end() :]) if size else None


def _han(text: str) -> FoundQuantity | None:
    match = HAN.match(text)
    value = han_value(match.group()) if match else None
    if match is None or value is None or match.group() in ("零", "〇"):  # 零死亡 counts nothing
        return None
    return FoundQuantity("number", (value,), (match.group(),), text[match.end() :])


READERS = (
    _ratio, _rate, _range, _han_range, _tenths, _han_pair, _share, _slash, _growth, _compound, _mixed, _half,
    _vague, _digits, _han,
)  # fmt: skip
