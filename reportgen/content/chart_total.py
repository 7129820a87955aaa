"""The amount that a chart's parts sum to: a marked figure, or the 合计 of their table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.charts.record import ChartKind
from reportgen.content.chart_data import ChartData, total_datum
from reportgen.content.context import Context
from reportgen.content.markup import Block
from reportgen.content.table_cells import sums_up
from reportgen.model.chart import Datum


def total_of(block: Block, kind: ChartKind, data: ChartData, context: Context) -> Datum | None:
    """The figure of ``of=``; without it the total of the table, or the figure that the title names.

    A total that is no sum of the parts, or counts something else, is a problem of its place.
    """
    if block.attributes.get("of") and not kind.of_total:
        zh, en = f"“{kind.name}”不画整体，of= 用不上", f"'{kind.name}' shows no whole; of= is not for it"
        hint = ("删掉 of=，或用 doughnut、stacked", "delete of=, or use doughnut or stacked")
        context.problems.add(context.place(block, "of"), zh, en, hint)
    if not kind.of_total or not data.series:
        return None
    if block.attributes.get("of"):
        figures = context.chosen(block, "of")
        total = total_datum(figures[0]) if figures else None
    else:
        total = next(iter((*data.totals, *_named(block, data, context))), None)
    if total is not None:
        _check(block, data.series[0].data, total, context)
    return total


def _named(block: Block, data: ChartData, context: Context) -> Iterator[Datum]:
    """The figures the chart's title names whose amount the parts sum to exactly."""
    title, parts = block.attributes.get("title"), data.series[0].data
    if sum(map(_amount, parts)) == 100:
        return
    for figure in context.figures.values():
        if title and figure.label == title and len(figure.quantity.values) == 1:
            total = total_datum(figure)
            if total.unit == parts[0].unit and sum(map(_amount, parts)) == _amount(total):
                yield total


def _check(block: Block, parts: tuple[Datum, ...], total: Datum, context: Context) -> None:
    """Of one unit, and together the total; rounded parts may miss it by their last digit, which is told."""
    place = context.place(block, "of")
    units = {part.unit for part in parts} | {total.unit}
    if len(units) > 1 or total.value <= 0 or total.measure != "level":
        zh = f"各部分和“{total.label}”不是同一种数：{'、'.join(sorted(unit or '（无）' for unit in units))}"
        en = f"the parts and '{total.label}' are not of one kind: {', '.join(sorted(unit or '(none)' for unit in units))}"
        hint = ("of= 写同一单位的总数", "give a total of the same unit with of=")
        context.problems.add(place, zh, en, hint)
        return
    summed = sum(map(_amount, parts))
    if summed == _amount(total):
        return
    zh = f"各部分合计 {summed:f}，“{total.label}”是 {total.text}"
    en = f"the parts sum to {summed:f}, '{total.label}' is {total.text}"
    if sums_up(_amount(total), [_amount(part) for part in parts]):
        hint = ("差在四舍五入之内，已照画", "the difference lies within rounding; drawn as given")
        context.problems.add(place, zh, en, hint, "warning")
    else:
        hint = ("补全各部分，或核对各个数", "add the missing parts, or check the numbers")
        context.problems.add(place, zh, en, hint)


def _amount(datum: Datum) -> Decimal:
    """The value as the text has it, free of binary fractions."""
    return Decimal(f"{datum.value:.15g}")
