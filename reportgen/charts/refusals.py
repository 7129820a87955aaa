"""What charts may show: rules the kinds' records choose from, each with its reason and what to use instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reportgen.charts.reading import counted
from reportgen.model.chart import ChartSpec

MOST_UNITS = 60
MOST_PARTS = 5
MOST_BARS = 12
MOST_POINTS = 60
FEWEST_POINTS = 3
TOLERANCE = 0.05  # parts rounded to one decimal may miss 100 by this much
MINUTES = 60
TIME = re.compile(r"(?:FY)?(\d{1,4})(?:年|月|季度|日)?")

MEASURES = {"level": ("水平", "levels"), "change": ("增减", "changes"), "difference": ("差距", "differences")}

Reason = tuple[str, str, str, str]  # zh, en, hint zh, hint en


def whole(spec: ChartSpec) -> Iterator[Reason]:
    """The data are all parts of one whole, two to five: a hundred percent, or a marked total."""
    data = counted(spec)
    if refused := tuple(no_changes(spec)):
        yield from refused
        return
    if len(data) < 2:
        yield (
            "占比图至少要两部分",
            "a whole needs at least two parts",
            "单个比率用 cells",
            "use cells for a single share",
        )
        return
    total = sum(datum.value for datum in data)
    if spec.total is None and abs(total - 100) > TOLERANCE:
        yield (
            f"各部分合计 {total:g}，不是 100",
            f"the parts sum to {total:g}, not 100",
            "核对各个数；合计是文中另一个数的写 of=编号；不成整体的用 bars",
            "check the numbers; write of=<id> where they sum to another figure of the text; "
            "use bars for values that are not parts of a whole",
        )
    if len(data) > MOST_PARTS:
        yield (
            f"占比图至多 {MOST_PARTS} 部分",
            f"at most {MOST_PARTS} parts",
            "并小项或用 bars",
            "merge small parts or use bars",
        )


def compared(spec: ChartSpec) -> Iterator[Reason]:
    """Two to twelve values of one unit and one measure, on either side of zero, from which bars start."""
    yield from comparable(spec)
    if len(spec.data) < 2:
        yield (
            "单独一个数不宜画成图",
            "a single value is not enough for a chart",
            "用 ::: stats",
            "use ::: stats",
        )
    if len(spec.data) > MOST_BARS:
        yield f"至多 {MOST_BARS} 条", f"at most {MOST_BARS} bars", "用 ::: table", "use ::: table"


def comparable(spec: ChartSpec) -> Iterator[Reason]:
    """All values share their unit, and all are levels, all changes, or all differences from a base."""
    yield from one_unit(spec)
    kinds: dict[str, list[str]] = {}
    for datum in counted(spec):
        kinds.setdefault(datum.measure, []).append(datum.label or datum.text)
    if len(kinds) > 1:
        said = "；".join(f"{MEASURES[kind][0]}：{'、'.join(names)}" for kind, names in kinds.items())
        english = "; ".join(f"{MEASURES[kind][1]}: {', '.join(names)}" for kind, names in kinds.items())
        yield (
            f"一条轴上有不能相比的数（{said}）",
            f"values on one axis that do not compare ({english})",
            "分成几张图；读错了的，在标注里写 direction=rise、fall 或 level",
            "split the chart; where one was misread, write direction=rise, fall or level in its mark",
        )


def no_changes(spec: ChartSpec) -> Iterator[Reason]:
    """Levels, none below zero: a change or a loss is no part, no share and no stretch of a whole."""
    data = counted(spec)
    changes = [datum.label or datum.text for datum in data if datum.measure != "level"]
    below = [datum.label or datum.text for datum in data if datum.value < 0 and datum.measure == "level"]
    if changes:
        yield (
            f"“{spec.kind}”画不出增减和差距：{'、'.join(changes)}",
            f"'{spec.kind}' cannot show changes and differences: {', '.join(changes)}",
            "用 bars、columns 或 ::: stats",
            "use bars, columns or ::: stats",
        )
    if below:
        yield (
            f"“{spec.kind}”画不出负数：{'、'.join(below)}",
            f"'{spec.kind}' cannot show what lies below zero: {', '.join(below)}",
            "用 bars、columns 或 ::: stats",
            "use bars, columns or ::: stats",
        )


def one_unit(spec: ChartSpec) -> Iterator[Reason]:
    """All values share their unit."""
    units = sorted({datum.unit for datum in counted(spec)})
    if len(units) > 1:
        yield (
            f"一条轴上有不同单位：{'、'.join(unit or '（无）' for unit in units)}",
            f"different units on one axis: {', '.join(unit or '(none)' for unit in units)}",
            "不同单位的数用 ::: stats",
            "use ::: stats for values of different units",
        )


def over_time(spec: ChartSpec) -> Iterator[Reason]:
    """A line says that time runs on evenly between its points."""
    yield from comparable(spec)
    if len(spec.data) < FEWEST_POINTS:
        yield (
            "折线至少要三个时点",
            "a line needs at least three points",
            "两个时点用 columns",
            "use columns for two points",
        )
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
            "add the missing points, or use columns or ::: table",
        )


def alone(spec: ChartSpec) -> Iterator[Reason]:
    """One value, a level that is not below zero."""
    if len(counted(spec)) != 1:
        yield (
            f"“{spec.kind}”只画一个数",
            f"'{spec.kind}' shows one value",
            "多个数用 bars",
            "use bars for several",
        )
    else:
        yield from no_changes(spec)


def one_share(spec: ChartSpec) -> Iterator[Reason]:
    """One share of a whole, more than nothing and at most all of it."""
    several = tuple(alone(spec))
    yield from several
    if not several and not 0 < spec.data[0].value <= 1:
        yield (
            "格和环只画 0 到 1 之间的比率",
            "cells and rings show a share of 0 to 1",
            "用 ::: stats",
            "use ::: stats",
        )


def within_an_hour(spec: ChartSpec) -> Iterator[Reason]:
    """One number of minutes."""
    several, first = tuple(alone(spec)), spec.data[0]
    yield from several
    if not several and not (0 < first.value <= MINUTES and first.unit.startswith("分")):
        yield "表盘只画 60 分钟以内", "the dial shows up to 60 minutes", "用 ::: stats", "use ::: stats"


def open_ended(spec: ChartSpec) -> Iterator[Reason]:
    """One value of which the text says that the true one lies beyond it."""
    several = tuple(alone(spec))
    yield from several
    if not several and not spec.data[0].open_end:
        yield (
            "没有“突破、超、以上”，不是门槛",
            "no 突破, 超 or 以上: not a threshold",
            "用 ::: stats",
            "use ::: stats",
        )


def whole_things(spec: ChartSpec) -> Iterator[Reason]:
    """Counts of one unit that can be counted on the drawing; things added (增加8座) are counts, things gone are not."""
    yield from comparable(spec)
    data = counted(spec)
    if any(datum.value < 0 for datum in data):
        yield (
            "方格图画不出减少的数",
            "unit squares cannot show a fall",
            "用 bars 或 ::: stats",
            "use bars or ::: stats",
        )
    elif any(datum.value != int(datum.value) or datum.value < 1 for datum in data):
        yield "方格图只能表示整数", "unit squares show whole numbers only", "用 ::: stats", "use ::: stats"
    if sum(datum.value for datum in data) > MOST_UNITS:
        yield (
            f"方格总数超过 {MOST_UNITS}",
            f"more than {MOST_UNITS} squares",
            "用 bars 或 ::: stats",
            "use bars or ::: stats",
        )
