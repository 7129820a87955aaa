"""Whether the words beside a number tell which way it goes: 下降5.6% is no 5.6% without its word."""

from __future__ import annotations

import re

from reportgen.model.quantity import Direction
from reportgen.model.report import Figure

RISE = "增长|增加|上升|提高|提升|上涨|加快|扩大|增收|多增|增产|回升|攀升"
FALL = "下降|降低|减少|下滑|回落|收窄|缩减|缩短|缩小|压减|压降|下跌|亏损|减亏|放缓|负增长|零下"
WITHIN = re.compile(f"{RISE}|{FALL}")
SAYS_RISE = re.compile(f"{RISE}|[增升涨番]|扩")
SAYS_FALL = re.compile(f"{FALL}|[降减落跌缩亏负窄]")


def direction_of(figure: Figure) -> Direction:
    """Which way a figure's words say it goes, below zero too; empty where its own sign says it, or nothing does."""
    quantity = figure.quantity
    if quantity.direction in ("rise", "fall"):
        return quantity.direction
    signed = any(value < 0 for value in quantity.values)
    return "fall" if quantity.sign < 0 and not signed else ""


def is_direction(words: str) -> bool:
    """Whether the words before a number tell which way its value went."""
    return bool(WITHIN.search(words))


def says(direction: Direction, words: str, word: str = "") -> bool:
    """Whether the words beside a number tell its direction, by the text's own ``word`` or another."""
    if direction not in ("rise", "fall") or (word and word in words):
        return True
    return bool((SAYS_FALL if direction == "fall" else SAYS_RISE).search(words))
