"""The places a line may end, as parallel lists the breaker walks over."""

from __future__ import annotations

from msgspec import Struct, field

from reportgen.model.text import HANG
from reportgen.typeset.cells import Cell
from reportgen.typeset.classes import CharacterClass
from reportgen.typeset.segments import KEPT, Segment
from reportgen.typeset.spread import TRACKING_LEAST

HANGING = frozenset("“‘「『")


class Candidates(Struct):
    """One entry per possible line end, the segment's start and end included; lengths in points.

    A line from candidate a to candidate b is ``end[b] - start[a]`` wide, gives ``early_end[b] -
    early_start[a]`` and so on. ``cell``: number of the first cell after the break.
    """

    cell: list[int] = field(default_factory=list)
    lead: list[float] = field(default_factory=list)  # how much of the first cell is left of the line's edge
    start: list[float] = field(default_factory=list)
    end: list[float] = field(default_factory=list)
    penalty: list[float] = field(default_factory=list)
    early_start: list[float] = field(default_factory=list)
    early_end: list[float] = field(default_factory=list)
    weight_start: list[float] = field(default_factory=list)
    weight_end: list[float] = field(default_factory=list)
    letters_start: list[float] = field(default_factory=list)
    letters_end: list[float] = field(default_factory=list)
    shrink_start: list[float] = field(default_factory=list)
    shrink_end: list[float] = field(default_factory=list)


def whole(segment: Segment, indent: float, *, hang: bool) -> Candidates:
    """The segment's start and end alone: all that is needed of one that fits a line as it is."""
    x = ink = 0.0
    for cell, gap in zip(segment.cells, segment.gaps, strict=True):
        x += gap.natural
        x += cell.width
        if cell.last is not CharacterClass.SPACE:
            ink = x - cell.after
    lead = _lead(segment.cells[0], hang=hang)
    return Candidates([0, len(segment.cells)], [lead, 0.0], [lead - indent, ink], [0.0, ink])


def _lead(cell: Cell, *, hang: bool) -> float:
    """How much of a line's first cell is left of the line's edge."""
    return cell.before + (HANG * cell.size if hang and cell.text in HANGING else 0.0)


def candidates(segment: Segment, indent: float, *, hang: bool, hyphen: float) -> Candidates:
    """All places cheaper than an emergency break; ``hyphen`` is the width of one."""
    out = Candidates()
    x = early = weight = letters = shrink = 0.0
    ink = ink_early = ink_weight = ink_letters = ink_shrink = 0.0
    for i, (cell, gap) in enumerate(zip(segment.cells, segment.gaps, strict=True)):
        natural, more_early, more_weight, more_letters, spaces, brackets, commas, stops, penalty = gap
        x += natural
        early += more_early
        weight += more_weight
        letters += more_letters
        shrink += spaces + brackets + commas + stops + TRACKING_LEAST * more_letters
        if i == 0 or penalty < KEPT:
            out.cell.append(i)
            lead = _lead(cell, hang=hang) if hang or cell.before else 0.0
            out.lead.append(lead)
            out.start.append(x + lead)
            out.end.append(ink + (hyphen if i - 1 in segment.hyphens else 0.0))
            out.penalty.append(penalty)
            out.early_start.append(early)
            out.early_end.append(ink_early)
            out.weight_start.append(weight)
            out.weight_end.append(ink_weight)
            out.letters_start.append(letters)
            out.letters_end.append(ink_letters)
            out.shrink_start.append(shrink)
            out.shrink_end.append(ink_shrink)
        x += cell.width
        if len(cell.glyphs) > 1:
            inside = cell.letters
            letters += inside
            shrink += TRACKING_LEAST * inside
        if cell.last is not CharacterClass.SPACE:
            ink, ink_early, ink_weight = x - cell.after, early, weight
            ink_letters, ink_shrink = letters, shrink
    out.start[0] -= indent
    _close(out, len(segment.cells), ink, (ink_early, ink_weight, ink_letters, ink_shrink))
    return out


def _close(out: Candidates, cells: int, ink: float, sums: tuple[float, float, float, float]) -> None:
    """The segment's end, at no price."""
    out.cell.append(cells)
    out.lead.append(0.0)
    out.start.append(ink)
    out.end.append(ink)
    out.penalty.append(0.0)
    early, weight, letters, shrink = sums
    for starts, ends, value in (
        (out.early_start, out.early_end, early),
        (out.weight_start, out.weight_end, weight),
        (out.letters_start, out.letters_end, letters),
        (out.shrink_start, out.shrink_end, shrink),
    ):
        starts.append(value)
        ends.append(value)
