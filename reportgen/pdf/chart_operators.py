"""A chart as PDF operators whose words are not yet set: what the workshop's child hands back.

Loads nothing: the child is started before any heavy import.
"""

from collections.abc import Sequence
from typing import NamedTuple


class UnsetWords(NamedTuple):
    """Text of a chart before it is set: face key, size, words, origin in the chart, angle in degrees."""

    face: str
    size: float
    text: str
    x: float
    y: float
    angle: float


ChartOperators = Sequence[str | UnsetWords]
