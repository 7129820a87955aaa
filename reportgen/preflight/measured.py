"""The painted-out inks of one page, and the fullest square of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy

from reportgen.lengths import mm
from reportgen.preflight.geometry import BLEED, PIXEL, Box, common, grown
from reportgen.preflight.ink_coverage import InkCoverage
from reportgen.preflight.painted import Paint

SQUARE = mm(15)
INSIDE = 2  # pixels of an edge's strip inside the trim
PAPER = 0.02 * 255  # less ink is no art
PixelArray = Any  # numpy array


@dataclass(eq=False)
class Measured:
    """``total`` is the sum of all plates by pixel, 255 for one full ink, over trim and bleed."""

    total: PixelArray

    @cached_property
    def heaviest(self) -> tuple[float, tuple[float, float]]:
        """The fullest 15 mm square: mean ink in percent, and its top left in points from the trim's.

        Sums over a large page may pass 32 bits; their differences, those of a square, are exact all the same.
        """
        side = round(SQUARE / PIXEL)
        rows, columns = self.total.shape
        tall, wide = min(side, rows), min(side, columns)
        sums = numpy.zeros((rows + 1, columns + 1), dtype=numpy.uint32)
        self.total.cumsum(axis=0, dtype=numpy.uint32).cumsum(axis=1, dtype=numpy.uint32, out=sums[1:, 1:])
        squares = sums[tall:, wide:] - sums[:-tall, wide:] - sums[tall:, :-wide] + sums[:-tall, :-wide]
        row, column = numpy.unravel_index(int(squares.argmax()), squares.shape)
        mean = float(squares[row, column]) / (tall * wide) / 255 * 100
        return mean, (float(column) * PIXEL - BLEED, float(row) * PIXEL - BLEED)

    def reach(self, edge: str) -> PixelArray:
        """For each place along an edge, how many pixels from 1 mm inside the trim art runs outwards.

        Art that is interrupted and goes on, such as stripes, counts as far as it goes; art that does not
        begin inside counts 0.
        """
        total = self.total
        turned = {"left": total.T, "right": total.T[::-1], "top": total, "bottom": total[::-1]}[edge]
        strip = turned[: round(BLEED / PIXEL) + INSIDE][::-1]
        inked = strip > PAPER
        depth = numpy.arange(1, len(inked) + 1)[:, None]
        return (inked * depth).max(axis=0) * inked[:INSIDE].all(axis=0)


def measure(trim: Box, paints: Iterable[Paint]) -> Measured:
    """Paints a page's records out over the trim and 3 mm around it."""
    frame = grown(trim, BLEED)
    coverage = InkCoverage(frame)
    for record in paints:
        if record.box and common(record.box, frame):
            coverage.paint(record)
    total = numpy.asarray(coverage.spots, dtype=numpy.uint16)
    for plate in coverage.process.split():
        total = total + numpy.asarray(plate)
    return Measured(total)


def longest(row: PixelArray) -> float:
    """The longest run of true values, in points."""
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([0], row.astype(numpy.int8), [0]))))
    return float((edges[1::2] - edges[::2]).max()) * PIXEL if len(edges) else 0.0
