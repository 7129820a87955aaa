"""The head of a report: a small YAML mapping, every key known, every value checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml
from msgspec import Struct, field

from reportgen.content.problems import Hint, Problems
from reportgen.content.source import CONTROL, Source
from reportgen.errors import Place

TEXT_KEYS = ("title", "series", "organisation", "byline", "theme", "template", "printer", "signature", "date")
KEYS = (*TEXT_KEYS, "contact", "names", "build")
SWITCH = {"true": True, "false": False}
LONGEST = 200  # characters of one value
LARGEST_HEAD = 20_000  # characters
MOST_ENTRIES = 500
DEEPEST = 4  # levels of nesting; the head needs two
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?(?!\d)")
FENCE = re.compile(r"-{3,}[ \t]*$")
UNSAFE = re.compile("[\ud800-\udfff]")
BREAK = "|"


class Front(Struct, frozen=True):
    """The head's values; texts still carry the author's break marks (|)."""

    texts: dict[str, str] = field(default_factory=dict)
    contact: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    build: bool = False
    places: dict[str, Place] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """The value without break marks; empty where it is not given."""
        return self.texts.get(key, "").replace(BREAK, "")

    def lines(self, key: str, marks: str = BREAK) -> tuple[str, ...]:
        """The value cut at the author's break marks."""
        return cut(self.texts.get(key, ""), marks)


def cut(text: str, marks: str = BREAK) -> tuple[str, ...]:
    """Display lines: the text cut at any of the marks, empty pieces left out."""
    pieces = re.split(f"[{re.escape(marks)}]", text)
    return tuple(piece.strip() for piece in pieces if piece.strip())


def split_front(source: Source, problems: Problems) -> tuple[str, int]:
    """The YAML between the ``---`` lines and the offset where the text begins."""
    lines = source.text.split("\n")
    if not FENCE.fullmatch(lines[0]):
        problems.add(
            Place(source.file, 1, 1),
            "缺少文件头（--- 之间的 title 等）",
            "the head (title etc. between --- lines) is missing",
            ("第一行写 ---，然后 title: 标题，再写 ---", "begin with ---, then title: …, then ---"),
        )
        return "", 0
    for number, line in enumerate(lines[1:], 1):
        if FENCE.fullmatch(line):
            return "\n".join(lines[1:number]) + "\n", source.starts[number] + len(line)
    problems.add(
        Place(source.file, 1, 1),
        "文件头没有用 --- 结束",
        "the head is never closed with ---",
        ("在最后一个键下面写一行 ---", "write a line --- below its last key"),
    )
    return "", len(source.text)


def read_front(raw: str, source: Source, problems: Problems) -> Front:
    """Reads the YAML of the head; only plain text, lists and one level of mapping, no aliases, no tags."""
    if not raw:
        return Front()  # the missing or unclosed head has been reported
    before = len(problems.found)
    head = Place(source.file, 1, 1)
    if len(raw) > LARGEST_HEAD:
        problems.add(head, "文件头太大", "the head is too large", ("只写标题等几项", "keep to the few keys"))
        return Front()
    try:
        node = _compose(raw, source, problems)
    except yaml.YAMLError as fault:
        mark: Any = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
        where = _at(source, mark) if mark else head
        hint = (
            "值里有冒号、引号、方括号时，整个值加引号",
            "quote values that hold a colon, quotes or brackets",
        )
        problems.add(where, "文件头不是有效的 YAML", "the head is not valid YAML", hint)
        return Front()
    except (ValueError, OverflowError):  # an escape such as "\UFFFFFFFF" is no character
        problems.add(
            head,
            "文件头里的转义写错了",
            "a wrong escape in the head",
            ("直接写出字符", "write the character"),
        )
        return Front()
    if len(problems.found) > before:
        return Front()
    if not isinstance(node, yaml.MappingNode):
        hint = ("title: 标题", "title: …")
        problems.add(head, "文件头应为“键: 值”", "the head takes 'key: value' lines", hint)
        return Front()
    return _FrontReader(source, problems).front(node)


def _in_calendar(text: str) -> bool:
    """Whether a year and month (and day) in figures exist; other wordings are the author's."""
    match = DAY.search(text)
    if match is None:
        return True
    try:
        date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _at(source: Source, mark: Any) -> Place:
    """The head's first line is the file's second; the end of the head is the closing fence."""
    return Place(source.file, mark.line + 2, mark.column + 1)


def _compose(raw: str, source: Source, problems: Problems) -> yaml.Node | None:
    """The node tree, or None and a problem for what a head has no use for (alias bombs, tags, deep nests)."""
    for where, zh, en, hint in _refused(raw, source):
        problems.add(where, zh, en, hint)
        return None
    return yaml.compose(raw, Loader=yaml.SafeLoader)


def _refused(raw: str, source: Source) -> Iterator[tuple[Place, str, str, Hint]]:
    depth = 0
    for count, event in enumerate(yaml.parse(raw, Loader=yaml.SafeLoader), 1):
        where = _at(source, event.start_mark)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            hint = ("把值直接写出来", "write the value out")
            yield (
                where,
                "文件头里不能用 YAML 锚点和别名",
                "anchors and aliases have no place in the head",
                hint,
            )
        if getattr(event, "tag", None) not in (None, "!"):
            yield (
                where,
                "文件头里不能用 YAML 标签",
                "tags have no place in the head",
                ("去掉 !…", "drop the !…"),
            )
        if depth > DEEPEST or count > MOST_ENTRIES:
            yield (
                where,
                "文件头太深或太长",
                "the head is nested too deep or too long",
                ("只写“键: 值”", "keep to key: value"),
            )


class _FrontReader:
    """Checks the mapping's keys and values, each with its place."""

    def __init__(self, source: Source, problems: Problems) -> None:
        self.source, self.problems = source, problems

    def front(self, node: yaml.MappingNode) -> Front:
        texts: dict[str, str] = {}
        places: dict[str, Place] = {}
        contact: tuple[tuple[str, str], ...] = ()
        names: tuple[str, ...] = ()
        build = False
        for key_node, value in node.value:
            key, spot = str(key_node.value), _at(self.source, key_node.start_mark)
            if key in places:
                self._twice(key, spot)
            places[key] = spot
            if not isinstance(key_node, yaml.ScalarNode) or key not in KEYS:
                self.problems.unknown(spot, ("键", "key"), key[:40], KEYS)
            elif key == "contact":
                contact = self._mapping(value)
            elif key == "names":
                names = self._list(value)
            elif key == "build":
                build = self._switch(value, key)
            else:
                texts[key] = self._scalar(value, key)
                if key == "date" and not _in_calendar(texts[key]):
                    self._no_day(texts[key], _at(self.source, value.start_mark))
        self._need_title(texts, places)
        return Front(texts, contact, names, build, places)

    def _need_title(self, texts: dict[str, str], places: dict[str, Place]) -> None:
        if texts.get("title", "").replace(BREAK, "").strip():
            return
        place = places.get("title", Place(self.source.file, 1, 1))
        self.problems.add(place, "缺少 title", "title is missing", ("写上 title: 标题", "add title: …"))

    def _no_day(self, text: str, spot: Place) -> None:
        hint = ("写作 2026-01-15 或 2026年1月15日", "write 2026-01-15")
        self.problems.add(spot, f"“{text}”不是日历上的日期", f"'{text}' is no date of the calendar", hint)

    def _twice(self, key: str, spot: Place) -> None:
        self.problems.add(
            spot, f"“{key}”写了两次", f"'{key}' is given twice", ("删掉一个", "delete one of them")
        )

    def _scalar(self, node: yaml.Node, key: str) -> str:
        spot = _at(self.source, node.start_mark)
        if not isinstance(node, yaml.ScalarNode):
            hint = (f"{key}: 文字", f"{key}: text")
            self.problems.add(spot, f"“{key}”应为一行文字", f"'{key}' takes one line of text", hint)
            return ""
        text = re.sub(r"\s*\n\s*", "", str(node.value)).strip()
        if len(text) > LONGEST:
            zh, en = f"“{key}”超过 {LONGEST} 字", f"'{key}' is over {LONGEST} characters"
            self.problems.add(spot, zh, en, ("写短一些", "shorten it"))
        if CONTROL.search(text) or UNSAFE.search(text):
            zh, en = f"“{key}”里有控制字符", f"'{key}' holds a control character"
            self.problems.add(spot, zh, en, ("删掉它", "delete it"))
            return ""
        return text

    def _switch(self, node: yaml.Node, key: str) -> bool:
        word = str(node.value).strip().lower() if isinstance(node, yaml.ScalarNode) else ""
        if word not in SWITCH:
            hint = (f"{key}: true 或 {key}: false", f"{key}: true or {key}: false")
            self.problems.add(
                _at(self.source, node.start_mark),
                f"“{key}”应为 true 或 false",
                f"'{key}' is true or false",
                hint,
            )
        return SWITCH.get(word, False)

    def _mapping(self, node: yaml.Node) -> tuple[tuple[str, str], ...]:
        if isinstance(node, yaml.ScalarNode) and not node.value:
            return ()
        if not isinstance(node, yaml.MappingNode):
            hint = ("下面缩进写 电话: 号码", "indent lines such as phone: … below it")
            spot = _at(self.source, node.start_mark)
            self.problems.add(spot, "contact 应为“名称: 值”", "contact takes 'label: value' lines", hint)
            return ()
        pairs: dict[str, str] = {}
        for key, value in node.value:
            label = self._scalar(key, "contact")
            if label in pairs:
                self._twice(label, _at(self.source, key.start_mark))
            pairs[label] = self._scalar(value, label or "contact")
        return tuple(pairs.items())

    def _list(self, node: yaml.Node) -> tuple[str, ...]:
        if isinstance(node, yaml.ScalarNode) and not node.value:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            hint = ("names: [甲镇, 乙镇]", "names: [A, B]")
            spot = _at(self.source, node.start_mark)
            self.problems.add(spot, "names 应为名称列表", "names takes a list of names", hint)
            return ()
        names = (self._scalar(item, "names") for item in node.value)
        return tuple(dict.fromkeys(name for name in names if name))
