"""Running text: justified body copy, and sentences listed under side-heads."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.layout.parts.drawing import HAIRLINE, rule_frame
from reportgen.layout.parts.frame import Frame, beside, padded, stack
from reportgen.layout.parts.prose_runs import ProseStyle, prose_runs
from reportgen.layout.parts.tagging import LABEL, LABELLED, entry, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.report import Paragraph, Span
from reportgen.model.structure import Element
from reportgen.model.text import Align, StyledParagraph
from reportgen.model.theme import Colour, SectionRole

ROW_TOP, ROW_BOTTOM = mm(3.1), mm(3.5)  # of a row of the list of side-heads


def body(
    paragraphs: Sequence[Paragraph], width: float, role: SectionRole, ts: Typesetter, block: str
) -> Frame:
    """Justified body text in one box; the first paragraph is flush, later ones are indented."""
    style = ProseStyle(
        plain=ts.style("body"),
        figure=ts.style("body-emphasis", role.text),
        strong=ts.style("body-emphasis"),
        noted=True,
    )
    return ts.text(_set(paragraphs, style, ts, "body"), width, "body", block=block)


def reversed_body(
    paragraphs: Sequence[Paragraph], width: float, ink: Colour, emphasis: Colour, ts: Typesetter, block: str
) -> Frame:
    """Body text on a coloured field, a weight heavier so that it survives the press."""
    style = ProseStyle(
        plain=ts.style("body-reversed", ink),
        figure=ts.style("body-emphasis", emphasis),
        strong=ts.style("body-emphasis", ink),
    )
    return ts.text(_set(paragraphs, style, ts, "body"), width, "body", block=block)


def standfirst(
    paragraphs: Sequence[Paragraph],
    width: float,
    emphasis: Colour,
    size: float,
    ts: Typesetter,
    block: str,
    align: Align = "justify",
) -> Frame:
    """The lead, or a few words, in large type."""
    strong = replace(ts.style("body-emphasis"), size=size)
    style = ProseStyle(
        plain=ts.style("standfirst", size=size),
        figure=replace(strong, colour=emphasis),
        strong=strong,
        noted=True,
    )
    return ts.text(_set(paragraphs, style, ts, "standfirst", size, align), width, "body", block=block)


def _set(
    paragraphs: Sequence[Paragraph],
    style: ProseStyle,
    ts: Typesetter,
    step: str,
    size: float | None = None,
    align: Align = "justify",
) -> tuple[StyledParagraph, ...]:
    done = []
    for i, paragraph in enumerate(paragraphs):
        styled = ts.paragraph(prose_runs(paragraph.spans, style), step, align=align, size=size)
        done.append(replace(styled, indent=ts.theme.typography.indent if i else 0.0))
    return tuple(done)


def side_head_list(
    paragraphs: Sequence[Paragraph],
    column: float,
    measure: float,
    role: SectionRole,
    ts: Typesetter,
    block: str,
) -> Frame:
    """Each stretch of text beside its side-head, hairlines between; text without one continues below."""
    style = ProseStyle(
        plain=ts.style("body"),
        figure=ts.style("body-emphasis", role.text),
        strong=ts.style("body-emphasis"),
        noted=True,
    )
    rows: list[Frame] = []
    for head, spans in _by_side_head(paragraphs):
        words = ts.paragraph(prose_runs(spans, style), "body")
        text = ts.text(words, measure, "body", block=block)
        side = ts.text(ts.paragraph(head, "side-head", role.text), column - mm(1), "heading")
        row = tagged(
            beside((0, tagged(side, LABEL)), (column, tagged(text, LABELLED))), entry(f"{len(rows)}:{head}")
        )
        line = rule_frame(column + measure, ts.theme.colour("ink-text"), HAIRLINE)
        rows.append(stack((line, padded(row, top=ROW_TOP, bottom=ROW_BOTTOM))))
    return tagged(stack(rows), Element("L", "side-heads"))


def _by_side_head(paragraphs: Sequence[Paragraph]) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """Spans grouped by the side-head they are under, in reading order."""
    groups: list[tuple[str, list[Span]]] = []
    for paragraph in paragraphs:
        for i, span in enumerate(paragraph.spans):
            mark = span.marked("side")
            head = mark.id if mark else ""
            if not groups or groups[-1][0] != head or (i == 0 and not mark):
                groups.append((head, []))
            groups[-1][1].append(span)
    return tuple((head, tuple(spans)) for head, spans in groups)
