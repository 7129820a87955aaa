"""Honour rows: a seal for the level, the title, who holds it, and its status."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.parts.drawing import STAT_RULE, field, outline, rule_frame
from reportgen.layout.parts.frame import Frame, beside, padded, stack
from reportgen.layout.parts.tagging import LABELLED, entry, tagged
from reportgen.layout.parts.typesetter import CENTRED, Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Honour, HonourRank
from reportgen.model.structure import Element
from reportgen.model.theme import Colour
from reportgen.story.honours import SEALS, beside_honour

HONOURS = Element("L", "honours")
SEAL_SIZE = mm(6.4)
SEAL_GAP = mm(3)
SEAL_EDGE = 0.6  # pt
SIZE = 11.0  # pt
GAP, UNDER_RULE = mm(6), mm(3.4)  # between honours; from a rule to its honour


def seal(rank: HonourRank, colour: Colour, ts: Typesetter) -> Frame:
    """A square seal: solid for the nation, outlined for the province and for unstated levels."""
    box = Rect(0, 0, SEAL_SIZE, SEAL_SIZE)
    solid = rank == "national"
    ground = field(box, colour) if solid else outline(box, colour, SEAL_EDGE)
    ink = ts.theme.colour("white") if solid else colour
    word = ts.paragraph(SEALS[rank], "seal", ink)
    centred = ts.line(
        word.runs,
        SEAL_SIZE,
        SEAL_SIZE,
        SEAL_SIZE / 2 + word.runs[0].style.size * CENTRED,
        "decoration",
        "center",
    )
    return Frame(SEAL_SIZE, SEAL_SIZE, (ground, *centred.items))  # fmt: skip


def honour_row(honour: Honour, width: float, colour: Colour, ts: Typesetter, size: float = SIZE) -> Frame:
    """Seal, title and, in grey, the holder and the verb of the text."""
    inner = width - SEAL_SIZE - SEAL_GAP
    title = ts.text(
        ts.paragraph(honour.text, "honour-title", size=size),
        inner, "body", block=f"honour:{honour.id}",
    )  # fmt: skip
    words = "　".join(beside_honour(honour))
    grey = ts.theme.colour("grey-600")
    note = ts.text(ts.paragraph(words, "honour-note", grey), inner, "caption") if words else Frame(0, 0, ())
    said = tagged(stack((title, note)), HONOURS, entry(honour.id), LABELLED)
    return beside((0, seal(honour.rank, colour, ts)), (SEAL_SIZE + SEAL_GAP, said))


def honour_column(
    honours: Sequence[Honour], width: float, colour: Colour, ts: Typesetter, size: float = SIZE
) -> Frame:
    """Rows with an accent rule each, for the side column, or large across the page."""
    rule = rule_frame(width, colour, STAT_RULE)
    rows = [stack((rule, padded(honour_row(h, width, colour, ts, size), top=UNDER_RULE))) for h in honours]
    return stack(rows, GAP)


def honour_grid(
    honours: Sequence[Honour], width: float, columns: int, colour: Colour, ts: Typesetter
) -> Frame:
    """Rows side by side without rules, for the foot of a page."""
    gap = GAP
    cell = (width - gap * (columns - 1)) / columns
    rows = [honours[i : i + columns] for i in range(0, len(honours), columns)]
    frames = [
        beside(*((k * (cell + gap), honour_row(h, cell, colour, ts)) for k, h in enumerate(row)))
        for row in rows
    ]
    return stack(frames, GAP)
