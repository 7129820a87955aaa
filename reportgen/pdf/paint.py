"""One item onto the canvas: shapes, text lines, tables, pictures, links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from reportgen.fonts import Fonts
from reportgen.model.sheet import (
    ChartItem,
    Item,
    Link,
    Path,
    PictureItem,
    Shape,
    Sheet,
    SheetItem,
    Stroke,
    TableItem,
    TextBox,
)
from reportgen.model.text import Line
from reportgen.model.theme import Colour, Theme
from reportgen.pdf.chart_text import DocumentText, placed
from reportgen.pdf.chart_workshop import Workshop
from reportgen.pdf.fonts import PdfFonts
from reportgen.pdf.ink import Ink, number
from reportgen.units import Rect

OVERPRINTED_TEXT, OVERPRINTED_LINE = 12.0, 2.0  # pt: smaller black type and thinner black lines
CURVE = {"M": "m", "L": "l"}


@dataclass(frozen=True, slots=True)
class Painter:
    """Everything drawing needs; ``canvas`` is reportgen's reportlab canvas of the open page."""

    canvas: Any
    fonts: Fonts
    pdf_fonts: PdfFonts
    theme: Theme
    ink: Ink
    workshop: Workshop | None = None  # where charts come from; None: drawn in place
    links: bool = True  # a press file has no annotations
    _overprinting: dict[str, bool] = field(default_factory=dict, compare=False)

    def write(self, operators: str) -> None:
        self.canvas._code.append(operators)

    def overprint(self, key: str, on: bool) -> None:
        """Overprint of fills (``op``) or strokes (``OP``) with OPM 1, in press files (GWG 2022 R0009, R0010)."""
        if self.ink.space != "cmyk" or self._overprinting.get(key, False) == on:
            return
        self._overprinting[key] = on
        state = self.canvas._extgstate
        state.set(self.canvas, "OPM", 1)
        state.set(self.canvas, key, on)


def paint_sheet(sheet: Sheet, painter: Painter, offset: tuple[float, float], bleed: float) -> None:
    """Ground and items in order, cut at the bleed.

    ``offset``: the trim's left and top inside the media box, in points.
    """
    top = sheet.size[1] + offset[1]
    ground = Rect(-bleed, -bleed, sheet.size[0] + 2 * bleed, sheet.size[1] + 2 * bleed)
    painter.write(f"q {_rect(ground, offset[0], top)} W n")
    if sheet.background is not None:
        painter.write(f"{painter.ink.fill(sheet.background)} {_rect(ground, offset[0], top)} f")
    for item in sheet.items:
        paint_item(item, painter, offset[0], top)
    painter.overprint("OP", False)
    painter.write("Q")


def paint_items(items: Iterable[Item], painter: Painter, offset: tuple[float, float], height: float) -> None:
    """Items that may lie outside the bleed (marks)."""
    for item in items:
        paint_item(item, painter, offset[0], height + offset[1])
    painter.overprint("OP", False)


def paint_item(item: Item, painter: Painter, x: float, top: float) -> None:
    """Draws one item; ``x``/``top``: where the trim's top left lies, y up."""
    if isinstance(item, Shape):
        _shape(item, painter, x, top)
    elif isinstance(item, TextBox):
        _lines(item.lines, painter, x + item.rect.x, top - item.rect.y)
    elif isinstance(item, ChartItem):
        _chart(item, painter, x, top)
    elif isinstance(item, TableItem):
        _table(item, painter, x, top)
    elif isinstance(item, PictureItem):
        _picture(item, painter, x, top)
    elif isinstance(item, SheetItem):
        _sheet(item, painter, x, top)
    elif isinstance(item, Link) and painter.links:
        _link(item, painter, x, top)


def _rect(rect: Rect, x: float, top: float) -> str:
    return f"{number(x + rect.x)} {number(top - rect.bottom)} {number(rect.width)} {number(rect.height)} re"


def path_operators(path: Path, x: float, top: float) -> str:
    """Construction operators of a path whose y runs down."""
    parts = []
    for segment in path:
        if len(segment) == 3:
            parts.append(f"{x + segment[1]:.2f} {top - segment[2]:.2f} {CURVE[segment[0]]}")
        elif len(segment) == 7:
            _, x1, y1, x2, y2, x3, y3 = segment
            parts.append(
                f"{x + x1:.2f} {top - y1:.2f} {x + x2:.2f} {top - y2:.2f} {x + x3:.2f} {top - y3:.2f} c"
            )
        else:
            parts.append("h")
    return "\n".join(parts)


def _stroke(stroke: Stroke, ink: Ink) -> str:
    dash = f" [{' '.join(number(v) for v in stroke.dash)}] 0 d" if stroke.dash else ""
    return f"{ink.stroke(stroke.colour)} {number(stroke.width)} w {int(stroke.cap == 'round')} J{dash}"


def _shape(shape: Shape, painter: Painter, x: float, top: float) -> None:
    operators = ["q"]
    if shape.clip is not None:
        operators.append(f"{_rect(shape.clip, x, top)} W n")
    if shape.fill is not None:
        operators.append(painter.ink.fill(shape.fill))
    if shape.stroke is not None:
        operators.append(_stroke(shape.stroke, painter.ink))
    paint = "B" if shape.fill and shape.stroke else "f" if shape.fill else "S"
    stroke = shape.stroke
    painter.overprint(
        "OP", stroke is not None and _is_black(stroke.colour) and stroke.width < OVERPRINTED_LINE
    )
    painter.write("\n".join((*operators, path_operators(shape.path, x, top), paint, "Q")))


def _lines(lines: Iterable[Line], painter: Painter, x: float, top: float) -> None:
    colour = None
    for line in lines:
        for run in line.runs:
            painter.overprint("op", _is_black(run.style.colour) and run.style.size < OVERPRINTED_TEXT)
            if run.style.colour != colour:
                colour = run.style.colour
                painter.write(painter.ink.fill(colour))
            painter.write(painter.pdf_fonts.text_operator(painter.canvas, run, x + run.x, top - run.y))
    painter.overprint("op", False)


def _is_black(colour: Colour) -> bool:
    """Black ink alone, solid."""
    return colour.cmyk == (0, 0, 0, 100)


def _chart(item: ChartItem, painter: Painter, x: float, top: float) -> None:
    corner = (x + item.rect.x, top - item.rect.bottom)
    operators = painter.workshop.take() if painter.workshop else None
    if operators is None:
        from reportgen.pdf.charts import draw_chart_item  # matplotlib loads only where a chart is drawn

        draw_chart_item(item, painter, *corner)
        return
    ink = painter.theme.colour("ink-text")
    text = DocumentText(painter.canvas, painter.fonts, painter.pdf_fonts, ink)
    set_words = (part if isinstance(part, str) else text.operators(*part) for part in operators)
    painter.write(placed(set_words, corner))


def _table(item: TableItem, painter: Painter, x: float, top: float) -> None:
    left, y = x + item.rect.x, item.rect.y
    edges = [item.top_rule, *[item.rule] * (len(item.rows) - 1), item.top_rule]
    for i, (row, height) in enumerate(zip(item.rows, item.row_heights, strict=True)):
        _table_rule(edges[i], painter, left, top - y, item.rect.width)
        cell_x = left
        for cell, width in zip(row, item.columns, strict=True):
            used = max((line.top + line.height for line in cell.lines), default=0.0)
            _lines(cell.lines, painter, cell_x, top - y - (height - used) / 2)
            cell_x += width
        y += height
    _table_rule(edges[-1], painter, left, top - y, item.rect.width)


def _table_rule(stroke: Stroke, painter: Painter, x: float, y: float, width: float) -> None:
    ends = f"{number(x)} {number(y)} m {number(x + width)} {number(y)} l S"
    painter.write(f"q {_stroke(stroke, painter.ink)} {ends} Q")


def _picture(item: PictureItem, painter: Painter, x: float, top: float) -> None:
    from reportlab.lib.utils import ImageReader

    from reportgen.pdf.picture import prepared  # Pillow's colour management; only where there is a picture

    rect = item.rect
    image = ImageReader(prepared(item.path, painter.ink.space))
    painter.canvas.drawImage(image, x + rect.x, top - rect.bottom, rect.width, rect.height)


def _sheet(item: SheetItem, painter: Painter, x: float, top: float) -> None:
    """The inner sheet in its own coordinates; a link's rectangle knows no scale, so it has none."""
    scale = f"{item.scale:.6f}"  # three decimals would shift the far edge of a slide by a third of a point
    matrix = f"{scale} 0 0 {scale} {number(x + item.rect.x)} {number(top - item.rect.bottom)} cm"
    painter.overprint("OP", False)
    painter.write(f"q {_rect(item.rect, x, top)} W n {matrix}")
    paint_sheet(item.sheet, replace(painter, links=False), (0.0, 0.0), 0.0)
    painter.write("Q")


def _link(item: Link, painter: Painter, x: float, top: float) -> None:
    box = (x + item.rect.x, top - item.rect.bottom, x + item.rect.right, top - item.rect.y)
    if "://" in item.target or item.target.startswith("mailto:"):
        painter.canvas.linkURL(item.target, box, relative=0)
    else:
        painter.canvas.linkRect(item.alt, item.target, box, relative=0, Border="[0 0 0]")
