"""The marks of the text, one record each: the reader, the hint for a slip and the manual follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from reportgen.content.attribute_record import (
    DIRECTION,
    NAMES,
    NO,
    OF_SENTENCE,
    OF_TEXT,
    ORDER,
    OWN,
    TIME,
    AttributeRecord,
)
from reportgen.errors import Message
from reportgen.model.report import MarkKind


class MarkRecord(Struct, frozen=True):
    """A mark ``[words]{…}``. ``takes_id``: it may be given an id that others refer to.

    ``name``: its class without the dot; empty where an id (a figure) or an attribute (a side-head) makes it one.
    """

    kind: MarkKind
    name: str
    about: Message
    example: str  # a sentence with it
    attributes: tuple[AttributeRecord, ...] = ()
    takes_id: bool = False

    @property
    def classes(self) -> tuple[str, ...]:
        """Further classes it understands."""
        return tuple(attribute.key for attribute in self.attributes if attribute.value is None)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(attribute.key for attribute in self.attributes if attribute.value is not None)


MARKS: tuple[MarkRecord, ...] = (
    MarkRecord(
        "figure",
        "",
        Message(
            "数据：括起数字连同限定词、增减和单位，写编号；数量由程序读出，别处只写编号",
            "a figure: the number with its qualifier, direction and unit, and an id; others refer to the id",
        ),
        "截至2024年，该区经济总量达[479.5亿元]{#gdp .hero label=经济总量 asof=2024}。",
        (
            AttributeRecord("hero", None, Message("头条数字", "the number that leads")),
            AttributeRecord("inline", None, Message("留在句子里，不另作突出", "stays in its sentence, no callout")),
            AttributeRecord("label", OWN, Message("指标；不写就从句子里取", "what is measured; else taken from the clause")),
            AttributeRecord("series", OWN, Message("几个主体的同一指标，或分组图里的组", "the indicator several share; a group of a chart")),
            AttributeRecord("asof", TIME, Message("存量的时点，印作“截至2024年”", "when a stock was counted, shown behind its label")),
            AttributeRecord("period", TIME, Message("流量的时段，印作“2025年上半年”", "the stretch of time of a flow, shown behind its label")),
            AttributeRecord("top", None, Message("领头的数字之一", "one of the figures that lead")),
            AttributeRecord("top", ORDER, Message("领头数字里的次序", "its place among the figures that lead")),
            AttributeRecord("ornament", NO, Message("不拿它做装饰", "no ornament is made of it")),
            AttributeRecord("parts", NAMES, Message("比例各部分的名称，每个数一个", "names of the parts of a ratio, one a number")),
            AttributeRecord("unit", OWN, Message("原文没有写的单位，用于比例", "the unit where the text has none, as in ratios")),
            AttributeRecord("note", OWN, Message("编者备注，不印出来", "an editor's remark, not shown")),
            AttributeRecord("status", OF_SENTENCE, Message("进度", "how far it got")),
            AttributeRecord("direction", DIRECTION, Message("升、降还是现在的数，句子看不出时写", "a rise, a fall or a level, where the sentence leaves it open")),
        ),
        takes_id=True,
    ),
    MarkRecord(
        "key",
        "key",
        Message("要点，进幻灯片", "a key point, shown on slides"),
        "[主要指标好于预期]{.key}。",
    ),
    MarkRecord(
        "honour",
        "honour",
        Message("荣誉，进荣誉墙", "an honour, shown on the wall of honours"),
        "东阳镇获评[国家级农业产业强镇]{.honour level=国家级 status=获评 holder=东阳镇}。",
        (
            AttributeRecord("level", OF_SENTENCE, Message("级别", "level of the award")),
            AttributeRecord("status", OF_SENTENCE, Message("怎样得到的", "how it was won")),
            AttributeRecord("holder", OF_SENTENCE, Message("得主", "who holds it")),
        ),
        takes_id=True,
    ),
    MarkRecord(
        "row",
        "row",
        Message("清单的一行，里面标出动词", "a row of a ledger, its verb marked inside"),
        "[[打通]{.verb}断头路]{.row #road}。",
        takes_id=True,
    ),
    MarkRecord(
        "verb",
        "verb",
        Message("清单行的动词", "the verb of a row"),
        "[规划目标[圆满完成]{.verb}]{.row}。",
    ),
    MarkRecord(
        "item",
        "item",
        Message("面板里的一条", "an item of a panel"),
        "“游购娱”齐全，[奥莱]{.item in=购}开业。",
        (AttributeRecord("in", OF_TEXT, Message("属于哪一组", "its group"), required=True),),
    ),
    MarkRecord(
        "plate",
        "plate",
        Message("名牌：品牌、专有名称", "a plate: a brand or coined name"),
        "[“榆次好吃吃”]{.plate note=区域公用品牌}区域公用品牌声名远扬。",
        (AttributeRecord("note", OF_TEXT, Message("名称是什么", "what the name is of")),),
    ),
    MarkRecord(
        "quote",
        "quote",
        Message("引语", "a quotation"),
        "他说：[“水清了，鱼回来了”]{.quote}。",
    ),
    MarkRecord(
        "side",
        "",
        Message("边题：括起一两句话，旁边写题目", "a side-head beside one or two sentences"),
        "[改扩建学校，新增学位。]{side=教育}",
        (AttributeRecord("side", OWN, Message("题目", "its words"), required=True),),
    ),
    MarkRecord(
        "name",
        "name",
        Message("名称：不拆行，其中的数字不算数据", "a name: kept on one line, its numbers are no data"),
        "[108国道]{.name}改线完成。",
    ),
    MarkRecord(
        "english",
        "en",
        Message("英文：按英文排、朗读", "English: set and read aloud as such"),
        "他说这里是 [the best in a generation]{.en}。",
    ),
)  # fmt: skip
BY_KIND: Mapping[MarkKind, MarkRecord] = MappingProxyType({mark.kind: mark for mark in MARKS})
CLASSES: Mapping[str, MarkKind] = MappingProxyType({mark.name: mark.kind for mark in MARKS if mark.name})
