"""Subsections onto pages: which share a page, where a long one is cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from reportgen.layout.brochure.grid import LIVE_HEIGHT
from reportgen.layout.parts.rows import Row
from reportgen.lengths import mm

INTRODUCTION = -1
PART_GAP = mm(15.4)  # between two subsections: space, rule, space
ROW_SQUEEZE, PART_SQUEEZE = mm(2), mm(4)  # most the gaps close up on a full page
PAGE_COST = 0.08  # what one more page costs against emptier pages
LEAST_ALONE = mm(40)  # a lower last page takes a row of the one before
LOWEST_CUT = mm(30)  # least room in which text may begin


def _none() -> tuple[Row, ...]:
    return ()


class ComposedSubsection(Struct, frozen=True):
    """A subsection's rows: the usual ones, the fewer for little room, the larger for plenty."""

    full: tuple[Row, ...]
    lean: tuple[Row, ...]
    large: Callable[[], tuple[Row, ...]] = _none  # composed when asked for


class PagePart(Struct, frozen=True):
    """Rows of one subsection that are on one page; ``full`` replaces them where there is room."""

    subsection: int  # INTRODUCTION: what is before the first
    rows: tuple[Row, ...]
    full: tuple[Row, ...] = ()
    large: Callable[[], tuple[Row, ...]] = _none

    @property
    def height(self) -> float:
        return height_of(self.rows)


class BodyPage(Struct, frozen=True):
    """The parts of one body page from top to bottom."""

    section: int | None  # None: the lead's
    parts: tuple[PagePart, ...]

    @property
    def height(self) -> float:
        return sum(part.height for part in self.parts) + PART_GAP * self.joints

    @property
    def joints(self) -> int:
        """Gaps between subsections."""
        return len(self.parts) - 1

    @property
    def gaps(self) -> int:
        """Gaps between rows within subsections."""
        return sum(len(part.rows) - 1 for part in self.parts)

    @property
    def least(self) -> float:
        """The height with every gap closed up one step."""
        return self.height - self.gaps * ROW_SQUEEZE - self.joints * PART_SQUEEZE


def height_of(rows: Sequence[Row]) -> float:
    """Rows with their natural gaps; the first row's gap does not count."""
    return sum(row.height + (row.gap if i else 0.0) for i, row in enumerate(rows))


def paginate(
    section: int | None,
    subsections: Sequence[ComposedSubsection],
    capacity: float = LIVE_HEIGHT,
    first: int = 0,
) -> tuple[BodyPage, ...]:
    """Pages for composed subsections, in order, as evenly filled as they can be.

    ``first``: the number of the first one; INTRODUCTION where the introduction leads them.
    """
    pages: list[BodyPage] = []
    waiting: list[PagePart] = []
    for number, composed in enumerate(subsections, first):
        if height_of(composed.lean) <= capacity:
            waiting.append(PagePart(number, composed.lean, composed.full, composed.large))
            continue
        pages += _pages(section, waiting, capacity)
        *full, last = flow(composed.full, capacity)
        pages += [BodyPage(section, (PagePart(number, part),)) for part in full]
        waiting = [PagePart(number, last)]
    return (*pages, *_pages(section, waiting, capacity))


def _pages(section: int | None, parts: Sequence[PagePart], capacity: float) -> tuple[BodyPage, ...]:
    """Parts grouped into pages at the least cost: emptiness squared plus a price per page."""
    best: list[tuple[float, int]] = [(0.0, 0)]  # cost of the first n parts, start of the last page
    for end in range(1, len(parts) + 1):
        choices = []
        for start in range(end):
            page = _filled(BodyPage(section, tuple(parts[start:end])), capacity)
            if page.least <= capacity or end - start == 1:
                empty = max(0.0, 1 - page.height / capacity)
                choices.append((best[start][0] + empty**2 + PAGE_COST, start))
        best.append(min(choices))
    pages: list[BodyPage] = []
    end = len(parts)
    while end:
        start = best[end][1]
        pages.append(_filled(BodyPage(section, tuple(parts[start:end])), capacity))
        end = start
    return tuple(reversed(pages))


def _filled(page: BodyPage, capacity: float) -> BodyPage:
    """The page with its parts' full rows, from the first on, as far as they fit."""
    for i, part in enumerate(page.parts):
        if part.full:
            parts = (
                *page.parts[:i],
                PagePart(part.subsection, part.full, large=part.large),
                *page.parts[i + 1 :],
            )
            fuller = BodyPage(page.section, parts)
            page = fuller if fuller.least <= capacity else page
    return page


def flow(rows: Sequence[Row], capacity: float) -> tuple[tuple[Row, ...], ...]:
    """Rows page by page; text is cut between lines, pictures shrink, a heading stays with what follows it.

    What cannot be cut may close up the gaps of its page, or leave the drawings that lead it on pages of their own.

    A row that fits no page and cannot be cut has a page of its own: the caller reports it.
    """
    pages: list[list[Row]] = [[]]
    queue = list(rows)
    while queue:
        row = queue.pop(0)
        page = pages[-1]
        room = capacity - height_of(page) - (row.gap if page else 0.0)
        if row.height <= room:
            page.append(row)
            continue
        smaller = row.shrink(room) if row.shrink else None
        if smaller is not None:
            page.append(smaller)
            continue
        parts = row.cut(room) if row.cut and room >= LOWEST_CUT else None
        if parts:
            page.append(parts[0])
            queue.insert(0, parts[1])
            pages.append([])
        elif row.height <= room + ROW_SQUEEZE * len(page):
            page.append(row)
        elif page and not all(held.keep for held in page):
            pages.append(_held_back(page))
            queue.insert(0, row)
        elif page and page[0].lead and not page[-1].lead:
            pages[-1:] = [[held for held in page if held.lead], [held for held in page if not held.lead]]
            queue.insert(0, row)
        elif page and page[-1].lead:
            pages.append([row])
        else:
            page.append(row)
    return tuple(tuple(page) for page in _accompanied(pages) if page)


def _accompanied(pages: list[list[Row]]) -> list[list[Row]]:
    """The pages with a last one of little height joined by the row before it, where that leaves text behind."""
    *before, last = pages
    if not before or height_of(last) >= LEAST_ALONE:
        return pages
    page, row = before[-1][:-1], before[-1][-1]
    if row.cut or row.keep or row.lead or not any(held.cut for held in page):
        return pages
    return [*before[:-1], page, [row, *last]]


def _held_back(page: list[Row]) -> list[Row]:
    """Takes the rows that must stay with the next one off the page's end."""
    held: list[Row] = []
    while page and page[-1].keep:
        held.insert(0, page.pop())
    return held
