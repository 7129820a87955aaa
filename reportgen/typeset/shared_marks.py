"""Which of the marks shared by Chinese and Latin text are Chinese here (quotes, dashes, dots)."""

from __future__ import annotations

import unicodedata

from reportgen.typeset.classes import AMBIGUOUS, chinese_kind

PAIRS = {"“": "”", "‘": "’"}
CLOSERS = {close: opening for opening, close in PAIRS.items()}


def latin_marks(text: str) -> frozenset[int]:
    """Indices of the shared marks that belong to Latin text; quotes of one pair go together."""
    if AMBIGUOUS.isdisjoint(text):
        return frozenset()
    places = [i for i, char in enumerate(text) if char in AMBIGUOUS]
    left = _nearest(text, range(len(text)))
    right = _nearest(text, range(len(text) - 1, -1, -1))
    latin = {i for i in places if _is_latin(text, i, left[i], right[i])}
    for opening, closing in _quote_pairs(text, places):
        if (opening in latin) != (closing in latin):
            latin -= {opening, closing}
    return frozenset(latin)


def _is_latin(text: str, i: int, left: str, right: str) -> bool:
    """A mark is Latin between Latin letters; touching a Chinese neighbour on either side it is not."""
    if text[i] == "’" and _is_letter(text, i - 1) and _is_letter(text, i + 1):
        return True
    if text[i] == "–":  # the en dash is half an em wide in every face
        return True
    return "H" not in (left, right) and "L" in (left, right)


def _is_letter(text: str, i: int) -> bool:
    return 0 <= i < len(text) and text[i].isascii() and text[i].isalpha()


def _nearest(text: str, order: range) -> list[str]:
    """For each index, the script of the nearest strong character before it in that order."""
    out, seen = [""] * len(text), ""
    for i in order:
        out[i] = seen
        seen = _script(text[i]) or seen
    return out


def _script(char: str) -> str:
    """``H`` for Chinese characters and marks, ``L`` for Latin letters, '' for what decides nothing."""
    if char in AMBIGUOUS or char.isspace():
        return ""
    if chinese_kind(char) is not None:
        return "H"
    return "L" if unicodedata.category(char)[0] == "L" else ""


def _quote_pairs(text: str, places: list[int]) -> list[tuple[int, int]]:
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for i in places:
        if text[i] in PAIRS:
            stack.append(i)
        elif text[i] in CLOSERS and stack and text[stack[-1]] == CLOSERS[text[i]]:
            pairs.append((stack.pop(), i))
    return pairs
