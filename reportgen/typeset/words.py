"""Which characters of a Chinese text make words: the most probable split by a list of everyday words."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("words.txt")
HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
LONGEST = 6
COST = 2  # digits
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
    lines = [_line(char) for char in text]
    cost, back = [0.0], [0]
    for end in range(1, len(text) + 1):
        alone = _cost(lines[end - 1], "")
        best, start = cost[end - 1] + (UNKNOWN if alone is None else alone), end - 1
        for begin in range(max(0, end - LONGEST), end - 1):
            own = _cost(lines[begin], text[begin + 1 : end])
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


def _cost(line: str, rest: str) -> int | None:
    """What the line's character with that rest costs, in half nats of probability; None where it is no word.

    Of words with the same beginning a line has the shortest first.
    """
    at = line.find(f" {rest}")
    cost = line[at + 1 + len(rest) :][:COST] if at >= 0 else ""
    return int(cost) if cost.isdigit() else None


@cache
def _line(first: str) -> str:
    """The list's line of the words with that first character: their rests, each before its cost."""
    key = first.encode()
    lines = _lines()
    at = bisect_left(lines, key)
    return lines[at].decode() if at < len(lines) and lines[at].startswith(key) else ""


@cache
def _lines() -> list[bytes]:
    """The list, sorted; of its 69,000 words a text needs a few thousand, which alone are looked at."""
    return LIST.read_bytes().splitlines()
