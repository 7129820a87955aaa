"""Rows every composition shares: chart leads above the heading, bands below the text."""

from __future__ import annotations

from reportgen.layout import grid
from reportgen.layout.components.data_table import data_table
from reportgen.layout.components.figure_block import (
    CONTENT_OFFSET,
    LABEL_COLUMN,
    figure_row,
)
from reportgen.layout.components.item_strip import item_strip
from reportgen.layout.components.ledger import ledger, listed
from reportgen.layout.components.level import level
from reportgen.layout.components.panels import panels
from reportgen.layout.components.picture import picture
from reportgen.layout.components.plates import plates
from reportgen.layout.components.quote import quote_panel
from reportgen.layout.components.waffle_lead import waffle_lead
from reportgen.layout.drawing import SECTION_RULE, rule_frame
from reportgen.layout.frame import Frame, padded, stack
from reportgen.layout.material import Material
from reportgen.layout.rows import Row
from reportgen.layout.tagging import CAPTION, tagged
from reportgen.layout.typesetter import Typesetter
from reportgen.model.report import Ledger, Picture
from reportgen.model.theme import SectionRole
from reportgen.units import mm

ROW_GAP = mm(9)
SMALLEST_PICTURE = 0.65  # of its height, where room is short


def lead_rows(material: Material, section: int | None, ts: Typesetter) -> tuple[Row, ...]:
    """Large drawings that open a subsection: the woven field, the section diagram."""
    rows = []
    for spec in material.leads:
        draw = level if spec.kind == "level" else waffle_lead
        rows.append(Row(draw(spec, section, ts, material.lead_scale), 0.0, keep=True, lead=True))
    return tuple(rows)


def extra_rows(
    material: Material,
    section: int | None,
    role: SectionRole,
    ts: Typesetter,
    *,
    skip_quote: bool = False,
    skip_ledgers: int = 0,
) -> tuple[Row, ...]:
    """Name plates, wide charts, tables, panels, ledgers, pictures and quotes, a row each."""
    width = grid.TYPE_AREA
    frames = [plates(part.plates, width, role.text, ts) for part in material.plates]
    frames += [figure_row(spec, section, width, ts) for spec in material.wide_charts]
    frames += [data_table(part.table, part.title, width, ts) for part in material.tables]
    for part in material.panels:
        several = len(part.groups) > 1
        frames.append(panels(part.groups, width, role, ts) if several else item_strip(part, role, ts))
    frames += [_ledger_band(part, role, ts) for part in material.ledgers[skip_ledgers:]]
    quotes = material.quotes[1:] if skip_quote else material.quotes
    said = (quote_panel(part.lines, width, role, role.text, ts) for part in quotes)
    return (
        *(Row(frame, ROW_GAP) for frame in frames),
        *(_picture_row(part, ts) for part in material.pictures),
        *(Row(frame, ROW_GAP) for frame in said),
    )


def _picture_row(part: Picture, ts: Typesetter) -> Row:
    """A picture, a little smaller where that keeps it on the page of its text."""
    whole = picture(part, grid.TYPE_AREA, ts)

    def shrink(room: float) -> Row | None:
        if room < SMALLEST_PICTURE * whole.height:
            return None
        return Row(picture(part, grid.TYPE_AREA, ts, room), ROW_GAP)

    return Row(whole, ROW_GAP, shrink=shrink)


def _ledger_band(part: Ledger, role: SectionRole, ts: Typesetter) -> Frame:
    """A ledger, with its title and note in the label column where it has them."""
    if not part.title:
        return ledger(part.rows, grid.TYPE_AREA, role.text, ts)
    words = [ts.paragraph(part.title, "figure-title")]
    if part.note:
        words.append(ts.paragraph(part.note, "figure-unit", ts.theme.colour("grey-600")))
    label = tagged(ts.text(words, LABEL_COLUMN, "heading"), listed(part.rows), CAPTION)
    rows = ledger(part.rows, grid.TYPE_AREA - CONTENT_OFFSET, role.text, ts, closed=False)
    rule = rule_frame(grid.TYPE_AREA, ts.theme.colour("ink-text"), SECTION_RULE)
    height = max(label.height + mm(3), rows.height)
    body = Frame(grid.TYPE_AREA, height, (*label.at(0, mm(3)), *rows.at(CONTENT_OFFSET, 0)))
    return stack((rule, padded(body)))
