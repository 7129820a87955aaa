"""The texts of a sheet and what their lines cover."""

from __future__ import annotations

from reportgen.lengths import Rect
from reportgen.model.sheet import Sheet, TextBox


def boxes(sheet: Sheet) -> list[TextBox]:
    return [item for item in sheet.items if isinstance(item, TextBox) and item.lines]


def ink(box: TextBox) -> Rect:
    """What the lines really cover, on the sheet."""
    left, right = min(line.x for line in box.lines), max(line.x + line.width for line in box.lines)
    top, bottom = min(line.top for line in box.lines), max(line.top + line.height for line in box.lines)
    return Rect(box.rect.x + left, box.rect.y + top, right - left, bottom - top)
