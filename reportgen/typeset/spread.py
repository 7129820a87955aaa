"""How a justified line's surplus or shortage is shared among its gaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportgen.typeset.punctuation import Gap

EVEN_MOST = 0.10  # em per gap; what a line lacks beyond it goes into the letters of Latin words
# Letters of Latin words, the last resort, which T-10 and T-11 leave open: em per letter added or taken out.
TRACKING_MOST = 0.05
TRACKING_LEAST = 0.025
NOWHERE = float("inf")
RAGGED_ABOVE = 0.5  # em per gap; a line that would gape more is left ragged


class Spread(NamedTuple):
    """Points added to each gap, and em added after each letter inside Latin words."""

    gaps: list[float]
    tracking: float


def spread(gaps: Sequence[Gap], rest: float, letters: float) -> Spread:
    """What makes the line grow by ``rest`` points (shrink when negative).

    ``letters``: points that one em of tracking adds inside the line's words.
    """
    if rest < 0:
        return _shrunk(gaps, -rest, letters)
    early = sum(gap.early for gap in gaps)
    share = min(1.0, rest / early) if early else 0.0
    each, tracking = shares(rest - share * early, sum(gap.weight for gap in gaps), letters)
    if each > RAGGED_ABOVE or tracking > RAGGED_ABOVE:
        return Spread([0.0] * len(gaps), 0.0)
    extra = [share * gap.early + each * gap.weight + tracking * gap.letters for gap in gaps]
    return Spread(extra, tracking)


def shares(rest: float, weight: float, letters: float) -> tuple[float, float]:
    """Em for each open gap and for each letter of Latin words, once the Han–Latin and word spaces are at
    their ceiling (T-11): all gaps equally, then the letters within limits, then the gaps again."""
    if weight <= 0.0:
        return (0.0, rest / letters) if letters else (NOWHERE if rest > 0.0 else 0.0, 0.0)
    if rest <= EVEN_MOST * weight or not letters:
        return rest / weight, 0.0
    tracking = min(TRACKING_MOST, (rest - EVEN_MOST * weight) / letters)
    return (rest - tracking * letters) / weight, tracking


def _shrunk(gaps: Sequence[Gap], rest: float, letters: float) -> Spread:
    """Word spaces, brackets, pause marks, sentence ends, each down to its floor (T-10), then the letters."""
    out = [0.0] * len(gaps)
    for level in (
        [gap.spaces for gap in gaps],
        [gap.brackets for gap in gaps],
        [gap.commas for gap in gaps],
        [gap.stops for gap in gaps],
    ):
        give = sum(level)
        if rest <= 0.0 or not give:
            continue
        share = min(1.0, rest / give)
        rest -= share * give
        out = [value - share * part for value, part in zip(out, level, strict=True)]
    if rest > 0.0 and letters:
        tracking = min(TRACKING_LEAST, rest / letters)
        rest -= tracking * letters
        out = [value - tracking * gap.letters for value, gap in zip(out, gaps, strict=True)]
    else:
        tracking = 0.0
    if rest > 0.0 and gaps:  # rounding of the measure, a few thousandths of a point
        each = rest / len(gaps)
        out = [value - each for value in out]
    return Spread(out, -tracking)
