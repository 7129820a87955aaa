"""Words of press prose that say which way a number moves, and how to read them before a number.

The one table of these words: the readers of marks, ``check`` and the findings all use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from reportgen.model.quantity import Direction, QuantityMeasure

Sign = Literal[-1, 1]

RISES = (
    "增长", "增加", "上升", "上涨", "提高", "提升", "回升", "加快", "扩大", "攀升", "跃升", "上扬", "上浮", "上调",
    "增收", "增产", "增效", "增盈", "增资", "增员", "净增加", "净增", "多增", "增多", "反弹", "走高", "提速", "延长", "拉长", "拉大",
    "升高", "抬升", "扩增", "猛增", "激增", "飙升", "大增", "调增", "晋升", "前移", "递增", "陡增", "倍增", "增", "升", "涨",
)  # fmt: skip
FALLS = (
    "下降", "减少", "降低", "回落", "收窄", "缩短", "下滑", "缩小", "压减", "下跌", "缩减", "压降", "压缩", "萎缩",
    "滑落", "走低", "下挫", "减产", "减收", "减亏", "缩水", "下调", "下浮", "放缓", "减缓", "净减少", "净减", "少增",
    "少收", "精简", "调减", "削减", "核减", "骤降", "锐减", "大降", "后移", "变窄", "变慢", "递减", "负增长", "降", "减", "跌", "缩",
)  # fmt: skip
RISE_RATES = (
    "增速", "增幅", "涨幅", "升幅", "增长率", "增长速度", "增长幅度", "上涨幅度", "上升幅度", "提升幅度", "提高幅度",
    "增长比例", "增加比例",
)  # fmt: skip
FALL_RATES = (
    "降幅", "跌幅", "减幅", "缩幅", "下降率", "下降幅度", "减少幅度", "降低幅度", "回落幅度", "下跌幅度", "下滑幅度",
    "下降比例", "减少比例", "压减比例", "降低率", "减少率",
)  # fmt: skip
NEGATIVES = ("零下", "负", "净亏损", "亏损", "逆差", "赤字", "净流出")
POSITIVES = ("零上", "净利润", "盈利", "顺差", "净流入")
HOLDS = (
    "稳定在", "控制在", "保持在", "维持在", "稳定于", "保持", "稳定保持在", "连续保持在", "始终保持在", "收于", "报收于",
)  # fmt: skip
TURNED_UP = (
    "扭亏为盈", "转亏为盈", "由亏转盈", "由亏为盈", "由降转升", "由降转增", "由跌转涨", "由减转增", "由负转正", "由降为升",
    "由降转涨", "止跌回升", "止降回升", "止跌反弹", "止滑转增", "转降为升", "转负为正",
    "转为增长", "转为上升", "转为上涨", "转为盈利", "转为正增长", "转增",
)  # fmt: skip
TURNED_DOWN = (
    "由升转降", "由增转降", "由涨转跌", "由增转减", "由正转负", "由盈转亏", "转盈为亏", "转为下降", "转为下跌",
    "转为亏损", "转为负增长", "转为减少", "转降", "转跌",
)  # fmt: skip
UNDIRECTED = (
    "变化",
    "变动",
    "增减",
    "波动",
    "浮动",
    "涨跌",
    "升降",
    "增降",
    "同比",
    "环比",
)  # a change, but which way?

# what may stand between such a word and its number without changing what it says
BETWEEN = (
    "突破", "超过", "超出", "不超过", "不低于", "不少于", "不高于", "不足", "不到", "约为", "大约", "将近", "接近", "至少", "至多", "最多",
    "高达", "多达", "达到", "分别", "累计", "平均", "合计", "总计", "共计", "仅仅", "只有", "整整", "左右", "均超过", "首次",
    "了", "约", "近", "超", "逾", "过", "达", "仅", "只", "共", "均", "各", "又", "再", "破", "：", ":", "≥", "≤", ">", "<", "≈",
)  # fmt: skip
IS = ("分别达到", "分别为", "分别是", "为", "是", "在")  # behind 增速, 降幅: still the change
REACHED = ("到", "至", "为", "成")  # behind 下降, 提高: the number is what was reached
AGAINST = ("高于", "高出", "快于", "好于", "优于", "多于", "领先", "超过", "超出", "超")  # more than a base
BELOW = ("低于", "低出", "慢于", "差于", "少于", "落后于", "落后", "滞后")
CLEAR = (
    "高于",
    "高出",
    "快于",
    "好于",
    "优于",
    "低于",
    "低出",
    "慢于",
    "差于",
)  # say a difference with any base
BASES = "全国|全省|全市|全县|全区|地区|平均|均值|水平|水位|标准|目标|任务|同期|上年|去年|上月|计划|预期|年初|全年|历史|县市|城市"


def either(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


class Motion(Struct, frozen=True):
    """What the words before a number say: the direction, what it measures, its sign, the words themselves."""

    direction: Direction
    measure: QuantityMeasure = "level"
    sign: Sign = 1
    word: str = ""


_EACH = "每(?:[百千万]?[人户]|亩|月|年|天|日|次|斤|吨|头|只|位|名|公斤|公里|小时|平方米)"
_MORE = f"(?:{either(BETWEEN)}|{_EACH}|第|前)*+"  # possessive: no endless search
# a shorter word may be the end of another (新增, 同比增): one-character words need a break before them
_ALONE = "(?<![新加不再追每毫公空投])"
_CHANGE = re.compile(
    f"(?:(?P<turned>{either((*TURNED_UP, *TURNED_DOWN))})"
    f"|(?P<rate>{either((*RISE_RATES, *FALL_RATES))})(?:{either(IS)})?(?P<minus>负)?"
    f"|(?P<word>{either(w for w in (*RISES, *FALLS) if len(w) > 1)}|{_ALONE}(?:{either(w for w in (*RISES, *FALLS) if len(w) == 1)}))"
    f"(?P<reached>了?(?:{either(REACHED)}))?"
    f"|(?P<sign>(?<![肩担自抱胜承背辜欺减])(?:{either((*NEGATIVES, *POSITIVES))}))(?:为|是)?"
    f"|(?P<hold>{either(HOLDS)}))"
    f"{_MORE}$"
)
_BEHIND = re.compile(
    f"的(?:年均|平均|高|同比)?(?:速度)?({either((*RISE_RATES, *FALL_RATES, '增长', '下降', '上涨', '减少', '增加', '提升', '递增'))})"
)
_ACTING = frozenset(
    (
        "加快",
        "提升",
        "提高",
        "降低",
        "扩大",
        "延长",
        "缩短",
        "拉长",
        "拉大",
        "压缩",
        "放缓",
        "提速",
        "晋升",
        "上浮",
        "下浮",
        "升",
        "降",
        "减",
        "增",
    )
)
_BASE = r"[^\d，。；：、的有达为是了成完现在]"
_DIFFERENCE = re.compile(
    f"(?P<clear>{either(CLEAR)})(?!{either(BETWEEN)}){_BASE}{{1,16}}?{_MORE}$"
    f"|(?P<base>{either((*AGAINST, *BELOW))}){_BASE}{{0,12}}?(?:{BASES}){_MORE}$"
    f"|(?:(?:同比|环比|(?:比|较)[^，。；：、]{{1,16}}?)偏?|偏)(?P<than>[高低快慢多少]|高出|低出)了?{_MORE}$"
)
_ORDINAL = re.compile("[第前]$")
_UNDIRECTED = re.compile(f"(?:{either(UNDIRECTED)})(?:幅度)?(?:{either(IS)})?{_MORE}$")
_WITH_OBJECT = re.compile(
    r"(?P<word>减少|降低|压减|压缩|缩短|缩小|削减|增加|提高|扩大)了?"
    r"(?!值|到|至)[^\d，。；：、的到至等]{1,8}$"
)


def motion(before: str) -> Motion | None:
    """What the end of ``before``, the words that lead up to a number, says of it; None where it says nothing.

    下降 → fall; 降至 → a level; 高于全省 → a difference; 零下 → a level below zero; 降幅达 → fall.
    """
    found = _CHANGE.search(before)
    if found and _ORDINAL.search(before) and not (found["reached"] or found["hold"]):
        return None  # 增速第3: a rank
    if found is None or found["rate"]:  # 高于全省增速: the rate is what is compared with
        other = _difference(before)
        if found is None or other is not None:
            return other
    if word := found["turned"]:
        sign: Sign = -1 if word in TURNED_DOWN else 1
        return Motion(
            "turned", "level" if word.endswith(("盈", "亏", "盈利", "亏损")) else "change", sign, word
        )
    if word := found["rate"]:
        minus = found["minus"]
        return Motion("fall", "change", -1, minus) if minus else _change(word, word in FALL_RATES)
    if word := found["sign"]:
        return Motion("level", "level", -1 if word in NEGATIVES else 1, word)
    if word := found["hold"]:
        return Motion("level", word=word)
    word, reached = found["word"], found["reached"]
    return Motion("level", word=word + reached) if reached else _change(word, word in FALLS)


def motion_behind(after: str) -> Motion | None:
    """What the words behind a number say of it: [8.7%]的增长, [5.6%]的降幅."""
    found = _BEHIND.match(after)
    return _change(found[1], found[1] in (*FALLS, *FALL_RATES)) if found else None


def _change(word: str, falls: bool) -> Motion:
    return Motion("fall", "change", -1, word) if falls else Motion("rise", "change", 1, word)


def _difference(before: str) -> Motion | None:
    found = _DIFFERENCE.search(before)
    if found is None:
        return None
    word = found["clear"] or found["base"] or found["than"]
    less = word in BELOW or word[0] in "低慢少"
    return Motion("", "difference", -1 if less else 1, found.group())


def takes_object(said: Motion) -> bool:
    """Whether the word may act on the things that are counted (加快[12个]项目) rather than say by how much."""
    return said.word in _ACTING or said.word in NEGATIVES


def undirected(before: str) -> bool:
    """Whether the words say that something changed but not which way: 变动, 增减."""
    return _UNDIRECTED.search(before) is not None


def with_object(before: str) -> str:
    """The verb of 减少碳排放[3万吨]: whether the number is the change is the author's to say; else empty."""
    found = _WITH_OBJECT.search(before)
    return found["word"] if found else ""
