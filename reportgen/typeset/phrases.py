"""Where a Chinese heading may be broken: between words, rather where both are whole than beside a lone character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportgen.typeset.cells import Cell
from reportgen.typeset.classes import CharacterClass
from reportgen.typeset.words import HAN, words_of

INSIDE_WORD = 30.0
BETWEEN_LONE = 20.0  # inside 修旧如旧, which the list does not know
BESIDE_LONE = 12.0  # a word of one character leans on its neighbour, a number on what it counts
BEFORE_LONE = 6.0  # several lone characters are likely a name the list does not know
INSIDE_QUOTE = 16.0  # of a few words, which are read as one
AFTER_SPACE = -12.0  # the author's own joint, as in 立足强一产 “特优”名片愈发闪亮
AFTER_MARK = -6.0
MARKS = frozenset({CharacterClass.COMMA, CharacterClass.STOP, CharacterClass.DASH})
# Lone characters that lean on what follows: prepositions, conjunctions, adverbs, verbs of four-character phrases.
LEANING_ON = frozenset(
    "和与及或在向对把被让将为从由到以于按据凭靠不未没更最很再又还也都只就正新大小老各每某第本该全"
    "促抓建强优兴富惠保稳扩补治护育引聚创谱绘筑守解办谋求送"
)
SHORT_QUOTE = re.compile("[“‘《][^“”‘’《》]{2,10}[”’》]")
# Complements that belong to the verb before them, as in 立起来.
COMPLEMENTS = frozenset(
    {
        "起来", "下去", "下来", "出来", "出去", "上来", "上去", "进来", "进去", "过来", "过去", "回来", "回去", "开来", "到位", "到底",
    }
)  # fmt: skip


def phrase_prices(cells: Sequence[Cell], ends: Sequence[int]) -> list[float]:
    """The price of a line end before each of the cells numbered in ``ends``."""
    joints = joint_prices("".join(cell.text for cell in cells))
    positions, at = [], 0
    for cell in cells:
        positions.append(at)
        at += len(cell.text)
    return [_price(cells, positions, joints, end) for end in ends]


def joint_prices(text: str) -> dict[int, float]:
    """Text position of every joint between words and its price; all other positions are inside a word."""
    words = words_of(text)
    prices: dict[int, float] = {}
    at = 0
    for i, (left, right) in enumerate(pairwise(words)):
        at += len(left)
        following = words[i + 2] if i + 2 < len(words) else ""
        prices[at] = _joint_price(left, right, following)
    for quote in SHORT_QUOTE.finditer(text):
        for inside in prices.keys() & set(range(quote.start() + 2, quote.end() - 1)):
            prices[inside] += INSIDE_QUOTE
    return prices


def _joint_price(left: str, right: str, following: str) -> float:
    lone_left, lone_right = _is_lone(left), _is_lone(right)
    if lone_right and following in COMPLEMENTS:
        return 0.0
    if lone_left and lone_right:
        return BETWEEN_LONE
    if right in COMPLEMENTS or (left.isascii() and left[-1].isalnum()) or (lone_left and left in LEANING_ON):
        return BESIDE_LONE
    if lone_right and right not in LEANING_ON:
        return BEFORE_LONE if _is_lone(following) else BESIDE_LONE
    return 0.0


def _is_lone(word: str) -> bool:
    return len(word) == 1 and HAN.fullmatch(word) is not None


def _price(cells: Sequence[Cell], positions: Sequence[int], joints: dict[int, float], end: int) -> float:
    if end in (0, len(cells)):
        return 0.0
    if cells[end - 1].last is CharacterClass.SPACE:
        return AFTER_SPACE
    if cells[end - 1].last in MARKS:
        return AFTER_MARK
    return joints.get(positions[end], INSIDE_WORD)
