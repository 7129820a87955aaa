"""``::: chart`` into a chart specification, its data from marked figures or from a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from reportgen.charts.kinds import KINDS
from reportgen.charts.share import share
from reportgen.content.chart_data import UNIT_IN_HEAD, ChartData, from_figures, from_table
from reportgen.content.chart_total import total_of
from reportgen.content.context import Context
from reportgen.content.honesty import refuse_misleading
from reportgen.content.markup import Block
from reportgen.content.wording import is_composed
from reportgen.model.chart import ChartSpec, Series
from reportgen.model.report import Chart


def read_chart(block: Block, context: Context) -> Chart | None:
    """The chart, or None and problems: unknown kind or figure, a table with errors, a chart that would mislead."""
    if not context.needs(block, "kind"):
        return None
    kind = KINDS.get(name := block.attributes.get("kind"))
    if kind is None:
        context.problems.unknown(context.place(block, "kind"), ("图表类型", "chart kind"), name, tuple(KINDS))
        return None
    if not context.needs(block, "figures", "figure", "table"):
        return None
    before = len(context.problems.errors)
    data = from_table(block, context) if block.attributes.get("table") else from_figures(block, kind, context)
    total = total_of(block, kind, data, context)
    spec = ChartSpec(
        kind=name,
        title=_title(block, data, context) or data.title or (total.label if total else ""),
        unit=context.own_words(block, "unit") or data.unit,
        series=_shares(data.series) if kind.share else data.series,
        highlight=_highlight(block, data.series, context),
        note=context.own_words(block, "note"),
        source=context.credit(block, "source") or data.source,
        id=block.attributes.id,
        total=total,
    )
    if len(context.problems.errors) > before or not data.series:
        return None
    refuse_misleading(spec, block.place, context.problems)
    if len(context.problems.errors) == before:
        _need_title(spec, block, context)
    return Chart(spec, block.place)


def _title(block: Block, data: ChartData, context: Context) -> str:
    """``title=``: words of the text, or a label or series of the data; the unit may stand behind them."""
    words, named = block.attributes.get("title"), UNIT_IN_HEAD.fullmatch(block.attributes.get("title"))
    with_unit = named is not None and named[2] == data.unit
    bare = named[1] if named is not None and with_unit else words
    known = (data.title, *data.names, *(series.label for series in data.series))
    if bare in known or is_composed(bare, context.text):
        return words
    return context.verbatim(block, "title")


def _need_title(spec: ChartSpec, block: Block, context: Context) -> None:
    if not spec.title:
        hint = ("用原文的字句写 title=…", "write title=… in words from the text")
        context.problems.add(block.place, "图没有标题", "the chart has no title", hint)


def _highlight(block: Block, series: Sequence[Series], context: Context) -> int | None:
    """The datum that ``highlight=`` names, by its id or label; of several series the series."""
    wanted = block.attributes.get("highlight")
    if not wanted or not series:
        return None
    what = ("数据", "datum") if len(series) == 1 else ("系列", "series")
    named = [(datum.figure, datum.label) for datum in series[0].data]
    if len(series) > 1:
        named = [(one.label, one.label) for one in series]
    for i, names in enumerate(named):
        if wanted in names:
            return i
    known = [first or second for first, second in named]
    context.problems.unknown(context.place(block, "highlight"), what, wanted, known)
    return None


def _shares(series: Iterable[Series]) -> tuple[Series, ...]:
    """Every value as the part of one whole that it is."""
    return tuple(
        replace(one, data=tuple(replace(datum, value=share(datum.value, datum.unit)) for datum in one.data))
        for one in series
    )
