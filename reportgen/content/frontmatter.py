"""The front matter of a report: a small YAML mapping, every key known, every value checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import yaml
from msgspec import Struct

from reportgen.content.head_fields import FIELDS, HeadField, known_keys
from reportgen.content.head_values import HeadValues
from reportgen.content.problems import Hint, Problems
from reportgen.content.source import Source
from reportgen.errors import Place

LARGEST_HEAD = 20_000  # characters
MOST_ENTRIES = 500
DEEPEST = 4  # levels of nesting; front matter needs two
FENCE = re.compile(r"-{3,}[ \t]*$")
BREAK = "|"
NONE: Mapping[str, Any] = MappingProxyType({})


class Front(Struct, frozen=True):
    """The head's values by key; texts still carry the author's break marks (|)."""

    values: Mapping[str, Any] = NONE
    places: Mapping[str, Place] = NONE
    words: tuple[tuple[str, Place], ...] = ()  # what outputs show of it, each where it stands

    def text(self, key: str) -> str:
        """The value of a line of text without break marks; empty where it is not given."""
        return str(self.values.get(key, "")).replace(BREAK, "")

    def attributes(self, fields: tuple[HeadField, ...] = FIELDS) -> dict[str, Any]:
        """What the report has of its head, by the names of its attributes."""
        found: dict[str, Any] = {}
        for field in fields:
            value = self.values.get(field.key, field.kind.empty)
            found[field.key] = value.replace(BREAK, "") if isinstance(value, str) else value
            if field.breaks:
                found[f"{field.key}_lines"] = cut(value, field.breaks)
            if field.placed:
                found[f"{field.key}_place"] = self.places.get(field.key)
        return found


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
            "the front matter (title etc. between --- lines) is missing",
            (
                "第一行写 ---，然后 title: 标题，再写 ---",
                "begin with a line ---, then title: …, then a line ---",
            ),
        )
        return "", 0
    for number, line in enumerate(lines[1:], 1):
        if FENCE.fullmatch(line):
            return "\n".join(lines[1:number]) + "\n", source.starts[number] + len(line)
    problems.add(
        Place(source.file, 1, 1),
        "文件头没有用 --- 结束",
        "the front matter is not closed with ---",
        ("在最后一个键下面写一行 ---", "add a line --- below the last key"),
    )
    return "", len(source.text)


def read_front(raw: str, source: Source, problems: Problems, fields: tuple[HeadField, ...] = FIELDS) -> Front:
    """Reads the YAML of the front matter; only plain text, lists and one level of mapping, no aliases, no tags."""
    if not raw:
        return Front()  # missing or unclosed front matter has been reported
    before = len(problems.found)
    head = Place(source.file, 1, 1)
    if len(raw) > LARGEST_HEAD:
        problems.add(
            head,
            "文件头太大",
            "the front matter is too large",
            ("只写标题等几项", "keep only the keys it needs"),
        )
        return Front()
    try:
        node = _compose(raw, source, problems)
    except yaml.YAMLError as fault:
        mark: Any = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
        where = HeadValues(source, problems).at(mark) if mark else head
        hint = (
            "值里有冒号、引号、方括号时，整个值加引号",
            "quote values that contain a colon, quotes or brackets",
        )
        problems.add(where, "文件头不是有效的 YAML", "the front matter is not valid YAML", hint)
        return Front()
    except (ValueError, OverflowError):  # an escape such as "\UFFFFFFFF" is not a character
        problems.add(
            head,
            "文件头里的转义写错了",
            "an invalid escape in the front matter",
            ("直接写出字符", "write the character itself"),
        )
        return Front()
    if len(problems.found) > before:
        return Front()
    if not isinstance(node, yaml.MappingNode):
        hint = ("title: 标题", "title: …")
        problems.add(head, "文件头应为“键: 值”", "the front matter takes 'key: value' lines", hint)
        return Front()
    return _front(node, HeadValues(source, problems), fields)


def _compose(raw: str, source: Source, problems: Problems) -> yaml.Node | None:
    """The node tree, or None and a problem for what front matter does not need (aliases, tags, deep nesting)."""
    for where, zh, en, hint in _refused(raw, HeadValues(source, problems)):
        problems.add(where, zh, en, hint)
        return None
    return yaml.compose(raw, Loader=yaml.SafeLoader)


def _refused(raw: str, head: HeadValues) -> Iterator[tuple[Place, str, str, Hint]]:
    depth = 0
    for count, event in enumerate(yaml.parse(raw, Loader=yaml.SafeLoader), 1):
        where = head.at(event.start_mark)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            hint = ("把值直接写出来", "write the value out")
            yield (
                where,
                "文件头里不能用 YAML 锚点和别名",
                "YAML anchors and aliases are not allowed in the front matter",
                hint,
            )
        if getattr(event, "tag", None) not in (None, "!"):
            yield (
                where,
                "文件头里不能用 YAML 标签",
                "YAML tags are not allowed in the front matter",
                ("去掉 !…", "drop the !…"),
            )
        if depth > DEEPEST or count > MOST_ENTRIES:
            yield (
                where,
                "文件头太深或太长",
                "the front matter is nested too deeply or too long",
                ("只写“键: 值”", "keep to key: value"),
            )


def _front(node: yaml.MappingNode, head: HeadValues, fields: tuple[HeadField, ...]) -> Front:
    """The values of the mapping, each read by the field of its key; every slip has its place."""
    known = known_keys(fields)
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    words: list[tuple[str, Place]] = []
    for key_node, value in node.value:
        key, spot = str(key_node.value), head.at(key_node.start_mark)
        if key in places:
            head.twice(key, spot)
        places[key] = spot
        if not isinstance(key_node, yaml.ScalarNode) or key not in known:
            head.problems.unknown(spot, ("键", "key"), key[:40], known)
        else:
            values[key] = known[key].kind.read(value, key, head)
            words += _words(value, head) if known[key].shown else ()
    front = Front(values, places, tuple(words))
    _need(front, head, fields)
    return front


def _words(node: yaml.Node, head: HeadValues) -> Iterator[tuple[str, Place]]:
    """Every text in the node, with the place of its first character."""
    if isinstance(node, yaml.ScalarNode):
        place = head.at(node.start_mark)
        yield str(node.value), place.along(1) if node.style else place
        return
    for child in node.value:
        for inner in child if isinstance(child, tuple) else (child,):
            yield from _words(inner, head)


def _need(front: Front, head: HeadValues, fields: tuple[HeadField, ...]) -> None:
    for field in fields:
        if field.required and not front.text(field.key).strip():
            key, place = field.key, front.places.get(field.key, Place(head.source.file, 1, 1))
            hint = (f"写上 {key}: …", f"add {key}: …")
            head.problems.add(place, f"缺少 {key}", f"{key} is missing", hint)
