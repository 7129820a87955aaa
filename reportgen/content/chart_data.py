"""The data of a chart: from marked figures, or from the columns of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from reportgen.charts.record import ChartKind
from reportgen.content.context import Context
from reportgen.content.directions import HOLDS
from reportgen.content.markup import Block
from reportgen.content.quantity import SIGNS, WIDE
from reportgen.content.table_cells import total_rows
from reportgen.content.tables import ReadTable, numbers
from reportgen.model.chart import Datum, Series
from reportgen.model.quantity import Quantity
from reportgen.model.report import DataTable, Figure

UNIT_IN_HEAD = re.compile("(.+?)[（(]([^（）()]+)[）)]")
UNDRAWABLE = {"range": ("范围", "a range"), "growth": ("翻番", "a doubling")}


class ChartData(Struct, frozen=True):
    """A chart's series, and the unit, source and title given where they come from.

    ``names``: words its title may be made of besides those of the text. ``totals``: what sums up the data in
    their table (合计), left out of them.
    """

    series: tuple[Series, ...] = ()
    unit: str = ""
    source: str = ""
    title: str = ""
    names: tuple[str, ...] = ()
    totals: tuple[Datum, ...] = ()


def from_figures(block: Block, kind: ChartKind, context: Context) -> ChartData:
    """The figures of ``figures=`` or ``figure=``; a problem for each that is no single value."""
    key = "figures" if block.attributes.get("figures") else "figure"
    figures = context.chosen(block, key)
    for figure in figures:
        if figure.quantity.kind in UNDRAWABLE:
            what = UNDRAWABLE[figure.quantity.kind]
            zh = f"“{figure.text}”是{what[0]}，画不成一个值"
            en = f"'{figure.text}' is {what[1]} and cannot be drawn as a single value"
            context.problems.add(context.place(block, key), zh, en, ("用 ::: stats", "use ::: stats"))
    if kind.series == "named":
        return _grouped(block, key, figures, context)
    data = tuple(datum for figure in figures for datum in _data(figure, figures))
    series = (Series("", data),) if data else ()
    return ChartData(series, _common(d.unit for d in data), "", _title(figures), _names(figures))


def _grouped(block: Block, key: str, figures: Sequence[Figure], context: Context) -> ChartData:
    """One series for each ``series=`` of the figures; every series has the same labels."""
    names = tuple(dict.fromkeys(figure.series for figure in figures))
    groups = tuple(
        Series(name, tuple(d for f in figures if f.series == name for d in _data(f, figures)))
        for name in names
    )
    labels = {tuple(datum.label for datum in group.data) for group in groups}
    if len(labels) > 1:
        zh, en = "各组的名称不一致", "the groups do not have the same labels"
        hint = (
            "同组的数字写同样的 series=，各组的 label= 要对应",
            "give matching label= within every series=",
        )
        context.problems.add(context.place(block, key), zh, en, hint)
    unit = _common(d.unit for group in groups for d in group.data)
    return ChartData(groups, unit, names=_names(figures))


def _names(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for f in figures for words in (f.label, f.series) if words))


def _title(figures: Sequence[Figure]) -> str:
    """A lone figure's label, or the name several figures share as their series."""
    if len(figures) == 1:
        return figures[0].label
    return _common(figure.series for figure in figures)


def _common(words: Iterable[str]) -> str:
    found = set(words)
    return found.pop() if len(found) == 1 else ""


def _word(quantity: Quantity) -> str:
    """What says the direction or the side of zero: the text's own word, else a sign, unless the numeral has it."""
    if quantity.numeral[0] in SIGNS or quantity.word in HOLDS:
        return ""
    sign = "−" if quantity.sign < 0 else "+" if quantity.measure == "change" else ""
    return quantity.word or sign


def total_datum(figure: Figure) -> Datum:
    """A figure that is the whole of others."""
    return _data(figure, (figure,))[0]


def _data(figure: Figure, beside: Sequence[Figure]) -> tuple[Datum, ...]:
    """A figure's values with their signs; a ratio gives one datum a part.

    The word of a change is said with it, that of a level (盈利) where another of the chart lies below zero.
    """
    quantity = figure.quantity
    diverges = any(other.quantity.sign < 0 for other in beside)
    word = _word(quantity) if diverges or quantity.measure != "level" else ""
    several = len(quantity.values) > 1
    names = figure.parts or (figure.label,) * len(quantity.values)
    lead = quantity.qualifier if word in quantity.qualifier else word + quantity.qualifier
    return tuple(
        Datum(
            label=names[i] if several and i < len(names) else figure.label,
            value=float(value),
            text=quantity.numerals[i],
            figure=figure.id,
            unit=figure.display_unit,
            open_end=quantity.open_end,
            status=figure.status,
            suffix=quantity.suffix,
            qualifier=lead,
            word=word,
            measure=quantity.measure,
        )
        for i, value in enumerate(quantity.signed_values)
    )


def from_table(block: Block, context: Context) -> ChartData:
    """The columns of ``table=`` chosen with ``x=`` and ``y=``, without what sums up the others (合计)."""
    read = context.table(block, "table")
    if read is None:
        return ChartData()
    table = read.table
    x = _column(block, "x", block.attributes.get("x") or table.header[0], read, context)
    wanted = block.attributes.get("y").split()
    columns = [_column(block, "y", name, read, context) for name in wanted or _parts(table, x)]
    if x is None or None in columns:
        return ChartData()
    if not columns:
        zh, en = (
            f"“{table.name}”只有一列，画不成图",
            f"'{table.name}' has only one column, which cannot be charted",
        )
        hint = ("第一列写名称，后面的列写数", "put names in the first column and numbers in the others")
        context.problems.add(context.place(block, "table"), zh, en, hint)
    chosen = [y for y in columns if y is not None]
    read_columns = [_series(read, x, y, context) for y in chosen]
    series = tuple(one for one, _ in read_columns)
    unit = _common(datum.unit for one in series for datum in one.data)
    totals = read_columns[0][1] if len(read_columns) == 1 else ()
    return ChartData(series, unit, table.source, table.title, _heads(read), totals)


def _parts(table: DataTable, x: int | None) -> list[str]:
    """Names of the columns that are not the names' and sum up no others."""
    columns = [(head, *(row[i] for row in table.rows)) for i, head in enumerate(table.header) if i != x]
    totals = total_rows(columns)
    parts = [column[0] for i, column in enumerate(columns) if i not in totals]
    return parts if len(parts) > 1 else [column[0] for column in columns]


def _heads(read: ReadTable) -> tuple[str, ...]:
    return tuple(_label_and_unit(head, read)[0] for head in read.table.header)


def _column(block: Block, key: str, name: str, read: ReadTable, context: Context) -> int | None:
    """Index of the column of that name, with or without the unit in its head."""
    heads = read.table.header
    for i, head in enumerate(heads):
        if name in (head, _label_and_unit(head, read)[0]):
            return i
    context.problems.unknown(context.place(block, key), ("列", "column"), name, heads)
    return None


def _label_and_unit(head: str, read: ReadTable) -> tuple[str, str]:
    """产值（亿元） carries its own unit; other columns take the table's."""
    match = UNIT_IN_HEAD.fullmatch(head)
    return (match[1], match[2]) if match and not read.table.unit else (head, read.table.unit)


def _series(read: ReadTable, x: int, y: int, context: Context) -> tuple[Series, tuple[Datum, ...]]:
    """The column's data, and apart from them what its rows of totals say."""
    label, unit = _label_and_unit(read.table.header[y], read)
    rows, totals = read.table.rows, read.table.totals
    data = [
        (index, Datum(rows[index][x], float(value), rows[index][y].translate(WIDE), unit=unit))
        for index, value in numbers(read, y, context.problems)
    ]
    parts = tuple(datum for index, datum in data if index not in totals)
    return Series(label, parts), tuple(datum for index, datum in data if index in totals)
