"""The containers of the text, one record each: the reader, the hint for a slip and the manual follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from reportgen.content.attribute_record import (
    CHART_KIND,
    COLUMN,
    COLUMNS,
    CREDIT,
    DATUM,
    FIGURE,
    FIGURES,
    FILE,
    OF_TEXT,
    OWN,
    ROWS,
    TABLE,
    AttributeRecord,
    WrittenValue,
)
from reportgen.errors import Message


class ContainerRecord(Struct, frozen=True):
    """A block from ``::: name {…}`` to ``:::``.

    ``prose``: it holds paragraphs; the others are empty and refer to the text. ``once``: it shows everything of its
    kind that is marked in the passage, so that a second one has nothing to show. ``needs``: sentences with the marks
    the example refers to.
    """

    name: str
    about: Message
    example: str
    attributes: tuple[AttributeRecord, ...] = ()
    prose: bool = False
    once: bool = False
    needs: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(attribute.key for attribute in self.attributes)


HEADS = WrittenValue(Message("组名，用空格分开", "names of groups, separated by spaces"), "text")
TITLE = AttributeRecord("title", OF_TEXT, Message("标题", "its title"))
CONTAINERS: tuple[ContainerRecord, ...] = (
    ContainerRecord(
        "chart",
        Message("图表", "a chart"),
        '::: chart {kind=columns figures="spring autumn" title=出动农机 highlight=autumn}\n:::',
        (
            AttributeRecord("kind", CHART_KIND, Message("画哪一种", "which one is drawn"), required=True),
            AttributeRecord("figures", FIGURES, Message("画哪些数据", "the figures drawn"), True, ("figure", "table")),
            AttributeRecord("figure", FIGURE, Message("画哪个数据", "the figure drawn"), True, ("figures", "table")),
            AttributeRecord("table", TABLE, Message("画哪张数据表", "the table drawn"), True, ("figures", "figure")),
            AttributeRecord("x", COLUMN, Message("横轴用哪一列，不写用首列", "column of the labels, else the first")),
            AttributeRecord("y", COLUMNS, Message("画哪几列，不写全画", "columns drawn, else all others")),
            AttributeRecord("title", OF_TEXT, Message("标题；不写用数据的名称、组名或数据表的标题", "its title; else the label, series or title of its data")),
            AttributeRecord("unit", OWN, Message("单位；不写用数据的", "the unit; else that of its data")),
            AttributeRecord("of", FIGURE, Message("各部分合起来的总数，原文里标过的", "the marked total that the parts add up to")),
            AttributeRecord("highlight", DATUM, Message("突出哪一个数据、哪一年或哪一组；不写突出最大的或最后的", "the datum, date or series picked out; else the largest or last")),
            AttributeRecord("note", OWN, Message("图注", "a note below it")),
            AttributeRecord("source", CREDIT, Message("来源；不写用数据表的", "the source; else that of the table")),
        ),
        needs="全区出动农机[120台]{#spring label=春耕}、[180台]{#autumn label=秋收}。",
    ),
    ContainerRecord(
        "table",
        Message("整张数据表，长表自动续页", "a whole table, continued over pages where it is long"),
        "::: table {data=行业.csv}\n:::",
        (
            AttributeRecord("data", TABLE, Message("哪张表", "which table"), required=True),
            AttributeRecord("title", OF_TEXT, Message("标题；不写用数据表的", "its title; else that of the table")),
        ),
    ),
    ContainerRecord(
        "stats",
        Message("几个数字摆在一起", "several numbers set large together"),
        '::: stats {figures="schools beds"}\n:::',
        (AttributeRecord("figures", FIGURES, Message("哪些数据", "which figures"), required=True), TITLE),
        needs="新建学校[6所]{#schools label=新建学校}，新增床位[300张]{#beds label=新增床位}。",
    ),
    ContainerRecord(
        "ledger",
        Message("清单：本节标了 .row 的行", "a ledger: the .row marks of the passage"),
        "::: ledger {title=突出交通先行 of=road}\n:::",
        (
            TITLE,
            AttributeRecord("note", OF_TEXT, Message("标题旁的话", "words beside the title")),
            AttributeRecord("of", ROWS, Message("只列这几行", "only these rows")),
        ),
        needs="突出交通先行，[[打通]{.verb}断头路]{.row #road}，[[支持]{.verb}国道改线]{.row}。",
    ),
    ContainerRecord(
        "panels",
        Message("面板：本节标了 .item 的条目，按组排", "panels: the .item marks of the passage by their groups"),
        '::: panels {heads="购 娱"}\n:::',
        (AttributeRecord("heads", HEADS, Message("组的次序", "order of the groups")), TITLE),
        once=True,
        needs="“游购娱”齐全，[奥莱]{.item in=购}、[冰雪经济]{.item in=娱}兴起。",
    ),
    ContainerRecord(
        "plates",
        Message("名牌：本节标了 .plate 的名称", "plates: the .plate marks of the passage"),
        "::: plates\n:::",
        once=True,
        needs="[“怀仁老陈醋”]{.plate note=特色专业镇}等特色专业镇组团并进。",
    ),
    ContainerRecord(
        "quote",
        Message("引语：本节标了 .quote 的话", "a quotation: the .quote marks of the passage"),
        "::: quote\n:::",
        once=True,
        needs="他说：[“水清了，鱼回来了”]{.quote}。",
    ),
    ContainerRecord(
        "picture",
        Message("图片", "a picture"),
        '::: picture {file=义诊.jpg alt="医生在村口给老人量血压" credit="摄影 某某"}\n:::',
        (
            AttributeRecord("file", FILE, Message("PNG 或 JPEG", "a PNG or JPEG file"), required=True),
            AttributeRecord("alt", OWN, Message("画面上是什么，读屏时念出来", "what it shows, for those who cannot see it"), required=True),
            AttributeRecord("credit", CREDIT, Message("谁拍的", "who took it")),
        ),
    ),
    ContainerRecord(
        "speaker",
        Message("发言提示，进演示文稿的备注", "what the speaker should know, in the notes of the deck"),
        "::: speaker\n先讲增速，再讲结构。\n:::",
        prose=True,
    ),
    ContainerRecord(
        "internal",
        Message("内部口径，只进讲稿版（--speaker）", "internal lines, only in the speaker's deck (--speaker)"),
        "::: internal\n发布前再核一次。\n:::",
        prose=True,
    ),
)  # fmt: skip
BY_NAME: Mapping[str, ContainerRecord] = MappingProxyType({box.name: box for box in CONTAINERS})
PROSE = frozenset(box.name for box in CONTAINERS if box.prose)
