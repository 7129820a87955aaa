"""Words that are shown must be in the text; so must numbers in the author's own words."""

from __future__ import annotations

import re
from collections.abc import Set

EDGES = "、，。；：！？ 　"
JOINERS = frozenset("、，与和及·：　 ")
SHORTEST_PIECE = 2
LONGEST = 80  # characters; a longer title must be one piece of the text
MOST_PIECES = 4
NUMBER = re.compile(r"\d+(?:[.,:：∶]\d+)*")


def is_composed(words: str, text: str) -> bool:
    """Whether the words are up to four verbatim pieces of the text, joined directly or by 、 与 和 and the like.

    So a title may read “1方案4办法”一揽子政策红利 although the text has more between the two.
    """
    words = words.strip(EDGES)
    if words in text or len(words) > LONGEST:
        return words in text
    reached = {0: 0}  # offset: fewest pieces that lead there
    for start in range(len(words)):
        if start not in reached or reached[start] >= MOST_PIECES:
            continue
        for end in range(start + SHORTEST_PIECE, len(words) + 1):
            if words[start:end] not in text:
                break
            _reach(reached, end, reached[start] + 1)
            if words[end : end + 1] in JOINERS and words[end : end + 1]:
                _reach(reached, end + 1, reached[start] + 1)
    return len(words) in reached


def _reach(reached: dict[int, int], at: int, pieces: int) -> None:
    reached[at] = min(pieces, reached.get(at, pieces))


def numbers(text: str) -> frozenset[str]:
    """Every number in the text, as it is written."""
    return frozenset(NUMBER.findall(text))


def strange_numbers(words: str, known: Set[str]) -> tuple[str, ...]:
    """Numbers of an author's words that are not known: nothing may be printed that is not in the text."""
    return tuple(number for number in NUMBER.findall(words) if number not in known)
