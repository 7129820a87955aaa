"""Values of the front matter: one function for each kind, given their file and the list of its problems."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml
from msgspec import Struct

from reportgen.content.figure_options import TIME_HINT
from reportgen.content.problems import Problems
from reportgen.content.source import CONTROL, Source
from reportgen.content.times import moment
from reportgen.errors import Place

LONGEST = 200  # characters of one value
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?(?!\d)")
UNSAFE = re.compile("[\ud800-\udfff]")
SWITCH = {"true": True, "false": False}


class HeadValues(Struct):
    """What a reader of values needs: their file, and where its problems go."""

    source: Source
    problems: Problems

    def at(self, mark: Any) -> Place:
        """Where a mark of the front matter is: its first line is the file's second."""
        return Place(self.source.file, mark.line + 2, mark.column + 1)

    def twice(self, key: str, place: Place) -> None:
        """Reports a key that is given again."""
        self.problems.add(
            place, f"“{key}”写了两次", f"'{key}' is given twice", ("删掉一个", "delete one of them")
        )


def text(node: yaml.Node, key: str, head: HeadValues) -> str:
    """One line of text; the author's break marks stay in it."""
    spot = head.at(node.start_mark)
    if not isinstance(node, yaml.ScalarNode):
        hint = (f"{key}: 文字", f"{key}: text")
        head.problems.add(spot, f"“{key}”应为一行文字", f"'{key}' must be one line of text", hint)
        return ""
    value = re.sub(r"\s*\n\s*", "", str(node.value)).strip()
    if len(value) > LONGEST:
        zh, en = f"“{key}”超过 {LONGEST} 字", f"'{key}' has more than {LONGEST} characters"
        head.problems.add(spot, zh, en, ("写短一些", "shorten it"))
    if CONTROL.search(value) or UNSAFE.search(value):
        zh, en = f"“{key}”里有控制字符", f"'{key}' contains a control character"
        head.problems.add(spot, zh, en, ("删掉它", "delete it"))
        return ""
    return value


def day(node: yaml.Node, key: str, head: HeadValues) -> str:
    """A date as the author words it; one in figures must be in the calendar."""
    value = text(node, key, head)
    if not _in_calendar(value):
        hint = ("写作 2026-01-15 或 2026年1月15日", "write 2026-01-15")
        zh, en = f"“{value}”不是日历上的日期", f"'{value}' is not a calendar date"
        head.problems.add(head.at(node.start_mark), zh, en, hint)
    return value


def time(node: yaml.Node, key: str, head: HeadValues) -> str:
    """A year, half-year, quarter, month, day or time of day, in the words it is printed in."""
    value = text(node, key, head)
    if value and not moment(value):
        zh, en = f"“{value}”不是时间", f"'{value}' is no time"
        head.problems.add(head.at(node.start_mark), zh, en, TIME_HINT)
    return moment(value)


def _in_calendar(value: str) -> bool:
    """Whether a year and month (and day) in figures exist; other wordings are the author's."""
    match = DAY.search(value)
    if match is None:
        return True
    try:
        date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        return False
    return True


def switch(node: yaml.Node, key: str, head: HeadValues) -> bool:
    """True or false."""
    word = str(node.value).strip().lower() if isinstance(node, yaml.ScalarNode) else ""
    if word not in SWITCH:
        hint = (f"{key}: true 或 {key}: false", f"{key}: true or {key}: false")
        zh, en = f"“{key}”应为 true 或 false", f"'{key}' must be true or false"
        head.problems.add(head.at(node.start_mark), zh, en, hint)
    return SWITCH.get(word, False)


def pairs(node: yaml.Node, key: str, head: HeadValues) -> tuple[tuple[str, str], ...]:
    """Labels with their values, in the author's order."""
    if isinstance(node, yaml.ScalarNode) and not node.value:
        return ()
    if not isinstance(node, yaml.MappingNode):
        hint = ("下面缩进写 电话: 号码", "indent lines such as phone: … below it")
        spot = head.at(node.start_mark)
        head.problems.add(spot, f"{key} 应为“名称: 值”", f"{key} takes 'label: value' lines", hint)
        return ()
    found: dict[str, str] = {}
    for label_node, value in node.value:
        label = text(label_node, key, head)
        if label in found:
            head.twice(label, head.at(label_node.start_mark))
        found[label] = text(value, label or key, head)
    return tuple(found.items())


def names(node: yaml.Node, key: str, head: HeadValues) -> tuple[str, ...]:
    """A list of names, each once."""
    if isinstance(node, yaml.ScalarNode) and not node.value:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        hint = (f"{key}: [甲镇, 乙镇]", f"{key}: [A, B]")
        spot = head.at(node.start_mark)
        head.problems.add(spot, f"{key} 应为名称列表", f"{key} takes a list of names", hint)
        return ()
    found = (text(item, key, head) for item in node.value)
    return tuple(dict.fromkeys(name for name in found if name))
