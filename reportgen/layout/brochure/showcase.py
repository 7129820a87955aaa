"""A subsection set large, for a page that would be half empty: numerals, a chart, the author's own words."""

from __future__ import annotations

from functools import partial

from reportgen.charts.kinds import kind_of
from reportgen.layout.brochure import grid
from reportgen.layout.brochure.bands import ROW_GAP, extra_rows, lead_rows, quote_row
from reportgen.layout.brochure.components.figure_block import figure_block
from reportgen.layout.brochure.components.honour import honour_column, honour_grid
from reportgen.layout.brochure.components.quote import quote_ruled
from reportgen.layout.brochure.components.stat_band import stat_band
from reportgen.layout.brochure.compose import (
    HALF_MEASURE,
    HEAD_GAP,
    PLAIN_MEASURE,
    SIDE_MEASURE,
    Job,
    half_chart_row,
    noted,
    single_threshold,
    wide_block,
)
from reportgen.layout.brochure.heading import heading
from reportgen.layout.brochure.material import has_side_heads
from reportgen.layout.brochure.passage import body, standfirst
from reportgen.layout.parts.frame import Frame, beside, padded, stack
from reportgen.layout.parts.rows import Row, elastic
from reportgen.lengths import mm
from reportgen.model.chart import ChartSpec
from reportgen.story.points import statements

BAND_GAP, STATS_GAP = mm(12), mm(8)  # above callouts, and between their rows
ABOVE_QUOTE = mm(8)
LARGER_TYPE = ((30, 22.0), (60, 17.0), (120, 14.5))  # texts of up to this many characters; pt
LONGEST_UNDER = 24  # characters of a line said under the text beside a chart
LONGEST = 32  # characters of a statement
FEWEST_TEXTS = 2  # a statement is at most so small a share of its text: one in two


def showcase(job: Job) -> tuple[Row, ...]:
    """The subsection's rows set large; empty where it has a composition of its own kind."""
    sub, material = job.subsection, job.material
    if has_side_heads(sub) or (single_threshold(material) and material.ledgers):
        return ()
    leads = lead_rows(material, job.section, job.ts)
    head = Row(heading(sub, grid.TYPE_AREA, job.ts, job.role), ROW_GAP if leads else 0.0, keep=True)
    large, charts = _charts(job)
    said = material.quotes[0].lines if material.quotes else _statement(job)
    under = said if large and all(len(line) <= LONGEST_UNDER for line in said) else ()
    skip = bool(under and material.quotes)
    statement = (quote_row(said, job.role, job.ts),) if said and not material.quotes and not under else ()
    return (
        *leads,
        head,
        *_text(job, large, under),
        *charts,
        *_numerals(job),
        *extra_rows(material, job.section, job.role, job.ts, skip_quote=skip),
        *statement,
        *noted(job),
    )


def _charts(job: Job) -> tuple[ChartSpec | None, tuple[Row, ...]]:
    """The chart that is on the right half; small ones in thirds, the others over the full width."""
    charts = (*job.material.beside, *job.material.side_charts)
    large = next((spec for spec in charts if kind_of(spec).page.growth), None)
    small = [spec for spec in job.material.side_charts if spec is not large]
    blocks = [figure_block(spec, job.section, grid.THIRD, job.ts) for spec in small]
    thirds = [
        Row(beside(*((grid.third(k), block) for k, block in enumerate(blocks[i : i + 3]))), ROW_GAP)
        for i in range(0, len(blocks), 3)
    ]
    wide = [spec for spec in job.material.beside if spec is not large]
    return large, (*thirds, *(elastic(partial(wide_block, job, spec), ROW_GAP) for spec in wide))


def _text(job: Job, chart: ChartSpec | None, said: tuple[str, ...]) -> tuple[Row, ...]:
    """The text beside the large chart, with what is said below it, or beside the honours, else alone."""
    sub, honours, ink, ts = job.subsection, job.material.honours, job.role.text, job.ts
    if chart is not None:
        left = _words(job, HALF_MEASURE)
        if said:
            left = stack((left, padded(quote_ruled(said, left.width, ink, ts), top=ABOVE_QUOTE)))
        row = half_chart_row(job, chart, left)
        return (
            (row, Row(honour_grid(honours, grid.TYPE_AREA, grid.THIRDS, ink, ts), ROW_GAP))
            if honours
            else (row,)
        )
    if honours:
        text = body(sub.body, grid.characters(SIDE_MEASURE), job.role, ts, job.block)
        side = honour_column(honours, grid.SIDE_WIDTH, ink, ts)
        return (Row(beside((0, text), (grid.SIDE_X, side)), HEAD_GAP),)
    return (Row(_words(job, PLAIN_MEASURE), HEAD_GAP),)


def _words(job: Job, measure: int) -> Frame:
    """The text over this many characters of the usual size, in a larger one where it is short."""
    sub, role, ts = job.subsection, job.role, job.ts
    size = next((size for most, size in LARGER_TYPE if len(sub.text) <= most), None)
    if size is None:
        return body(sub.body, grid.characters(measure), role, ts, job.block)
    width = grid.characters(measure) - grid.characters(measure) % size
    return standfirst(sub.body, width, role.text, size, ts, job.block, "left")


def _numerals(job: Job) -> tuple[Row, ...]:
    """Callouts across the page, the fewer of them the larger."""
    figures = job.material.stats
    per_row = 2 if len(figures) in grid.IN_PAIRS else max(1, min(grid.THIRDS, len(figures)))
    rows = [figures[i : i + per_row] for i in range(0, len(figures), per_row)]
    ink, ts = job.role.text, job.ts
    return tuple(
        Row(stat_band(row, per_row, ink, ts), STATS_GAP if i else BAND_GAP) for i, row in enumerate(rows)
    )


def _statement(job: Job) -> tuple[str, ...]:
    """One of the author's key phrases, short beside the text it is taken from, which nothing else shows."""
    longest = min(LONGEST, len(job.subsection.text) / FEWEST_TEXTS)
    shown = [h.text for h in job.material.honours] + [f.text for f in job.material.stats]
    return statements(job.subsection.body, longest, shown)[:1]
