"""What an attribute is: one record says how it is written, whose words it takes and what it is for."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportgen.errors import Message


class WrittenValue(Struct, frozen=True):
    """A kind of value behind ``key=``, and whose words it is made of.

    ``words``: the author's own, whose numbers the text has to give; those of the ``sentence`` the mark is in;
    those of the ``text``; or none that are shown.
    """

    name: Message
    words: Literal["own", "sentence", "text", "none"] = "none"


class AttributeRecord(Struct, frozen=True):
    """A ``key=value`` of a mark or a container. ``value`` is None for a class (``.hero``), which has none.

    ``required``: the mark or container cannot do without it, unless another one of ``instead`` is given.
    """

    key: str
    value: WrittenValue | None
    about: Message
    required: bool = False
    instead: tuple[str, ...] = ()


OWN = WrittenValue(Message("自己的话", "your own words"), "own")
OF_SENTENCE = WrittenValue(Message("本句的字句", "words of the sentence"), "sentence")
OF_TEXT = WrittenValue(Message("原文的字句", "words of the text"), "text")
CREDIT = WrittenValue(Message("自己的话，数字不限", "your own words, with any number"))
NAMES = WrittenValue(Message("名称，用空格分开", "names, separated by spaces"), "own")
TIME = WrittenValue(
    Message("年、半年、季度、月、日或时刻", "a year, half-year, quarter, month, day or time of day"), "own"
)
ORDER = WrittenValue(Message("1、2、3……", "1, 2, 3 …"))
NO = WrittenValue(Message("no", "no"))
DIRECTION = WrittenValue(Message("rise、fall 或 level", "rise, fall or level"))
FIGURE = WrittenValue(Message("数据编号", "id of a figure"))
FIGURES = WrittenValue(Message("数据编号，用空格分开", "ids of figures, separated by spaces"))
ROWS = WrittenValue(Message("清单行的编号，用空格分开", "ids of ledger rows, separated by spaces"))
FILE = WrittenValue(Message("报告文件夹里的文件", "a file of the report's folder"))
TABLE = WrittenValue(Message("data/ 里的 CSV 文件", "a CSV file in data/"))
COLUMN = WrittenValue(Message("列名", "name of a column"))
COLUMNS = WrittenValue(Message("列名，用空格分开", "names of columns, separated by spaces"))
CHART_KIND = WrittenValue(Message("图表的种类", "kind of chart"))
DATUM = WrittenValue(Message("数据编号或名称", "id or label of a datum"))
