"""What a chart shows: the specification every back end draws from, never a picture."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportgen.model.quantity import QuantityMeasure

OpenEnd = Literal["", "above", "below"]


class Datum(Struct, frozen=True):
    """One value: as a number for the drawing, with its sign, and verbatim as it is printed beside it.

    −5.6 is the value of 下降5.6%; its ``word`` 下降 stands in ``qualifier`` too, which is printed before it.
    """

    label: str
    value: float
    text: str
    figure: str = ""  # id of the marked figure it comes from; empty for a table cell
    unit: str = ""
    open_end: OpenEnd = ""  # 突破, 以上, 超: the quantity goes beyond the value
    status: str = ""  # e.g. 圆满交付; unlike statuses are drawn solid and hatched
    suffix: str = ""  # 以上, 以下 …, verbatim, behind the unit
    qualifier: str = ""  # 突破, 超, 约, 同比下降 …, verbatim
    word: str = ""  # of ``qualifier``, what says which way the value goes or lies: 下降, 增长, 亏损
    measure: QuantityMeasure = "level"

    @property
    def said(self) -> str:
        """The numeral with the word that says its direction, where there is room for no more."""
        return self.word + self.text


class Series(Struct, frozen=True):
    """Data of one kind; ``label`` names it where there are several."""

    label: str
    data: tuple[Datum, ...]


class ChartSpec(Struct, frozen=True):
    """A chart before any size or colour: its kind, its data and its words."""

    kind: str  # name of its record in :mod:`reportgen.charts.kinds`
    title: str
    unit: str
    series: tuple[Series, ...]
    highlight: int | None = None  # index into data, of several series into series; None: see charts.reading
    note: str = ""
    source: str = ""
    id: str = ""
    total: Datum | None = None  # the marked amount its parts sum to; None: a hundred percent, or no whole

    @property
    def data(self) -> tuple[Datum, ...]:
        """The first (for most kinds the only) series."""
        return self.series[0].data

    @property
    def figures(self) -> tuple[str, ...]:
        """Ids of the marked figures shown, in drawing order."""
        return tuple(d.figure for s in self.series for d in s.data if d.figure)
