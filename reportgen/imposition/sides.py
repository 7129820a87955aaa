"""One side of a sheet with its pages placed: all that writing sees."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportgen.imposition.folding import Fold
from reportgen.lengths import Rect

SheetFace = Literal["front", "back"]


class PlacedPage(Struct, frozen=True):
    """A page on a side. ``page``: index in the source file; ``number``: page of the book, from 1.

    ``trim``: where the page's trim box is, creep included (its size gives the scale). ``window``: what is shown
    of it: bleed at outer edges, nothing beyond the spine. ``turned``: upside down.
    """

    page: int | None  # None: blank
    number: int
    trim: Rect
    window: Rect
    turned: bool = False


class FoldLine(Struct, frozen=True):
    """A fold across the side: at ``position`` points from the left (vertical) or from the top."""

    kind: Fold
    position: float
    vertical: bool
    order: int  # 1: folded first


class Side(Struct, frozen=True):
    """One side of a sheet in points; ``art``: what the trimmed pages cover together."""

    size: tuple[float, float]
    pages: tuple[PlacedPage, ...]
    art: Rect
    face: SheetFace
    sheet: int  # from 1
    sheets: int
    copies: int = 1  # of the section on the sheet, to be cut apart before folding
    stock: str = ""
    bleed: float = 0.0
    columns: tuple[float, ...] = ()  # left edges
    cuts: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())  # x of vertical, y of horizontal cuts
    folds: tuple[FoldLine, ...] = ()
    creep: float = 0.0  # how far the innermost leaf of the book is moved towards the spine

    @property
    def trim(self) -> Rect:
        """What the knife leaves of every leaf: the innermost is cut where its page ends, creep inside the art."""
        return self.art.inset(self.creep, 0)
