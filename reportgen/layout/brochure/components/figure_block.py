"""A chart with its title, unit line and source, in three arrangements."""

from __future__ import annotations

from reportgen.charts import describe
from reportgen.charts.fit import natural_height
from reportgen.charts.kinds import kind_of
from reportgen.layout.brochure.grid import LABEL_DROP, SOURCE_GAP
from reportgen.layout.parts.drawing import SECTION_RULE, rule_frame
from reportgen.layout.parts.frame import Frame, padded, stack
from reportgen.layout.parts.tagging import CAPTION, described, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.chart import ChartSpec
from reportgen.model.sheet import ChartItem

LABEL_COLUMN = mm(40.5)
CONTENT_OFFSET = mm(44.5)
WORDS_DROP, CHART_DROP = mm(2.6), mm(5)  # from the rule to the title; to a chart in the content columns
DRAWING_GAP, UNIT_GAP, ROW_SOURCE_GAP = mm(2.5), mm(0.6), mm(2)  # above the drawing, the unit, a row's source


def drawing(
    spec: ChartSpec,
    section: int | None,
    width: float,
    ts: Typesetter,
    height: float | None = None,
    extra: float = 0.0,
) -> Frame:
    """The chart alone, at its natural height unless another is given; bars and lines take extra height."""
    tall = height if height is not None else natural_height(spec, width, ts.chart_words)
    tall += min(extra, kind_of(spec).page.growth * tall)
    item = ChartItem(Rect(0, 0, width, tall), spec, section, describe(spec), name=spec.title)
    return tagged(Frame(width, tall, (item,)), described(describe(spec)))


def figure_block(
    spec: ChartSpec,
    section: int | None,
    width: float,
    ts: Typesetter,
    *,
    ruled: bool = True,
    extra: float = 0.0,
) -> Frame:
    """Title and unit above the drawing, the source below; ``extra``: height the drawing may take more."""
    rule = rule_frame(width, ts.theme.colour("ink-text"), SECTION_RULE) if ruled else Frame(0, 0, ())
    words = figure_words(spec, width, ts)
    parts = [rule, padded(words, top=WORDS_DROP) if ruled else words]
    parts.append(padded(drawing(spec, section, width, ts, extra=extra), top=DRAWING_GAP))
    if spec.source:
        parts.append(padded(source_line(spec, width, ts), top=SOURCE_GAP))
    return stack(parts)


def figure_row(
    spec: ChartSpec, section: int | None, width: float, ts: Typesetter, extra: float = 0.0
) -> Frame:
    """Title and unit in the label column, the drawing in the content columns, a rule above."""
    rule = rule_frame(width, ts.theme.colour("ink-text"), SECTION_RULE)
    words = figure_words(spec, LABEL_COLUMN, ts)
    chart = drawing(spec, section, width - CONTENT_OFFSET, ts, extra=extra)
    height = max(words.height + LABEL_DROP, chart.height + CHART_DROP)
    items = (*rule.items, *words.at(0, LABEL_DROP), *chart.at(CONTENT_OFFSET, CHART_DROP))
    frame = Frame(width, height, items)
    return stack((frame, source_line(spec, width, ts)), ROW_SOURCE_GAP) if spec.source else frame


def figure_words(spec: ChartSpec, width: float, ts: Typesetter) -> Frame:
    """The title and, in grey, unit and note."""
    title = ts.text(ts.paragraph(spec.title, "figure-title"), width, "heading")
    return stack((caption_of(spec, title), unit_line(spec, width, ts)), UNIT_GAP)


def unit_line(spec: ChartSpec, width: float, ts: Typesetter) -> Frame:
    """单位 and the author's note in small grey type; empty where there is neither."""
    said = "。".join(part for part in (f"单位：{spec.unit}" if spec.unit else "", spec.note) if part)
    if not said:
        return Frame(0, 0, ())
    words = ts.paragraph(said, "figure-unit", ts.theme.colour("grey-600"))
    return caption_of(spec, ts.text(words, width, "caption"))


def caption_of(spec: ChartSpec, words: Frame) -> Frame:
    """Words as part of the chart's caption."""
    return tagged(words, described(describe(spec)), CAPTION)


def source_line(spec: ChartSpec, width: float, ts: Typesetter) -> Frame:
    """Where the figures come from."""
    words = ts.paragraph(f"资料来源：{spec.source}", "source", ts.theme.colour("grey-600"))
    return caption_of(spec, ts.text(words, width, "caption"))
