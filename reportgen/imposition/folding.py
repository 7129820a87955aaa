"""Where each page of a section goes on its sheet, found by unfolding the finished section.

A section starts as a pile of leaves, spine at the left. Undoing a fold turns the upper half of every pile over the
folded edge; when all folds are undone each pile is one leaf, and the two sides of the sheet can be read off.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

Fold = Literal["spine", "head", "fore-edge"]

# The edge of the folded section each fold makes, from the last fold to the first.
FOLDS: Mapping[int, tuple[Fold, ...]] = MappingProxyType(
    {4: ("spine",), 8: ("spine", "head"), 16: ("spine", "head", "fore-edge")}
)


class Leaf(Struct, frozen=True):
    """One leaf of a pile: the pages on its two faces, and whether its heads point down the sheet."""

    up: int
    down: int
    turned: bool = False

    def over(self, fold: Fold) -> Leaf:
        """The leaf turned over about the folded edge."""
        return Leaf(self.down, self.up, self.turned != (fold == "head"))


class PagePosition(Struct, frozen=True):
    """A place on one side of the sheet: page of the section (from 1), upside down or not."""

    page: int
    turned: bool


Forme = tuple[tuple[PagePosition, ...], ...]  # rows from the top, cells from the left
Pile = tuple[Leaf, ...]  # from the top
Grid = tuple[tuple[Pile, ...], ...]


class Unfolded(Struct, frozen=True):
    """Both sides of a section's open sheet, and the fold between neighbouring columns and rows.

    ``front`` holds the section's first page (the outer forme), ``back`` its second; the sheet is turned
    over sideways, heads stay where they are.
    """

    front: Forme
    back: Forme
    column_folds: tuple[Fold, ...]
    row_folds: tuple[Fold, ...]


@lru_cache
def unfolded(size: int) -> Unfolded:
    """The open sheet of a section of 4, 8 or 16 pages."""
    grid: Grid = ((tuple(Leaf(page, page + 1) for page in range(1, size, 2)),),)
    columns: tuple[Fold, ...] = ()
    rows: tuple[Fold, ...] = ()
    for fold in FOLDS[size]:
        grid = _undo(grid, fold)
        if fold == "head":
            rows = (*rows, fold, *rows)
        else:
            columns = (*columns, fold, *columns)
    seen = tuple(tuple(PagePosition(pile[0].up, pile[0].turned) for pile in row) for row in grid)
    beneath = tuple(
        tuple(PagePosition(pile[0].down, pile[0].turned) for pile in reversed(row)) for row in grid
    )
    front, back = (seen, beneath) if any(cell.page == 1 for row in seen for cell in row) else (beneath, seen)
    return Unfolded(front, back, columns, rows)


def _undo(grid: Grid, fold: Fold) -> Grid:
    """The grid after the upper half of every pile is turned over the edge that the fold made."""
    lower = tuple(tuple(pile[len(pile) // 2 :] for pile in row) for row in grid)
    upper = tuple(tuple(_turned_over(pile[: len(pile) // 2], fold) for pile in row) for row in grid)
    if fold == "head":
        return (*reversed(upper), *lower)
    mirrored = tuple(tuple(reversed(row)) for row in upper)
    left, right = (mirrored, lower) if fold == "spine" else (lower, mirrored)
    return tuple((*a, *b) for a, b in zip(left, right, strict=True))


def _turned_over(pile: Pile, fold: Fold) -> Pile:
    return tuple(leaf.over(fold) for leaf in reversed(pile))
