"""``::: chart`` into a chart specification, its data from marked figures or from a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.charts.kinds import KINDS
from reportgen.charts.record import ChartKind
from reportgen.charts.share import share
from reportgen.content.context import Context
from reportgen.content.honesty import refuse_misleading
from reportgen.content.markup import Block
from reportgen.content.tables import ReadTable, numbers
from reportgen.model.chart import ChartSpec, Datum, Series
from reportgen.model.report import Chart, Figure

UNIT_IN_HEAD = re.compile("(.+?)[（(]([^（）()]+)[）)]")
UNDRAWABLE = {"range": ("范围", "a range"), "growth": ("翻番", "a doubling")}


class _Data(Struct, frozen=True):
    """A chart's series, and the unit, source and title given where they come from."""

    series: tuple[Series, ...] = ()
    unit: str = ""
    source: str = ""
    title: str = ""


def read_chart(block: Block, context: Context) -> Chart | None:
    """The chart, or None and problems: unknown kind or figure, a table with errors, a chart that would mislead."""
    if not context.needs(block, "kind"):
        return None
    kind = KINDS.get(name := block.attributes.get("kind"))
    if kind is None:
        context.problems.unknown(context.place(block, "kind"), ("图表类型", "chart kind"), name, tuple(KINDS))
        return None
    if not context.needs(block, "figures", "figure", "table"):
        return None
    before = len(context.problems.found)
    data = (
        _from_table(block, context) if block.attributes.get("table") else _from_figures(block, kind, context)
    )
    spec = ChartSpec(
        kind=name,
        title=context.verbatim(block, "title", (data.title,)) or data.title,
        unit=context.own_words(block, "unit") or data.unit,
        series=_shares(data.series) if kind.share else data.series,
        highlight=_highlight(block, data.series, context),
        note=context.own_words(block, "note"),
        source=context.credit(block, "source") or data.source,
        id=block.attributes.id,
    )
    if len(context.problems.found) > before or not data.series:
        return None
    refuse_misleading(spec, block.place, context.problems)
    if len(context.problems.found) == before:
        _need_title(spec, block, context)
    return Chart(spec, block.place)


def _need_title(spec: ChartSpec, block: Block, context: Context) -> None:
    if not spec.title:
        hint = ("用原文的字句写 title=…", "write title=… in words from the text")
        context.problems.add(block.place, "图没有标题", "the chart has no title", hint)


def _highlight(block: Block, series: Sequence[Series], context: Context) -> int | None:
    wanted = block.attributes.get("highlight")
    if not wanted or not series:
        return None
    for i, datum in enumerate(series[0].data):
        if wanted in (datum.figure, datum.label):
            return i
    known = [datum.figure or datum.label for datum in series[0].data]
    context.problems.unknown(context.place(block, "highlight"), ("数据", "datum"), wanted, known)
    return None


def _shares(series: Iterable[Series]) -> tuple[Series, ...]:
    """Every value as the part of one whole that it is."""
    return tuple(
        replace(one, data=tuple(replace(datum, value=share(datum.value, datum.unit)) for datum in one.data))
        for one in series
    )


def _from_figures(block: Block, kind: ChartKind, context: Context) -> _Data:
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
    data = tuple(datum for figure in figures for datum in _data(figure))
    return _Data((Series("", data),) if data else (), _common(d.unit for d in data), "", _title(figures))


def _grouped(block: Block, key: str, figures: Sequence[Figure], context: Context) -> _Data:
    """One series for each ``series=`` of the figures; every series has the same labels."""
    names = tuple(dict.fromkeys(figure.series for figure in figures))
    groups = tuple(
        Series(name, tuple(d for f in figures if f.series == name for d in _data(f))) for name in names
    )
    labels = {tuple(datum.label for datum in group.data) for group in groups}
    if len(labels) > 1:
        zh, en = "各组的名称不一致", "the groups do not have the same labels"
        hint = (
            "同组的数字写同样的 series=，各组的 label= 要对应",
            "give matching label= within every series=",
        )
        context.problems.add(context.place(block, key), zh, en, hint)
    return _Data(groups, _common(d.unit for group in groups for d in group.data))


def _title(figures: Sequence[Figure]) -> str:
    """A lone figure's label, or the name several figures share as their series."""
    if len(figures) == 1:
        return figures[0].label
    return _common(figure.series for figure in figures)


def _common(words: Iterable[str]) -> str:
    found = set(words)
    return found.pop() if len(found) == 1 else ""


def _data(figure: Figure) -> tuple[Datum, ...]:
    """A figure's values; a ratio gives one datum a part."""
    quantity = figure.quantity
    several = len(quantity.values) > 1
    names = figure.parts or (figure.label,) * len(quantity.values)
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
            qualifier=quantity.qualifier,
        )
        for i, value in enumerate(quantity.values)
    )


def _from_table(block: Block, context: Context) -> _Data:
    read = context.table(block, "table")
    if read is None:
        return _Data()
    heads = read.table.header
    x = _column(block, "x", block.attributes.get("x") or heads[0], read, context)
    wanted = block.attributes.get("y").split() or [head for i, head in enumerate(heads) if i != x]
    columns = [_column(block, "y", name, read, context) for name in wanted]
    if x is None or None in columns:
        return _Data()
    if not columns:
        zh, en = (
            f"“{read.table.name}”只有一列，画不成图",
            f"'{read.table.name}' has only one column, which cannot be charted",
        )
        hint = ("第一列写名称，后面的列写数", "put names in the first column and numbers in the others")
        context.problems.add(context.place(block, "table"), zh, en, hint)
    series = tuple(_series(read, x, y, context) for y in columns if y is not None)
    units = _common(datum.unit for one in series for datum in one.data)
    return _Data(series, units, read.table.source, read.table.title)


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


def _series(read: ReadTable, x: int, y: int, context: Context) -> Series:
    label, unit = _label_and_unit(read.table.header[y], read)
    rows = read.table.rows
    data = tuple(
        Datum(rows[index][x], float(value), rows[index][y], unit=unit)
        for index, value in numbers(read, y, context.problems)
    )
    return Series(label, data)
