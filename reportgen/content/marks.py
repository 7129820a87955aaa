"""Marked prose into paragraphs, and its marks into figures, honours, rows and phrases."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from reportgen.content.figure_options import FigureOptions
from reportgen.content.footnotes import Footnotes
from reportgen.content.in_clause import GIVEN, doubt, given, in_clause
from reportgen.content.inline import InlineNode
from reportgen.content.mark_records import BY_KIND, CLASSES
from reportgen.content.markup import Block
from reportgen.content.not_quantities import is_hotline, why_unread
from reportgen.content.problems import Problems
from reportgen.content.quantity import read_quantity
from reportgen.content.sentences import clause_at, label_from, led_by, sentence_at
from reportgen.content.source import Source
from reportgen.errors import Place
from reportgen.model.quantity import Quantity
from reportgen.model.report import (
    Figure,
    Honour,
    HonourRank,
    LedgerRow,
    Mark,
    MarkKind,
    Paragraph,
    Plate,
    Span,
)

FIGURE_CLASSES = BY_KIND["figure"].classes
BESIDE_FIGURE = frozenset({"key", "name"})  # a span with an id and any other class is not a figure
EDGES = "，。；、："
PROVINCIAL = ("省", "自治区", "北京", "天津", "上海", "重庆", "香港", "澳门")


class PanelItem(Struct, frozen=True):
    """A marked item of a panel group."""

    group: str
    text: str
    place: Place


class Gathered(Struct):
    """What the marks of one passage (lead, introduction, subsection) declare, in reading order."""

    section: int | None = None
    subsection: int | None = None
    figures: list[Figure] = field(default_factory=list)
    honours: list[Honour] = field(default_factory=list)
    rows: list[LedgerRow] = field(default_factory=list)
    items: list[PanelItem] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    plates: list[tuple[Plate, Place]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    added: list[tuple[str, Place]] = field(default_factory=list)  # an author's own words that will be shown


class _Where(Struct):
    """The paragraph being read, how far its text has been walked, and what encloses the walk."""

    text: str
    into: Gathered
    at: int = 0
    inside: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        return sentence_at(self.text, self.at)


class MarkReader:
    """Turns paragraph blocks into paragraphs and fills the passage's :class:`Gathered`."""

    def __init__(self, source: Source, footnotes: Footnotes, problems: Problems) -> None:
        self.source, self.footnotes, self.problems = source, footnotes, problems
        self.ids: dict[str, Place] = {}
        self.count = 0

    def paragraph(self, block: Block, into: Gathered) -> Paragraph:
        """The paragraph's text without marks, spans with them."""
        spans: list[Span] = []
        self._walk(block.nodes, (), spans, _Where(block.plain, into))
        return Paragraph(tuple(spans), block.place)

    def _walk(
        self, nodes: Iterable[InlineNode], marks: tuple[Mark, ...], spans: list[Span], where: _Where
    ) -> None:
        for node in nodes:
            if node.kind == "text":
                spans.append(Span(node.text, marks, node.place))
                where.at += len(node.text)
                continue
            if node.kind == "note":
                noted = Mark("note", self.footnotes.mark(node, self.problems))
                spans.append(Span("", (*marks, noted), node.place))
                continue
            own = (Mark("strong"),) if node.kind == "strong" else self._marks(node, where)
            outside = where.inside
            where.inside = (*outside, *(mark.kind for mark in own))
            self._walk(node.children, (*marks, *own), spans, where)
            where.inside = outside

    def _marks(self, node: InlineNode, where: _Where) -> tuple[Mark, ...]:
        attributes = node.attributes
        kinds = [CLASSES[name] for name in attributes.classes if name in CLASSES]
        figure = bool(attributes.id) and not set(kinds) - BESIDE_FIGURE
        if "side" in attributes.values:
            kinds.append("side")
        self._check_keys(node, kinds, figure)
        if not node.plain.strip():
            self.problems.add(
                node.place, "标注里没有文字", "there is no text in the mark", ("删掉它", "delete it")
            )
            return ()
        if not kinds and not figure and not attributes.classes:
            self._says_nothing(node)
        marks = tuple(self._mark(kind, node, where) for kind in kinds)
        return (*marks, Mark("figure", self._figure(node, where))) if figure else marks

    def _says_nothing(self, node: InlineNode) -> None:
        hint = (
            "数字写 {#编号}，要点写 {.key}，荣誉写 {.honour}",
            "write {#id} for a figure, {.key} for a point, {.honour} for an honour",
        )
        self.problems.add(
            node.place, "这个标注没有写编号或类别", "this mark has neither an id nor a class", hint
        )

    def _check_keys(self, node: InlineNode, kinds: list[MarkKind], figure: bool) -> None:
        attributes = node.attributes
        taking: list[MarkKind] = [*kinds, *(("figure",) if figure else ())]
        allowed = {key for kind in taking for key in BY_KIND[kind].keys}
        known = (*CLASSES, *(FIGURE_CLASSES if figure else ()))
        for key in attributes.values:
            if key not in allowed:
                self.problems.unknown(self._at(node, key), ("属性", "attribute"), key, allowed)
        for name in attributes.classes:
            if name in FIGURE_CLASSES and not figure:
                zh, en = f".{name} 只用于数字", f".{name} is for figures only"
                hint = ("给它一个编号：{#编号 …}", "give it an id: {#id …}")
                self.problems.add(self._at(node, "." + name), zh, en, hint)
            elif name not in known:
                self.problems.unknown(self._at(node, "." + name), ("类", "class"), name, known)
        for key in attributes.repeated:
            zh, en = f"“{key}”写了两次", f"'{key}' is given twice"
            self.problems.add(self._at(node, key), zh, en, ("删掉一个", "delete one"))

    def _at(self, node: InlineNode, key: str) -> Place:
        offset = node.attributes.offsets.get(key)
        return self.source.place(node.attributes_at + offset) if offset is not None else node.place

    def _words_at(self, node: InlineNode, key: str) -> Place:
        return self.source.place(node.attributes_at + node.attributes.starts[key])

    def _mark(self, kind: MarkKind, node: InlineNode, where: _Where) -> Mark:
        text, into = node.plain, where.into
        if kind == "honour":
            return Mark(kind, self._honour(node, where))
        if kind == "row":
            into.rows.append(self._row(node))
        elif kind == "verb":
            self._check_verb(node, where)
        elif kind == "item":
            into.items.append(self._item(node))
        elif kind == "quote":
            into.quotes.append(text.strip(EDGES))
        elif kind == "plate":
            into.plates.append((Plate(text, node.attributes.get("note")), self._at(node, "note")))
        elif kind == "name":
            into.names.append(text)
        elif kind == "side":
            self._check_words(node, kind, where)
            return Mark(kind, node.attributes.get("side"))
        return Mark(kind)

    def _claim(self, id: str, place: Place) -> None:
        if id in self.ids:
            first = self.ids[id]
            self.problems.add(
                place,
                f"编号“{id}”已在第 {first.line} 行用过",
                f"id '{id}' is already used in line {first.line}",
                ("换一个编号", "choose another id"),
            )
        self.ids.setdefault(id, place)

    def _figure(self, node: InlineNode, where: _Where) -> str:
        id, text = node.attributes.id, node.plain
        self._claim(id, self._at(node, "#"))
        quantity = read_quantity(text, parts=bool(node.attributes.get("parts")))
        hotline = is_hotline(led_by(where.text, where.at), text, where.text[where.at + len(text) :])
        if "figure" in where.inside:
            zh, en = "数字里不能再标数字", "a figure cannot contain another figure"
            self.problems.add(node.place, zh, en, ("分开标", "mark them side by side"))
        elif quantity is None or hotline:
            zh, en, hint = why_unread(text, hotline=hotline)
            self.problems.add(node.place, zh, en, hint)
        else:
            self._check_figure(node, quantity, where)
            directed = self._directed(node, quantity, where)
            where.into.figures.append(self._read_figure(node, directed, where))
        return id

    def _read_figure(self, node: InlineNode, quantity: Quantity, where: _Where) -> Figure:
        attributes, text = node.attributes, node.plain
        clause = clause_at(where.text, where.at, len(text))
        return Figure(
            id=attributes.id,
            text=text,
            quantity=quantity,
            label=attributes.get("label") or self._derived_label(node, clause),
            sentence=where.sentence,
            clause=clause,
            place=node.place,
            section=where.into.section,
            subsection=where.into.subsection,
            hero="hero" in attributes.classes,
            inline="inline" in attributes.classes,
            series=attributes.get("series"),
            note=attributes.get("note"),
            parts=tuple(attributes.get("parts").split()),
            unit=attributes.get("unit"),
            status=attributes.get("status"),
            **FigureOptions(attributes, lambda key: self._at(node, key), self.problems).read(),
        )

    def _directed(self, node: InlineNode, quantity: Quantity, where: _Where) -> Quantity:
        """The quantity with the direction its clause says, or the author; what stays open is asked."""
        before, said = led_by(where.text, where.at), node.attributes.get("direction")
        quantity = in_clause(quantity, before, where.text[where.at + len(node.plain) :])
        if said in GIVEN:
            return given(quantity, said, before)
        if said:
            self.problems.unknown(self._at(node, "direction"), ("方向", "direction"), said, GIVEN)
        elif (words := doubt(quantity, before)) and not self._says(node, words):
            self.problems.add(
                node.place,
                f"从“{words}”看不出“{node.plain}”是升、是降，还是现在的数",
                f"'{words}' leaves open whether '{node.plain}' is a rise, a fall or a level",
                (
                    "写 direction=rise、fall 或 level，或写进 label",
                    "write direction=rise, fall or level, or say it in the label",
                ),
                "warning",
            )
        return quantity

    def _says(self, node: InlineNode, words: str) -> bool:
        return any(words in node.attributes.get(key) for key in ("label", "series"))

    def _derived_label(self, node: InlineNode, clause: str) -> str:
        label = label_from(clause, node.plain)
        self.problems.add(
            node.place,
            f"没有写名称，取“{label}”",
            f"no label given; taken from the clause: '{label}'",
            ("不合适就写 label=…", "write label=… if it does not fit"),
            "note",
        )
        return label

    def _check_figure(self, node: InlineNode, quantity: Quantity, where: _Where) -> None:
        parts = node.attributes.get("parts").split()
        if parts and len(parts) != len(quantity.values):
            self.problems.add(
                self._at(node, "parts"),
                f"有 {len(quantity.values)} 个数，却写了 {len(parts)} 个名称",
                f"{len(quantity.values)} numbers but {len(parts)} names",
                ("每个数一个名称，用空格分开", "give one name per number, separated by spaces"),
            )
        if quantity.kind == "ratio" and not any(quantity.values):
            self.problems.add(
                node.place,
                f"“{node.plain}”的各部分都是零，不成比例",
                f"'{node.plain}': parts that are all zero are no ratio",
                ("核对原文，或去掉标注", "check the text, or leave it unmarked"),
            )
        self._check_words(node, "figure", where)

    def _honour(self, node: InlineNode, where: _Where) -> str:
        attributes = node.attributes
        self.count += 1
        id = attributes.id or f"honour-{self.count}"
        if attributes.id:
            self._claim(id, self._at(node, "#"))
        self._check_words(node, "honour", where)
        level = attributes.get("level")
        where.into.honours.append(
            Honour(
                id=id,
                text=node.plain,
                level=level,
                status=attributes.get("status"),
                holder=attributes.get("holder"),
                rank=rank_of(level),
                sentence=where.sentence,
                place=node.place,
                section=where.into.section,
                subsection=where.into.subsection,
            )
        )
        return id

    def _check_words(self, node: InlineNode, kind: MarkKind, where: _Where) -> None:
        """Words of the sentence must be in it; the author's own are kept for the check of their numbers."""
        for attribute in BY_KIND[kind].attributes:
            words = node.attributes.get(attribute.key)
            if not words or attribute.value is None:
                continue
            if attribute.value.words == "own":
                where.into.added.append((words, self._words_at(node, attribute.key)))
            elif attribute.value.words == "sentence" and words not in where.sentence:
                self._not_in_sentence(words, self._at(node, attribute.key))

    def _not_in_sentence(self, words: str, place: Place) -> None:
        self.problems.add(
            place,
            f"“{words}”不是这句话里的字句",
            f"'{words}' is not in this sentence",
            ("照抄原句", "copy the words of the sentence"),
        )

    def _item(self, node: InlineNode) -> PanelItem:
        group = node.attributes.get("in")
        if not group:
            hint = ("写作 [文字]{.item in=组名}", "write [text]{.item in=group}")
            self.problems.add(node.place, "条目没有写属于哪一组", "the item does not name its group", hint)
        return PanelItem(group, node.plain.strip(EDGES), self._at(node, "in"))

    def _check_verb(self, node: InlineNode, where: _Where) -> None:
        if "row" not in where.inside:
            hint = ("写作 [[打通]{.verb}断头路]{.row}", "write [[verb]{.verb} object]{.row}")
            self.problems.add(node.place, "动词不在清单行里", "a verb is marked outside a ledger row", hint)

    def _row(self, node: InlineNode) -> LedgerRow:
        """Verb and object; a verb in the middle leaves an em space between what is before and after it."""
        if node.attributes.id:
            self._claim(node.attributes.id, self._at(node, "#"))
        before, verb, after = _around_verb(node)
        if not verb:
            hint = ("[[打通]{.verb}断头路]{.row}", "[[verb]{.verb} object]{.row}")
            zh, en = "清单行里要用 .verb 标出动词", "a ledger row needs its verb marked with .verb"
            self.problems.add(node.place, zh, en, hint)
        pieces = (before.strip(EDGES), after.strip(EDGES))
        return LedgerRow(verb, "　".join(piece for piece in pieces if piece), node.attributes.id)


def _around_verb(row: InlineNode) -> tuple[str, str, str]:
    """The text before the row's first verb, the verb, the text behind it."""
    pieces = ["", "", ""]
    at = 0

    def walk(node: InlineNode) -> None:
        nonlocal at
        if not at and "verb" in node.attributes.classes:
            pieces[1], at = node.plain, 2
        elif node.kind == "text":
            pieces[at] += node.text
        else:
            for child in node.children:
                walk(child)

    for child in row.children:
        walk(child)
    return pieces[0], pieces[1], pieces[2]


def rank_of(level: str) -> HonourRank:
    """国 anywhere means the nation; a province, region or provincial-level city comes next."""
    if "国" in level:
        return "national"
    return "provincial" if any(word in level for word in PROVINCIAL) else "other"
