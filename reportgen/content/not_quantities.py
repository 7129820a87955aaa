"""Numbers that are no quantities: dates, clock times, telephone numbers, names; with what to do instead."""

from __future__ import annotations

import re

from msgspec import Struct

from reportgen.content.problems import Hint


class NoQuantity(Struct, frozen=True):
    """Why a text is not a quantity, in both languages, and a hint to correct it."""

    pattern: re.Pattern[str]
    zh: str
    en: str
    hint: Hint


UNMARKED: Hint = ("不标注；名称里的数字列入 names", "leave it unmarked; numbers of names go into names")
CLOCK = r"(?:[01]?\d|2[0-4])(?::|：)[0-5]\d"
YEAR = r"(?:18|19|20|21)\d\d"
PHONE = r"(?:\+?86[- ]?)?(?:\(?0\d{2,3}\)?[-—– ]?\d{7,8}(?:[-—转]\d+)?|1[3-9]\d{9}|[48]00[-—– ]?\d{3,4}[-—– ]?\d{3,4})"
TELEPHONE = NoQuantity(
    re.compile(PHONE), "是电话号码，不是数量", "is a telephone number, no quantity", UNMARKED
)
REASONS = (
    TELEPHONE,
    NoQuantity(
        re.compile(
            rf"{CLOCK}(?:[—–\-~至到]+{CLOCK})?|\d{{1,2}}时(?:\d{{1,2}}分?|许)?(?:[—–\-~至到]+\d{{1,2}}时(?:\d{{1,2}}分)?)?|\d{{1,2}}日\d.*|\d{{1,2}}点(?:半|整|\d{{1,2}}分?)"
        ),
        "是钟点，不是数量",
        "is a time of day, no quantity",
        ("不标注；是比例就把冒号写成比号 ∶", "leave it unmarked; a ratio is written with ∶"),
    ),
    NoQuantity(
        re.compile(
            rf"{YEAR}年?[—–\-~至到]+{YEAR}年?|{YEAR}年(?:度|底|末|初|前)?(?:\d{{1,2}}月.*)?|[二一]?[〇零一二三四五六七八九]{{3,4}}年"
            r"|(?:上|下)?\d{1,2}月(?:份|底|末|初|\d{1,2}日.*)?|\d{1,2}月?[—–\-~至到]+\d{1,2}月(?:份)?|第?[一二三四1-4]季度|[上下]半年|[\d\-—年]+以来.*|.*年以来.*"
        ),
        "是日期，不是数量",
        "is a date, no quantity",
        ("不标注；数据的时点写 asof=", "leave it unmarked; asof= says when a figure was taken"),
    ),
    NoQuantity(
        re.compile(
            r"\d?[345]?A级?(?:景区)?|[2-6]G|[GSXY]\d+(?:线|国道|省道|高速)?|\d+(?:国道|省道|县道|乡道|高速)|\d+号.*|T\+\d+|\d+\+[\dNXnx].*"
            r"|[〔\[（(](?:19|20)\d\d.*|GB.*|第[一二三四五六七八九十百\d]+届|十[一二三四五]五"
        ),
        "是名称，不是数量",
        "is part of a name, no quantity",
        UNMARKED,
    ),
    NoQuantity(
        re.compile("零(?!上|下|点)[^一二三四五六七八九].*|零"),
        "里的“零”没有数出什么",
        "counts nothing with its 零",
        ("不标注；要作数据，原文写 0", "leave it unmarked; as data the text writes 0"),
    ),
    NoQuantity(
        re.compile("成百上千|成千上万|百家争鸣|千方百计|一流|一体|[百千万亿]|三五成群|千家万户"),
        "不是确切的数量",
        "is no definite quantity",
        ("不标注", "leave it unmarked"),
    ),
)
_CALL = re.compile("(?:热线|专线|电话|拨打|致电)[^，。；]{0,3}$")
_CALLED = re.compile("[^，。；、]{0,6}(?:热线|专线|电话|平台)")
SEVERAL = re.compile(r"\d[^\d，、；和与]*[^\d，、；和与.,:：∶/~～\-—–−至到][，、；和与]?[^\d]*\d")
MANY: Hint = (
    "每个数各标一处，如 [126户]{#甲}[384间]{#乙}",
    "mark each number by itself: [126户]{#a}[384间]{#b}",
)
PLAIN: Hint = (
    "只标数字及其限定词和单位，如 突破300亿元",
    "mark the number with its qualifier and unit only",
)


def is_hotline(before: str, text: str, after: str) -> bool:
    """Whether a bare number is one to call: 拨打[12345], [12315]热线."""
    return text.isdigit() and (_CALL.search(before) or _CALLED.match(after)) is not None


def is_none(plain: str) -> bool:
    """Whether the whole text is a date, a time, a telephone number, a name: never a quantity."""
    return _reason(plain) is not None


def why_unread(text: str, *, hotline: bool = False) -> tuple[str, str, Hint]:
    """The message, in both languages, and the hint for a mark that holds no quantity."""
    reason = TELEPHONE if hotline else _reason(text)
    if reason is not None:
        return f"“{text}”{reason.zh}", f"'{text}' {reason.en}", reason.hint
    hint = MANY if SEVERAL.search(text) else PLAIN
    return f"读不出数量“{text}”", f"cannot read a quantity in '{text}'", hint


def _reason(text: str) -> NoQuantity | None:
    return next((reason for reason in REASONS if reason.pattern.fullmatch(text.strip())), None)
