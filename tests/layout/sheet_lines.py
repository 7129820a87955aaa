"""A document's sheets as lines to read and compare: what stands where, in which size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from zlib import crc32

from reportgen.lengths import Rect
from reportgen.model.sheet import (
    ChartItem,
    Document,
    Item,
    Link,
    PictureItem,
    Shape,
    Sheet,
    SheetItem,
    TableItem,
    TextBox,
)

WORDS = 12  # characters of a text that a line shows
RECTANGLE = 5  # legs of a path; one of more has a checksum of its coordinates
FEW = 3  # shapes of one look that have a line each; more have one in all


def lines_of(document: Document) -> Iterator[str]:
    """A heading for each sheet, then a line for each item: kind, role, place, size of type, first words."""
    for sheet in document.sheets:
        yield _head(sheet)
        for look, items in groupby(sheet.items, key=_look):
            yield from _of_one_look(look, list(items))


def _head(sheet: Sheet) -> str:
    ground = sheet.background.token if sheet.background else "-"
    return f"# {sheet.name} {_points(*sheet.size)} {ground} {sheet.layout} {sheet.title}".rstrip()


def _of_one_look(look: str, items: Sequence[Item]) -> Iterator[str]:
    shapes = [item for item in items if isinstance(item, Shape)]
    if len(shapes) <= FEW:
        yield from (_line(item, look) for item in items)
    else:
        place = _place(_bounds([pair for shape in shapes for pair in _pairs(shape)]))
        yield f"{look} {place} ×{len(shapes)} {_sum_of(shapes)} {shapes[0].name}".rstrip()


def _look(item: Item) -> str:
    """Kind and role; of a shape its colours too."""
    kind = type(item).__name__.removesuffix("Item").removesuffix("Box").lower()
    if not isinstance(item, Shape):
        return f"{kind} {item.role}"
    fill = item.fill.token if item.fill else "-"
    stroke = f"{item.stroke.colour.token}/{item.stroke.width:.2f}" if item.stroke else "-"
    return f"{kind} {fill} {stroke}"


def _line(item: Item, look: str) -> str:
    if isinstance(item, Shape):
        drawn = _sum_of([item]) if len(item.path) > RECTANGLE else ""
        return f"{look} {_place(_bounds(_pairs(item)))} {drawn} {item.name}".rstrip()
    return f"{look} {_place(item.rect)} {_said(item)}".rstrip()


def _said(item: Item) -> str:
    """What an item shows in few words."""
    match item:
        case TextBox():
            sizes = sorted({run.style.size for line in item.lines for run in line.runs}, reverse=True)
            type_sizes = "/".join(f"{size:.4g}" for size in sizes)
            words = item.text.replace("\n", "¶")[:WORDS]
            return f"{type_sizes}pt {_baselines(item)} {words}"
        case ChartItem():
            return f"{item.spec.kind} {item.spec.title}"
        case TableItem():
            return f"{_points(*item.columns)} ; {_points(*item.row_heights)}"
        case Link():
            return item.target
        case SheetItem():
            return item.sheet.name
        case PictureItem():
            return item.name
    return ""


def _baselines(box: TextBox) -> str:
    """Number of lines and, from the box's top, the first and the last baseline."""
    set_lines = [line for line in box.lines if line.runs]
    ends = {round(set_lines[0].baseline, 1), round(set_lines[-1].baseline, 1)} if set_lines else set()
    return f"{len(set_lines)}@{'-'.join(f'{end:.1f}' for end in sorted(ends))}"


def _place(rect: Rect) -> str:
    return _points(rect.x, rect.y, rect.width, rect.height)


def _points(*values: float) -> str:
    return " ".join(f"{round(value, 1) + 0.0:.1f}" for value in values)


def _pairs(shape: Shape) -> list[tuple[float, float]]:
    legs = [[value for value in leg if not isinstance(value, str)] for leg in shape.path]
    return [pair for leg in legs for pair in zip(leg[::2], leg[1::2], strict=True)]


def _sum_of(shapes: Sequence[Shape]) -> str:
    """A checksum of all coordinates, rounded as they are shown."""
    paths = (" ".join(_points(*pair) for pair in _pairs(shape)) for shape in shapes)
    return f"{crc32(chr(10).join(paths).encode()):08x}"


def _bounds(pairs: Sequence[tuple[float, float]]) -> Rect:
    xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
