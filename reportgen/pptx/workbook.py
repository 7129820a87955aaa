"""The workbook behind a native chart: values with their header, and beside them unit and source."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from reportgen.charts.reading import labels_above
from reportgen.model.chart import ChartSpec

SHEET = "数据"
EPOCH = datetime(1980, 1, 1)  # a fixed date: the same workbook has the same bytes
NOTES_COLUMN_GAP = 1
NAMES_HEAD = "名称位置"  # of the unseen bars that carry the names above the bars


def heads(spec: ChartSpec) -> tuple[str, ...]:
    """Header of every series' column: its name, else the chart's title, with the unit."""
    unit = f"（{spec.unit}）" if spec.unit and f"（{spec.unit}）" not in spec.title else ""
    return tuple((series.label or spec.title or "数值") + unit for series in spec.series)


def name_length(spec: ChartSpec) -> float | None:
    """The length of the unseen bars that carry the names of long-named bars above them; None: no such bars."""
    return max(datum.value for datum in spec.data) if spec.kind == "bars" and labels_above(spec) else None


def workbook(spec: ChartSpec, source: str) -> bytes:
    """An xlsx with categories in A, a series per column from B, where names stand, then title, unit and source."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # comes with python-pptx; only needed where a chart is written

    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": EPOCH, "author": "", "comments": ""})
    sheet = book.add_worksheet(SHEET)
    sheet.write_row(0, 0, ("项目", *heads(spec)))
    for row, datum in enumerate(spec.data, start=1):
        sheet.write_string(row, 0, datum.label)
        for column, series in enumerate(spec.series, start=1):
            sheet.write_number(row, column, series.data[row - 1].value)
    notes = 1 + len(spec.series) + NOTES_COLUMN_GAP
    length = name_length(spec)
    if length is not None:
        sheet.write_column(0, notes - NOTES_COLUMN_GAP, (NAMES_HEAD, *(length for _ in spec.data)))
        notes += 1
    facts = (("图题", spec.title), ("单位", spec.unit), ("来源", spec.source or source), ("注", spec.note))
    for row, (label, value) in enumerate(facts):
        sheet.write_string(row, notes, label)
        sheet.write_string(row, notes + 1, value)
    book.close()
    return buffer.getvalue()
