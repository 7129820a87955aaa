"""Chinese numerals as numbers: 十二, 一百二十, 两千五, 三点五, 二〇二四."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
HAN_NUMBER = "[〇零一二三四五六七八九两俩十百千万亿]{1,30}(?:点[〇零一二三四五六七八九]{1,12})?"  # bounded: no endless search
BELOW_MYRIAD = re.compile(
    r"(?:(?P<thousands>[一二三四五六七八九两])千)?"
    r"(?:零?(?P<hundreds>[一二三四五六七八九两])百)?"
    r"(?:零?(?P<tens>[一二三四五六七八九]?十))?"
    r"(?P<zero>零?)(?P<ones>[零〇一二三四五六七八九两俩]?)"
)
ROUNDS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
ROUND = {"百": 100, "千": 1000}  # 百亿, 千亿; without 亿 or 万 behind them they are no number
SHORTEST_DIGIT_STRING = 3  # 三五 means three to five; 二〇二四 is spelt digit by digit


def han_value(text: str) -> Decimal | None:
    """The number a Chinese numeral stands for; None where it stands for none (三五, 百, 万)."""
    whole, point, places = text.partition("点")
    value = _whole(whole)
    if value is None or not point:
        return None if value is None else Decimal(value)
    return Decimal(f"{value}.{''.join(str(DIGITS[char]) for char in places)}")


def _whole(text: str) -> int | None:
    if text and all(char in DIGITS for char in text) and len(text) > 1:
        spelt = len(text) >= SHORTEST_DIGIT_STRING or "〇" in text
        return int("".join(str(DIGITS[char]) for char in text)) if spelt else None
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        if unit in text:
            return _above(text, unit, size)
    return _below_myriad(text)


def _above(text: str, unit: str, size: int) -> int | None:
    """Numbers with 亿 or 万; a bare digit behind it counts the next lower place (一万五 is 15000)."""
    high_text, _, low_text = text.rpartition(unit)
    high = ROUND.get(high_text) or _whole(high_text)
    if not high:
        return None
    if len(low_text) == 1 and DIGITS.get(low_text, 0):
        return high * size + DIGITS[low_text] * size // 10
    low = _whole(low_text.lstrip("零")) if low_text else 0
    return None if low is None else high * size + low


def _below_myriad(text: str) -> int | None:
    match = BELOW_MYRIAD.fullmatch(text)
    if not text or match is None:
        return None
    thousands, hundreds, tens, ones = match.group("thousands", "hundreds", "tens", "ones")
    value = DIGITS.get(thousands or "", 0) * 1000 + DIGITS.get(hundreds or "", 0) * 100
    if tens:
        value += DIGITS.get(tens[:-1], 1) * 10
    last = DIGITS.get(ones, 0)
    if last and not match["zero"] and not tens:  # 一百二 is 120, 两千五 is 2500
        last *= 10 if hundreds else 100 if thousands else 1
    return value + last
