"""Rows: the full-width bands a subsection is composed of, and how tall ones are cut."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.parts.extents import cut_paragraphs
from reportgen.layout.parts.frame import Frame, beside
from reportgen.layout.parts.typesetter import shifted
from reportgen.model.sheet import TextBox

NEARLY = 1e-6  # of a line, and pt: a height of just this many lines holds them
SHORTEST_PART = 2  # lines; CLREQ: no line of a paragraph alone at a page's head or foot

Shrink = Callable[[float], "Row | None"]
Cut = Callable[[float], "tuple[Row, Row] | None"]
Grow = Callable[[float], "Row"]


class Row(Struct, frozen=True):
    """A frame, the natural space above it, and how to cut it at a height, draw it smaller or taller (None: never)."""

    frame: Frame
    gap: float
    keep: bool = False  # stays on the page of the next row
    lead: bool = False  # a large drawing that opens the page
    cut: Cut | None = None
    shrink: Shrink | None = None
    grow: Grow | None = None  # by up to this many points

    @property
    def height(self) -> float:
        return self.frame.height


def elastic(draw: Callable[[float], Frame], gap: float) -> Row:
    """A row that takes spare height: ``draw`` makes its frame up to this many points taller than it naturally is."""
    return Row(draw(0.0), gap, grow=lambda extra: Row(draw(extra), gap))


def text_row(text: Frame, gap: float, side: Frame | None = None, side_x: float = 0.0, x: float = 0.0) -> Row:
    """Text with an optional side column; cut between lines, the side stays with the first part."""

    def cut(height: float) -> tuple[Row, Row] | None:
        if side is not None and side.height > height:
            return None
        parts = cut_text(text, height)
        if parts is None:
            return None
        return text_row(parts[0], gap, side, side_x, x), text_row(parts[1], 0.0, None, 0.0, x)

    columns = [(x, text)] + ([(side_x, side)] if side is not None else [])
    return Row(beside(*columns), gap, cut=cut)


def column_row(text: Frame, gap: float, columns: int, width: float, offset: float) -> Row:
    """One text running through several columns of equal height, offset apart."""
    box = _text_box(text)
    pitch = box.lines[0].height
    per_column = -(-len(box.lines) // columns)

    def cut(height: float) -> tuple[Row, Row] | None:
        fitting = int(height / pitch + NEARLY)
        if fitting < SHORTEST_PART or fitting * columns >= len(box.lines):
            return None
        head, tail = _part(box, 0, fitting * columns), _part(box, fitting * columns, len(box.lines))
        first = column_row(head, gap, columns, width, offset)
        return first, column_row(tail, 0.0, columns, width, offset)

    parts = [_part(box, i, min(i + per_column, len(box.lines))) for i in range(0, len(box.lines), per_column)]
    return Row(beside(*((i * offset, part) for i, part in enumerate(parts))), gap, cut=cut)


def cut_text(frame: Frame, height: float) -> tuple[Frame, Frame] | None:
    """The frame's text box cut after the last line that fits; None when a part would be too short."""
    box = _text_box(frame)
    fitting = sum(1 for line in box.lines if line.top + line.height <= height + NEARLY)
    fitting = min(fitting, len(box.lines) - SHORTEST_PART)
    if fitting < SHORTEST_PART:
        return None
    return _part(box, 0, fitting), _part(box, fitting, len(box.lines))


def _text_box(frame: Frame) -> TextBox:
    box = frame.items[0]
    if not isinstance(box, TextBox) or len(frame.items) != 1:
        raise TypeError("only a frame of a single text box can be cut")
    return box


def _part(box: TextBox, start: int, end: int) -> Frame:
    """Lines start to end as a text box of their own."""
    chosen = box.lines[start:end]
    top = chosen[0].top
    lines = tuple(shifted(line, -top) for line in chosen)
    height = lines[-1].top + lines[-1].height
    rect = replace(box.rect, x=0, y=0, height=height)
    before = sum(len(line.text) for line in box.lines[:start])
    paragraphs, inside = cut_paragraphs(box, before, before + sum(len(line.text) for line in chosen))
    continues = inside or (not start and box.continues)
    part = replace(box, rect=rect, lines=lines, paragraphs=paragraphs, continues=continues)
    return Frame(rect.width, height, (part,))
