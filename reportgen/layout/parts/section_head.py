"""A section's head over a column: a bar in its colour, its number and its title."""

from __future__ import annotations

from reportgen.layout.parts.drawing import field
from reportgen.layout.parts.folio import two_digits
from reportgen.layout.parts.frame import Frame
from reportgen.layout.parts.tagging import HEADING, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Section
from reportgen.model.text import Run, Style
from reportgen.model.theme import SectionRole

BAR, WORDS_Y, LINE = mm(1.6), mm(3.4), mm(7)
NUMBER_SIZE, NUMBER_GAP, BASELINE = 15, mm(2.4), mm(5)  # pt; to the title; of its line
LEADING = 1.3  # em
SIZES = (11.0, 10.0, 9.0, 8.0)


def section_head(section: Section, width: float, role: SectionRole, ts: Typesetter) -> Frame:
    """The title steps down in size before it takes a second line."""
    number = (Run(two_digits(section.number), Style("num-400", NUMBER_SIZE, role.text)),)
    indent = ts.width(number) + NUMBER_GAP
    size = ts.fitting(section.title, "contents-part", width - indent, SIZES)
    title = ts.paragraph(section.title, "contents-part", size=size, leading=size * LEADING)
    words = ts.text(title, width - indent, "heading")
    top = WORDS_Y + max(0.0, (LINE - words.height) / 2)
    items = (
        field(Rect(0, 0, width, BAR), role.accent),
        *tagged(ts.line(number, indent, LINE, BASELINE, "numeral"), HEADING).at(0, WORDS_Y),
        *words.at(indent, top),
    )
    return Frame(width, max(WORDS_Y + LINE, top + words.height), items)
