"""The verb ledger: actions without numbers, the verb large, what it applies to beside it."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.parts.drawing import HAIRLINE, rule
from reportgen.layout.parts.frame import Frame, beside, padded, stack
from reportgen.layout.parts.tagging import LABEL, LABELLED, entry, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.report import LedgerRow
from reportgen.model.structure import Element
from reportgen.model.theme import Colour

LARGE_ROWS = 3  # up to this many rows the verbs are set large
GUTTER = mm(6)
PITCH, LARGE_PITCH, MOST_PITCH = mm(10), mm(13.4), mm(19)
ROW_AIR = mm(4)  # least height a row has beside its words
LARGE_VERB = 4  # characters of a verb that is set large
LEAST_VERB, MOST_VERB = mm(24), 0.4  # width of the verbs; most of it, of the ledger's


def ledger(
    rows: Sequence[LedgerRow],
    width: float,
    colour: Colour,
    ts: Typesetter,
    *,
    closed: bool = True,
    extra: float = 0.0,
) -> Frame:
    """Rows with hairlines between; ``closed`` adds a rule above and below, ``extra`` is height they may take more."""
    large = len(rows) <= LARGE_ROWS and all(len(row.verb) <= LARGE_VERB for row in rows)
    step = "ledger-verb-large" if large else "ledger-verb"
    pitch = min(MOST_PITCH, (LARGE_PITCH if large else PITCH) + extra / len(rows))
    verb_width = max(_verb_width(row.verb, step, colour, ts) for row in rows) + GUTTER
    verb_width = min(max(verb_width, LEAST_VERB), width * MOST_VERB)
    frames = [_row(row, step, pitch, verb_width, width, colour, ts) for row in rows]
    return tagged(_ruled(frames, width, ts.theme.colour("ink-text"), closed), listed(rows))


def listed(rows: Sequence[LedgerRow]) -> Element:
    """The list these rows make in the structure."""
    return Element("L", f"ledger:{rows[0].object}{rows[0].verb}")


def _verb_width(verb: str, step: str, colour: Colour, ts: Typesetter) -> float:
    return ts.width(ts.paragraph(verb, step, colour).runs)


def _row(
    row: LedgerRow, step: str, pitch: float, verb_width: float, width: float, colour: Colour, ts: Typesetter
) -> Frame:
    verb = ts.text(ts.paragraph(row.verb, step, colour), verb_width - mm(1), "label")
    words = ts.text(ts.paragraph(row.object, "ledger-object"), width - verb_width, "body")
    height = max(pitch, verb.height + ROW_AIR, words.height + ROW_AIR)
    row_entry = entry(row.id or f"{row.object}{row.verb}")
    verb, words = tagged(verb, row_entry, LABEL), tagged(words, row_entry, LABELLED)
    return beside(
        (0, padded(verb, top=(height - verb.height) / 2)),
        (verb_width, padded(words, top=(height - words.height) / 2, bottom=(height - words.height) / 2)),
    )


def _ruled(frames: Sequence[Frame], width: float, colour: Colour, closed: bool) -> Frame:
    body = stack(frames)
    lines = []
    y = 0.0
    for i, frame in enumerate(frames):
        if i or closed:
            lines.append(rule(0, y, width, colour, HAIRLINE))
        y += frame.height
    if closed:
        lines.append(rule(0, y, width, colour, HAIRLINE))
    return Frame(width, body.height + HAIRLINE, (*lines, *body.items))
