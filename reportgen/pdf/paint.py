"""One item onto the canvas: shapes, text lines, tables, pictures, links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from reportgen.fonts import Fonts
from reportgen.lengths import NO_EDGES, Edges, Rect
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
from reportgen.model.theme import Theme
from reportgen.pdf.chart_operators import ChartOperators
from reportgen.pdf.chart_text import DocumentText, placed
from reportgen.pdf.chart_workshop import Workshop
from reportgen.pdf.fonts import PdfFonts
from reportgen.pdf.ink import KNOCK_OUT, OVER_FILL, OVER_STROKE, Ink, number
from reportgen.pdf.marked_content import Unmarked
from reportgen.pdf.reportlab_parts import add_annotation, annotation_name, destination

if TYPE_CHECKING:
    from reportgen.pdf.image_object import ImageObjects

PRINTED = 4  # annotation flag, ISO 32000-1 12.5.3
CURVE = {"M": "m", "L": "l"}


class Painter(Struct, frozen=True):
    """Everything drawing needs; ``canvas`` is reportgen's reportlab canvas of the open page."""

    canvas: Any
    fonts: Fonts
    pdf_fonts: PdfFonts
    theme: Theme
    ink: Ink
    workshop: Workshop | None = None  # where charts come from; None: drawn in place
    links: bool = True  # a press file has no annotations
    images: ImageObjects | None = None  # made where the document has a picture
    scale: float = 1.0  # points on paper to one of the sheet's
    tags: Unmarked = field(default_factory=Unmarked)  # the sequences items are painted in

    def write(self, operators: str) -> None:
        self.canvas.addLiteral(operators)


def paint_sheet(sheet: Sheet, painter: Painter, offset: tuple[float, float], bleed: Edges) -> None:
    """Ground and items in order, cut at the bleed (in the sheet's own points).

    ``offset``: the trim's left and bottom inside the media box, in points on paper.
    """
    ground, top = Rect(0, 0, *sheet.size).grown(bleed), sheet.size[1]
    x, y = offset
    painter.tags.begin(sheet, painter.write)
    painter.tags.ground(" ".join(number(v) for v in corners(ground, x, top + y)))
    painter.write("q")
    if sheet.scale != 1:
        painter.write(f"{sheet.scale:.6f} 0 0 {sheet.scale:.6f} {number(x)} {number(y)} cm")
        x = y = 0.0
        painter = replace(painter, scale=painter.scale * sheet.scale)
    top += y
    painter.write(f"{_rect(ground, x, top)} W n")
    if sheet.background is not None:
        painter.write(f"{painter.ink.fill(sheet.background)} {_rect(ground, x, top)} f")
    for i, item in enumerate(sheet.items):
        painter.tags.item(i, item)
        paint_item(item, painter, x, top)
    painter.tags.end()
    painter.write("Q")


def paint_items(items: Iterable[Item], painter: Painter, offset: tuple[float, float], height: float) -> None:
    """Items that may be outside the bleed (marks)."""
    for item in items:
        paint_item(item, painter, offset[0], height + offset[1])


def paint_item(item: Item, painter: Painter, x: float, top: float) -> None:
    """Draws one item; ``x``/``top``: where the trim's top left is, y up."""
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


def corners(rect: Rect, x: float, top: float) -> tuple[float, float, float, float]:
    """Left, bottom, right, top in the page's own space."""
    return x + rect.x, top - rect.bottom, x + rect.right, top - rect.y


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
    over = stroke.overprint or ink.overprints_line(stroke.colour, stroke.width)
    state = f"/{OVER_STROKE} gs " if over else ""
    dash = f" [{' '.join(number(v) for v in stroke.dash)}] 0 d" if stroke.dash else ""
    return f"{state}{ink.stroke(stroke.colour)} {number(stroke.width)} w {int(stroke.cap == 'round')} J{dash}"


def _shape(shape: Shape, painter: Painter, x: float, top: float) -> None:
    operators = ["q"]
    if shape.clip is not None:
        operators.append(f"{_rect(shape.clip, x, top)} W n")
    if shape.fill is not None:
        operators.append(painter.ink.fill(shape.fill))
    if shape.stroke is not None:
        operators.append(_stroke(shape.stroke, painter.ink))
    paint = "B" if shape.fill and shape.stroke else "f" if shape.fill else "S"
    painter.write("\n".join((*operators, path_operators(shape.path, x, top), paint, "Q")))


def _lines(lines: Iterable[Line], painter: Painter, x: float, top: float) -> None:
    """Small black type overprints; the state is knock-out again after it."""
    colour, over = None, False
    for line in lines:
        for run in line.runs:
            style = run.style
            if painter.ink.overprints_text(style.colour, style.size) != over:
                over = not over
                painter.write(f"/{OVER_FILL if over else KNOCK_OUT} gs")
            for part in painter.tags.parts(run):
                if style.colour != colour:
                    colour = style.colour
                    painter.write(painter.ink.fill(colour))
                painter.write(painter.pdf_fonts.text_operator(painter.canvas, part, x + part.x, top - part.y))
    if over:
        painter.write(f"/{KNOCK_OUT} gs")


def _chart(item: ChartItem, painter: Painter, x: float, top: float) -> None:
    corner = (x + item.rect.x, top - item.rect.bottom)
    operators: ChartOperators | None = painter.workshop.take() if painter.workshop else None
    if operators is None:
        from reportgen.pdf.charts import deferred_operators  # matplotlib loads only where a chart is drawn

        operators = deferred_operators(item, painter.theme, painter.fonts, painter.ink)
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
        for j, (cell, width) in enumerate(zip(row, item.columns, strict=True)):
            painter.tags.cell(i, j)
            used = max((line.top + line.height for line in cell.lines), default=0.0)
            _lines(cell.lines, painter, cell_x, top - y - (height - used) / 2)
            cell_x += width
        y += height
    _table_rule(edges[-1], painter, left, top - y, item.rect.width)


def _table_rule(stroke: Stroke, painter: Painter, x: float, y: float, width: float) -> None:
    ends = f"{number(x)} {number(y)} m {number(x + width)} {number(y)} l S"
    painter.tags.layout()
    painter.write(f"q {_stroke(stroke, painter.ink)} {ends} Q")


def _picture(item: PictureItem, painter: Painter, x: float, top: float) -> None:
    if painter.images is None:
        raise ValueError("a painter without image objects met a picture")
    rect, scale = item.rect, painter.scale
    size = (rect.width * scale, rect.height * scale)
    matrix = (
        f"{number(rect.width)} 0 0 {number(rect.height)} {number(x + rect.x)} {number(top - rect.bottom)}"
    )
    painter.write(f"q {matrix} cm")
    painter.images.paint(painter.canvas, item.path, size)
    painter.write("Q")


def _sheet(item: SheetItem, painter: Painter, x: float, top: float) -> None:
    """The inner sheet in its own coordinates; a link's rectangle cannot be scaled, so it has no links."""
    scale = f"{item.scale:.6f}"  # three decimals would shift the far edge of a slide by a third of a point
    matrix = f"{scale} 0 0 {scale} {number(x + item.rect.x)} {number(top - item.rect.bottom)} cm"
    painter.write(f"q {_rect(item.rect, x, top)} W n {matrix}")
    inner = replace(painter, links=False, scale=painter.scale * item.scale, tags=Unmarked())
    paint_sheet(item.sheet, inner, (0.0, 0.0), NO_EDGES)
    painter.write("Q")


def _link(item: Link, painter: Painter, x: float, top: float) -> None:
    """A link annotation with its words (ISO 14289-1 7.18.5), printed and without a border."""
    from reportlab.pdfbase import pdfdoc

    canvas = painter.canvas
    name = annotation_name(canvas)
    annotation = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray(corners(item.rect, x, top)),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "F": PRINTED,
            "Contents": pdfdoc.PDFString(item.alt),
        }
    )
    if "://" in item.target or item.target.startswith("mailto:"):
        action = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(item.target)}
        annotation["A"] = pdfdoc.PDFDictionary(action)
    else:
        annotation["Dest"] = destination(canvas, item.target)
    key = painter.tags.link(name)
    if key is not None:
        annotation["StructParent"] = key
    add_annotation(canvas, annotation, name)
