"""Which characters of a Chinese text make words: the most probable split by a list of everyday words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("words.txt")
HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
LONGEST = 6
CHARACTER = 3  # bytes of each line's first character
COST = 2  # digits before each word
UNKNOWN = 40  # half nats; a character that is no word of the list


def words_of(text: str) -> list[str]:
    """The text split into words; what is not Han stays in one piece."""
    pieces: list[str] = []
    end = 0
    for match in HAN.finditer(text):
        pieces.append(text[end : match.start()])
        pieces += _split(match.group())
        end = match.end()
    return [piece for piece in (*pieces, text[end:]) if piece]


def _split(text: str) -> list[str]:
    """The cheapest split of Han characters into words."""
    words = [_beginning_with(char) for char in text]
    cost, back = [0.0], [0]
    for end in range(1, len(text) + 1):
        best, start = cost[end - 1] + words[end - 1].get(text[end - 1], UNKNOWN), end - 1
        for begin in range(max(0, end - LONGEST), end - 1):
            own = words[begin].get(text[begin:end])
            if own is not None and cost[begin] + own < best:
                best, start = cost[begin] + own, begin
        cost.append(best)
        back.append(start)
    found: list[str] = []
    at = len(text)
    while at:
        found.append(text[back[at] : at])
        at = back[at]
    return found[::-1]


@cache
def _beginning_with(first: str) -> dict[str, int]:
    """What each word of the list with that first character costs, in half nats of probability."""
    _, *words = _lines().get(first.encode(), b"-").decode().split()
    return {first + word[COST:]: int(word[:COST]) for word in words}


@cache
def _lines() -> dict[bytes, bytes]:
    """The list by first characters; of its 69,000 words a text needs a few thousand."""
    return {line[:CHARACTER]: line for line in LIST.read_bytes().split(b"\n")}
