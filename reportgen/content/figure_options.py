"""What the author says of a figure in its mark besides its name: its time, whether it leads, whether it adorns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from reportgen.content.attributes import Attributes
from reportgen.content.problems import Problems
from reportgen.content.times import moment, period
from reportgen.errors import Place

TIME_HINT = (
    "写年、半年、季度、月、日或时刻：2024、2025上半年、2025年一季度、2025-06、2025-06-30、7月28日18时",
    "write a year, half-year, quarter, month, day or time of day: 2024, 2025-06, 2025-06-30, 2025-07-28 18:00",
)
MOST_TOP = 99
NO = "no"


class FigureOptions(Struct, frozen=True):
    """The options of one mark, each reported at its place where it cannot be read."""

    attributes: Attributes
    at: Callable[[str], Place]  # where a key stands
    problems: Problems

    def read(self) -> dict[str, Any]:
        """The values by the names of the figure's attributes."""
        asof, stretch = self._time("asof", moment), self._time("period", period)
        if asof and stretch:
            hint = (
                "存量留 asof=（截至…），一段时间里的数留 period=",
                "keep asof= for a stock and period= for a flow",
            )
            zh, en = "asof 和 period 只写一个", "give asof or period, not both"
            self.problems.add(self.at("period"), zh, en, hint)
        return {"asof": asof, "period": stretch, "top": self._top(), "ornament": self._ornament()}

    def _time(self, key: str, words_of: Callable[[str], str]) -> str:
        written = self.attributes.get(key).strip()
        words = words_of(written) if written else ""
        if written and not words:
            zh, en = f"“{written}”不是时间", f"'{written}' is no time"
            self.problems.add(self.at(key), zh, en, TIME_HINT)
        return words

    def _top(self) -> int:
        """Its place among the key numbers, from 1; 0 where the author gives it none."""
        written = self.attributes.get("top") or ("1" if "top" in self.attributes.classes else "0")
        if written.isascii() and written.isdigit() and int(written) <= MOST_TOP:
            return int(written)
        hint = ("写 .top，或 top=1、top=2 排出先后", "write .top, or top=1, top=2 to order them")
        self.problems.add(
            self.at("top"), f"“{written}”不是次序", f"'{written}' is no place in an order", hint
        )
        return 0

    def _ornament(self) -> bool:
        written = self.attributes.get("ornament")
        if written and written != NO:
            hint = ("写 ornament=no，或去掉它", "write ornament=no, or leave it out")
            zh, en = "ornament 只能是 no", "ornament takes no other value than 'no'"
            self.problems.add(self.at("ornament"), zh, en, hint)
        return written != NO
