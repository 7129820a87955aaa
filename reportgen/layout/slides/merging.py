"""Texts that are under each other as one text: its paragraphs keep their places."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.layout.parts.frame import Frame, moved
from reportgen.layout.parts.typesetter import shifted
from reportgen.layout.slides.baseline import fit
from reportgen.lengths import Rect
from reportgen.model.sheet import Anchor, Item, Shape, TextBox

RISE = 6.0  # points
NEARLY = 0.01  # points between edges that count as one


def merged(frame: Frame) -> Frame:
    """The frame with neighbouring texts of one measure in one box; charts and tables between keep them apart."""
    items: list[Item] = []
    run: list[int] = []  # places in ``items`` of the box that may continue: none or one
    for item in frame.items:
        if isinstance(item, TextBox) and run and _joins(items[run[0]], item):
            box = items[run[0]]
            assert isinstance(box, TextBox)
            items[run[0]] = joined((box, item))
            continue
        if not isinstance(item, Shape) or item.role != "decoration":
            run = [len(items)] if isinstance(item, TextBox) else []
        items.append(item)
    return Frame(frame.width, frame.height, tuple(items))


def anchored(frame: Frame, region: Rect, anchor: Anchor) -> Frame:
    """The frame, already in its place, with its text in a box over the region, held at its foot or middle.

    An office program holds the lines a little higher than they are in their leading: the box ends above the
    region's foot, and what is left of the difference moves text and rules together.
    """
    (box,) = (item for item in frame.items if isinstance(item, TextBox))
    area = Rect(box.rect.x, region.y, box.rect.width, region.height - 2 * RISE)
    lines = tuple(shifted(line, box.rect.y - area.y) for line in box.lines)
    held = replace(box, rect=area, lines=lines, anchor=anchor)
    dy = area.y - fit(held).rect.y
    held = replace(held, lines=tuple(shifted(line, dy) for line in lines))
    items = tuple(held if item is box else moved(item, 0, dy) for item in frame.items)
    return Frame(frame.width, frame.height, items)


def joined(boxes: Sequence[TextBox]) -> TextBox:
    """One box of the paragraphs of several."""
    first, last = boxes[0], boxes[-1]
    lines = tuple(shifted(line, box.rect.y - first.rect.y) for box in boxes for line in box.lines)
    roles = tuple(box.role_of(i) for box in boxes for i in range(len(box.paragraphs)))
    return replace(
        first,
        rect=Rect(first.rect.x, first.rect.y, first.rect.width, last.rect.bottom - first.rect.y),
        paragraphs=tuple(paragraph for box in boxes for paragraph in box.paragraphs),
        lines=lines,
        roles=roles,
        hang=max(box.hang for box in boxes),
    )


def _joins(one: Item, other: TextBox) -> bool:
    """Whether the texts are one under the other in one column."""
    return (
        isinstance(one, TextBox)
        and one.placeholder == other.placeholder
        and abs(one.rect.x - other.rect.x) < NEARLY
        and abs(one.rect.width - other.rect.width) < NEARLY
        and one.rect.y < other.rect.y
    )
