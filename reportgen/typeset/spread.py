"""How a justified line's surplus or shortage is shared among its gaps."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.typeset.punctuation import Gap

RAGGED_ABOVE = 0.5  # em per gap; a line that would gape more is left ragged


def spread(gaps: Sequence[Gap], rest: float) -> list[float]:
    """Points to add to each gap so that the line grows by ``rest`` (shrinks when negative)."""
    return _stretched(gaps, rest) if rest >= 0 else _shrunk(gaps, -rest)


def _stretched(gaps: Sequence[Gap], rest: float) -> list[float]:
    """Han–Latin and word spaces to their ceiling first, then all open gaps equally (T-11)."""
    early = sum(gap.early for gap in gaps)
    share = min(1.0, rest / early) if early else 0.0
    rest -= share * early
    weight = sum(gap.weight for gap in gaps)
    each = rest / weight if weight else 0.0
    if each > RAGGED_ABOVE:
        return [0.0] * len(gaps)
    return [share * gap.early + each * gap.weight for gap in gaps]


def _shrunk(gaps: Sequence[Gap], rest: float) -> list[float]:
    """Brackets, then pause marks, then sentence ends, each down to half an em (T-10)."""
    out = [0.0] * len(gaps)
    for level in ([gap.brackets for gap in gaps], [gap.commas for gap in gaps], [gap.stops for gap in gaps]):
        give = sum(level)
        if rest <= 0.0 or not give:
            continue
        share = min(1.0, rest / give)
        rest -= share * give
        out = [value - share * part for value, part in zip(out, level, strict=True)]
    if rest > 0.0 and gaps:  # rounding of the measure, a few thousandths of a point
        each = rest / len(gaps)
        out = [value - each for value in out]
    return out
