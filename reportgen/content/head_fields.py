"""The keys of the front matter, one record each: how its value is read, and what it is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import yaml
from msgspec import Struct

from reportgen.content.head_values import HeadValues, day, names, pairs, switch, text, time
from reportgen.errors import Message

Value = TypeVar("Value")


class ValueKind(Struct, Generic[Value], frozen=True):
    """A kind of value: its name, how it is read, and the value of a key that is not given."""

    name: Message
    read: Callable[[yaml.Node, str, HeadValues], Value]
    empty: Value


class HeadField(Struct, frozen=True):
    """A key of the front matter. The report has its value under the same name.

    ``breaks``: characters that break display lines, which the report has as ``<key>_lines``; ``placed``: the report
    has its place as ``<key>_place``; ``shown``: outputs show its words.
    """

    key: str
    kind: ValueKind[Any]
    about: Message
    example: str
    breaks: str = ""
    placed: bool = False
    required: bool = False
    shown: bool = True


TEXT = ValueKind(Message("一行文字", "a line of text"), text, "")
DAY = ValueKind(Message("日期", "a date"), day, "")
TIME = ValueKind(Message("年、月、日或时刻", "a year, month, day or time of day"), time, "")
SWITCH = ValueKind(Message("true 或 false", "true or false"), switch, False)
PAIRS: ValueKind[tuple[tuple[str, str], ...]] = ValueKind(
    Message("下面每行“名称: 值”", "lines of 'label: value' below it"), pairs, ()
)
NAMES: ValueKind[tuple[str, ...]] = ValueKind(Message("名称列表", "a list of names"), names, ())

FIELDS: tuple[HeadField, ...] = (
    HeadField(
        "title",
        TEXT,
        Message("标题；空格和 | 是封面上的换行", "the title; blanks and | break its lines on the cover"),
        "title: 坚定不移促发展 人民生活节节高",
        breaks=" |",
        required=True,
    ),
    HeadField(
        "series",
        TEXT,
        Message("系列名；| 是换行", "name of the series; | breaks its lines"),
        "series: 主题系列新闻发布会",
        breaks="|",
    ),
    HeadField("organisation", TEXT, Message("发布单位", "who publishes it"), "organisation: 榆次区"),
    HeadField("byline", TEXT, Message("署名", "who wrote it"), "byline: 区委宣传部"),
    HeadField("date", DAY, Message("发布日期", "day of publication"), "date: 2026-01-15"),
    HeadField(
        "asof",
        TIME,
        Message("全文数据截至何时", "the time of all figures"),
        "asof: 2025-07-28 18:00",
    ),
    HeadField(
        "theme",
        TEXT,
        Message(
            "主题：danqing、fenchuan 或本文件夹里的 .toml",
            "theme: danqing, fenchuan or a .toml file of the folder",
        ),
        "theme: fenchuan",
        placed=True,
        shown=False,
    ),
    HeadField(
        "signature",
        TEXT,
        Message("封面按哪个数据画，写它的编号", "id of the figure the cover is drawn from"),
        "signature: industry",
        shown=False,
    ),
    HeadField(
        "template",
        TEXT,
        Message(
            "本单位的 PowerPoint 模板，放在本文件夹里", "the office's PowerPoint template, in the folder"
        ),
        "template: house.pptx",
        placed=True,
        shown=False,
    ),
    HeadField(
        "printer",
        TEXT,
        Message("印厂配置（TOML），放在本文件夹里", "the printing house's TOML, in the folder"),
        "printer: printer.toml",
        shown=False,
    ),
    HeadField(
        "contact",
        PAIRS,
        Message("封底的联系方式", "contact fields of the back cover"),
        "contact:\n  电话: 0354-0000000",
        placed=True,
    ),
    HeadField(
        "names",
        NAMES,
        Message(
            "不拆行、其中数字不算数据的名称", "names that are kept on one line and whose numbers are no data"
        ),
        "names: [甲镇, 乙镇]",
    ),
    HeadField(
        "sober",
        NAMES,
        Message(
            "另外哪些词的数据不作头条、图案和关键数字",
            "further words whose figures are never a hero, an ornament or a key number",
        ),
        "sober: [欠薪, 弃耕]",
        shown=False,
    ),
    HeadField(
        "build",
        SWITCH,
        Message("幻灯片放映时逐条出现", "slides build up click by click"),
        "build: true",
    ),
)


def known_keys(fields: tuple[HeadField, ...]) -> Mapping[str, HeadField]:
    """The fields by their keys."""
    return {field.key: field for field in fields}
