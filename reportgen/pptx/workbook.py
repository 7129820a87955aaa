"""The workbook behind a native chart: values with their header, and beside them unit and source."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.kinds import kind_of
from reportgen.charts.reading import diverges, labels_above
from reportgen.charts.record import OfficePlot
from reportgen.model.chart import ChartSpec
from reportgen.pptx.container import CT, RT, Container
from reportgen.pptx.xml import escape, part_bytes

SHEET = "数据"
NOTES_COLUMN_GAP = 1
NAMES_HEAD = "名称位置"  # of the unseen bars that carry the names above the bars
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
STYLES = (
    f'<styleSheet {MAIN}><fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)

CellValue = str | float | None


def heads(spec: ChartSpec) -> tuple[str, ...]:
    """Header of every series' column: its name, else the chart's title, with the unit."""
    unit = f"（{spec.unit}）" if spec.unit and f"（{spec.unit}）" not in spec.title else ""
    return tuple((series.label or spec.title or "数值") + unit for series in spec.series)


def name_length(spec: ChartSpec) -> float | None:
    """The length of the unseen bars that carry the names of long-named bars above them; None: no such bars.

    Bars that go both ways have their names at the left: over them they would begin at the zero line.
    """
    office = kind_of(spec).office
    lying = office is not None and office.plot is OfficePlot.BARS
    above = lying and labels_above(spec) and not diverges(spec)
    return max(datum.value for datum in spec.data) if above else None


def column(index: int) -> str:
    """Spreadsheet column letter; a chart has fewer than 22 series."""
    return chr(ord("A") + index)


def workbook(spec: ChartSpec, source: str) -> bytes:
    """An xlsx with categories in A, a series per column from B, where the names are, then title, unit and source."""
    container = Container()
    book = container.add_root("/xl/workbook.xml", CT.SML_SHEET_MAIN, RT.OFFICE_DOCUMENT)
    words: dict[str, int] = {}
    rows = part_bytes(
        f"<worksheet {MAIN}><sheetData>{''.join(_rows(_grid(spec, source), words))}</sheetData></worksheet>"
    )
    sheet = container.add("/xl/worksheets/sheet1.xml", CT.SML_WORKSHEET, rows)
    id = book.relate_to(sheet, RT.WORKSHEET)
    styles = container.add("/xl/styles.xml", CT.SML_STYLES, part_bytes(STYLES))
    book.relate_to(styles, RT.STYLES)
    strings = "".join(f'<si><t xml:space="preserve">{escape(word)}</t></si>' for word in words)
    shared = part_bytes(f"<sst {MAIN}>{strings}</sst>")
    book.relate_to(container.add("/xl/sharedStrings.xml", CT.SML_SHARED_STRINGS, shared), RT.SHARED_STRINGS)
    book.blob = part_bytes(
        f'<workbook {MAIN} {RELATIONS}><sheets><sheet name="{SHEET}" sheetId="1" r:id="{id}"/></sheets></workbook>'
    )
    return container.to_bytes()


def _grid(spec: ChartSpec, source: str) -> Iterator[list[CellValue]]:
    """The cells of every row; the notes are beside the first four."""
    facts = (("图题", spec.title), ("单位", spec.unit), ("来源", spec.source or source), ("注", spec.note))
    length = name_length(spec)
    values: list[list[CellValue]] = [["项目", *heads(spec), *(() if length is None else (NAMES_HEAD,))]]
    for row, datum in enumerate(spec.data):
        names = () if length is None else (length,)
        values.append([datum.label, *(series.data[row].value for series in spec.series), *names])
    blank: list[CellValue] = [None] * len(values[0])
    gap: list[CellValue] = [None] * NOTES_COLUMN_GAP
    for row in range(max(len(values), len(facts))):
        own = values[row] if row < len(values) else blank
        yield [*own, *gap, *facts[row]] if row < len(facts) else own


def _rows(grid: Iterator[list[CellValue]], words: dict[str, int]) -> Iterator[str]:
    """Rows as XML; texts go into the table of shared strings."""
    for row, cells in enumerate(grid, start=1):
        written = ""
        for index, cell in enumerate(cells):
            place = f'r="{column(index)}{row}"'
            if isinstance(cell, str):
                written += f'<c {place} t="s"><v>{words.setdefault(cell, len(words))}</v></c>' if cell else ""
            elif cell is not None:
                written += f"<c {place}><v>{number(cell)}</v></c>"
        yield f'<row r="{row}">{written}</row>'


def number(value: float) -> str:
    """A value as cells and caches hold it."""
    return f"{value:.15g}"
