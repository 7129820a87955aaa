"""Where office programs put baselines, and the frame and spacing that put them where planned.

A line of exact spacing L set in size s has its baseline at L - 0.2 s, whatever the face (measured in
LibreOffice). Planned lines centre the em box in the leading instead, so frames are shifted and the
space between paragraphs adjusted by the difference.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportgen.lengths import Rect
from reportgen.model.sheet import Role, TextBox
from reportgen.model.text import Level, Line, Run, Style, StyledParagraph

DESCENT = 0.2  # em below the baseline of a line of exact spacing
CENTRED = 1.3  # at this leading, in em, a line centred in a table cell is where planned
SPARE = 0.35  # em to the right of left-aligned text, for programs that space Chinese and Latin wider
BULLET_INDENT = 1.0  # em


class Setting(Struct, frozen=True):
    """One paragraph as written: exact spacing, space before and after, in points, and its lines' texts."""

    spacing: float
    before: float
    lines: tuple[str, ...]
    after: float = 0.0


class Fitted(Struct, frozen=True):
    """The frame of a text box and the settings of its paragraphs."""

    rect: Rect
    settings: tuple[Setting, ...]


def fit(box: TextBox) -> Fitted:
    """The frame and spacings at which the planned baselines come out in an office program.

    A box anchored at its foot or middle has the frame of its own height there.
    """
    groups = _lines_of(box.paragraphs, box.lines)
    shift = bottom = 0.0
    gaps: list[float] = []
    for number, (paragraph, group) in enumerate(zip(box.paragraphs, groups, strict=True)):
        gap = paragraph.space_before
        if group:
            gap = group[0].baseline - (paragraph.leading - DESCENT * _size(group[0])) - bottom - shift
        if not number and group:
            shift, gap = gap, 0.0
        gaps.append(max(0.0, gap))
        bottom += gaps[-1] + paragraph.leading * max(1, len(group))
    settings = tuple(
        Setting(paragraph.leading, before, tuple(line.text for line in group) or ("",), after)
        for paragraph, group, (before, after) in zip(
            box.paragraphs, groups, _shared_out(gaps, box), strict=True
        )
    )
    rect, top = box.rect, box.rect.y + shift
    if box.anchor == "top":
        frame = Rect(rect.x, top, rect.width, max(bottom, rect.height))
    elif box.anchor == "bottom":
        frame = Rect(rect.x, top + bottom - rect.height, rect.width, rect.height)
    else:
        frame = Rect(rect.x, top + (bottom - rect.height) / 2, rect.width, rect.height)
    return Fitted(frame, settings)


def _shared_out(gaps: Sequence[float], box: TextBox) -> list[tuple[float, float]]:
    """Space before and after each paragraph, so that neighbours of one kind are of one look.

    What is between them comes after each, and so does what follows a numeral, however large that is.
    """
    before, after = list(gaps), [0.0] * len(gaps)
    kinds = [
        (box.role_of(i), paragraph.leading, paragraph.runs[0].style)
        for i, paragraph in enumerate(box.paragraphs)
    ]
    for i in range(1, len(gaps)):
        if kinds[i] == kinds[i - 1] or kinds[i - 1][0] == "numeral":
            after[i - 1] = gaps[i]
        elif i > 1 and kinds[i - 1] == kinds[i - 2]:
            after[i - 1] = min(gaps[i], after[i - 2])
        before[i] = gaps[i] - after[i - 1]
    return list(zip(before, after, strict=True))


def framed(box: TextBox) -> Fitted:
    """As fitted, with room for hanging marks on the left and for wider spacing on the right."""
    done, margin = fit(box), hang_of(box)
    rect = done.rect
    sizes = (run.style.size for paragraph in box.paragraphs for run in paragraph.runs)
    spare = SPARE * min(sizes) if all(p.align == "left" for p in box.paragraphs) else 0.0
    return Fitted(Rect(rect.x - margin, rect.y, rect.width + margin + spare, rect.height), done.settings)


def hang_of(box: TextBox) -> float:
    """Points the frame reaches to the left of the measure, for marks that hang out."""
    return max(box.hang, *(paragraph.hang for paragraph in box.paragraphs))


def level_of(
    paragraph: StyledParagraph, setting: Setting, margin: float = 0.0, style: Style | None = None
) -> Level:
    """How the paragraph is written; ``margin``: points the frame reaches to the left of the measure."""
    style = style or paragraph.runs[0].style
    left, indent = margin, 0.0
    if paragraph.hang:
        indent = -paragraph.hang
    if paragraph.bullet:
        left = BULLET_INDENT * style.size
        indent = -left
    elif paragraph.indent:
        indent = paragraph.indent * style.size
    return Level(
        style, setting.spacing, setting.before, setting.after, paragraph.align, left, indent, paragraph.bullet
    )


def levels_of(box: TextBox, fitted: Fitted) -> tuple[Level, ...]:
    """How each paragraph of the box is written with that fit."""
    margin = hang_of(box)
    return tuple(
        level_of(paragraph, setting, margin, _style(paragraph.runs, box.role_of(i)))
        for i, (paragraph, setting) in enumerate(zip(box.paragraphs, fitted.settings, strict=True))
    )


def _style(runs: Sequence[Run], role: Role) -> Style:
    """The look of most of the paragraph; of a numeral with its unit, the numeral's."""
    if role == "numeral":
        return max(runs, key=lambda run: run.style.size).style
    return max(runs, key=lambda run: len(run.text)).style


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
    if len(paragraphs) == 1:
        return [tuple(waiting)]
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
