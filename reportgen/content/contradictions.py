"""Cells of data tables that say another number than the figure of the same label and period in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from reportgen.content.problems import Problems
from reportgen.content.table_cells import number_of
from reportgen.content.tables import ReadTable
from reportgen.errors import Place
from reportgen.model.report import Figure

YEAR = re.compile(r"(?:19|20)\d\d(?=年|$)")
UNIT_IN_HEAD = re.compile("(.+?)[（(]([^（）()]+)[）)]")


class _TableNumber(Struct, frozen=True):
    """A number of a table with what it is about: two names (row and column), a period, a unit."""

    names: frozenset[str]
    period: str
    unit: str
    text: str
    place: Place


def tell_contradictions(figures: Iterable[Figure], tables: Iterable[ReadTable], problems: Problems) -> None:
    """Adds a warning for each cell that contradicts a marked figure; approximate figures contradict nothing."""
    cells = [cell for read in tables for cell in _cells(read)]
    for figure in figures:
        for cell in cells:
            if _same(figure, cell) and _differs(figure, cell):
                problems.add(
                    cell.place,
                    f"表里是 {cell.text}，正文第 {figure.place.line} 行“{figure.label}”是 {figure.text}",
                    f"the table has {cell.text}, line {figure.place.line} of the text has {figure.text}",
                    ("核对两处，改成同一个数", "check both and make them the same number"),
                    "warning",
                )


def _cells(read: ReadTable) -> Iterator[_TableNumber]:
    header = read.table.header
    for index, row in enumerate(read.table.rows):
        for column in range(1, len(header)):
            if number_of(row[column]) is None:
                continue
            match = UNIT_IN_HEAD.fullmatch(header[column])
            name, unit = (match[1], match[2]) if match else (header[column], read.table.unit)
            periods = [_year(words) for words in (row[0], name) if _year(words)]
            names = frozenset(words for words in (row[0], name) if not _year(words))
            period = periods[0] if len(periods) == 1 else ""
            yield _TableNumber(names, period, unit, row[column], read.place(index, column))


def _year(words: str) -> str:
    """The year that a row or column is, and nothing else."""
    match = YEAR.match(words)
    return match.group() if match and len(words) <= len("2024年") else ""


def _same(figure: Figure, cell: _TableNumber) -> bool:
    """Label and period of the figure are those of the cell; with a series, row and column are the two."""
    unit = figure.display_unit
    if not cell.names or (unit and cell.unit and unit != cell.unit) or len(figure.quantity.values) != 1:
        return False
    said = frozenset(words for words in (figure.label, figure.series) if words)
    if cell.period:
        return cell.period == _period(figure) and cell.names <= said and figure.label in cell.names
    return len(cell.names) > 1 and cell.names == said


def _period(figure: Figure) -> str:
    """The year of ``asof=`` or ``period=``, else the only one that the sentence names."""
    years = set(YEAR.findall(figure.asof + figure.period) or YEAR.findall(figure.sentence))
    return years.pop() if len(years) == 1 else ""


def _differs(figure: Figure, cell: _TableNumber) -> bool:
    """Whether the numbers differ by more than the rounding of the coarser of the two."""
    quantity, value = figure.quantity, number_of(cell.text)
    if value is None or quantity.open_end or quantity.vague or "约" in quantity.qualifier or quantity.suffix:
        return False
    said = quantity.signed if value < 0 or quantity.measure == "level" else abs(quantity.signed)
    places = min(_places(value), _places(said))
    return abs(value - said) > Decimal(5).scaleb(-places - 1)


def _places(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))
