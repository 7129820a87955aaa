"""Where office programs put baselines, and the frame and spacing that bring them where planned.

A line of exact spacing L whose deepest run descends d has its baseline at L - d; runs of a line
share it. Planned lines centre the em box in the leading instead, so frames are shifted and the
space before paragraphs adjusted by the difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.model.sheet import TextBox
from reportgen.model.text import Line, StyledParagraph
from reportgen.pptx.typefaces import Typefaces
from reportgen.units import Rect


@dataclass(frozen=True, slots=True)
class Setting:
    """One paragraph as written: exact spacing and space before, in points, and its lines' texts."""

    spacing: float
    before: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """The frame of a text box and the settings of its paragraphs."""

    rect: Rect
    settings: tuple[Setting, ...]


def fit(box: TextBox, faces: Typefaces) -> Fitted:
    """The frame and spacings at which the planned baselines come out in an office program."""
    return fit_lines(box.rect, box.paragraphs, box.lines, faces, natural=box.role == "numeral")


def fit_lines(
    rect: Rect,
    paragraphs: Sequence[StyledParagraph],
    lines: Sequence[Line],
    faces: Typefaces,
    *,
    natural: bool = False,
) -> Fitted:
    """As :func:`fit`. ``natural``: single lines get the height their largest face asks for."""
    groups = _lines_of(paragraphs, lines)
    settings: list[Setting] = []
    shift = bottom = 0.0
    for paragraph, group in zip(paragraphs, groups, strict=True):
        if not group:
            settings.append(Setting(paragraph.leading, paragraph.space_before, ("",)))
            bottom += paragraph.space_before + paragraph.leading
            continue
        up, down = _reach(group[0], faces)
        spacing = up + down if natural and len(group) == 1 else paragraph.leading
        gap = group[0].baseline - (spacing - down) - bottom
        if not settings:
            shift, before = gap, 0.0
        else:
            before = max(0.0, gap - shift)
        settings.append(Setting(spacing, before, tuple(line.text for line in group)))
        bottom += before + spacing * len(group)
    frame = Rect(rect.x, rect.y + shift, rect.width, max(bottom, rect.height if not natural else 0.0))
    return Fitted(frame, tuple(settings))


def _reach(line: Line, faces: Typefaces) -> tuple[float, float]:
    """Ascent and descent of the line's tallest runs in points."""
    up = max(faces.ascent(run.style.face) * run.style.size for run in line.runs)
    down = max(faces.descent(run.style.face) * run.style.size for run in line.runs)
    return up, down


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
