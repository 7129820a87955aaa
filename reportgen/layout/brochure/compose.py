"""A subsection as rows: which of the six compositions its content asks for, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from reportgen.charts.kinds import kind_of
from reportgen.layout.brochure import grid
from reportgen.layout.brochure.bands import extra_rows, lead_rows
from reportgen.layout.brochure.components.figure_block import figure_block
from reportgen.layout.brochure.components.honour import honour_column, honour_grid
from reportgen.layout.brochure.components.ledger import ledger
from reportgen.layout.brochure.components.note_list import note_list
from reportgen.layout.brochure.components.quote import quote_ruled, quote_side
from reportgen.layout.brochure.components.stat_band import stat_band
from reportgen.layout.brochure.components.threshold_column import threshold_column
from reportgen.layout.brochure.heading import heading
from reportgen.layout.brochure.material import Material, has_side_heads, short_lines
from reportgen.layout.brochure.passage import body, side_head_list
from reportgen.layout.parts.frame import EMPTY, Frame, beside, padded, stack
from reportgen.layout.parts.rows import Row, column_row, elastic, text_row
from reportgen.layout.parts.stat import stat
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure, Honour, Subsection
from reportgen.model.theme import SectionRole

HEAD_GAP = mm(5.3)
ROW_GAP = mm(9)
SIDE_GAP, SIDE_TOP = mm(6), mm(1.5)
LEAST_SIDE, WHOLE_SIDE = mm(70), mm(112)
FEW_HONOURS, LARGE_HONOUR = 6, 17.0  # honours that stay together below the text; pt of a large one
SIDE_SLACK = mm(30)  # the side column may end this far below the text
# Characters a line of text holds: beside a side column, in the content columns, beside a chart, alone, alone under a long lead.
SIDE_MEASURE, LABEL_MEASURE, HALF_MEASURE, PLAIN_MEASURE, NARROW_MEASURE = 27, 29, 19, 31, 21
SIDE_STAT = 58.0  # pt
ABOVE_LEDGER, ABOVE_QUOTE, ABOVE_HONOURS = mm(7), mm(5), mm(6)
NARROW_DROP = mm(0.6)  # of a text beside a narrow heading
SHORT_HEADLINE = 10  # characters
LIGHT_TEXT = 220  # characters; up to this a text may be beside a narrow heading
BESIDE_TEXT = 300
SIDE_HEAD_MEASURE = grid.characters(24)
SIDE_HEAD_COLUMN = mm(17)


class Job(Struct, frozen=True):
    """One subsection with everything needed to compose it."""

    subsection: Subsection
    material: Material
    section: int | None
    block: str
    role: SectionRole
    ts: Typesetter
    above: float = 0.0  # height of the drawings before the heading


def compose(job: Job) -> tuple[Row, ...]:
    """The subsection's rows from its lead to its last band, in reading order."""
    leads = lead_rows(job.material, job.section, job.ts)
    if leads:
        job = replace(job, above=sum(row.height + ROW_GAP for row in leads))
    first, *rest = _choose(job)(job)
    return (*leads, replace(first, gap=ROW_GAP) if leads else first, *rest, *noted(job))


def noted(job: Job) -> tuple[Row, ...]:
    """The footnotes, below everything else."""
    frame = note_list(job.material.footnotes, grid.TYPE_AREA, job.ts, job.block)
    return (Row(frame, ROW_GAP),) if frame.items else ()


def _choose(job: Job) -> Callable[[Job], tuple[Row, ...]]:
    """The composition for this content; the conditions go from the most special to the plainest."""
    sub, material = job.subsection, job.material
    length = len(sub.text)
    if has_side_heads(sub) and sum(row.height for row in side_heads(job)[:2]) < grid.LIVE_HEIGHT:
        return side_heads
    if single_threshold(material) and material.ledgers and length <= LIGHT_TEXT:
        return numeral_column
    if len(material.beside) == 1 and not material.tables and length <= BESIDE_TEXT:
        return chart_beside
    if material.has_side:
        return side_column
    if length <= LIGHT_TEXT and (sub.kicker or len(sub.headline) <= SHORT_HEADLINE):
        return narrow_heading
    return side_column if material.quotes and length > LIGHT_TEXT / 2 else plain_text


def single_threshold(material: Material) -> bool:
    """Whether the one number of the subsection is open-ended and nothing else needs the side column."""
    charts = material.side_charts
    return (
        len(charts) == 1 and kind_of(charts[0]).page.numeral and not material.stats and not material.honours
    )


def side_column(job: Job) -> tuple[Row, ...]:
    """Heading over the full width, the text, a side column of callouts and honours."""
    head = heading(job.subsection, grid.TYPE_AREA, job.ts, job.role)
    text = body(job.subsection.body, grid.characters(SIDE_MEASURE), job.role, job.ts, job.block)
    room = grid.LIVE_HEIGHT - job.above - head.height - HEAD_GAP - SIDE_TOP
    side, rest = _side(job, text.height, room)
    main = text_row(text, HEAD_GAP, padded(side, top=SIDE_TOP) if side.items else None, grid.SIDE_X)
    return (Row(head, 0.0, keep=True), main, *_below(job, rest))


class _Rest(Struct, frozen=True):
    """What found no room in the side column and goes below."""

    stats: tuple[Figure, ...] = ()
    honours: tuple[Honour, ...] = ()
    charts: tuple[Frame, ...] = ()
    quote_used: bool = False


def _side(job: Job, text_height: float, most: float) -> tuple[Frame, _Rest]:
    """Callouts, small charts and honours as far as they stay near the text's height and on its page."""
    ink, material = job.role.text, job.material
    charts = [figure_block(spec, job.section, grid.SIDE_WIDTH, job.ts) for spec in material.side_charts]
    room = max(text_height + SIDE_SLACK, LEAST_SIDE)
    callouts = [stat(f, grid.SIDE_WIDTH, ink, job.ts, SIDE_STAT) for f in material.stats]
    if stack((*charts, *callouts), SIDE_GAP).height <= WHOLE_SIDE:
        room = max(room, WHOLE_SIDE)  # one more callout beside the text beats one alone below it
    room = min(room, most)
    placed: list[Frame] = []

    def fits(frame: Frame) -> bool:
        if stack((*placed, frame), SIDE_GAP).height > room:
            return False
        placed.append(frame)
        return True

    loose_charts = tuple(chart for chart in charts if not fits(chart))
    stats = tuple(f for f, frame in zip(material.stats, callouts, strict=True) if not fits(frame))
    honours = tuple(
        h for h in material.honours if not fits(honour_column((h,), grid.SIDE_WIDTH, ink, job.ts))
    )
    quote_used = False
    if not honours and len(material.quotes) == 1 and short_lines(material.quotes[0].lines):
        quote_used = fits(quote_side(material.quotes[0].lines, grid.SIDE_WIDTH, ink, job.ts))
    return stack(placed, SIDE_GAP), _Rest(stats, honours, loose_charts, quote_used)


def _below(job: Job, rest: _Rest) -> tuple[Row, ...]:
    """Everything that found no room beside the text, in bands over the full width."""
    rows: list[Row] = []
    if rest.charts:
        columns = [(grid.third(i % grid.THIRDS), chart) for i, chart in enumerate(rest.charts)]
        rows += [
            Row(beside(*columns[i : i + grid.THIRDS]), ROW_GAP) for i in range(0, len(columns), grid.THIRDS)
        ]
    for i in range(0, len(rest.stats), grid.THIRDS):
        few = rest.stats[i : i + grid.THIRDS]
        rows.append(
            elastic(
                partial(_stats_below, job, few, min(grid.THIRDS, len(rest.stats))),
                ROW_GAP if not i else grid.THIRD_GAP,
            )
        )
    if 0 < len(rest.honours) <= FEW_HONOURS:
        rows.append(elastic(partial(_honours_below, job, rest.honours), ROW_GAP))
    else:
        thirds = (rest.honours[i : i + 3] for i in range(0, len(rest.honours), 3))
        rows += [Row(_honours_below(job, three, 0.0), ROW_GAP) for three in thirds]
    beside_charts = [elastic(partial(wide_block, job, spec), ROW_GAP) for spec in job.material.beside]
    extra = extra_rows(job.material, job.section, job.role, job.ts, skip_quote=rest.quote_used)
    return (*rows, *beside_charts, *extra)


def _stats_below(job: Job, figures: Sequence[Figure], slots: int, extra: float) -> Frame:
    """Callouts in thirds, or in equal parts of the width and larger where there is height to spare."""
    ink, ts = job.role.text, job.ts
    natural = beside(*((grid.third(k), stat(f, grid.THIRD, ink, ts)) for k, f in enumerate(figures)))
    large = stat_band(figures, slots, ink, ts) if extra else natural
    return large if large.height - natural.height <= extra else natural


def _honours_below(job: Job, honours: tuple[Honour, ...], extra: float) -> Frame:
    """Honours in thirds, or large under each other where there is height to spare."""
    ink, ts = job.role.text, job.ts
    natural = honour_grid(honours, grid.TYPE_AREA, grid.THIRDS, ink, ts)
    large = honour_column(honours, grid.TYPE_AREA, ink, ts, LARGE_HONOUR) if extra else natural
    return large if large.height - natural.height <= extra else natural


def wide_block(job: Job, spec: ChartSpec, extra: float) -> Frame:
    """A chart over the full width, the drawing up to this much taller than it naturally is."""
    return figure_block(spec, job.section, grid.TYPE_AREA, job.ts, extra=extra)


def numeral_column(job: Job) -> tuple[Row, ...]:
    """The single open-ended number large on the left, heading, text and ledger on the right."""
    ts, role, material = job.ts, job.role, job.material
    spec = material.side_charts[0]
    left = threshold_column(spec, job.section, grid.SIDE_WIDTH, role.text, ts)
    head = heading(job.subsection, grid.LABEL_CONTENT_WIDTH, ts, role)
    text = body(job.subsection.body, grid.characters(LABEL_MEASURE), role, ts, job.block)
    table = ledger(material.ledgers[0].rows, grid.LABEL_CONTENT_WIDTH, role.text, ts)
    right = stack((head, padded(text, top=HEAD_GAP), padded(table, top=ABOVE_LEDGER)))
    main = Row(beside((0, left), (grid.LABEL_CONTENT, right)), 0.0)
    below = replace(job, material=replace(material, ledgers=material.ledgers[1:]))
    return (main, *_below(below, _Rest()))


def narrow_heading(job: Job) -> tuple[Row, ...]:
    """Kicker and heading in the label column, the text beside them."""
    head = heading(job.subsection, grid.LABEL_WIDTH, job.ts, job.role, narrow=True)
    text = body(job.subsection.body, grid.characters(LABEL_MEASURE), job.role, job.ts, job.block)
    main = Row(beside((0, head), (grid.LABEL_CONTENT, padded(text, top=NARROW_DROP))), 0.0)
    return (main, *_below(job, _Rest()))


def chart_beside(job: Job) -> tuple[Row, ...]:
    """Text in a narrow measure with the quote below it, the chart on the right half."""
    ts, role, material = job.ts, job.role, job.material
    head = heading(job.subsection, grid.TYPE_AREA, ts, role)
    left = body(job.subsection.body, grid.characters(HALF_MEASURE), role, ts, job.block)
    quotes = material.quotes[:1]
    if quotes:
        left = stack((left, padded(quote_ruled(quotes[0].lines, left.width, role.text, ts), top=ABOVE_QUOTE)))
    row = half_chart_row(job, material.beside[0], left)
    rest = _Rest(
        stats=material.stats,
        honours=material.honours,
        charts=tuple(figure_block(s, job.section, grid.THIRD, ts) for s in material.side_charts),
        quote_used=bool(quotes),
    )
    below = replace(job, material=replace(material, beside=material.beside[1:]))
    return (Row(head, 0.0, keep=True), row, *_below(below, rest))


def half_chart_row(job: Job, spec: ChartSpec, left: Frame) -> Row:
    """The chart on the right half, which takes spare height, beside what is on the left."""

    def draw(extra: float) -> Frame:
        chart = figure_block(spec, job.section, grid.HALF_WIDTH, job.ts, ruled=False)
        if extra:
            room = extra + max(0.0, left.height - chart.height)
            chart = figure_block(spec, job.section, grid.HALF_WIDTH, job.ts, ruled=False, extra=room)
        return beside((0, left), (grid.HALF_X, chart))

    return elastic(draw, HEAD_GAP)


def side_heads(job: Job) -> tuple[Row, ...]:
    """Sentences under the author's side-heads, ragged, with figures in the side column."""
    ts, role, material = job.ts, job.role, job.material
    head = heading(job.subsection, grid.TYPE_AREA, ts, role)
    width = SIDE_HEAD_COLUMN + SIDE_HEAD_MEASURE
    listed = side_head_list(job.subsection.body, SIDE_HEAD_COLUMN, SIDE_HEAD_MEASURE, role, ts, job.block)
    honours = honour_grid(material.honours[:4], width, 2, role.text, ts) if material.honours else EMPTY
    left = stack((listed, padded(honours, top=ABOVE_HONOURS) if honours.items else EMPTY))
    figures = [figure_block(s, job.section, grid.SIDE_WIDTH, ts) for s in material.side_charts]
    figures += [stat(f, grid.SIDE_WIDTH, role.text, ts) for f in material.stats]
    side, used = _as_high_as(figures, grid.LIVE_HEIGHT - head.height - HEAD_GAP)
    charts = len(material.side_charts)
    rest = _Rest(
        stats=material.stats[max(0, used - charts) :],
        honours=material.honours[4:],
        charts=tuple(figures[used:charts]),
    )
    main = Row(beside((0, left), (grid.SIDE_X, side)), HEAD_GAP)
    return (Row(head, 0.0, keep=True), main, *_below(job, rest))


def _as_high_as(frames: Sequence[Frame], height: float) -> tuple[Frame, int]:
    """The first frames that stay within a height, stacked, and how many they are."""
    count = 0
    while count < len(frames) and stack(frames[: count + 1], SIDE_GAP).height <= height:
        count += 1
    return stack(frames[:count], SIDE_GAP), count


def plain_text(job: Job) -> tuple[Row, ...]:
    """Text alone: one wide measure when short, two columns when long."""
    head = heading(job.subsection, grid.TYPE_AREA, job.ts, job.role)
    below = _below(job, _Rest())
    if len(job.subsection.text) <= LIGHT_TEXT:
        text = body(job.subsection.body, grid.characters(PLAIN_MEASURE), job.role, job.ts, job.block)
        return (Row(head, 0.0, keep=True), text_row(text, HEAD_GAP), *below)
    text = body(job.subsection.body, grid.characters(NARROW_MEASURE), job.role, job.ts, job.block)
    row = column_row(text, HEAD_GAP, 2, text.width, grid.TYPE_AREA - text.width)
    return (Row(head, 0.0, keep=True), row, *below)
