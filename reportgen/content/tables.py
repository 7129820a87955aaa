"""Data tables: CSV files beside the report with title, unit and source in comment lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from reportgen.content.csv_rows import DataRow, csv_rows
from reportgen.content.files import inside
from reportgen.content.problems import Hint, Problems
from reportgen.content.source import Source, read_source
from reportgen.content.table_cells import COMMA, number_of, odd_signs, total_rows, wrong_comma
from reportgen.errors import Place, ReportgenError
from reportgen.model.report import DataTable

REMARK = re.compile(r"[ \t]*#[ \t]*(标题|单位|来源|title|unit|source)[ \t]*[:：](.*)", re.IGNORECASE)
OTHER_REMARK = re.compile(r"[ \t]*#")
FIELDS = {"标题": "title", "单位": "unit", "来源": "source"}
LARGEST_ROWS = 400


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


def read_table(folder: Path, name: str, file: str, place: Place, problems: Problems) -> ReadTable | None:
    """The table of that CSV file (in ``data/`` when given without a folder); None when it has errors."""
    relative = name if "/" in name else f"data/{name}"
    path = inside(folder, relative, place, problems)
    if path is None:
        return None
    try:
        source = read_source(path, f"{file}/{relative}", table=True)
    except ReportgenError as fault:
        problems.found += fault.problems
        return None
    before = len(problems.errors)
    remarks, rows = _read(source, problems)
    if len(problems.errors) == before:
        _check(rows, source, problems)
    if len(problems.errors) > before:
        return None
    _tell_encoding(source, problems)
    header, *body = (row.cells for row in rows)
    given = {key: words for key, (words, _) in remarks.items()}
    table = DataTable(
        name,
        given.get("title", ""),
        header,
        tuple(body),
        given.get("unit", ""),
        given.get("source", ""),
        total_rows(body),
    )
    return ReadTable(table, tuple(row.places for row in rows), tuple(remarks.values()))


def _tell_encoding(source: Source, problems: Problems) -> None:
    if source.encoding != "UTF-8":
        hint = ("另存为 UTF-8 就不再提示", "save it as UTF-8 to remove this note")
        zh, en = f"这张表是 {source.encoding} 编码，已照此读出", f"this table was read as {source.encoding}"
        problems.add(Place(source.file, 1, 1), zh, en, hint, "note")


def _read(source: Source, problems: Problems) -> tuple[dict[str, tuple[str, Place]], tuple[DataRow, ...]]:
    """Comment lines before the header say title, unit and source; empty lines are passed over."""
    remarks: dict[str, tuple[str, Place]] = {}
    for number, line in enumerate(source.text.split("\n")):
        match = REMARK.match(line)
        if match:
            key, words = match[1].lower(), match[2].strip().rstrip(",").strip()
            place = source.place(source.starts[number] + match.end(2) - len(match[2].lstrip()))
            remarks[FIELDS.get(key, key)] = (words, place)
        elif OTHER_REMARK.match(line):
            hint = ("写作 # 标题: … 、# 单位: … 、# 来源: …", "write # title: …, # unit: … or # source: …")
            place = Place(source.file, number + 1, 1)
            problems.add(place, "这一行说明的写法不对", "this comment line cannot be read", hint)
        elif line.strip(", \t"):
            return remarks, csv_rows(source, source.starts[number], problems)
    return remarks, ()


def _check(rows: Sequence[DataRow], source: Source, problems: Problems) -> None:
    top = Place(source.file, 1, 1)
    if len(rows) < 2:
        hint = ("第一行写列名", "write the column names in the first row")
        problems.add(top, "数据表要有表头和至少一行数据", "a table needs a header and at least one row", hint)
        return
    if len(rows) > LARGEST_ROWS:
        hint = ("只放报告要用的行", "keep only the rows the report shows")
        problems.add(top, f"数据表超过 {LARGEST_ROWS} 行", f"over {LARGEST_ROWS} rows", hint)
        return
    check_header(rows[0], problems)
    width = len(rows[0].cells)
    for row in rows[1:]:
        if len(row.cells) != width:
            zh = f"这一行有 {len(row.cells)} 格，表头有 {width} 格"
            en = f"{len(row.cells)} cells under a header of {width}"
            hint = ("每行的逗号数要相同；格里有逗号时加引号", "quote cells that contain a comma")
            problems.add(row.place, zh, en, hint)


def check_header(header: DataRow, problems: Problems) -> bool:
    """Whether a column has no name or that of another: each is told."""
    before = len(problems.errors)
    for column, name in enumerate(header.cells):
        if not name:
            hint = ("给每一列起名", "name every column")
            problems.add(header.places[column], "有一列没有列名", "a column has no name", hint)
        elif name in header.cells[:column]:
            hint = ("每列用不同的名称", "give each column a name of its own")
            problems.add(header.places[column], f"列名“{name}”重复", f"two columns are named '{name}'", hint)
    return len(problems.errors) > before


def numbers(read: ReadTable, column: int, problems: Problems) -> Iterator[tuple[int, Decimal]]:
    """DataRow and number of every cell of a column; a cell that holds none is a problem of its own place."""
    cells = [row[column] for row in read.table.rows]
    odd = frozenset(odd_signs(cells)) if all(number_of(cell) is not None for cell in cells) else frozenset()
    for index, cell in enumerate(cells):
        value = number_of(cell)
        if value is not None and index not in odd:
            yield index, value
        else:
            zh, en, hint = _fault(cell, read.table.header[column])
            problems.add(read.place(index, column), zh, en, hint)


def _fault(cell: str, name: str) -> tuple[str, str, Hint]:
    """What is wrong with a cell that cannot be drawn."""
    hint = ("改成数字，或用 y= 换一列", "correct it, or choose another column with y=")
    if not cell:
        return f"“{name}”列里有空格", f"an empty cell in column '{name}'", hint
    shown = cell[:40]
    if wrong_comma(cell):
        return f"“{shown}”的逗号不是三位一隔", f"the comma of '{shown}' parts no group of three", COMMA
    if number_of(cell) is not None:
        hint = ("整列都写 %，或都不写", "give every cell of the column a %, or none")
        return (
            f"“{name}”列里有的带 %，有的不带：“{shown}”",
            f"column '{name}' mixes % and none: '{shown}'",
            hint,
        )
    return f"“{name}”列里“{shown}”不是数", f"'{shown}' in column '{name}' is no number", hint
