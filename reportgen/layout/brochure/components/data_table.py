"""A data table over the full width: header in bold, numbers to the right, hairlines between rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from msgspec.structs import replace

from reportgen.layout.brochure.grid import SOURCE_GAP
from reportgen.layout.parts.drawing import SECTION_RULE, STAT_RULE
from reportgen.layout.parts.frame import Frame, padded, stack
from reportgen.layout.parts.tagging import CAPTION, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import DataTable
from reportgen.model.sheet import Stroke, TableCell, TableItem
from reportgen.model.structure import Element
from reportgen.model.text import Align
from reportgen.story.titles import CONTINUED

CELL_PAD, MOST_PAD = mm(1.6), mm(3.2)  # above and below a cell's words
COLUMN_GAP = mm(4)
NUMBER = re.compile(r"[-+−]?[\d,，]*\.?\d+%?$")
YEAR = re.compile(r"(19|20)\d\d$")


def data_table(
    table: DataTable,
    title: str,
    width: float,
    ts: Typesetter,
    *,
    extra: float = 0.0,
    start: int = 0,
    stop: int | None = None,
) -> Frame:
    """Title, unit, rows, source.

    ``extra``: height that the rows may take more; ``start``, ``stop``: which rows, where the table runs over pages.
    """
    grey = ts.theme.colour("grey-600")
    rows = table.rows[start:stop]
    said = f"{title or table.title}{CONTINUED if start else ''}"
    words = [ts.text(ts.paragraph(said, "figure-title"), width, "heading")]
    if table.unit:
        words.append(ts.text(ts.paragraph(f"单位：{table.unit}", "figure-unit", grey), width, "caption"))
    pad = min(MOST_PAD, CELL_PAD + extra / 2 / (len(rows) + 1))
    parts = [tagged(stack(words), CAPTION), padded(grid(table, rows, width, ts, pad), top=mm(2))]
    if table.source and stop in (None, len(table.rows)):
        source = ts.paragraph(f"资料来源：{table.source}", "source", grey)
        parts.append(tagged(padded(ts.text(source, width, "caption"), top=SOURCE_GAP), CAPTION))
    return tagged(stack(parts), Element("Table", f"{table.name}{start or ''}"))


def rows_within(frame: Frame, height: float) -> int:
    """How many of a table's rows are within a height below its frame's top."""
    (item,) = (item for item in frame.items if isinstance(item, TableItem))
    bottoms = accumulate(item.row_heights, initial=item.rect.y)
    return max(0, sum(bottom <= height for bottom in bottoms) - 2)  # not the top, nor the header


def grid(
    table: DataTable, rows: Sequence[tuple[str, ...]], width: float, ts: Typesetter, pad: float = CELL_PAD
) -> Frame:
    """Header and the rows given, as one table item."""
    aligns = _aligns(table)
    gaps = _gaps(aligns)
    widths = _widths(table, gaps, width, ts)
    measures = [column - gap for column, gap in zip(widths, gaps, strict=True)]
    cells = [
        tuple(
            _cell(text, w, "table-head", a, ts)
            for text, w, a in zip(table.header, measures, aligns, strict=True)
        )
    ]
    named = len(table.header) > 1 and _names_rows([row[0] for row in table.rows])
    for row in rows:
        first, *others = (
            _cell(text, w, "table-cell", a, ts) for text, w, a in zip(row, measures, aligns, strict=True)
        )
        cells.append((replace(first, header=named), *others))
    heights = tuple(max(_height(cell) for cell in row) + 2 * pad for row in cells)
    ink = ts.theme.colour("ink-text")
    item = TableItem(
        Rect(0, 0, width, sum(heights)), widths, tuple(cells), heights,
        Stroke(ts.theme.colour("grey-400"), SECTION_RULE), Stroke(ink, STAT_RULE),
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


def _gaps(aligns: Sequence[Align]) -> tuple[float, ...]:
    """Space behind each column's words: more where numbers would end at the edge that words begin at."""
    followed = zip(aligns, (*aligns[1:], "right"), strict=True)
    return tuple(2 * COLUMN_GAP if pair == ("right", "left") else COLUMN_GAP / 2 for pair in followed)


def _widths(table: DataTable, gaps: Sequence[float], width: float, ts: Typesetter) -> tuple[float, ...]:
    """Column widths in proportion to the widest cell, capped, summing to the width."""
    wanted = []
    for i, (head, gap) in enumerate(zip(table.header, gaps, strict=True)):
        texts = [ts.paragraph(head, "table-head")] + [
            ts.paragraph(row[i], "table-cell") for row in table.rows
        ]
        wanted.append(min(max(ts.width(p.runs) for p in texts) + COLUMN_GAP / 2 + gap, width * 0.5))
    scale = width / sum(wanted)
    return tuple(value * scale for value in wanted)


def _cell(text: str, width: float, step: str, align: Align, ts: Typesetter) -> TableCell:
    paragraph = ts.paragraph(text, step, align=align)
    done = ts.lay((paragraph,), width)
    return TableCell((paragraph,), done.lines, header=step == "table-head")


def _height(cell: TableCell) -> float:
    return max((line.top + line.height for line in cell.lines), default=0.0)
