"""The footnotes of a passage below it: a short rule, each note behind its mark."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.parts.drawing import HAIRLINE, rule_frame
from reportgen.layout.parts.frame import EMPTY, Frame, beside, padded, stack
from reportgen.layout.parts.tagging import tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.report import Footnote
from reportgen.model.structure import Element

RULE_WIDTH = mm(30)
UNDER_RULE, BETWEEN = mm(2), mm(0.8)
MARK_COLUMN = mm(4.5)  # from the mark to its words


def note_list(notes: Sequence[Footnote], width: float, ts: Typesetter, block: str) -> Frame:
    """As wide as given; empty where there are none. ``block``: the passage, so that each note has one name."""
    if not notes:
        return EMPTY
    rule = rule_frame(RULE_WIDTH, ts.theme.colour("ink-text"), HAIRLINE)
    said = stack(
        (
            tagged(_note(note, width, ts), Element("Note", f"note-{block}-{i}"))
            for i, note in enumerate(notes)
        ),
        BETWEEN,
    )
    return stack((rule, padded(said, top=UNDER_RULE)))


def _note(note: Footnote, width: float, ts: Typesetter) -> Frame:
    ink = ts.theme.colour("grey-600")
    mark = ts.text(ts.paragraph(note.mark, "source", ink), MARK_COLUMN, "caption")
    words = ts.text(ts.paragraph(note.text, "source", ink), width - MARK_COLUMN, "caption")
    return beside((0, mark), (MARK_COLUMN, words))
