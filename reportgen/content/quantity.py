"""Reads a quantity as Chinese press prose writes it; nothing of the text is lost.

Qualifier, numerals with their separator, unit and suffix join to the marked text again.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from reportgen.content.directions import (
    FALL_RATES,
    FALLS,
    HOLDS,
    NEGATIVES,
    POSITIVES,
    RISE_RATES,
    RISES,
    TURNED_DOWN,
    TURNED_UP,
    Motion,
    either,
    motion,
)
from reportgen.content.not_quantities import is_none
from reportgen.content.number_forms import BEGINS, FoundQuantity, readings
from reportgen.model.quantity import LOOSE, Quantity

QUALIFIERS = (
    "突破", "超过", "超出", "超", "逾", "过", "约为", "大约", "约", "将近", "接近", "近", "不足", "不到", "不超过",
    "不低于", "不少于", "不高于", "至少", "至多", "最多", "最高", "最低", "低于", "高于", "多于", "少于", "达到",
    "高达", "多达", "达", "海拔", "累计", "共计", "总计", "共", "平均", "人均", "户均", "亩均", "日均", "月均", "均",
    "第", "前", "仅", "只有", "每", "破", "首次", "首", "分别", "已", "年均", "综合", "为", "超额",
    "同比", "环比", "名义", "实际", "同口径", "可比口径", "按可比价", "扣除价格因素", "累计同比", "预计", "力争", "较快", "大幅",
    "新增", "合计", "总额", "总量", "净", "整整", "足足", "历时", "最快", "最大", "左右",
    "¥", "￥", "$", "≥", "≤", ">", "<", "≈", "±",
)  # fmt: skip
SUFFIXES = (
    "以上", "以下", "以内", "以外", "左右", "上下", "有余", "之内", "之上", "之下", "之多", "不等",
)  # fmt: skip
LONGEST_UNIT = 12
LONGEST = 80  # characters of a marked quantity
LONGEST_NUMERAL = 24  # no press figure comes near
UNIT = re.compile(r"(?!分之|[〇零一二三四五六七八九])[^\d\s，。；：、！？“”‘’几数半.,;:!?]*")
NO_UNIT = re.compile(  # words that say more than what is counted
    f"{either(w for w in (*RISES, *FALLS, *RISE_RATES, *FALL_RATES, *TURNED_UP, *TURNED_DOWN) if len(w) > 1)}"
    "|以来|年(?:前|底|末|初|度|建|间|来|代)|^[号版][^\\d]*$|^年平均|^[万亿]?[多余]|转[为变]|[+＋]"
)
SPACES = "\t\u00a0\u2002\u2003\u2005\u2007\u2009\u200a\u202f\u3000"  # read as the plain space
WIDE = str.maketrans(f"０１２３４５６７８９．％＋－／﹣‐‑{SPACES}", f"0123456789.%+-/---{' ' * len(SPACES)}")
HAN_DIGITS = frozenset("一二三四五六七八九两")
SIGNS = "+-−–＋－"
MULTIPLES = ("%", "％", "倍", "年", "番", "成", "公里", "小时", "米")  # 1.5倍多: 多 behind the unit
_WORDS = either(
    (*QUALIFIERS, *RISES, *FALLS, *RISE_RATES, *FALL_RATES, *NEGATIVES, *POSITIVES, *HOLDS, *TURNED_UP, *TURNED_DOWN)
)  # fmt: skip
_CHANGES = either((*RISES, *FALLS, *RISE_RATES, *FALL_RATES))
_TOKEN = (
    "(?>偏[高低多少]了?|(?:同比|环比)偏?[多少高低]了?"
    f"|(?:{_CHANGES})(?:了|为|是|成)?(?:达到|到|至|达)?(?:了)?"
    "|每(?:\\d{1,3}[百千万]?|[百千万])?(?:平方米|公里|公斤|小时|季度|[人户亩月年天日次斤吨头只位名班周台车])"
    "|[两二三四五六七八九十\\d]{1,2}年(?:平均|累计|间)|连续(?:[两三四五六七八九十]|\\d{1,2})(?:年|个月)"
    f"|[一二三四]季度|上半年|下半年|全年|{_WORDS}|[了上 ])"
)
_COMPARED = r"(?:比|较|与|同)(?:(?:19|20)\d\d年|[^\d，。；：、]){1,12}?(?:末|同期|底)?(?:相比)?[，,]?(?:高出|低出|[高低快慢多少])?"
_FROM = r"[由从]?(?:[^\d，。；：、]{0,8}?的?)[+\-−–]?\d[\d,.]*[^\d，。；：、]{0,6}?(?=[升降增减提缩扩上下回压变转涨跌加])(?:变成|变为)?"
_DIFFERENCE = r"(?:高于|低于|高出|低出|快于|慢于|好于|优于|差于|多于|少于|领先|落后于?|超过|超出|超)[^\d，。；：、]{1,16}?"
_UPPER = re.compile("(?<!零)上[^百千万亿]")  # 上百家, but 上半年
_LED = re.compile(f"{_TOKEN}*(?:{_COMPARED}|{_FROM})?{_TOKEN}*(?:{_DIFFERENCE}(?:{_TOKEN})??)?")


def read_quantity(text: str, *, parts: bool = False) -> Quantity | None:
    """The quantity the whole text states, with the direction its own words give it.

    With names for its ``parts``, 20:30 is a ratio and no time of day.

    None where it states none (a date, a telephone number, a name), more than one, or holds anything else.
    """
    plain = text.translate(WIDE)
    if len(text) > LONGEST or (not parts and is_none(plain)):
        return None
    for begin in BEGINS.finditer(plain):
        at = begin.start()
        if _LED.fullmatch(plain, 0, at) is None or _UPPER.match(plain, max(at - 1, 0)):
            continue
        for found in readings(plain[at:], led=at > 0):
            quantity = _finished(found, text, at)
            if quantity is not None:
                before = plain[:at].rstrip()
                return in_motion(quantity, motion(before) or written_change(quantity, before))
    return None


def in_motion(quantity: Quantity, said: Motion | None) -> Quantity:
    """The quantity with what the words before it say; 翻番 rises by itself, a written minus is one."""
    if quantity.kind == "growth" and (said is None or said.direction != "fall"):
        return replace(quantity, direction="rise", measure="change", word=quantity.numeral)
    negative = quantity.values[0] < 0
    if said is None:
        return replace(quantity, sign=-1) if negative else quantity
    if quantity.kind == "range" and said.word in NEGATIVES and _ends_above(quantity):
        low, *rest = quantity.values
        quantity = replace(quantity, values=(-low, *rest))
    turned = "fall" if negative and said.direction == "rise" else said.direction
    sign = -1 if negative else said.sign
    return replace(quantity, direction=turned, measure=said.measure, sign=sign, word=said.word)


def written_change(quantity: Quantity, before: str) -> Motion | None:
    """同比[+3.2%], 同比[-0.4%]: a written sign behind 同比 says which way."""
    if quantity.numerals[0][0] not in SIGNS or not before.endswith(("同比", "环比")):
        return None
    return Motion("fall", "change", -1) if quantity.values[0] < 0 else Motion("rise", "change")


def _ends_above(quantity: Quantity) -> bool:
    """零下5℃至3℃, unlike 零下5至8℃ and 零下5℃至零下8℃: the minus is that of the first number only."""
    stated = not quantity.numerals[0][-1].isdigit()
    return stated and not quantity.separator.endswith(("零下", "负"))


def _finished(found: FoundQuantity, text: str, at: int) -> Quantity | None:
    """Splits what follows the number into unit and suffix; strings are those of the text as written."""
    tail = _stripped(text[len(text) - len(found.tail) :])
    loose = tail[:1] if tail[:1] in LOOSE and found.numerals[-1][-1:] not in LOOSE else ""
    unit, suffix = _unit_and_suffix(tail.removeprefix(loose))
    if (
        not UNIT.fullmatch(unit.removeprefix(_rated(unit)))
        or NO_UNIT.search(unit)
        or len(unit) > LONGEST_UNIT
    ):
        return None
    if found.numerals[0][0] in HAN_DIGITS and HAN_DIGITS.intersection(unit):  # 三天两夜
        return None
    numerals = _as_written(found, text[at:], loose)
    if any(len(numeral) > LONGEST_NUMERAL for numeral in numerals):
        return None
    between = at + len(found.numerals[0])
    separator = text[between : between + len(found.separator)]
    kind = "percent" if found.kind == "number" and unit in ("%", "％", "‰") else found.kind
    return Quantity(kind, found.values, numerals, text[:at].rstrip(), unit, suffix, separator)


def _unit_and_suffix(tail: str) -> tuple[str, str]:
    suffix = next((word for word in SUFFIXES if tail.endswith(word)), "")
    unit = _stripped(tail.removesuffix(suffix))
    if not suffix and unit.endswith("多") and unit[:-1] in MULTIPLES:
        return unit[:-1], "多"
    return unit, suffix


def _rated(unit: str) -> str:
    """/10万 of 4.2/10万, the only digits a unit may hold."""
    match = re.match(r"/\d*(?=[万千百])", unit)
    return match.group() if match else ""


def _stripped(text: str) -> str:
    return text.strip(f" {SPACES}")


def _as_written(found: FoundQuantity, text: str, loose: str) -> tuple[str, ...]:
    """The numerals cut from the text itself (full-width digits stay), with 多 or 余 on the last."""
    numerals, at = [], 0
    for numeral in found.numerals:
        numerals.append(text[at : at + len(numeral)])
        at += len(numeral) + len(found.separator)
    numerals[-1] += loose
    return tuple(numerals)
