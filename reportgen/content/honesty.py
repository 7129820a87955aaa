"""Charts that would mislead are refused, with the reason and what to use instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reportgen.content.problems import Problems
from reportgen.errors import Place
from reportgen.model.chart import ChartSpec, Datum

PARTS = ("stacked", "doughnut", "waffle")
AXIS = ("bars", "columns", "grouped", "line")
SINGLE = ("dial", "threshold", "level", "cells", "rings")
SEVERAL_SERIES = ("grouped", "line")
MOST_UNITS = 60
MOST_PARTS = 5
MOST_BARS = 12
MOST_POINTS = 60
MOST_SERIES = 4
FEWEST_POINTS = 3
TOLERANCE = 0.05  # parts rounded to one decimal may miss 100 by this much
TIME = re.compile(r"(?:FY)?(\d{1,4})(?:年|月|季度|日)?")

Reason = tuple[str, str, str, str]  # zh, en, hint zh, hint en


def refuse_misleading(spec: ChartSpec, place: Place, problems: Problems) -> None:
    """Adds a problem for everything in the chart that a reader would take for more than it says."""
    data = tuple(datum for series in spec.series for datum in series.data)
    for zh, en, hint_zh, hint_en in _reasons(spec, data):
        problems.add(place, zh, en, (hint_zh, hint_en))


def _reasons(spec: ChartSpec, data: tuple[Datum, ...]) -> Iterator[Reason]:
    if not data:
        yield "图里没有数据", "the chart has no data", "写上 figures= 或 table=", "give figures= or table="
        return
    several = tuple(_series(spec))
    yield from several
    if several:
        return  # what follows would judge numbers the chart should not hold
    if spec.kind in PARTS:
        yield from _parts(data)
    elif spec.kind in AXIS:
        yield from _axis(spec, data)
    elif spec.kind in SINGLE:
        yield from _single(spec, data)
    else:
        yield from _units(data)


def _series(spec: ChartSpec) -> Iterator[Reason]:
    count = len(spec.series)
    if count > 1 and spec.kind not in SEVERAL_SERIES:
        yield (
            f"“{spec.kind}”只画一组数，这里有 {count} 组",
            f"'{spec.kind}' shows one series, here are {count}",
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


def _parts(data: tuple[Datum, ...]) -> Iterator[Reason]:
    if len(data) < 2:
        yield (
            "占比图至少要两部分",
            "a whole needs two parts",
            "单个比率用 cells",
            "use cells for a single share",
        )
        return
    total = sum(datum.value for datum in data)
    if abs(total - 100) > TOLERANCE:
        yield (
            f"各部分合计 {total:g}，不是 100",
            f"the parts sum to {total:g}, not 100",
            "核对各个数；不成整体的数用 bars",
            "check the numbers; use bars for values that make no whole",
        )
    if len(data) > MOST_PARTS:
        yield (
            f"占比图至多 {MOST_PARTS} 部分",
            f"at most {MOST_PARTS} parts",
            "并小项或用 bars",
            "merge small parts or use bars",
        )
    if any(datum.value < 0 for datum in data):
        yield "部分不能为负", "a part cannot be negative", "用 ::: stats", "use ::: stats"


def _axis(spec: ChartSpec, data: tuple[Datum, ...]) -> Iterator[Reason]:
    yield from _unlike_units(data)
    if spec.kind == "line":
        yield from _line(spec)
        return
    if len(spec.data) < 2:
        yield "单独一个数画不成图", "one lone value makes no chart", "用 ::: stats", "use ::: stats"
    if len(spec.data) > MOST_BARS:
        yield f"至多 {MOST_BARS} 条", f"at most {MOST_BARS} bars", "用 ::: table", "use ::: table"
    if any(datum.value < 0 for datum in data):
        yield (
            "条和柱从零开始，不能画负数",
            "bars start at zero and cannot be negative",
            "用 line 或 ::: table",
            "use line or ::: table",
        )


def _unlike_units(data: tuple[Datum, ...]) -> Iterator[Reason]:
    units = sorted({datum.unit for datum in data})
    if len(units) > 1:
        yield (
            f"一条轴上有不同单位：{'、'.join(unit or '（无）' for unit in units)}",
            f"unlike units on one axis: {', '.join(unit or '(none)' for unit in units)}",
            "不同单位的数用 ::: stats",
            "use ::: stats for unlike units",
        )


def _line(spec: ChartSpec) -> Iterator[Reason]:
    """A line says that time runs on evenly between its points."""
    if len(spec.data) < FEWEST_POINTS:
        yield "折线至少要三个时点", "a line needs three points", "两个时点用 columns", "use columns for two"
    if len(spec.data) > MOST_POINTS:
        yield f"至多 {MOST_POINTS} 个时点", f"at most {MOST_POINTS} points", "用 ::: table", "use ::: table"
    matches = [TIME.fullmatch(datum.label) for datum in spec.data]
    times = [int(match[1]) for match in matches if match]
    if len(times) < len(matches) or len(times) < FEWEST_POINTS:
        return
    steps = {later - earlier for earlier, later in pairwise(times)}
    if len(steps) > 1 or min(steps) <= 0:
        yield (
            "时点间隔不等或没有按先后排列",
            "the points are not evenly spaced in time",
            "补全时点，或用 columns、::: table",
            "complete them, or use columns or ::: table",
        )


def _single(spec: ChartSpec, data: tuple[Datum, ...]) -> Iterator[Reason]:
    first = data[0]
    if len(data) != 1:
        yield (
            f"“{spec.kind}”只画一个数",
            f"'{spec.kind}' shows one value",
            "多个数用 bars",
            "use bars for several",
        )
    elif spec.kind in ("cells", "rings") and not 0 < _share(first) <= 1:
        yield (
            "格和环只画 0 到 1 之间的比率",
            "cells and rings show a share of 0 to 1",
            "用 ::: stats",
            "use ::: stats",
        )
    elif spec.kind == "dial" and not (0 < first.value <= 60 and first.unit.startswith("分")):
        yield "表盘只画 60 分钟以内", "the dial shows up to 60 minutes", "用 ::: stats", "use ::: stats"
    elif spec.kind == "threshold" and not first.open_end:
        yield (
            "没有“突破、超、以上”，不是门槛",
            "nothing open-ended: no threshold",
            "用 ::: stats",
            "use ::: stats",
        )


def _units(data: tuple[Datum, ...]) -> Iterator[Reason]:
    yield from _unlike_units(data)
    if any(datum.value != int(datum.value) or datum.value < 1 for datum in data):
        yield "方格只数整数", "unit squares count whole things", "用 ::: stats", "use ::: stats"
    if sum(datum.value for datum in data) > MOST_UNITS:
        yield (
            f"方格总数超过 {MOST_UNITS}",
            f"over {MOST_UNITS} squares",
            "用 bars 或 ::: stats",
            "use bars or ::: stats",
        )


def _share(datum: Datum) -> float:
    return datum.value / 100 if datum.unit == "%" else datum.value
