"""Comments of an author: ``<!-- … -->`` on lines of their own, never part of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

OPENING = re.compile(r"^[ \t]*<!--", re.MULTILINE)
CLOSING = "-->"
REST = re.compile(r"[ \t]*$", re.MULTILINE)


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each comment with nothing else on its first and last line."""
    at = 0
    while opening := OPENING.search(text, at):
        closing = text.find(CLOSING, opening.end())
        if closing < 0:
            return
        at = closing + len(CLOSING)
        if REST.match(text, at):
            yield opening.start(), at


def blanked(text: str, stretches: Iterator[tuple[int, int]], by: str = " ") -> str:
    """The text with those stretches replaced character for character; lines and offsets stay."""
    pieces, at = [], 0
    for start, end in stretches:
        pieces += [text[at:start], re.sub(r"[^\n]", by, text[start:end])]
        at = end
    return "".join((*pieces, text[at:]))
