"""Charts that would mislead are refused, with the reason and what to use instead."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.kinds import kind_of
from reportgen.charts.refusals import Reason
from reportgen.content.problems import Problems
from reportgen.errors import Place
from reportgen.model.chart import ChartSpec

MOST_SERIES = 4


def refuse_misleading(spec: ChartSpec, place: Place, problems: Problems) -> None:
    """Adds a problem for everything in the chart that would lead a reader to a wrong conclusion."""
    for zh, en, hint_zh, hint_en in _reasons(spec):
        problems.add(place, zh, en, (hint_zh, hint_en))


def _reasons(spec: ChartSpec) -> Iterator[Reason]:
    if not any(series.data for series in spec.series):
        yield "图里没有数据", "the chart has no data", "写上 figures= 或 table=", "give figures= or table="
        return
    several = tuple(_series(spec))
    yield from several
    if not several:  # else the rules would judge numbers the chart should not hold
        yield from kind_of(spec).refuse(spec)


def _series(spec: ChartSpec) -> Iterator[Reason]:
    count = len(spec.series)
    if count > 1 and kind_of(spec).series == "one":
        yield (
            f"“{spec.kind}”只画一组数，这里有 {count} 组",
            f"'{spec.kind}' shows one series; there are {count}",
            "用 y= 选一列，或用 grouped",
            "choose one column with y=, or use grouped",
        )
    if count > MOST_SERIES:
        yield (
            f"一张图至多 {MOST_SERIES} 组数",
            f"at most {MOST_SERIES} series in a chart",
            "分成几张图，或用 ::: table",
            "split the chart, or use ::: table",
        )
