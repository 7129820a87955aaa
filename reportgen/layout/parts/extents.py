"""Which characters of a text box's set lines belong to which of its paragraphs."""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.model.sheet import TextBox
from reportgen.model.text import Run, StyledParagraph

Extent = tuple[int, int]


def set_characters(box: TextBox) -> str:
    """The characters of the lines; declared breaks are not among them."""
    return "".join([line.text for line in box.lines])


def paragraph_extents(box: TextBox) -> tuple[Extent, ...]:
    """Start and stop in the set characters for each paragraph."""
    text, at, extents = set_characters(box), 0, []
    for paragraph in box.paragraphs:
        start = at
        at = _after(text, at, paragraph.text)
        extents.append((start, at))
    return tuple(extents)


def run_extents(box: TextBox, paragraph: StyledParagraph, start: int) -> tuple[Extent, ...]:
    """Start and stop for each run of a paragraph that begins at ``start``."""
    text, at, extents = set_characters(box), start, []
    for run in paragraph.runs:
        begin, at = at, _after(text, at, run.text)
        extents.append((begin, at))
    return tuple(extents)


def _after(text: str, at: int, words: str) -> int:
    """Where the words end; breaks, and blanks cut at a line's edge, are not among the set characters."""
    plain = words.replace("\n", "")
    if text.startswith(plain, at):
        return at + len(plain)
    for char in plain:
        at += text.startswith(char, at)
    return at


def cut_paragraphs(box: TextBox, start: int, stop: int) -> tuple[tuple[StyledParagraph, ...], bool]:
    """The paragraphs of set characters ``start`` … ``stop``, and whether the first began before them."""
    kept, continues = [], False
    for paragraph, (first, last) in zip(box.paragraphs, paragraph_extents(box), strict=True):
        if last <= start or first >= stop:
            continue
        if first < start:
            continues = True
        kept.append(_cut(box, paragraph, first, (max(first, start), min(last, stop))))
    return tuple(kept), continues


def _cut(box: TextBox, paragraph: StyledParagraph, first: int, extent: Extent) -> StyledParagraph:
    text = set_characters(box)
    runs: list[Run] = []
    for run, (begin, end) in zip(paragraph.runs, run_extents(box, paragraph, first), strict=True):
        left, right = max(begin, extent[0]), min(end, extent[1])
        if left < right:
            runs.append(replace(run, text=text[left:right]))
    return replace(paragraph, runs=tuple(runs), indent=paragraph.indent if first == extent[0] else 0.0)
