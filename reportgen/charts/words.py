"""Breaking and sizing of labels: short words, so every character may begin a line but stops and digits."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.charts.style import Measure

NOT_FIRST = "，。、；：！？）》」』”’％%"
TOKEN = re.compile(r"[A-Za-z0-9.,:%+\-—–]+|.", re.DOTALL)
CELL_TOP, CELL_BOTTOM = 0.88, 0.12  # of an em: the ideographic box about the baseline
DIGIT_TOP, DIGIT_BOTTOM = 0.74, 0.03  # the numeral face


def wrapped(text: str, width: float, face: str, size: float, measure: Measure) -> tuple[str, ...]:
    """As few lines as fit ``width``, about equally long; a number is never broken, no line starts with a stop.

    A number wider than ``width`` stands on a line of its own, too wide.
    """
    lines = _filled(text, width, face, size, measure)
    if len(lines) < 2:
        return lines
    limit = measure(face, size, text) / len(lines)
    while limit < width:
        tried = _filled(text, limit, face, size, measure)
        if len(tried) <= len(lines) and widest(tried, face, size, measure) <= width:
            return tried
        limit += size / 4
    return lines


def _filled(text: str, width: float, face: str, size: float, measure: Measure) -> tuple[str, ...]:
    """Lines filled one after the other."""
    lines: list[str] = []
    for token in TOKEN.findall(text):
        fits = lines and measure(face, size, lines[-1] + token) <= width
        if lines and (fits or token in NOT_FIRST):
            lines[-1] += token
        else:
            lines.append(token)
    return tuple(lines)


def widest(lines: Iterable[str], face: str, size: float, measure: Measure) -> float:
    """Width of the widest line in points; 0 where there is none."""
    return max((measure(face, size, line) for line in lines), default=0.0)


def estimate(face: str, size: float, text: str) -> float:
    """Widths without fonts, for reserving room: full-width cells for Chinese, less for the rest."""
    narrow = 0.46 if face.startswith("num") else 0.6
    return size * sum(narrow if char.isascii() else 1.0 for char in text)
