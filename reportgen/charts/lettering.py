"""How a chart's words are measured and broken: by the typesetting engine, which is handed in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

DIGIT_TOP = 0.74  # em: how high the digits of the numeral face stand


class Lettering(Protocol):
    """Words in the fonts of the document."""

    def measure(self, face: str, size: float, text: str) -> float:
        """Points the words take on one line."""

    def broken(self, face: str, size: float, text: str, width: float) -> tuple[str, ...]:
        """The words on as few lines as fit the width, about equally long.

        What may not be broken stands on a line of its own, too wide.
        """


def widest(lines: Iterable[str], face: str, size: float, letters: Lettering) -> float:
    """Width of the widest line in points; 0 where there is none."""
    return max((letters.measure(face, size, line) for line in lines), default=0.0)
