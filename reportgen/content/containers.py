"""Containers into components: what a designer would add, made of words and figures of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import cast, get_args

from reportgen.content.honesty import refuse_misleading
from reportgen.content.marks import Gathered, unused
from reportgen.content.markup import Block
from reportgen.content.pictures import read_picture
from reportgen.content.problems import Problems
from reportgen.content.source import Source
from reportgen.content.tables import number_of, read_table
from reportgen.errors import Place
from reportgen.model.chart import ChartKind, ChartSpec, Datum, Series
from reportgen.model.report import (
    Chart,
    Component,
    DataTable,
    Figure,
    Ledger,
    PanelGroup,
    Panels,
    Plates,
    Quote,
    Stats,
    Table,
)

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "chart": (
            "kind",
            "figure",
            "figures",
            "title",
            "unit",
            "highlight",
            "note",
            "table",
            "x",
            "y",
            "source",
        ),
        "table": ("data", "title"),
        "stats": ("figures", "title"),
        "ledger": ("title", "note", "of"),
        "panels": ("heads", "title"),
        "plates": (),
        "quote": (),
        "picture": ("file", "alt", "credit"),
        "speaker": (),
        "internal": (),
    }
)
PROSE = ("speaker", "internal")


@dataclass(frozen=True, slots=True)
class Context:
    """What containers refer to: the figures and words of the whole report, its folder, its passage."""

    figures: Mapping[str, Figure]
    text: str
    folder: Path
    file: str
    source: Source
    problems: Problems
    tables: dict[str, DataTable]

    def place(self, block: Block, key: str) -> Place:
        offset = block.attributes.offsets.get(key)
        return self.source.place(block.attributes_at + offset) if offset is not None else block.place

    def verbatim(self, block: Block, key: str) -> str:
        """The attribute's words; a problem when they do not stand in the text."""
        words = block.attributes.get(key)
        if words and words not in self.text:
            self.problems.add(
                self.place(block, key),
                f"“{words}”不是原文里的字句",
                f"'{words}' does not stand in the text",
                ("照抄原文，或去掉它", "copy words of the text, or leave it out"),
            )
        return words


def components(blocks: tuple[Block, ...], gathered: Gathered, context: Context) -> tuple[Component, ...]:
    """The passage's declared components in their order, then what was marked but not declared."""
    done: list[Component] = []
    for block in blocks:
        known = KEYS.get(block.name)
        if known is None:
            context.problems.unknown(block.place, ("容器", "container"), block.name, KEYS)
            continue
        for key in unused(block.attributes, known):
            context.problems.unknown(context.place(block, key), ("属性", "attribute"), key, known or ("—",))
        part = MAKERS[block.name](block, gathered, context) if block.name in MAKERS else None
        if part is not None:
            done.append(part)
    return (*done, *_undeclared(tuple(done), gathered, context))


def _undeclared(done: tuple[Component, ...], gathered: Gathered, context: Context) -> tuple[Component, ...]:
    kinds = {type(part) for part in done}
    more: list[Component] = []
    if gathered.plates and Plates not in kinds:
        more.append(Plates(tuple(plate for plate, _ in gathered.plates), optional=True))
    if gathered.items and Panels not in kinds:
        more.append(Panels(_groups(gathered, _heads(gathered)), optional=True))
    if gathered.rows and Ledger not in kinds:
        more.append(Ledger(tuple(gathered.rows), optional=True))
    if gathered.quotes and Quote not in kinds:
        more.append(Quote(tuple(gathered.quotes), optional=True))
    for plate, place in gathered.plates:
        if plate.note and plate.note not in context.text:
            context.problems.add(
                place,
                f"“{plate.note}”不是原文里的字句",
                f"'{plate.note}' does not stand in the text",
                ("照抄原文", "copy words of the text"),
            )
    return tuple(more)


def _heads(gathered: Gathered) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.group for item in gathered.items))


def _groups(gathered: Gathered, heads: tuple[str, ...]) -> tuple[PanelGroup, ...]:
    return tuple(
        PanelGroup(head, tuple(item.text for item in gathered.items if item.group == head)) for head in heads
    )


def _figures(block: Block, key: str, context: Context) -> tuple[Figure, ...]:
    found = []
    for id in block.attributes.get(key).split():
        if id in context.figures:
            found.append(context.figures[id])
        else:
            context.problems.unknown(
                context.place(block, key), ("数据编号", "figure id"), id, context.figures
            )
    return tuple(found)


def _need(block: Block, keys: tuple[str, ...], context: Context) -> bool:
    if any(block.attributes.get(key) for key in keys):
        return True
    listed = " / ".join(f"{key}=" for key in keys)
    context.problems.add(
        block.place,
        f"“::: {block.name}”缺少 {listed}",
        f"'::: {block.name}' lacks {listed}",
        ("在花括号里写上", "add it in the braces"),
    )
    return False


def _chart(block: Block, _: Gathered, context: Context) -> Component | None:
    kind = block.attributes.get("kind")
    if kind not in get_args(ChartKind):
        context.problems.unknown(
            context.place(block, "kind"), ("图表类型", "chart kind"), kind, get_args(ChartKind)
        )
        return None
    if not _need(block, ("figure", "figures", "table"), context):
        return None
    series, unit, source = (
        _from_table(block, context) if block.attributes.get("table") else _from_figures(block, context)
    )
    if not series:
        return None
    spec = ChartSpec(
        kind=cast("ChartKind", kind),
        title=_title(block, series, context),
        unit=block.attributes.get("unit") or unit,
        series=series,
        highlight=_highlight(block, series, context),
        note=block.attributes.get("note"),
        source=block.attributes.get("source") or source,
        id=block.attributes.id,
    )
    refuse_misleading(spec, block.place, context.problems)
    return Chart(spec, block.place)


def _title(block: Block, series: tuple[Series, ...], context: Context) -> str:
    """The author's words, else the label of a single figure."""
    if block.attributes.get("title"):
        table = context.tables.get(block.attributes.get("table"))
        words = block.attributes.get("title")
        return words if table and words == table.title else context.verbatim(block, "title")
    figure = context.figures.get(series[0].data[0].figure)
    table = context.tables.get(block.attributes.get("table"))
    return (table.title if table else "") or (figure.label if figure else "")


def _highlight(block: Block, series: tuple[Series, ...], context: Context) -> int | None:
    wanted = block.attributes.get("highlight")
    if not wanted:
        return None
    for i, datum in enumerate(series[0].data):
        if wanted in (datum.figure, datum.label):
            return i
    known = [datum.figure or datum.label for datum in series[0].data]
    context.problems.unknown(context.place(block, "highlight"), ("数据", "datum"), wanted, known)
    return None


def _from_figures(block: Block, context: Context) -> tuple[tuple[Series, ...], str, str]:
    key = "figures" if block.attributes.get("figures") else "figure"
    figures = _figures(block, key, context)
    data = tuple(datum for figure in figures for datum in _data(figure))
    units = {datum.unit for datum in data}
    return ((Series("", data),) if data else (), units.pop() if len(units) == 1 else "", "")


def _data(figure: Figure) -> tuple[Datum, ...]:
    """A figure's values; a ratio gives one datum a part."""
    quantity = figure.quantity
    several = len(quantity.values) > 1
    names = figure.parts or (figure.label,) * len(quantity.values)
    return tuple(
        Datum(
            label=names[i] if several else figure.label,
            value=float(value),
            text=quantity.numerals[i],
            figure=figure.id,
            unit=figure.display_unit,
            open_end=quantity.open_end,
            status=figure.status,
            qualifier=quantity.qualifier,
        )
        for i, value in enumerate(quantity.values)
    )


def _from_table(block: Block, context: Context) -> tuple[tuple[Series, ...], str, str]:
    name = block.attributes.get("table")
    table = _table_of(name, context.place(block, "table"), context)
    if table is None:
        return (), "", ""
    x = block.attributes.get("x") or table.header[0]
    columns = tuple(block.attributes.get("y").split()) or tuple(h for h in table.header if h != x)
    for column in (x, *columns):
        if column not in table.header:
            key = "x" if column == x else "y"
            context.problems.unknown(context.place(block, key), ("列", "column"), column, table.header)
            return (), "", ""
    series = tuple(_column(table, x, column, block, context) for column in columns)
    return series, table.unit, table.source


def _column(table: DataTable, x: str, column: str, block: Block, context: Context) -> Series:
    at, label_at = table.header.index(column), table.header.index(x)
    data = []
    for row in table.rows:
        value = number_of(row[at])
        if value is None:
            context.problems.add(
                context.place(block, "table"),
                f"“{table.name}”的“{column}”列里“{row[at]}”不是数",
                f"'{row[at]}' in column '{column}' of '{table.name}' is no number",
                ("改成数字或换一列", "mend it or choose another column"),
            )
            continue
        data.append(Datum(row[label_at], float(value), row[at], unit=table.unit))
    return Series(column, tuple(data))


def _table_of(name: str, place: Place, context: Context) -> DataTable | None:
    if name not in context.tables:
        table = read_table(context.folder, name, context.file, place, context.problems)
        if table is None:
            return None
        context.tables[name] = table
    return context.tables[name]


def _table(block: Block, _: Gathered, context: Context) -> Component | None:
    if not _need(block, ("data",), context):
        return None
    table = _table_of(block.attributes.get("data"), context.place(block, "data"), context)
    return Table(table, block.attributes.get("title") or table.title, block.place) if table else None


def _stats(block: Block, _: Gathered, context: Context) -> Component | None:
    if not _need(block, ("figures",), context):
        return None
    figures = _figures(block, "figures", context)
    return Stats(tuple(f.id for f in figures), context.verbatim(block, "title")) if figures else None


def _ledger(block: Block, gathered: Gathered, context: Context) -> Component | None:
    rows = tuple(gathered.rows)
    wanted = block.attributes.get("of").split()
    if wanted:
        by_id = {row.id: row for row in rows if row.id}
        for id in wanted:
            if id not in by_id:
                context.problems.unknown(context.place(block, "of"), ("清单行", "ledger row"), id, by_id)
        rows = tuple(by_id[id] for id in wanted if id in by_id)
    if not rows:
        _nothing(block, ".row", context)
        return None
    return Ledger(rows, context.verbatim(block, "title"), context.verbatim(block, "note"))


def _nothing(block: Block, mark: str, context: Context) -> None:
    context.problems.add(
        block.place,
        f"“::: {block.name}”没有内容：本节没有标 {mark}",
        f"'::: {block.name}' is empty: nothing here is marked {mark}",
        (f"在正文里标 {mark}，或删掉这个容器", f"mark words with {mark}, or delete the container"),
    )


def _panels(block: Block, gathered: Gathered, context: Context) -> Component | None:
    heads = tuple(block.attributes.get("heads").split()) or _heads(gathered)
    if not gathered.items:
        _nothing(block, ".item", context)
        return None
    for head in heads:
        if head not in context.text:
            context.problems.add(
                context.place(block, "heads"),
                f"“{head}”不是原文里的字",
                f"'{head}' does not stand in the text",
                ("用原文里的字", "use characters of the text"),
            )
    groups = _groups(gathered, heads)
    for group in groups:
        if not group.items:
            context.problems.unknown(
                context.place(block, "heads"), ("分组", "group"), group.head, _heads(gathered)
            )
    return Panels(tuple(g for g in groups if g.items), context.verbatim(block, "title"))


def _plates(block: Block, gathered: Gathered, context: Context) -> Component | None:
    if not gathered.plates:
        _nothing(block, ".plate", context)
        return None
    return Plates(tuple(plate for plate, _ in gathered.plates))


def _quote(block: Block, gathered: Gathered, context: Context) -> Component | None:
    if not gathered.quotes:
        _nothing(block, ".quote", context)
        return None
    return Quote(tuple(gathered.quotes))


def _picture(block: Block, _: Gathered, context: Context) -> Component | None:
    if not _need(block, ("file",), context) or not _need(block, ("alt",), context):
        return None
    values = block.attributes
    return read_picture(
        context.folder,
        values.get("file"),
        values.get("alt"),
        values.get("credit"),
        context.place(block, "file"),
        context.problems,
    )


MAKERS: Mapping[str, Callable[[Block, Gathered, Context], Component | None]] = MappingProxyType(
    {
        "chart": _chart,
        "table": _table,
        "stats": _stats,
        "ledger": _ledger,
        "panels": _panels,
        "plates": _plates,
        "quote": _quote,
        "picture": _picture,
    }
)
