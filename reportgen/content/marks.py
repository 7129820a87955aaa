"""Marked prose into paragraphs, and what the marks say into figures, honours, rows and phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from reportgen.content.attributes import Attributes
from reportgen.content.markup import Block, Node
from reportgen.content.problems import Problems
from reportgen.content.quantity import read_quantity
from reportgen.content.source import Source
from reportgen.errors import Place
from reportgen.model.report import (
    Figure,
    Honour,
    HonourRank,
    LedgerRow,
    Mark,
    MarkKind,
    Paragraph,
    Plate,
    Quantity,
    Span,
)

CLASSES: dict[str, MarkKind] = {
    "key": "key",
    "honour": "honour",
    "row": "row",
    "verb": "verb",
    "item": "item",
    "quote": "quote",
    "plate": "plate",
    "name": "name",
    "en": "english",
}
FIGURE_CLASSES = ("hero", "inline")
FIGURE_KEYS = ("label", "asof", "series", "note", "parts", "unit", "status")
KEYS: dict[str, tuple[str, ...]] = {
    "figure": FIGURE_KEYS,
    "honour": ("level", "status", "holder"),
    "item": ("in",),
    "plate": ("note",),
    "side": ("side",),
}
ENDS = "。！？"
PAUSES = ENDS + "，；："
LONGEST_CLAUSE = 31  # characters
CLOSERS = "”’）》」』"


@dataclass(frozen=True, slots=True)
class Item:
    """A marked item of a panel group."""

    group: str
    text: str


@dataclass(slots=True)
class Gathered:
    """What the marks of one passage (lead, introduction, subsection) said, in reading order."""

    section: int | None = None
    subsection: int | None = None
    figures: list[Figure] = field(default_factory=list)
    honours: list[Honour] = field(default_factory=list)
    rows: list[LedgerRow] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    plates: list[tuple[Plate, Place]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


class MarkReader:
    """Turns paragraph blocks into paragraphs and fills the passage's :class:`Gathered`."""

    def __init__(self, source: Source, problems: Problems) -> None:
        self.source, self.problems = source, problems
        self.ids: dict[str, Place] = {}
        self.count = 0

    def paragraph(self, block: Block, into: Gathered) -> Paragraph:
        """The paragraph's text without marks, spans with them."""
        text = "".join(node.plain for node in block.nodes)
        spans: list[Span] = []
        self._walk(block.nodes, (), spans, _Where(text, into))
        return Paragraph(tuple(spans), block.place)

    def _walk(self, nodes: Iterable[Node], marks: tuple[Mark, ...], spans: list[Span], where: _Where) -> None:
        for node in nodes:
            if node.kind == "text":
                spans.append(Span(node.text, marks, node.place))
                where.at += len(node.text)
            elif node.kind == "strong":
                self._walk(node.children, (*marks, Mark("strong")), spans, where)
            else:
                self._walk(node.children, (*marks, *self._marks(node, where)), spans, where)

    def _marks(self, node: Node, where: _Where) -> tuple[Mark, ...]:
        attributes = node.attributes
        kinds = [CLASSES[name] for name in attributes.classes if name in CLASSES]
        figure = bool(attributes.id) and not set(kinds) - {"key", "name"}
        if "side" in attributes.values:
            kinds.append("side")
        self._check_keys(node, kinds, figure)
        if not node.plain.strip():
            self.problems.add(node.place, "标注里没有文字", "the mark holds no text", ("删掉它", "delete it"))
            return ()
        if not kinds and not figure:
            self.problems.add(
                node.place,
                "这个标注什么也没说",
                "this mark says nothing",
                (
                    "数字写 {#编号}，要点写 {.key}，荣誉写 {.honour}",
                    "a figure takes {#id}, a point {.key}, an honour {.honour}",
                ),
            )
        marks = tuple(self._mark(kind, node, where) for kind in kinds)
        return (*marks, Mark("figure", self._figure(node, where))) if figure else marks

    def _check_keys(self, node: Node, kinds: list[MarkKind], figure: bool) -> None:
        attributes = node.attributes
        allowed = {key for kind in kinds for key in KEYS.get(kind, ())} | set(FIGURE_KEYS if figure else ())
        for key in attributes.values:
            if key not in allowed:
                self.problems.unknown(self._at(node, key), ("属性", "attribute"), key, allowed or {"label"})
        for name in attributes.classes:
            if name not in CLASSES and not (name in FIGURE_CLASSES and figure):
                self.problems.unknown(
                    self._at(node, "." + name), ("类", "class"), name, (*CLASSES, *FIGURE_CLASSES)
                )
        for key in attributes.repeated:
            self.problems.add(
                self._at(node, key), f"“{key}”写了两次", f"'{key}' is given twice", ("删掉一个", "delete one")
            )

    def _at(self, node: Node, key: str) -> Place:
        offset = node.attributes.offsets.get(key)
        return self.source.place(node.attributes_at + offset) if offset is not None else node.place

    def _mark(self, kind: MarkKind, node: Node, where: _Where) -> Mark:
        text, into = node.plain, where.into
        if kind == "honour":
            return Mark(kind, self._honour(node, where))
        if kind == "row":
            into.rows.append(self._row(node))
        elif kind == "item":
            group = node.attributes.get("in")
            into.items.append(Item(group, text.strip("，。；、：")))
        elif kind == "quote":
            into.quotes.append(text.strip("，。；、："))
        elif kind == "plate":
            into.plates.append((Plate(text, node.attributes.get("note")), self._at(node, "note")))
        elif kind == "name":
            into.names.append(text)
        elif kind == "side":
            return Mark(kind, node.attributes.get("side"))
        return Mark(kind)

    def _claim(self, id: str, place: Place) -> None:
        if id in self.ids:
            first = self.ids[id]
            self.problems.add(
                place,
                f"编号“{id}”已在第 {first.line} 行用过",
                f"id '{id}' is used in line {first.line} already",
                ("换一个编号", "choose another id"),
            )
        self.ids.setdefault(id, place)

    def _figure(self, node: Node, where: _Where) -> str:
        id, text, attributes = node.attributes.id, node.plain, node.attributes
        self._claim(id, self._at(node, "#"))
        quantity = read_quantity(text)
        if quantity is None:
            self.problems.add(
                node.place,
                f"读不出数量“{text}”",
                f"cannot read a quantity in '{text}'",
                (
                    "只标数字及其限定词和单位，如 突破300亿元",
                    "mark the number with its qualifier and unit only",
                ),
            )
            return id
        parts = tuple(attributes.get("parts").split())
        self._check_figure(node, quantity, parts, where)
        sentence, clause = where.sentence(), where.clause(len(text))
        into = where.into
        into.figures.append(
            Figure(
                id=id,
                text=text,
                quantity=quantity,
                label=attributes.get("label") or label_from(clause, text),
                sentence=sentence,
                clause=clause,
                place=node.place,
                section=into.section,
                subsection=into.subsection,
                hero="hero" in attributes.classes,
                inline="inline" in attributes.classes,
                asof=attributes.get("asof"),
                series=attributes.get("series"),
                note=attributes.get("note"),
                parts=parts,
                unit=attributes.get("unit"),
                status=attributes.get("status"),
            )
        )
        return id

    def _check_figure(self, node: Node, quantity: Quantity, parts: tuple[str, ...], where: _Where) -> None:
        if parts and len(parts) != len(quantity.values):
            self.problems.add(
                self._at(node, "parts"),
                f"有 {len(quantity.values)} 个数，却写了 {len(parts)} 个名称",
                f"{len(quantity.values)} numbers but {len(parts)} names",
                ("每个数一个名称，用空格分开", "one name a number, separated by spaces"),
            )
        self._verbatim(node, "status", where.text)

    def _honour(self, node: Node, where: _Where) -> str:
        attributes = node.attributes
        self.count += 1
        id = attributes.id or f"honour-{self.count}"
        if attributes.id:
            self._claim(id, self._at(node, "#"))
        for key in ("level", "status", "holder"):
            self._verbatim(node, key, where.text)
        level = attributes.get("level")
        into = where.into
        into.honours.append(
            Honour(
                id=id,
                text=node.plain,
                level=level,
                status=attributes.get("status"),
                holder=attributes.get("holder"),
                rank=rank_of(level),
                sentence=where.sentence(),
                place=node.place,
                section=into.section,
                subsection=into.subsection,
            )
        )
        return id

    def _verbatim(self, node: Node, key: str, text: str) -> None:
        value = node.attributes.get(key)
        if value and value not in text:
            self.problems.add(
                self._at(node, key),
                f"“{value}”不是原文里的字句",
                f"'{value}' does not stand in the paragraph",
                ("照抄原文", "copy the words of the text"),
            )

    def _row(self, node: Node) -> LedgerRow:
        """Verb and object; a verb in the middle leaves an em space between what is before and after it."""
        verb, before, after = "", "", ""
        for child in node.children:
            if "verb" in child.attributes.classes and not verb:
                verb = child.plain
            elif verb:
                after += child.plain
            else:
                before += child.plain
        if not verb:
            self.problems.add(
                node.place,
                "清单行里要用 .verb 标出动词",
                "a ledger row needs its verb marked with .verb",
                ("[[打通]{.verb}断头路]{.row}", "[[verb]{.verb} object]{.row}"),
            )
        pieces = (before.strip("，。；、："), after.strip("，。；、："))
        return LedgerRow(verb, "　".join(piece for piece in pieces if piece), node.attributes.id)


@dataclass(slots=True)
class _Where:
    """The paragraph being read and how far its text has been walked."""

    text: str
    into: Gathered
    at: int = 0

    def sentence(self) -> str:
        """The whole sentence the walk stands in, with its closing mark."""
        return self._around(ENDS, self.at).strip()

    def clause(self, length: int) -> str:
        """From the comma before the number to the one behind it; 、 ends a long clause only."""
        start = max((self.text.rfind(mark, 0, self.at) for mark in PAUSES), default=-1) + 1
        while start < len(self.text) and self.text[start] in CLOSERS:
            start += 1
        ends = [at for mark in PAUSES if (at := self.text.find(mark, self.at + length)) >= 0]
        end = min(ends, default=len(self.text))
        if end - start > LONGEST_CLAUSE:
            start = max(start, self.text.rfind("、", start, self.at) + 1)
            comma = self.text.find("、", self.at + length, end)
            end = comma if comma >= 0 else end
        return self.text[start:end].strip()

    def _around(self, marks: str, at: int) -> str:
        start = max((self.text.rfind(mark, 0, at) for mark in marks), default=-1) + 1
        while start < len(self.text) and self.text[start] in CLOSERS:
            start += 1
        ends = [found for mark in marks if (found := self.text.find(mark, at)) >= 0]
        end = min(ends, default=len(self.text) - 1) + 1
        while end < len(self.text) and self.text[end] in CLOSERS:
            end += 1
        return self.text[start:end]


def label_from(clause: str, number: str) -> str:
    """A label out of the clause: the words before the number, or behind it where there are none."""
    before, _, after = clause.partition(number)
    words = re.split("[、（(]", before)[-1].strip("“”‘’达为超到了 ")
    return (words or re.split("[、）)]", after)[0].strip("“”‘’ "))[:24] or number


def rank_of(level: str) -> HonourRank:
    """国 anywhere means the nation; a province, region or provincial-level city comes next."""
    if "国" in level:
        return "national"
    provincial = ("省", "自治区", "北京市", "天津市", "上海市", "重庆市")
    return "provincial" if any(word in level for word in provincial) else "other"


def unused(attributes: Attributes, known: Iterable[str]) -> tuple[str, ...]:
    """Keys of a container that its kind does not know."""
    return tuple(key for key in attributes.values if key not in set(known))
