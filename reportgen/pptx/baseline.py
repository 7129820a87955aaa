"""Where office programs put baselines, and the frame and spacing that bring them where planned.

A line of exact spacing L set in size s has its baseline at L - 0.2 s, whatever the face (measured in
LibreOffice). Planned lines centre the em box in the leading instead, so frames are shifted and the
space before paragraphs adjusted by the difference.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportgen.model.sheet import TextBox
from reportgen.model.text import Line, StyledParagraph
from reportgen.units import Rect

DESCENT = 0.2  # em below the baseline of a line of exact spacing
CENTRED = 1.3  # at this leading, in em, a line centred in a table cell stands where planned


class Setting(Struct, frozen=True):
    """One paragraph as written: exact spacing and space before, in points, and its lines' texts."""

    spacing: float
    before: float
    lines: tuple[str, ...]


class Fitted(Struct, frozen=True):
    """The frame of a text box and the settings of its paragraphs."""

    rect: Rect
    settings: tuple[Setting, ...]


def fit(box: TextBox) -> Fitted:
    """The frame and spacings at which the planned baselines come out in an office program."""
    groups = _lines_of(box.paragraphs, box.lines)
    settings: list[Setting] = []
    shift = bottom = 0.0
    for paragraph, group in zip(box.paragraphs, groups, strict=True):
        if not group:
            settings.append(Setting(paragraph.leading, paragraph.space_before, ("",)))
            bottom += paragraph.space_before + paragraph.leading
            continue
        gap = group[0].baseline - (paragraph.leading - DESCENT * _size(group[0])) - bottom
        if not settings:
            shift, before = gap, 0.0
        else:
            before = max(0.0, gap - shift)
        settings.append(Setting(paragraph.leading, before, tuple(line.text for line in group)))
        bottom += before + paragraph.leading * len(group)
    rect = box.rect
    return Fitted(Rect(rect.x, rect.y + shift, rect.width, max(bottom, rect.height)), tuple(settings))


def cell_lift(paragraph: StyledParagraph) -> float:
    """The bottom margin that lifts text centred in a cell to where it is planned, in points."""
    return max(0.0, paragraph.leading - CENTRED * max(run.style.size for run in paragraph.runs))


def _size(line: Line) -> float:
    """The largest size on the line in points."""
    return max(run.style.size for run in line.runs)


def _lines_of(paragraphs: Sequence[StyledParagraph], lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The lines of each paragraph, found by the text they hold."""
    groups: list[tuple[Line, ...]] = []
    waiting = [line for line in lines if line.runs]
    for paragraph in paragraphs:
        wanted = len(_solid(paragraph.text))
        group: list[Line] = []
        while waiting and wanted > 0:
            wanted -= len(_solid(waiting[0].text))
            group.append(waiting.pop(0))
        groups.append(tuple(group))
    return groups


def _solid(text: str) -> str:
    """The text without the white space a line end may swallow."""
    return "".join(text.split())
