"""A quantity as the text writes it: its numbers, the strings round them, and which way it goes."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

QuantityKind = Literal["number", "percent", "ratio", "range", "fraction", "growth"]
Direction = Literal["", "rise", "fall", "level", "turned"]
QuantityMeasure = Literal["level", "change", "difference"]
LOOSE = ("多", "余", "来", "几")  # behind a numeral: 300多户, 十几个
ABOVE = (
    "突破", "超过", "超出", "超", "逾", "不低于", "不少于", "至少", "高于", "多于", "上", "过", "破", "≥", ">",
)  # fmt: skip
BELOW = ("不足", "近", "接近", "不到", "低于", "少于", "不高于", "不超过", "至多", "最多", "≤", "<")
ABOVE_SUFFIXES = ("以上", "有余", "之上", "多")
BELOW_SUFFIXES = ("以下", "以内", "之内", "之下")


class Quantity(Struct, frozen=True):
    """A quantity read out of the text; its strings join to the marked text again.

    ``values`` are what the numerals say; the words around them give the rest. ``direction``: ``rise`` and
    ``fall`` (增长, 下降), ``turned`` (扭亏为盈, 转为增长), ``level`` where the words say that the number is what
    was reached or is held (降至, 稳定在, 零下), empty where they say nothing of it. ``measure``: a ``level``, a
    ``change`` (增长), or a ``difference`` from what it is compared with (高于全省, 比上年多). ``sign`` is that of the
    true value: −1 for 下降5.6%, 零下12℃, 亏损2.6亿元, 低于全省0.7个百分点 and −3.2%.
    """

    kind: QuantityKind
    values: tuple[Decimal, ...]
    numerals: tuple[str, ...]  # verbatim, one per value
    qualifier: str = ""  # before the number: 突破, 超, 约 …
    unit: str = ""  # 亿元, %, 个百分点, 户 …
    suffix: str = ""  # after the unit: 以上, 以下, 左右 …
    separator: str = ""  # between numerals, verbatim: : of a ratio, — 至 ～ of a range
    direction: Direction = ""
    measure: QuantityMeasure = "level"
    sign: Literal[-1, 1] = 1
    word: str = ""  # verbatim words that say direction and sign, in the mark or before it: 下降, 高于全省

    @property
    def signed(self) -> Decimal:
        """The (first) value with the sign its words give it: −5.6 for 下降5.6%."""
        return self.signed_values[0]

    @property
    def signed_values(self) -> tuple[Decimal, ...]:
        """Every value with its sign; written signs stand as written."""
        if self.sign > 0 or any(value < 0 for value in self.values):
            return self.values
        return tuple(-value for value in self.values)

    @property
    def says_direction(self) -> bool:
        """Whether qualifier and numeral alone say what ``word`` says; else whoever shows it adds the word."""
        return self.word in self.qualifier + self.numeral

    @property
    def is_amount(self) -> bool:
        """Whether it is a level and no negative one: it can be drawn as it stands, and needs no word."""
        return self.measure == "level" and self.sign > 0

    @property
    def points(self) -> bool:
        """Whether it counts percentage points, which compare with no percentage."""
        return self.unit.endswith(("百分点", "个点", "基点", "千分点"))

    @property
    def vague(self) -> bool:
        """Whether the text gives no number to draw, only its order: 数十个, 几百户."""
        return self.numerals[0].startswith(("数", "几"))

    @property
    def loose(self) -> str:
        """多, 余, 来 or 几 on the number: somewhat more than what is written."""
        return self.numerals[-1][-1] if self.numerals[-1].endswith(LOOSE) else ""

    @property
    def numeral(self) -> str:
        """The number as written, a ratio or range joined as in the text."""
        return self.separator.join(self.numerals)

    @property
    def open_end(self) -> Literal["", "above", "below"]:
        """Which way the true value may lie beyond the written one."""
        if self.suffix in ABOVE_SUFFIXES or self.loose or self.vague or "个多" in self.unit:
            return "above"
        bound = max((word for word in (*ABOVE, *BELOW) if self.qualifier.endswith(word)), key=len, default="")
        if self.suffix in BELOW_SUFFIXES or bound in BELOW:
            return "below"
        return "above" if bound else ""
