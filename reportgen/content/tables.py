"""Data tables: CSV files beside the report with title, unit and source in comment lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from msgspec import Struct

from reportgen.content.files import inside
from reportgen.content.problems import Problems
from reportgen.content.source import Source, read_source
from reportgen.errors import Place, ReportgenError
from reportgen.model.report import DataTable

REMARK = re.compile(r"[ \t]*#[ \t]*(标题|单位|来源|title|unit|source)[ \t]*[:：](.*)", re.IGNORECASE)
OTHER_REMARK = re.compile(r"[ \t]*#")
FIELDS = {"标题": "title", "单位": "unit", "来源": "source"}
LARGEST_ROWS = 400
LARGEST_NUMBER = 10**24  # a larger number is a typing error, and no axis could show it
# a quoted cell ("" stands for one quote), an unquoted one; GB and RFC 4180 agree on the comma
CELL = re.compile(r'[ \t]*(?:"((?:[^"]|"")*)"[ \t]*|([^",]*))(,|$)')


class ReadTable(Struct, frozen=True):
    """A table with the place of each cell, header first, and of its remarks, for messages."""

    table: DataTable
    places: tuple[tuple[Place, ...], ...]
    remarks: tuple[tuple[str, Place], ...] = ()

    def place(self, row: int, column: int) -> Place:
        """The place of a cell of the body."""
        return self.places[row + 1][column]

    def words(self) -> Iterator[tuple[str, Place]]:
        """Title, unit, source and every cell, each where it stands."""
        yield from self.remarks
        for cells, places in zip((self.table.header, *self.table.rows), self.places, strict=True):
            yield from zip(cells, places, strict=True)


class _DataRow(Struct, frozen=True):
    place: Place
    cells: tuple[str, ...]
    places: tuple[Place, ...]


def read_table(folder: Path, name: str, file: str, place: Place, problems: Problems) -> ReadTable | None:
    """The table of that CSV file (in ``data/`` when given without a folder); None when it has errors."""
    relative = name if "/" in name else f"data/{name}"
    path = inside(folder, relative, place, problems)
    if path is None:
        return None
    try:
        source = read_source(path, f"{file}/{relative}")
    except ReportgenError as fault:
        problems.found += fault.problems
        return None
    before = len(problems.found)
    remarks, rows = _read(source, problems)
    if len(problems.found) == before:
        _check(rows, source, problems)
    if len(problems.found) > before:
        return None
    header, *body = (row.cells for row in rows)
    given = {key: words for key, (words, _) in remarks.items()}
    table = DataTable(
        name,
        given.get("title", ""),
        header,
        tuple(body),
        given.get("unit", ""),
        given.get("source", ""),
    )
    return ReadTable(table, tuple(row.places for row in rows), tuple(remarks.values()))


def _read(source: Source, problems: Problems) -> tuple[dict[str, tuple[str, Place]], list[_DataRow]]:
    """Comment lines before the header say title, unit and source; empty lines are passed over."""
    remarks: dict[str, tuple[str, Place]] = {}
    rows: list[_DataRow] = []
    for number, line in enumerate(source.text.split("\n")):
        match = REMARK.match(line)
        if match and not rows:
            key, words = match[1].lower(), match[2].strip().rstrip(",").strip()
            place = source.place(source.starts[number] + match.end(2) - len(match[2].lstrip()))
            remarks[FIELDS.get(key, key)] = (words, place)
        elif not rows and OTHER_REMARK.match(line):
            hint = ("写作 # 标题: … 、# 单位: … 、# 来源: …", "write # title: …, # unit: … or # source: …")
            place = Place(source.file, number + 1, 1)
            problems.add(place, "这一行说明的写法不对", "this comment line cannot be read", hint)
        elif line.strip().strip(","):
            row = _row(line, source, source.starts[number], problems)
            rows += [row] if row else []
    return remarks, rows


def _row(line: str, source: Source, offset: int, problems: Problems) -> _DataRow | None:
    """The cells of a line with their places; None and a problem where its quotes do not pair."""
    cells: list[str] = []
    places: list[Place] = []
    at = 0
    while match := CELL.match(line, at):
        quoted = match[1] is not None
        cells.append((match[1].replace('""', '"') if quoted else match[2]).strip())
        start = match.start(1) - 1 if quoted else match.start(2)
        places.append(source.place(offset + start))
        at = match.end()
        if not match[3]:
            return _DataRow(source.place(offset), tuple(cells), tuple(places))
    hint = ("格里有逗号或引号时，整格加英文引号", "put cells with commas or quotes in straight quotes")
    problems.add(source.place(offset + at), "引号没有成对", "the quotes do not pair", hint)
    return None


def _check(rows: Sequence[_DataRow], source: Source, problems: Problems) -> None:
    top = Place(source.file, 1, 1)
    if len(rows) < 2:
        hint = ("第一行写列名", "write the column names in the first row")
        problems.add(top, "数据表要有表头和至少一行数据", "a table needs a header and at least one row", hint)
        return
    if len(rows) > LARGEST_ROWS:
        hint = ("只放报告要用的行", "keep only the rows the report shows")
        problems.add(top, f"数据表超过 {LARGEST_ROWS} 行", f"over {LARGEST_ROWS} rows", hint)
        return
    _check_header(rows[0], problems)
    width = len(rows[0].cells)
    for row in rows[1:]:
        if len(row.cells) != width:
            zh = f"这一行有 {len(row.cells)} 格，表头有 {width} 格"
            en = f"{len(row.cells)} cells under a header of {width}"
            hint = ("每行的逗号数要相同；格里有逗号时加引号", "quote cells that contain a comma")
            problems.add(row.place, zh, en, hint)


def _check_header(header: _DataRow, problems: Problems) -> None:
    for column, name in enumerate(header.cells):
        if not name:
            hint = ("给每一列起名", "name every column")
            problems.add(header.places[column], "有一列没有列名", "a column has no name", hint)
        elif name in header.cells[:column]:
            hint = ("每列用不同的名称", "give each column a name of its own")
            problems.add(header.places[column], f"列名“{name}”重复", f"two columns are named '{name}'", hint)


def numbers(read: ReadTable, column: int, problems: Problems) -> Iterator[tuple[int, Decimal]]:
    """Row and number of every cell of a column; a cell without one is a problem at its own place."""
    for index, row in enumerate(read.table.rows):
        value = number_of(row[column])
        if value is not None:
            yield index, value
            continue
        name = read.table.header[column]
        zh = f"“{name}”列里“{row[column][:40]}”不是数" if row[column] else f"“{name}”列里有空格"
        en = f"'{row[column][:40]}' in column '{name}' is not a number"
        hint = ("改成数字，或用 y= 换一列", "correct it, or choose another column with y=")
        problems.add(read.place(index, column), zh, en, hint)


def number_of(cell: str) -> Decimal | None:
    """A cell's number; None where there is none."""
    try:
        number = Decimal(cell.replace(",", "").replace("，", "").replace("−", "-").rstrip("%").strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < LARGEST_NUMBER else None
