"""A chart, table or picture in a template's placeholder, where reset, change of layout and replacing work on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from reportgen.charts.kinds import kind_of
from reportgen.layout.parts.frame import Frame, moved, stack
from reportgen.layout.slides.flow import frame_of
from reportgen.layout.slides.numbers import (
    chart_item,
    chart_note,
    chart_title,
    heading,
    series_keys,
)
from reportgen.layout.slides.pen import Pen
from reportgen.layout.template.figures import Drawn, inside, values_within
from reportgen.lengths import Rect
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure, Picture, Table
from reportgen.model.sheet import (
    ChartHead,
    ChartItem,
    Item,
    PictureItem,
    Shape,
    TableCell,
    TableItem,
    TextBox,
)
from reportgen.model.template import TemplateHolder
from reportgen.model.theme import Colour

# Types of placeholders that take each of them, as in ``p:ph`` (ISO 29500-1 §19.7.10); ``obj`` takes all.
TABLE_HOLDERS = ("obj", "tbl")
TYPES: Mapping[type, tuple[str, ...]] = {
    ChartSpec: ("obj", "chart"),
    Table: TABLE_HOLDERS,
    Picture: ("obj", "pic"),
}
TITLE_SHARE = 0.7  # of a chart's width: programs break its title somewhat beyond
GAP, NOTE_GAP = 12.0, 6.0  # programs keep some room around a chart's title
STEPS = ("head", "small-head", "marker")  # of a chart's title: 22, 20 and 18 points
MARK = "■"


def takes(holder: TemplateHolder | None, piece: Drawn) -> bool:
    """Whether the placeholder's type allows the piece; what is drawn as shapes is in none."""
    if holder is None or isinstance(piece, Figure):
        return False
    if isinstance(piece, ChartSpec) and kind_of(piece).office is None:
        return False
    return holder.kind in TYPES[type(piece)]


def in_holder(piece: Drawn, holder: TemplateHolder, pen: Pen) -> tuple[Item, ...] | None:
    """The piece in the placeholder, with its title and note above or below; None where it is too high."""
    box = holder.rect
    frame = (
        _chart(piece, box.width, box.height, pen)
        if isinstance(piece, ChartSpec)
        else frame_of(piece, box.width, box.height, pen)
    )
    items = tuple(_held(item, holder) for item in frame.at(box.x, box.y))
    return items if inside(items, box) else None


def parted(
    spec: ChartSpec, ring: TemplateHolder, values: TemplateHolder, pen: Pen
) -> tuple[Item, ...] | None:
    """A doughnut in one placeholder and its values as a table in another; None where they are too high."""
    chart, box = in_holder(spec, ring, pen), values.rect
    table = _keyed(values_within(spec, box.width, box.height, pen))
    if chart is None or table.rect.height > box.height:
        return None
    top = box.y + (box.height - table.rect.height) / 2
    return (*chart, _held(moved(table, box.x, top), values))


def _held(item: Item, holder: TemplateHolder) -> Item:
    if isinstance(item, ChartItem | TableItem | PictureItem):
        return replace(item, placeholder=holder.key)
    return item


def _chart(spec: ChartSpec, width: float, height: float, pen: Pen) -> Frame:
    """The chart with title and legend inside, its note below."""
    note = chart_note(spec, width, pen)
    room = height - (note.height + NOTE_GAP if note.items else 0.0)
    title = _title(chart_title(spec), width * TITLE_SHARE, pen)
    keys = series_keys(spec, width, pen)
    top = sum(frame.height + GAP for frame in (title, keys) if frame.items)
    room = min(room, top + kind_of(spec).slide.size(spec, width, room)[1])
    head = ChartHead(_box(title, 0.0), _box(keys, title.height + GAP), _plot(spec, top, width, room))
    item = replace(chart_item(spec, Rect(0, 0, width, room), pen), head=head)
    return stack((Frame(width, room, (item,)), note), NOTE_GAP)


def loose(item: ChartItem) -> ChartItem:
    """A chart below its heading, with the same room for values as one in a placeholder."""
    office = kind_of(item.spec).office
    if office is None or office.across == 1.0:
        return item
    return replace(item, head=ChartHead(None, None, _plot(item.spec, 0.0, item.rect.width, item.rect.height)))


def _plot(spec: ChartSpec, top: float, width: float, height: float) -> Rect:
    """The plot below the top, with room for values above columns and lines and at the ends of bars."""
    office = kind_of(spec).office
    assert office is not None
    above = top + office.above
    return Rect(0, above, width * office.across, height - above)


def _title(text: str, width: float, pen: Pen) -> Frame:
    """A heading on one line where the smallest step allows it."""
    headings = (heading(text, width, pen, step) for step in STEPS)
    found = (frame for frame in headings if all(len(box.lines) < 2 for box in _boxes(frame)))
    return next(found, None) or heading(text, width, pen, STEPS[-1])


def _boxes(frame: Frame) -> Iterator[TextBox]:
    return (item for item in frame.items if isinstance(item, TextBox))


def _box(frame: Frame, y: float) -> TextBox | None:
    return next((replace(box, rect=box.rect.moved(0, y)) for box in _boxes(frame)), None)


def _keyed(values: Frame) -> TableItem:
    """The table of values with its colours as marks in its first column, which move with it."""
    (table,) = (item for item in values.items if isinstance(item, TableItem))
    fills = [item.fill for item in values.items if isinstance(item, Shape)]
    rows = (
        (_mark(row[0], fill), *row[1:])
        for row, fill in zip(table.rows, fills, strict=True)
        if fill is not None
    )
    return replace(table, rows=tuple(rows))


def _mark(cell: TableCell, fill: Colour) -> TableCell:
    (paragraph,) = cell.paragraphs
    run = replace(paragraph.runs[0], text=MARK, style=replace(paragraph.runs[0].style, colour=fill))
    return replace(cell, paragraphs=(replace(paragraph, runs=(run,)),))
