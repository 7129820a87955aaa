"""The mark to paste for a number that has none: ``[下降5.6%]{#n1 label=外转人次}``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from reportgen.content.directions import FALLS, RISES, either, motion
from reportgen.content.numerals import COUNTED, Numeral
from reportgen.content.quantity import read_quantity
from reportgen.content.sentences import clause_at, label_from, led_by

UNITS = (
    "个百分点", "百分点", "个基点", "平方公里", "平方米", "立方米", "立方米每秒", "千瓦时", "千瓦", "兆瓦", "公里", "公斤", "毫米",
    "摄氏度", "微克/立方米", "人次", "批次", "个工作日", "工作日", "个月", "个位次", "位次", "分钟", "小时", "美元", "亩次", "台套", "台（套）", "架次",
    "艘", "架", "顶", "床", "箱", "支", "片", "株", "棵", "幅", "本", "册", "首", "颗", "级", "度", "℃", "分", "吨", "克",
    "立方", "标准箱", "车次", "班次", "例", "起", "宗", "笔", "单", "款", "人", "名", "户", "元", "秒",
)  # fmt: skip
UNIT = re.compile(
    f"(?:[多余]?[十百千]?[万亿]{{0,2}}[多余]?)(?:{either((*UNITS, *COUNTED.split('|')))})?(?:/10万)?(?:以上|以下|以内|左右)?"
)
LONGEST_LEAD = 14  # characters of qualifier an offer takes in
APPROXIMATE = re.compile(
    "(?:突破|超过|超|逾|(?<![附最临靠])近|(?<![签节契预合制])约|不足|不到|至少|将近|接近|不低于|不少于|不超过)+$"
)
COMPARED = re.compile("同比|环比|名义|实际|年均|[两三四五]年平均|比|较|由|从|与")
REACHED = re.compile(rf"[^\d，。；、]{{0,6}}(?:{either((*RISES, *FALLS))})了?(?:到|至|为)约?\d[\d.,]*")
AROUND = re.compile(
    "^(?:其中|目前已?|即)|(?:由|从|分别|可|累计|达|(?<![签节契预合制])约|均|各)+$"
)  # no part of a label
PLAIN_WORDS = re.compile(r"""[^\s{}.#="'\[\]]+""")  # an attribute's value without quotes


class Offers:
    """Marks with ids that the report does not use yet, nor another offer."""

    def __init__(self, taken: Set[str]) -> None:
        self.taken, self.count = taken, 0
        self.made: dict[tuple[str, int, int], str] = {}

    def mark(self, text: str, numeral: Numeral) -> str:
        """The mark that makes the number a figure; empty where no quantity can be read there."""
        stretch = _stretch(text, numeral)
        if stretch is None:
            return ""
        key = (text, *stretch)
        if key not in self.made:  # 由42分钟缩短到15分钟: one mark for both numbers
            label = _label(text, *stretch)
            words = text[slice(*stretch)]
            self.made[key] = f"[{words}]{{#{self._id()}{f' label={label}' if label else ''}}}"
        return self.made[key]

    def _id(self) -> str:
        self.count += 1
        while f"n{self.count}" in self.taken:
            self.count += 1
        return f"n{self.count}"


def _stretch(text: str, numeral: Numeral) -> tuple[int, int] | None:
    """Where the quantity begins and ends: with its unit, and with the words that give it a direction."""
    low, high = numeral.span
    for end in _ends(text, numeral, high):
        for start in _starts(text, numeral.start, low):
            if read_quantity(text[start:end]) is not None:
                return start, end
    return None


def _ends(text: str, numeral: Numeral, high: int) -> Iterator[int]:
    """Behind the number that 由42分钟缩短到15分钟 comes to, behind the unit, behind the number itself."""
    at = numeral.end
    reached = REACHED.match(text, at, high) if text[: numeral.start].endswith(("由", "从")) else None
    for begin in (reached.end(), at) if reached else (at,):
        match = UNIT.match(text, begin, high)
        yield match.end() if match else begin
    yield at


def _starts(text: str, at: int, low: int) -> Iterator[int]:
    """Where 同比下降 begins, then 下降, then words like 突破 and 约, then the number itself."""
    first = max(low, at - LONGEST_LEAD, at - len(led_by(text, at)))
    said = motion(text[first:at])
    word = text.rfind(said.word, first, at) if said else -1
    if word >= 0:
        yield from (match.start() for match in COMPARED.finditer(text, first, word))
        yield word
    if text.startswith(("由", "从"), max(low, at - 1)):
        yield at - 1
    match = APPROXIMATE.search(text[first:at])
    if match is not None:
        yield first + match.start()
    yield at


def _label(text: str, start: int, end: int) -> str:
    """The words of the clause, or of the one before it, where they can name a figure."""
    number = text[start:end]
    label = label_from(clause_at(text, start, end - start), number)
    if label == number and start:
        label = label_from(clause_at(text, max(start - 2, 0), 0), "\0")
    label = re.split(r"\d", AROUND.sub("", label))[0]
    named = len(label) > 1 and label != number and PLAIN_WORDS.fullmatch(label)
    return label if named else ""
