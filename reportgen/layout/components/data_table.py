"""A data table over the full width: header in bold, numbers to the right, hairlines between rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.layout.frame import Frame, padded, stack
from reportgen.layout.tagging import CAPTION, tagged
from reportgen.layout.typesetter import Typesetter
from reportgen.model.report import DataTable
from reportgen.model.sheet import Stroke, TableCell, TableItem
from reportgen.model.structure import Element
from reportgen.model.text import Align
from reportgen.units import Rect, mm

CELL_PAD = mm(1.6)
COLUMN_GAP = mm(4)
NUMBER = re.compile(r"[-+−]?[\d,，]*\.?\d+%?$")
YEAR = re.compile(r"(19|20)\d\d$")


def data_table(table: DataTable, title: str, width: float, ts: Typesetter) -> Frame:
    """Title, unit, rows, source; the table's rows are never cut by the frame itself."""
    grey = ts.theme.colour("grey-600")
    words = [ts.text(ts.paragraph(title or table.title, "figure-title"), width, "heading")]
    if table.unit:
        words.append(ts.text(ts.paragraph(f"单位：{table.unit}", "figure-unit", grey), width, "caption"))
    parts = [tagged(stack(words), CAPTION), padded(grid(table, table.rows, width, ts), top=mm(2))]
    if table.source:
        source = ts.paragraph(f"资料来源：{table.source}", "source", grey)
        parts.append(tagged(padded(ts.text(source, width, "caption"), top=mm(1.5)), CAPTION))
    return tagged(stack(parts), Element("Table", table.name))


def grid(table: DataTable, rows: Sequence[tuple[str, ...]], width: float, ts: Typesetter) -> Frame:
    """Header and the rows given, as one table item."""
    aligns = _aligns(table)
    widths = _widths(table, width, ts)
    cells = [
        tuple(
            _cell(text, w, "table-head", a, ts)
            for text, w, a in zip(table.header, widths, aligns, strict=True)
        )
    ]
    named = len(table.header) > 1 and _names_rows([row[0] for row in table.rows])
    for row in rows:
        first, *others = (
            _cell(text, w, "table-cell", a, ts) for text, w, a in zip(row, widths, aligns, strict=True)
        )
        cells.append((replace(first, header=named), *others))
    heights = tuple(max(_height(cell) for cell in row) + 2 * CELL_PAD for row in cells)
    ink = ts.theme.colour("ink-text")
    item = TableItem(
        Rect(0, 0, width, sum(heights)), widths, tuple(cells), heights,
        Stroke(ts.theme.colour("grey-400"), 0.5), Stroke(ink, 0.75),
        alt=table.title or table.name, name=table.name,
    )  # fmt: skip
    return Frame(width, sum(heights), (item,))


def _aligns(table: DataTable) -> tuple[Align, ...]:
    """Right for columns of numbers, left for words."""
    columns = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.header)
    return tuple(
        "right" if cells and all(NUMBER.match(cell.strip()) or not cell.strip() for cell in cells) else "left"
        for cells in columns
    )


def _names_rows(column: Sequence[str]) -> bool:
    """Whether a first column says what each row is about: in words or as a year, never as a quantity."""
    cells = [cell.strip() for cell in column]
    return all(cell and (YEAR.match(cell) or not NUMBER.match(cell)) for cell in cells)


def _widths(table: DataTable, width: float, ts: Typesetter) -> tuple[float, ...]:
    """Column widths in proportion to the widest cell, capped, summing to the width."""
    wanted = []
    for i, head in enumerate(table.header):
        texts = [ts.paragraph(head, "table-head")] + [
            ts.paragraph(row[i], "table-cell") for row in table.rows
        ]
        wanted.append(min(max(ts.width(p.runs) for p in texts) + COLUMN_GAP, width * 0.5))
    scale = width / sum(wanted)
    return tuple(value * scale for value in wanted)


def _cell(text: str, width: float, step: str, align: Align, ts: Typesetter) -> TableCell:
    paragraph = ts.paragraph(text, step, align=align)
    done = ts.lay((paragraph,), width - COLUMN_GAP / 2)
    return TableCell((paragraph,), done.lines, header=step == "table-head")


def _height(cell: TableCell) -> float:
    return max((line.top + line.height for line in cell.lines), default=0.0)
