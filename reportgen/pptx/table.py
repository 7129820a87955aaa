"""Tables as ``a:tbl``: explicit widths, heights and rules, cells with the same text as everywhere."""

from __future__ import annotations

from reportgen.layout.slides.baseline import Setting, cell_lift
from reportgen.lengths import emu
from reportgen.model.sheet import Stroke, TableCell, TableItem
from reportgen.pptx.colours import DeckPalette
from reportgen.pptx.text import TextWriter
from reportgen.pptx.xml import common

GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006/table"
CELL_GAP = 4.0  # points kept free at a cell's right


def table_frame(item: TableItem, id: int, holder: str, text: TextWriter) -> str:
    """The graphic frame of a table; ``holder``: its ``p:ph`` element or nothing."""
    name = item.name or "表格"
    box = item.rect
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{common(id, name, item.alt)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr>{holder}</p:nvPr></p:nvGraphicFramePr>"
        f'<p:xfrm><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(sum(item.columns))}" cy="{emu(sum(item.row_heights))}"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{GRAPHIC}">{_table(item, text)}</a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )


def _table(item: TableItem, text: TextWriter) -> str:
    grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in item.columns)
    flag = ' firstRow="1"' if item.header_rows else ""
    rows = "".join(_row(item, index, text) for index in range(len(item.rows)))
    return f"<a:tbl><a:tblPr{flag}/><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>"


def _row(item: TableItem, index: int, text: TextWriter) -> str:
    above = item.top_rule if index == 0 else item.rule
    borders = _border("a:lnT", above, text.palette) + _border("a:lnB", item.rule, text.palette)
    cells = "".join(_cell(cell, borders, text) for cell in item.rows[index])
    return f'<a:tr h="{emu(item.row_heights[index])}">{cells}</a:tr>'


def _cell(cell: TableCell, borders: str, text: TextWriter) -> str:
    settings = [
        Setting(paragraph.leading, paragraph.space_before, (paragraph.text,)) for paragraph in cell.paragraphs
    ]
    balanced = _measured(cell, settings)
    body = text.paragraphs(cell.paragraphs, balanced) if cell.paragraphs else "<a:p/>"
    lift = max((cell_lift(paragraph) for paragraph in cell.paragraphs), default=0.0)
    sides = '<a:lnL w="0"><a:noFill/></a:lnL><a:lnR w="0"><a:noFill/></a:lnR>'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{body}</a:txBody>"
        f'<a:tcPr marL="0" marR="{emu(CELL_GAP) if _left(cell) else 0}" marT="0" marB="{emu(lift)}" anchor="ctr">'
        f"{sides}{borders}<a:noFill/></a:tcPr></a:tc>"
    )


def _left(cell: TableCell) -> bool:
    return all(paragraph.align != "right" for paragraph in cell.paragraphs)


def _measured(cell: TableCell, settings: list[Setting]) -> list[Setting]:
    """Settings with the measured lines where the cell is a single paragraph."""
    if len(settings) != 1:
        return settings
    only = settings[0]
    return [Setting(only.spacing, only.before, tuple(line.text for line in cell.lines) or only.lines)]


def _border(tag: str, stroke: Stroke, palette: DeckPalette) -> str:
    if stroke.width <= 0:
        return f'<{tag} w="0"><a:noFill/></{tag}>'
    return (
        f'<{tag} w="{emu(stroke.width)}" cap="flat" cmpd="sng" algn="ctr">{palette.fill(stroke.colour)}'
        f'<a:prstDash val="solid"/></{tag}>'
    )
