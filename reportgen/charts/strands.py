"""The woven field (经纬): a hundred blocks of ten strands, one strand for 0.1 % of a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

BLOCKS = 10  # to a side
STRANDS = 10  # to a block
THOUSAND = BLOCKS * BLOCKS * STRANDS


class Strand(NamedTuple):
    """A straight line in points from the field's top left, y down; ``u``/``v``: its block's middle, 0–1."""

    x1: float
    y1: float
    x2: float
    y2: float
    u: float
    v: float


def strands(width: float, height: float, gap: float) -> Iterator[Strand]:
    """The thousand strands in filling order: block columns from the left, each from the bottom up.

    Warp blocks fill from left to right, weft blocks from the bottom up; ``gap`` is left between the
    strands of neighbouring blocks.
    """
    wide, tall = width / BLOCKS, height / BLOCKS
    for column in range(BLOCKS):
        for row in range(BLOCKS - 1, -1, -1):
            u, v = (column + 0.5) / BLOCKS, (row + 0.5) / BLOCKS
            left, top = column * wide, row * tall
            for index in range(STRANDS):
                if (column + row) % 2 == 0:
                    x = left + (index + 0.5) * wide / STRANDS
                    yield Strand(x, top + gap / 2, x, top + tall - gap / 2, u, v)
                else:
                    y = top + (STRANDS - index - 0.5) * tall / STRANDS
                    yield Strand(left + gap / 2, y, left + wide - gap / 2, y, u, v)


def pitch(width: float, height: float) -> float:
    """The distance between neighbouring strands where they lie closest."""
    return min(width, height) / (BLOCKS * STRANDS)


def apportion(values: Sequence[float], count: int = THOUSAND) -> tuple[int, ...]:
    """Whole strands per part, together exactly ``count`` (largest remainders; ties to the earlier part).

    Parts with at most one decimal that sum to 100 come out exact.
    """
    total = sum(values)
    exact = [value / total * count for value in values]
    whole = [int(share + 1e-9) for share in exact]
    by_remainder = sorted(range(len(values)), key=lambda i: (whole[i] - exact[i], i))
    for i in by_remainder[: count - sum(whole)]:
        whole[i] += 1
    return tuple(whole)
