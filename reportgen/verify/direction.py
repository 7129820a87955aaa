"""Which way a figure's text says a value went: 下降5.6% is no 5.6% without its word.

The reading is this module's own, from the words that stand before the number, so that a slip in the
figure's own fields is seen too.
"""

from __future__ import annotations

import re
from typing import Literal

from reportgen.model.report import Figure

Direction = Literal["", "rise", "fall"]

RISE = "增长|增加|上升|提高|提升|上涨|加快|扩大|增收|多增|增产|回升|攀升"
FALL = "下降|降低|减少|下滑|回落|收窄|缩减|缩短|缩小|压减|压降|下跌|亏损|减亏|放缓|负增长|零下"
BEFORE = re.compile(f"({RISE}|{FALL})(?:了|约|近|超|超过|逾|达)?$")
WITHIN = re.compile(f"{RISE}|{FALL}")
SAYS_RISE = re.compile(f"{RISE}|[增升涨高快]|扩|跃|增速|增幅|＋")
SAYS_FALL = re.compile(f"{FALL}|[降减落跌缩亏负慢窄]|下滑|零下|放缓")


def direction_of(figure: Figure) -> Direction:
    """The direction the text states in the figure's mark or right before it; empty where it states none."""
    word = _word(figure)
    if not word:
        return ""
    return "fall" if re.fullmatch(FALL, word) else "rise"


def _word(figure: Figure) -> str:
    inside = WITHIN.search(figure.text)
    if inside:
        return inside.group()
    before = BEFORE.search(figure.clause.partition(figure.text)[0])
    return before[1] if before else ""


def is_direction(words: str) -> bool:
    """Whether the words before a number tell which way its value went."""
    return bool(WITHIN.search(words))


def says(direction: Direction, words: str) -> bool:
    """Whether the words beside a number tell its direction."""
    if not direction:
        return True
    return bool((SAYS_FALL if direction == "fall" else SAYS_RISE).search(words))
