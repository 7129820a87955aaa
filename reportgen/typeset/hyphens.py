"""Where an English word may be divided (pyphen's patterns, loaded when a word needs it)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.typeset.tokens import ADDRESSES

_LONG_WORD = re.compile(r"[A-Za-z]{6,}")
LEAST_LEFT, LEAST_RIGHT = 2, 3  # letters that stay on each side


def has_long_word(text: str) -> bool:
    """Whether any English word is long enough to be divided."""
    return _LONG_WORD.search(text) is not None


def hyphen_points(text: str) -> Iterator[int]:
    """Text positions at which a line may end with a hyphen."""
    import pyphen

    patterns = pyphen.Pyphen(lang="en_US", left=LEAST_LEFT, right=LEAST_RIGHT)
    addresses = [match.span() for match in ADDRESSES.finditer(text)]
    for match in _LONG_WORD.finditer(text):
        if any(start <= match.start() < stop for start, stop in addresses):
            continue  # a hyphen in an address would be read as part of it
        for point in patterns.positions(match.group()):
            yield match.start() + int(point)
