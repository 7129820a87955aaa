"""The head of a report: a small YAML mapping, every key known, every value checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from reportgen.content.problems import Problems
from reportgen.content.source import Source
from reportgen.errors import Place

TEXT_KEYS = ("title", "series", "organisation", "byline", "theme", "signature", "date")
KEYS = (*TEXT_KEYS, "contact", "names")
LONGEST = 200  # characters of one value


@dataclass(frozen=True, slots=True)
class Front:
    """The head's values; texts still carry the author's break marks (|)."""

    texts: dict[str, str]
    contact: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    places: dict[str, Place]

    def text(self, key: str) -> str:
        return self.texts.get(key, "")


def read_front(raw: str, source: Source, problems: Problems) -> Front:
    """Reads the YAML between the two ``---`` lines; aliases are refused, they have no use here."""
    place = Place(source.file, 1, 1)
    if not raw.strip():
        problems.add(
            place,
            "缺少文件头（--- 之间的 title 等）",
            "the head (title etc. between --- lines) is missing",
            ("第一行写 ---，然后 title: 标题，再写 ---", "begin with ---, then title: …, then ---"),
        )
        return Front({}, (), (), {})
    try:
        for event in yaml.parse(raw, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                mark: Any = event.start_mark
                problems.add(
                    Place(source.file, mark.line + 2, mark.column + 1),
                    "文件头里不能用 YAML 锚点和别名",
                    "anchors and aliases are not allowed in the head",
                    ("把值直接写出来", "write the value out"),
                )
                return Front({}, (), (), {})
        node = yaml.compose(raw, Loader=yaml.SafeLoader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        where = Place(source.file, mark.line + 2, mark.column + 1) if mark else place
        problems.add(
            where,
            "文件头不是有效的 YAML",
            "the head is not valid YAML",
            ("值里有冒号时加引号", "quote values that contain a colon"),
        )
        return Front({}, (), (), {})
    return _front(node, source, problems, place)


def _front(node: yaml.Node | None, source: Source, problems: Problems, place: Place) -> Front:
    texts: dict[str, str] = {}
    places: dict[str, Place] = {}
    contact: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    if not isinstance(node, yaml.MappingNode):
        problems.add(
            place, "文件头应为“键: 值”", "the head takes 'key: value' lines", ("title: 标题", "title: …")
        )
        return Front({}, (), (), {})
    for key_node, value in node.value:
        key = str(key_node.value)
        spot = Place(source.file, key_node.start_mark.line + 2, key_node.start_mark.column + 1)
        if key in places:
            problems.add(spot, f"“{key}”写了两次", f"'{key}' is given twice", ("删掉一个", "delete one"))
        places[key] = spot
        if key not in KEYS:
            problems.unknown(spot, ("键", "key"), key, KEYS)
        elif key == "contact":
            contact = _mapping(value, spot, problems)
        elif key == "names":
            names = _list(value, spot, problems)
        else:
            texts[key] = _scalar(value, key, spot, problems)
    if not texts.get("title", "").strip():
        problems.add(
            places.get("title", place), "缺少 title", "title is missing", ("写上 title: 标题", "add title: …")
        )
    return Front(texts, contact, names, places)


def _scalar(node: yaml.Node, key: str, spot: Place, problems: Problems) -> str:
    if not isinstance(node, yaml.ScalarNode):
        problems.add(
            spot, f"“{key}”应为一行文字", f"'{key}' takes one line of text", (f"{key}: 文字", f"{key}: text")
        )
        return ""
    text = re.sub(r"\s*\n\s*", "", str(node.value)).strip()
    if len(text) > LONGEST:
        problems.add(
            spot,
            f"“{key}”超过 {LONGEST} 字",
            f"'{key}' is over {LONGEST} characters",
            ("写短一些", "shorten it"),
        )
    return text


def _mapping(node: yaml.Node, spot: Place, problems: Problems) -> tuple[tuple[str, str], ...]:
    if not isinstance(node, yaml.MappingNode):
        problems.add(
            spot,
            "contact 应为“名称: 值”的列表",
            "contact takes 'label: value' lines",
            ("电话: 0354-…", "phone: …"),
        )
        return ()
    return tuple((str(k.value), _scalar(v, str(k.value), spot, problems)) for k, v in node.value)


def _list(node: yaml.Node, spot: Place, problems: Problems) -> tuple[str, ...]:
    if not isinstance(node, yaml.SequenceNode) or not all(isinstance(n, yaml.ScalarNode) for n in node.value):
        problems.add(
            spot,
            "names 应为名称列表",
            "names takes a list of names",
            ("names: [甲镇, 乙镇]", "names: [A, B]"),
        )
        return ()
    return tuple(str(n.value) for n in node.value)
