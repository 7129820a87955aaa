"""Which pages a saddle-stitched book has and how they are divided among its sections.

The rule: blank pages come before the back cover, so the cover stays outside and every spread keeps its two pages.
As many 16-page sections as there are go inside; what is left over goes around them, an 8-page section
next and a 4-page one (the cover) outermost. 20 pages are a four-page cover around sixteen, 28 are 4 + 8 + 16.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

SECTION_SIZES = (16, 8, 4)


class FoldedSection(Struct, frozen=True):
    """A folded sheet of the book. ``pages[i]``: book page (from 1) that is the section's page i + 1.

    The first half of ``pages`` belongs to the front half of the book, the other half to the back.
    """

    number: int  # from 1, outermost first
    pages: tuple[int, ...]

    @property
    def size(self) -> int:
        return len(self.pages)


def padded_pages(count: int) -> tuple[int | None, ...]:
    """The book's pages in reading order: source indices, None where a blank page fills up to four.

    Raises ValueError without pages.
    """
    if count < 1:
        raise ValueError("a book needs a page")
    blanks = (None,) * (-count % 4)
    if count == 1:
        return (0, *blanks)
    return (*range(count - 1), *blanks, count - 1)


def section_sizes(pages: int, sizes: Sequence[int] = SECTION_SIZES) -> tuple[int, ...]:
    """Sizes of the sections, outermost first; ``pages`` is a multiple of four, ``sizes`` descend to 4."""
    found: list[int] = []
    for size in sizes:
        fitting, pages = divmod(pages, size)
        found += [size] * fitting
    return tuple(reversed(found))


def sections(pages: int, sizes: Sequence[int] = SECTION_SIZES) -> tuple[FoldedSection, ...]:
    """The nested sections of a book of that many pages, outermost first."""
    found, outer = [], 0
    for number, size in enumerate(section_sizes(pages, sizes), 1):
        half = size // 2
        front = range(outer + 1, outer + half + 1)
        back = range(pages - outer - half + 1, pages - outer + 1)
        found.append(FoldedSection(number, (*front, *back)))
        outer += half
    return tuple(found)
