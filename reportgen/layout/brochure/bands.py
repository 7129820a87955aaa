"""Rows every composition shares: chart leads above the heading, bands below the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from reportgen.charts.kinds import kind_of
from reportgen.layout.brochure import grid
from reportgen.layout.brochure.components.data_table import data_table, rows_within
from reportgen.layout.brochure.components.figure_block import (
    CONTENT_OFFSET,
    LABEL_COLUMN,
    figure_row,
)
from reportgen.layout.brochure.components.item_strip import item_strip
from reportgen.layout.brochure.components.ledger import ledger, listed
from reportgen.layout.brochure.components.level import level
from reportgen.layout.brochure.components.panels import panels
from reportgen.layout.brochure.components.picture import picture
from reportgen.layout.brochure.components.plates import plates
from reportgen.layout.brochure.components.quote import quote_panel
from reportgen.layout.brochure.components.waffle_lead import waffle_lead
from reportgen.layout.brochure.material import Material
from reportgen.layout.parts.drawing import SECTION_RULE, rule_frame
from reportgen.layout.parts.frame import Frame, padded, stack
from reportgen.layout.parts.rows import Row, elastic
from reportgen.layout.parts.tagging import CAPTION, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Ledger, Picture, Table
from reportgen.model.theme import SectionRole

ROW_GAP = mm(9)
FEWEST_ROWS = 3  # of a table on one page
SMALLEST_PICTURE = 0.65  # of its height, where room is short


def lead_rows(material: Material, section: int | None, ts: Typesetter) -> tuple[Row, ...]:
    """Large drawings that open a subsection: the woven field, the section diagram."""
    rows = []
    for spec in material.leads:
        rows.append(replace(_lead(spec, section, ts, material.lead_scale), keep=True, lead=True))
    return tuple(rows)


def _lead(spec: ChartSpec, section: int | None, ts: Typesetter, scale: float) -> Row:
    """The landscape or the field of a kind that has one, else the chart over the full width."""
    lead = kind_of(spec).page.lead
    if lead == "landscape":
        return elastic(partial(level, spec, section, ts, scale), 0.0)
    if lead == "field":
        return Row(waffle_lead(spec, section, ts, scale), 0.0)
    return elastic(partial(figure_row, spec, section, grid.TYPE_AREA, ts), 0.0)


def extra_rows(
    material: Material,
    section: int | None,
    role: SectionRole,
    ts: Typesetter,
    *,
    skip_quote: bool = False,
) -> tuple[Row, ...]:
    """Name plates, wide charts, tables, panels, ledgers, pictures and quotes, a row each."""
    width = grid.TYPE_AREA
    rows = [elastic(partial(plates, part.plates, width, role.text, ts), ROW_GAP) for part in material.plates]
    rows += [elastic(partial(figure_row, spec, section, width, ts), ROW_GAP) for spec in material.wide_charts]
    rows += [_table_row(part, ts) for part in material.tables]
    for part in material.panels:
        several = len(part.groups) > 1
        frame = panels(part.groups, width, role, ts) if several else item_strip(part, role, ts)
        rows.append(Row(frame, ROW_GAP))
    rows += [elastic(partial(_ledger_band, part, role, ts), ROW_GAP) for part in material.ledgers]
    quotes = material.quotes[1:] if skip_quote else material.quotes
    return (
        *rows,
        *(_picture_row(part, ts) for part in material.pictures),
        *(quote_row(part.lines, role, ts) for part in quotes),
    )


def quote_row(lines: Sequence[str], role: SectionRole, ts: Typesetter) -> Row:
    """A quote on a panel over the full width."""
    return elastic(partial(quote_panel, lines, grid.TYPE_AREA, role, role.text, ts), ROW_GAP)


def _table_row(part: Table, ts: Typesetter, start: int = 0, stop: int | None = None) -> Row:
    """A range of a table's rows; on a further page they repeat the title."""

    def draw(extra: float) -> Frame:
        return data_table(part.table, part.title, grid.TYPE_AREA, ts, extra=extra, start=start, stop=stop)

    whole = elastic(draw, ROW_GAP)

    def cut(room: float) -> tuple[Row, Row] | None:
        last = len(part.table.rows) if stop is None else stop
        fitting = min(rows_within(whole.frame, room), last - start - FEWEST_ROWS)
        if fitting < FEWEST_ROWS:
            return None
        middle = start + fitting
        return _table_row(part, ts, start, middle), replace(_table_row(part, ts, middle, stop), gap=0.0)

    return replace(whole, cut=cut)


def _picture_row(part: Picture, ts: Typesetter) -> Row:
    """A picture, a little smaller where that keeps it on the page of its text."""
    whole = picture(part, grid.TYPE_AREA, ts)

    def shrink(room: float) -> Row | None:
        if room < SMALLEST_PICTURE * whole.height:
            return None
        return Row(picture(part, grid.TYPE_AREA, ts, room), ROW_GAP)

    return Row(whole, ROW_GAP, shrink=shrink)


def _ledger_band(part: Ledger, role: SectionRole, ts: Typesetter, extra: float = 0.0) -> Frame:
    """A ledger, with its title and note in the label column where it has them."""
    if not part.title:
        return ledger(part.rows, grid.TYPE_AREA, role.text, ts, extra=extra)
    words = [ts.paragraph(part.title, "figure-title")]
    if part.note:
        words.append(ts.paragraph(part.note, "figure-unit", ts.theme.colour("grey-600")))
    label = tagged(ts.text(words, LABEL_COLUMN, "heading"), listed(part.rows), CAPTION)
    rows = ledger(part.rows, grid.TYPE_AREA - CONTENT_OFFSET, role.text, ts, closed=False, extra=extra)
    rule = rule_frame(grid.TYPE_AREA, ts.theme.colour("ink-text"), SECTION_RULE)
    height = max(label.height + grid.LABEL_DROP, rows.height)
    body = Frame(grid.TYPE_AREA, height, (*label.at(0, grid.LABEL_DROP), *rows.at(CONTENT_OFFSET, 0)))
    return stack((rule, padded(body)))
