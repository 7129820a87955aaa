"""Containers into components: what a designer would add, made of words and figures of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reportgen.content.chart_block import read_chart
from reportgen.content.container_records import BY_NAME, ContainerRecord
from reportgen.content.context import Context
from reportgen.content.marks import Gathered, PanelItem
from reportgen.content.markup import Block
from reportgen.content.pictures import read_picture
from reportgen.content.pipe_tables import is_written
from reportgen.errors import Place
from reportgen.model.report import (
    Component,
    Ledger,
    LedgerRow,
    PanelGroup,
    Panels,
    Plates,
    Quote,
    Stats,
    Table,
)

AXIS_OPTIONS = frozenset(
    {"axis", "min", "max", "ymin", "ymax", "from", "start", "baseline", "zero", "truncate", "log"}
)


def components(blocks: tuple[Block, ...], gathered: Gathered, context: Context) -> tuple[Component, ...]:
    """The passage's declared components in their order, then what was marked but not declared."""
    done: list[Component] = []
    for block in blocks:
        record = BY_NAME.get(block.name)
        if record is None:
            context.problems.unknown(block.place, ("容器", "container"), block.name, BY_NAME)
            continue
        check_attributes(block, record, context)
        if record.once and any(other.name == block.name for other in blocks[: blocks.index(block)]):
            zh, en = f"这一节已有“::: {block.name}”", f"there is already a '::: {block.name}' here"
            context.problems.add(block.place, zh, en, ("删掉一个", "delete one"))
        part = MAKERS[block.name](block, gathered, context) if block.name in MAKERS else None
        if part is not None:
            done.append(part)
    _check_marks(gathered, context)
    return (*done, *_undeclared({block.name for block in blocks}, gathered))


def check_attributes(block: Block, record: ContainerRecord, context: Context) -> None:
    """Unknown and repeated attributes; an option to cut an axis gets an answer of its own."""
    problems, attributes = context.problems, block.attributes
    for key in attributes.values:
        place = context.place(block, key)
        if key in record.keys:
            continue
        if block.name == "chart" and key in AXIS_OPTIONS:
            hint = (
                "删掉它；差别太小就用 ::: stats",
                "delete it; use ::: stats where the differences are small",
            )
            problems.add(place, "坐标轴从零开始，不能截断", "axes start at zero and are never cut", hint)
        else:
            problems.unknown(place, ("属性", "attribute"), key, record.keys)
    for name in attributes.classes:
        problems.unknown(context.place(block, "." + name), ("类", "class"), name, ())
    for key in attributes.repeated:
        zh, en = f"“{key}”写了两次", f"'{key}' is given twice"
        problems.add(context.place(block, key), zh, en, ("删掉一个", "delete one"))


def _check_marks(gathered: Gathered, context: Context) -> None:
    """Group heads and notes of plates are words of the text."""
    heads = {item.group: item.place for item in reversed(gathered.items) if item.group}
    notes = [(plate.note, place) for plate, place in gathered.plates]
    for words, place in (*heads.items(), *notes):
        if words and words not in context.text:
            context.problems.verbatim(place, words)


def _undeclared(declared: set[str], gathered: Gathered) -> tuple[Component, ...]:
    more: list[Component] = []
    if gathered.plates and "plates" not in declared:
        more.append(Plates(tuple(plate for plate, _ in gathered.plates), optional=True))
    if gathered.items and "panels" not in declared:
        more.append(Panels(_groups(gathered.items, _heads(gathered)), optional=True))
    if gathered.rows and "ledger" not in declared:
        more.append(Ledger(tuple(gathered.rows), optional=True))
    if gathered.quotes and "quote" not in declared:
        more.append(Quote(tuple(gathered.quotes), optional=True))
    return tuple(more)


def _heads(gathered: Gathered) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.group for item in gathered.items))


def _groups(items: list[PanelItem], heads: tuple[str, ...]) -> tuple[PanelGroup, ...]:
    return tuple(PanelGroup(head, tuple(item.text for item in items if item.group == head)) for head in heads)


def _table(block: Block, _: Gathered, context: Context) -> Component | None:
    if is_written(block):
        if "data" in block.attributes.values:
            zh, en = "这里已经写了一张表，又写了 data=", "there is a table in it and data= names another"
            context.problems.add(context.place(block, "data"), zh, en, ("留一样", "keep one of them"))
        read = context.written_table(block)
    else:
        read = context.table(block, "data") if context.needs(block, "data") else None
    if read is None:
        return None
    title = context.verbatim(block, "title", (read.table.title,)) or read.table.title
    return Table(read.table, title, block.place)


def _stats(block: Block, _: Gathered, context: Context) -> Component | None:
    if not context.needs(block, "figures"):
        return None
    figures = context.chosen(block, "figures")
    ids = tuple(figure.id for figure in figures)
    return Stats(ids, context.verbatim(block, "title"), block.place) if figures else None


def _ledger(block: Block, gathered: Gathered, context: Context) -> Component | None:
    rows = tuple(gathered.rows)
    if not rows:
        _nothing(block, ".row", context)
        return None
    if block.attributes.get("of").strip():
        rows = _rows_of(block, rows, context)
    title, note = (context.verbatim(block, key) for key in ("title", "note"))
    return Ledger(rows, title, note, place=block.place)


def _rows_of(block: Block, rows: tuple[LedgerRow, ...], context: Context) -> tuple[LedgerRow, ...]:
    by_id = {row.id: row for row in rows if row.id}
    wanted = tuple(dict.fromkeys(block.attributes.get("of").split()))
    for id in wanted:
        if id not in by_id:
            context.problems.unknown(context.place(block, "of"), ("清单行", "ledger row"), id, by_id)
    return tuple(by_id[id] for id in wanted if id in by_id)


def _nothing(block: Block, mark: str, context: Context) -> None:
    context.problems.add(
        block.place,
        f"“::: {block.name}”没有内容：本节没有标 {mark}",
        f"'::: {block.name}' is empty: nothing in this section is marked {mark}",
        (f"在正文里标 {mark}，或删掉这个容器", f"mark words with {mark}, or delete the container"),
    )


def _panels(block: Block, gathered: Gathered, context: Context) -> Component | None:
    if not gathered.items:
        _nothing(block, ".item", context)
        return None
    place: Place = context.place(block, "heads")
    heads = tuple(dict.fromkeys(block.attributes.get("heads").split())) or _heads(gathered)
    for head in heads:
        if head not in context.text:
            context.problems.verbatim(place, head)
        elif head not in _heads(gathered):
            context.problems.unknown(place, ("分组", "group"), head, _heads(gathered))
    for head in _heads(gathered):
        if head and head not in heads:
            zh, en = f"分组“{head}”没有列在 heads 里", f"group '{head}' is not among the heads"
            context.problems.add(place, zh, en, ("补上它", "add it"))
    return Panels(_groups(gathered.items, heads), context.verbatim(block, "title"), place=block.place)


def _plates(block: Block, gathered: Gathered, context: Context) -> Component | None:
    if not gathered.plates:
        _nothing(block, ".plate", context)
        return None
    return Plates(tuple(plate for plate, _ in gathered.plates), place=block.place)


def _quote(block: Block, gathered: Gathered, context: Context) -> Component | None:
    if not gathered.quotes:
        _nothing(block, ".quote", context)
        return None
    return Quote(tuple(gathered.quotes), place=block.place)


def _picture(block: Block, _: Gathered, context: Context) -> Component | None:
    if not context.needs(block, "file") or not context.needs(block, "alt"):
        return None
    values = block.attributes
    context.own_words(block, "alt")
    return read_picture(
        context.folder,
        values.get("file"),
        values.get("alt"),
        context.credit(block, "credit"),
        context.place(block, "file"),
        context.problems,
    )


def _chart(block: Block, _: Gathered, context: Context) -> Component | None:
    return read_chart(block, context)


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
