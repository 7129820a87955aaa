"""Pages for another trim size or bleed: the live area scaled and centred, art drawn out to the new edges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reportgen.errors import Message, ReportgenError, error
from reportgen.layout.brochure.stretch import Axis, stretched_path, stretched_rect
from reportgen.layout.parts.frame import moved
from reportgen.lengths import Edges, Rect, mm
from reportgen.model.sheet import Document, Item, Path, Shape, Sheet, TableItem, TextBox
from reportgen.model.text import Line

LEAST_HAN = 7.875  # pt, 六号: CLREQ 2.1
HAN = re.compile("[\u3400-\u9fff]")
SAME = 0.01  # pt
WIDEST_SHIFT = 0.12  # of the old side: most the live area moves from the edge


def trimmed(document: Document, trim: tuple[float, float] | None, bleed: Edges) -> Document:
    """Every sheet at that trim size (points; None: its own) with art to that bleed.

    The live area keeps its proportions: it is enlarged by the smaller ratio of the sides and centred.
    Shapes that run into the bleed are drawn out to the new one: from 10 mm inside the old trim, ornaments from 40 mm.
    Raises ReportgenError for a size that sets 汉字 below 7.875 pt.
    """
    done = replace(
        document, sheets=tuple(_trimmed(sheet, trim or sheet.size, bleed) for sheet in document.sheets)
    )
    for before, after in zip(document.sheets, done.sheets, strict=True):
        if after.scale < before.scale and _least_han(before) * after.scale < LEAST_HAN - SAME:
            raise _too_small(document, after)
    return done


def _trimmed(sheet: Sheet, trim: tuple[float, float], bleed: Edges) -> Sheet:
    scale = min(trim[0] / sheet.size[0], trim[1] / sheet.size[1])
    if abs(scale - 1) < SAME / max(sheet.size):
        scale = 1.0
    size, edges = (trim[0] / scale, trim[1] / scale), bleed.scaled(1 / scale)
    if any(new - old > 2 * WIDEST_SHIFT * old for new, old in zip(size, sheet.size, strict=True)):
        raise _too_different(sheet, trim)
    if scale == sheet.scale and edges == sheet.bleed and size == sheet.size:
        return sheet
    was = sheet.bleed
    across = Axis(sheet.size[0], size[0], (was.left, edges.left), (was.right, edges.right))
    down = Axis(sheet.size[1], size[1], (was.top, edges.top), (was.bottom, edges.bottom))
    page = Rect(0, 0, *sheet.size)
    items = tuple(_placed(item, page, across, down) for item in sheet.items)
    return replace(sheet, size=size, bleed=edges, scale=scale, items=items)


def _placed(item: Item, page: Rect, across: Axis, down: Axis) -> Item:
    if isinstance(item, Shape) and not page.contains(_extent(item)):
        frame = item.clip
        if frame is None:
            return replace(item, path=stretched_path(item.path, across, down))
        art = across.within(frame.x, frame.right), down.within(frame.y, frame.bottom)
        return replace(item, path=stretched_path(item.path, *art), clip=stretched_rect(frame, across, down))
    return moved(item, across.shift, down.shift)


def _extent(shape: Shape) -> Rect:
    """Where the shape may paint: its clip, else the bounds of its points."""
    if shape.clip is not None:
        return shape.clip
    points = list(_points(shape.path))
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    return Rect(left, top, right - left, bottom - top)


def _points(path: Path) -> Iterator[tuple[float, float]]:
    for segment in path:
        numbers: Sequence[float] = segment[1:]
        yield from zip(numbers[::2], numbers[1::2], strict=True)


def _least_han(sheet: Sheet) -> float:
    """The smallest Chinese type of a sheet, in its own points."""
    runs = (run for line in _lines(sheet) for run in line.runs if HAN.search(run.text))
    return min((run.style.size for run in runs), default=LEAST_HAN)


def _lines(sheet: Sheet) -> Iterator[Line]:
    for item in sheet.items:
        if isinstance(item, TextBox):
            yield from item.lines
        elif isinstance(item, TableItem):
            yield from (line for row in item.rows for cell in row for line in cell.lines)


def _too_different(sheet: Sheet, trim: tuple[float, float]) -> ReportgenError:
    wide, tall = (f"{side / mm(1):g}" for side in trim)
    own = " × ".join(f"{side / mm(1):g}" for side in sheet.size)
    return error(
        f"成品尺寸 {wide} × {tall} mm 的长宽比与版面（{own} mm）差得太多",
        f"a trim of {wide} × {tall} mm is too far from the proportions of the pages ({own} mm)",
        hint=Message("换一个长宽比相近的成品尺寸，如 A4", "take a trim size of like proportions, e.g. A4"),
    )


def _too_small(document: Document, sheet: Sheet) -> ReportgenError:
    width, height = (side * sheet.scale / mm(1) for side in sheet.size)
    least = min(map(_least_han, document.sheets)) * sheet.scale
    return error(
        f"成品尺寸 {width:g} × {height:g} mm 太小：最小的汉字只有 {least:.2f} 磅，不能小于六号（{LEAST_HAN} 磅）",
        f"a trim of {width:g} × {height:g} mm is too small: it sets 汉字 at {least:.2f} pt, "
        f"under {LEAST_HAN} pt (六号)",
        hint=Message("用 210 × 285 mm 或更大的成品尺寸", "take a trim size of 210 × 285 mm or more"),
    )
