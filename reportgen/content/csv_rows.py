"""The text of a CSV file into rows of cells with their places (RFC 4180: commas, cells in straight quotes)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.content.problems import Problems
from reportgen.content.source import Source
from reportgen.errors import Place

# a quoted cell ("" stands for one quote, a line break may stand in it), an unquoted one, and what ends it
CELL = re.compile(r'[ \t]*(?:"((?:[^"]|"")*)"[ \t]*|([^",\n]*))(,|\n|\Z)')
BREAK = re.compile(r"[ \t]*\n[ \t]*")
BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff（）]) (?=[\u3400-\u9fff（）])|(?<=[\u3400-\u9fff]) (?=（)")
OTHER_SEPARATORS = (
    ("\t", "制表符", "tabs"),
    ("，", "全角逗号", "full-width commas"),
    (";", "分号", "semicolons"),
)


class DataRow(Struct, frozen=True):
    """The cells of a record, and where it and each of them begin."""

    place: Place
    cells: tuple[str, ...]
    places: tuple[Place, ...]


def csv_rows(source: Source, offset: int, problems: Problems) -> tuple[DataRow, ...]:
    """The records from ``offset`` on, empty ones and empty columns at the right left out, header first.

    Adds a problem where quotes do not pair or the file is separated by something else than commas.
    """
    rows = tuple(row for row in _records(source, offset, problems) if any(row.cells))
    if rows and len(rows[0].cells) == 1:
        _check_separator(rows[0], problems)
    return _without_empty_columns(rows)


def _records(source: Source, at: int, problems: Problems) -> Iterator[DataRow]:
    text = source.text
    while at < len(text):
        start, cells, places = at, list[str](), list[Place]()
        end = ","
        while end == ",":
            match = CELL.match(text, at)
            if match is None:
                return _unpaired(source, at, problems)
            quoted = match[1] is not None
            cells.append(_cell(match[1].replace('""', '"') if quoted else match[2]))
            places.append(source.place(match.start(1) - 1 if quoted else match.start(2)))
            at, end = match.end(), match[3]
        yield DataRow(source.place(start), tuple(cells), tuple(places))


def _unpaired(source: Source, at: int, problems: Problems) -> None:
    hint = ("格里有逗号或引号时，整格加英文引号", "put cells with commas or quotes in straight quotes")
    problems.add(source.place(at), "引号没有成对", "the quotes do not pair", hint)


def _cell(text: str) -> str:
    """A line break in a cell is no space between Chinese characters."""
    return BETWEEN_HAN.sub("", BREAK.sub(" ", text.strip()))


def _check_separator(header: DataRow, problems: Problems) -> None:
    for mark, zh, en in OTHER_SEPARATORS:
        at = header.cells[0].find(mark)
        if at > 0:
            hint = (
                "用半角逗号分隔；Excel 里另存为“CSV UTF-8（逗号分隔）”",
                "separate cells with commas (in Excel: CSV UTF-8)",
            )
            place = header.places[0].along(at)
            problems.add(
                place, f"这张表用{zh}分隔，不是逗号", f"this table is separated by {en}, not commas", hint
            )
            return


def _without_empty_columns(rows: Sequence[DataRow]) -> tuple[DataRow, ...]:
    """Columns at the right that have neither name nor content are what a spreadsheet leaves behind."""
    if not rows:
        return ()
    header = rows[0].cells
    longest = max((_filled(row.cells) for row in rows[1:]), default=0)
    width = max(_filled(header), min(longest, len(header)))
    return tuple(_cut(row, max(width, _filled(row.cells))) for row in rows)


def _filled(cells: Sequence[str]) -> int:
    return max((index for index, cell in enumerate(cells, 1) if cell), default=0)


def _cut(row: DataRow, width: int) -> DataRow:
    return DataRow(row.place, row.cells[:width], row.places[:width])
