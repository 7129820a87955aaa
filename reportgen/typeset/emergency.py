"""Breaking what does not fit: tokens wider than the measure are opened, gently first, and reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.typeset.cells import Cell, pieces
from reportgen.typeset.punctuation import NEVER, Gap
from reportgen.typeset.segments import KEPT, Segment

FORCED = 1000.0  # price of an emergency break
WORD_GAP = Gap(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, FORCED)


def opened(segment: Segment, measure: float) -> tuple[Segment, tuple[str, ...]]:
    """The segment with breaks inside every stretch wider than the measure, and those stretches' texts."""
    wide = list(_too_wide(segment, measure, KEPT))
    if not wide:
        return segment, ()
    findings = tuple("".join(cell.text for cell in segment.cells[a:b]) for a, b in wide)
    segment = _priced(segment, wide, NEVER)
    still = list(_too_wide(segment, measure, KEPT))
    if still:
        segment = _priced(_shattered(segment, still, measure), (), NEVER)
        segment = _priced(segment, list(_too_wide(segment, measure, KEPT)), None)
    return segment, findings


def _too_wide(segment: Segment, measure: float, legal: float) -> Iterator[tuple[int, int]]:
    """Stretches of cells between legal line ends that are wider than the measure."""
    first, width = 0, 0.0
    cells, gaps = segment.cells, segment.gaps
    for i, cell in enumerate(cells):
        if i and gaps[i].penalty < legal:
            if width - cells[first].before - cells[i - 1].after > measure and (
                i - first > 1 or _divisible(cells[first])
            ):
                yield first, i
            first, width = i, 0.0
        width += cell.width + (gaps[i].natural if i > first else 0.0)
    if (
        cells
        and width - cells[first].before - cells[-1].after > measure
        and (len(cells) - first > 1 or _divisible(cells[first]))
    ):
        yield first, len(cells)


def _divisible(cell: Cell) -> bool:
    return sum(1 for cluster in cell.clusters if cluster) > 1


def _priced(segment: Segment, spans: list[tuple[int, int]] | tuple[()], spare: float | None) -> Segment:
    """Line ends inside the spans become possible at a high price, except those priced ``spare``."""
    gaps = list(segment.gaps)
    for start, stop in spans:
        for i in range(start + 1, stop):
            if gaps[i].penalty >= KEPT and (spare is None or gaps[i].penalty != spare):
                gaps[i] = gaps[i]._replace(penalty=FORCED)
    return replace(segment, gaps=tuple(gaps))


def _shattered(segment: Segment, spans: list[tuple[int, int]], measure: float) -> Segment:
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
        gaps += [segment.gaps[i], *[WORD_GAP] * (len(parts) - 1)]
        if i in segment.hyphens:
            hyphens.append(len(cells) - 1)
    return replace(segment, cells=tuple(cells), gaps=tuple(gaps), hyphens=frozenset(hyphens))
