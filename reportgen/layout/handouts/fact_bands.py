"""The sections of the fact sheet in bands, as large as the page has room for."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportgen.layout.brochure.grid import IN_PAIRS
from reportgen.layout.handouts.fact_block import FactBand, band, placed
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.sheet import Item
from reportgen.story.fact_sheet import FactBlock

SCALES = (1.5, 1.35, 1.2, 1.1)  # tried in turn: at which nothing would be left out
GAP = mm(6)
ABREAST = 3  # blocks side by side
MANY, ABREAST_OF_MANY = 9, 4  # more blocks than this many, this many side by side


class Bands(Struct, frozen=True):
    """Every section's column, and the height at which nothing is left out."""

    bands: tuple[FactBand, ...]

    @property
    def need(self) -> float:
        return sum(band.need for band in self.bands) + GAP * max(0, len(self.bands) - 1)

    def items(self, x: float, top: float, bottom: float) -> tuple[Item, ...]:
        """The bands between top and bottom: each its heads and first row, the rest shared out by need."""
        room = bottom - top - GAP * (len(self.bands) - 1)
        spare = room - sum(band.least for band in self.bands)
        more = sum(band.need - band.least for band in self.bands) or 1.0
        out: list[Item] = []
        y = top
        for each in self.bands:
            share = each.least + spare * (each.need - each.least) / more
            out += placed(each, share).at(x, y)
            y += share + GAP
        return tuple(out)


def bands_of(blocks: Sequence[FactBlock], width: float, room: float, ts: Typesetter) -> Bands:
    """The blocks at the largest scale at which all of them have room, else at their usual size."""
    parts = _spread(blocks)
    for scale in SCALES:
        bands = Bands(tuple(band(part, width, scale, ts) for part in parts))
        if bands.need <= room:
            return bands
    return Bands(tuple(band(part, width, 1.0, ts) for part in parts))


def _spread(blocks: Sequence[FactBlock]) -> list[Sequence[FactBlock]]:
    """Bands of about equal number: up to three side by side, two where there are two or four, four above nine."""
    few = 2 if len(blocks) in IN_PAIRS else ABREAST
    most = few if len(blocks) <= MANY else ABREAST_OF_MANY
    count = -(-len(blocks) // most)
    out, start = [], 0
    for k in range(count):
        size = (len(blocks) - start) // (count - k)
        out.append(blocks[start : start + size])
        start += size
    return out
