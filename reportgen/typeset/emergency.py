"""Breaking what does not fit: tokens wider than the measure are opened, gently first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from reportgen.typeset.cells import Cell, pieces
from reportgen.typeset.punctuation import Gap
from reportgen.typeset.segments import KEPT, Segment

FORCED = 1000.0  # price of an emergency break
WORD_GAP = Gap(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, FORCED)


def opened(segment: Segment, measure: float) -> Segment:
    """The segment with breaks inside every stretch wider than the measure.

    First names, numbers and kept runs open; then words are taken apart and prohibitions give way.
    """
    wide = list(_too_wide(segment, measure))
    if not wide:
        return segment
    segment = _priced(segment, wide, lambda penalty: penalty == KEPT)
    still = list(_too_wide(segment, measure))
    if still:
        segment = _shattered(segment, still, measure)
        segment = _priced(segment, list(_too_wide(segment, measure)), lambda penalty: penalty >= KEPT)
    return segment


def forced_stretch(segment: Segment, end: int) -> str:
    """The word, name or number that a line ending before that cell cuts; empty for an ordinary line end."""
    gaps = segment.gaps
    if end == len(gaps) or gaps[end].penalty != FORCED:
        return ""
    start = end
    while start > 0 and gaps[start].penalty >= FORCED:
        start -= 1
    while end < len(gaps) and gaps[end].penalty >= FORCED:
        end += 1
    return "".join(cell.text for cell in segment.cells[start:end]).strip()


def _too_wide(segment: Segment, measure: float) -> Iterator[tuple[int, int]]:
    """Stretches of cells between possible line ends that are wider than the measure."""
    cells, gaps = segment.cells, segment.gaps
    first, width = 0, 0.0
    for i in range(len(cells) + 1):
        if i == len(cells) or (i and gaps[i].penalty < KEPT):
            cut = cells[first].before + cells[i - 1].after
            if width - cut > measure and (i - first > 1 or _divisible(cells[first])):
                yield first, i
            first, width = i, 0.0
        if i < len(cells):
            width += cells[i].width + (gaps[i].natural if i > first else 0.0)


def _divisible(cell: Cell) -> bool:
    return sum(1 for cluster in cell.clusters if cluster) > 1


def _priced(segment: Segment, spans: Sequence[tuple[int, int]], opens: Callable[[float], bool]) -> Segment:
    """Line ends inside the spans become possible at a high price where ``opens`` says so of their penalty."""
    gaps = list(segment.gaps)
    for start, stop in spans:
        for i in range(start + 1, stop):
            if opens(gaps[i].penalty):
                gaps[i] = gaps[i].priced(FORCED)
    return replace(segment, gaps=tuple(gaps))


def _shattered(segment: Segment, spans: Sequence[tuple[int, int]], measure: float) -> Segment:
    """Words in the spans wider than the measure become one cell per character."""
    inside = {i for start, stop in spans for i in range(start, stop)}
    cells: list[Cell] = []
    gaps: list[Gap] = []
    hyphens: list[int] = []
    for i, cell in enumerate(segment.cells):
        parts = [cell]
        if i in inside and cell.width > measure and _divisible(cell):
            ends, at = [], 0
            for cluster in cell.clusters:
                at += len(cluster)
                ends.append(at)
            parts = pieces(cell, ends)
        cells += parts
        gaps += [segment.gaps[i], *[WORD_GAP._replace(letters=cell.size)] * (len(parts) - 1)]
        if i in segment.hyphens:
            hyphens.append(len(cells) - 1)
    return replace(segment, cells=tuple(cells), gaps=tuple(gaps), hyphens=frozenset(hyphens))
