"""The workbook behind a chart: its cells, and the values a chart's formulas point at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.verify.evidence import Datapoint
from reportgen.verify.office_package import Package

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRINGS = "xl/sharedStrings.xml"
RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$")
MOST_CELLS = 10_000


def cells_of(package: Package, part: str) -> dict[str, str]:
    """The texts and numbers of the workbook's first sheet by address (A1)."""
    book = Package(package.bytes_of(part), f"{package.name} {part}")
    sheets = sorted(
        name for name in book.parts if name.startswith("xl/worksheets/") and name.endswith(".xml")
    )
    if not sheets:
        raise book.damaged("xl/worksheets")
    texts = _strings(book) if STRINGS in book.parts else []
    return {cell.get("r", ""): _text(cell, texts) for cell in book.tree(sheets[0]).iter(f"{SHEET}c")}


def _strings(book: Package) -> list[str]:
    items = book.tree(STRINGS).iter(f"{SHEET}si")
    return ["".join(node.text or "" for node in item.iter(f"{SHEET}t")) for item in items]


def _text(cell: Any, texts: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(node.text or "" for node in cell.iter(f"{SHEET}t"))
    value = cell.findtext(f"{SHEET}v") or ""
    if cell.get("t") == "s":
        return texts[int(value)] if value.isdigit() and int(value) < len(texts) else ""
    return value


def points_of(cells: Mapping[str, str], name: str, categories: str, values: str) -> Iterator[Datapoint]:
    """What the cells hold where a series' formulas point."""
    series = "".join(cells.get(address, "") for address in _addresses(name))
    places = zip(_addresses(categories), _addresses(values), strict=False)
    for category, value in places:
        if cells.get(value, ""):
            yield Datapoint(series, cells.get(category, ""), cells[value])


def _addresses(formula: str) -> list[str]:
    """The addresses of a one-column range: 数据!$B$2:$B$5."""
    match = RANGE.search(formula)
    if match is None:
        return []
    column, first, other, last = match.groups()
    rows = range(int(first), int(last or first) + 1)
    return [f"{column}{row}" for row in rows[:MOST_CELLS]] if other in (None, column) else []
