"""Data tables: CSV files beside the report with title, unit and source in comment lines."""

from __future__ import annotations

import csv
import re
from decimal import Decimal, InvalidOperation
from pathlib import Path

from reportgen.content.problems import Problems
from reportgen.content.source import read_source
from reportgen.errors import Message, Place, Problem, ReportgenError
from reportgen.model.report import DataTable

REMARK = re.compile(r"#\s*(标题|单位|来源|title|unit|source)\s*[:：]\s*(.*)", re.IGNORECASE)
FIELDS = {"标题": "title", "单位": "unit", "来源": "source"}
LARGEST_ROWS = 400


def inside(folder: Path, name: str, place: Place, problems: Problems) -> Path | None:
    """The path of a file of the report; None (and a problem) when it is outside or missing."""
    root = folder.resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        problems.add(
            place,
            f"“{name}”在报告文件夹之外",
            f"'{name}' lies outside the report folder",
            ("把文件放进报告文件夹", "put the file into the report folder"),
        )
        return None
    if not path.is_file():
        problems.add(
            place, f"找不到文件“{name}”", f"file '{name}' does not exist", ("检查文件名", "check its name")
        )
        return None
    return path


def read_table(folder: Path, name: str, file: str, place: Place, problems: Problems) -> DataTable | None:
    """The table of that CSV file (in ``data/`` when given without a folder); None when it is faulty."""
    relative = name if "/" in name else f"data/{name}"
    path = inside(folder, relative, place, problems)
    if path is None:
        return None
    try:
        return _read(path, name, f"{file}/{relative}")
    except ReportgenError as fault:
        problems.found += fault.problems
        return None


def _read(path: Path, name: str, file: str) -> DataTable:
    source = read_source(path, file)
    remarks: dict[str, str] = {}
    rows: list[tuple[int, tuple[str, ...]]] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        match = REMARK.match(line.strip())
        if match:
            remarks[FIELDS.get(match[1], match[1].lower())] = match[2].strip().rstrip(",")
        elif line.strip():
            cells = next(csv.reader([line]))
            rows.append((number, tuple(cell.strip() for cell in cells)))
    _check(rows, file)
    header, *body = (cells for _, cells in rows)
    return DataTable(
        name,
        remarks.get("title", ""),
        header,
        tuple(body),
        remarks.get("unit", ""),
        remarks.get("source", ""),
    )


def _check(rows: list[tuple[int, tuple[str, ...]]], file: str) -> None:
    if len(rows) < 2:
        raise ReportgenError(
            Problem(
                Message("数据表要有表头和至少一行数据", "a table needs a header and a row"),
                Place(file, 1, 1),
                Message("第一行写列名", "write the column names in the first row"),
            )
        )
    width = len(rows[0][1])
    problems = [
        Problem(
            Message(
                f"这一行有 {len(cells)} 格，表头有 {width} 格",
                f"{len(cells)} cells under a header of {width}",
            ),
            Place(file, number, 1),
            Message("每行的逗号数要相同；格里有逗号时加引号", "quote cells that contain a comma"),
        )
        for number, cells in rows
        if len(cells) != width
    ]
    if len(rows) > LARGEST_ROWS:
        problems.append(
            Problem(Message(f"数据表超过 {LARGEST_ROWS} 行", f"over {LARGEST_ROWS} rows"), Place(file, 1, 1))
        )
    if problems:
        raise ReportgenError(*problems)


def number_of(cell: str) -> Decimal | None:
    """A cell's number; None where it holds none."""
    try:
        return Decimal(cell.replace(",", "").replace("，", "").replace("−", "-").rstrip("%"))
    except InvalidOperation:
        return None
